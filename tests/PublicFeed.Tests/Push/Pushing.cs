using KominfoBot.PublicFeed.Push;
using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KominfoBot.PublicFeed.Tests.Push;

/// <summary>The part of the bot's process that tells of changes, on the store of a site.</summary>
internal sealed class Pushing : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;
    private readonly NewsroomStore store;

    private Pushing(ServiceProvider services, NewsroomStore store)
    {
        (this.services, this.store) = (services, store);
        running = services.GetRequiredService<Pusher>().Run(stop.Token);
    }

    public static Pushing Start(PublicSite site, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Append(("Feed:BaseUrl", PublicSite.Base)).ToDictionary(each => each.Item1, each => (string?)each.Item2)).Build();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(site.Newsroom.Store).AddFeedSite(configuration).Configure<FeedOptions>(options => options.MediaDirectory = site.Photos).AddPusher(TimeProvider.System);
        return new(services.BuildServiceProvider(), site.Newsroom.Store);
    }

    /// <summary>Until so many targets are written down: from then on each change is told.</summary>
    public async Task Known(int targets = 1)
    {
        while (await store.Read(db => db.Pushes.CountAsync(Cancel), Cancel) < targets) await Task.Delay(10, Cancel);
    }

    public async Task Until(Func<PushRow, bool> holds)
    {
        while (!(await store.Read(db => db.Pushes.ToListAsync(Cancel), Cancel)).Any(holds)) await Task.Delay(10, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await services.DisposeAsync();
        stop.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
