using KominfoBot.PublicFeed.Push;

namespace KominfoBot.Bot.Hosting;

/// <summary>Tells hubs and portals of changes, in the process that speaks for the office.</summary>
internal sealed class PushWorker(Pusher pusher) : BackgroundService, ILeadersWork
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => pusher.Run(stoppingToken);
}
