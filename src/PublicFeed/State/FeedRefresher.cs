using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KominfoBot.PublicFeed.State;

/// <summary>
/// Renders anew after each change: woken by the store's signal after the commit, and at each heartbeat looks whether another process has published or the store
/// has come back. The first reading happens before the web server listens; when it fails the process starts all the same and says so in its health.
/// </summary>
internal sealed class FeedRefresher(CurrentFeed current, PublishedNews news, NewsroomStore store, FeedHealth health, IOptions<FeedOptions> options, TimeProvider clock, ILogger<FeedRefresher> log) : BackgroundService
{
    private readonly Signal wake = new();
    private volatile bool changed = true;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        store.Signals.PublicationChanged += Changed;
        await Refresh(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        store.Signals.PublicationChanged -= Changed;
        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Beat(stoppingToken), Follow(stoppingToken));

    private void Changed()
    {
        changed = true;
        wake.Raise();
    }

    private async Task Beat(CancellationToken stop)
    {
        // Real time, also where the office's clock is a practice clock: the store's health does not follow that one.
        using var timer = new PeriodicTimer(options.Value.Heartbeat);
        while (await timer.WaitForNextTickAsync(stop)) wake.Raise();
    }

    private async Task Follow(CancellationToken stop)
    {
        while (true)
        {
            await wake.Wait(stop);
            await Refresh(stop);
        }
    }

    private async Task Refresh(CancellationToken cancel)
    {
        try
        {
            // Taken back before the store is read: a change that comes meanwhile asks again.
            var told = changed;
            changed = false;
            if (told || !health.Now.Fresh || await news.Head(cancel) != current.State?.Head)
            {
                await current.Refresh(cancel);
                if (health.Now.LastError is not null) log.LogInformation("Penyimpanan kembali terjangkau; umpan diperbarui.");
            }
            health.Refreshed(clock.GetUtcNow(), current.State!.Head);
        }
        // Whatever keeps the store from being read or an item from being rendered, the last state goes on being served, and the health page says why.
        catch (Exception error) when (error is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            if (health.Now.LastError is null) log.LogError(error, "Umpan tidak dapat diperbarui; keadaan terakhir tetap disajikan.");
            health.Failed(clock.GetUtcNow(), error.Message);
        }
    }
}
