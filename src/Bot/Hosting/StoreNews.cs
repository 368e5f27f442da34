using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Hosting;

/// <summary>Hears what other processes of the same store commit, and says when that line breaks.</summary>
internal sealed class StoreNews(NewsroomStore store, ILogger<StoreNews> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => store.Follow(error => logger.LogWarning("Kabar dari proses lain terputus dan disambung lagi: {Error}", Redaction.WithoutTokens(error.Message)), stoppingToken);
}
