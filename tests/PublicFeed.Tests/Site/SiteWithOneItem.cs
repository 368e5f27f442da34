namespace KominfoBot.PublicFeed.Tests.Site;

/// <summary>One site for tests that only read; nothing changes on it.</summary>
public sealed class SiteWithOneItem : IAsyncLifetime
{
    public PublicSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await PublicSite.Start();
        await Site.Publish(Items.Number(1).Showing(Items.Photo()));
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
