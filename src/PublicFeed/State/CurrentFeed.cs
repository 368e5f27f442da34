using System.Collections.Frozen;
using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.PublicFeed.State;

/// <summary>The state that is being served, swapped whole at each change.</summary>
internal sealed class CurrentFeed(FeedSite site, PublishedNews news)
{
    private const int Tombstones = 30;

    private volatile FeedState? state;

    /// <summary>Null until the store was read for the first time.</summary>
    public FeedState? State => state;

    /// <summary>Reads the store and renders the hot documents in every form, then swaps. Until then the former state is served.</summary>
    public async Task Refresh(CancellationToken cancel)
    {
        var front = await news.Front(FeedPage.Size, Tombstones, cancel);
        var feed = FeedPage.Of(site, FeedFilter.Everything, topic: null, page: 1, front.Page);
        var hot = FeedFormat.All.ToFrozenDictionary(format => format, format => Write(format, feed).Compressed());
        state = new(front, hot);
    }

    /// <summary>A page of the feed that is not hot; null when there is no such page.</summary>
    public async Task<RenderedDocument?> Render(FeedFormat format, FeedFilter filter, string? topic, int page, CancellationToken cancel)
    {
        var published = await news.FeedPage(filter.Published, (page - 1) * FeedPage.Size, FeedPage.Size, page > 1 ? 0 : Tombstones, cancel);
        return page > 1 && published.Items.Count == 0 ? null : Write(format, FeedPage.Of(site, filter, topic, page, published));
    }

    /// <summary>An archive document of the whole feed; null when it is not full yet.</summary>
    public async Task<RenderedDocument?> Archive(FeedFormat format, long archive, CancellationToken cancel)
    {
        var published = await news.Archive(((archive - 1) * FeedPage.Size) + 1, FeedPage.Size, cancel);
        var feed = FeedPage.Of(site, FeedFilter.Everything, topic: null, page: 1, published, archive);
        return archive > feed.Archives ? null : Write(format, feed);
    }

    private RenderedDocument Write(FeedFormat format, FeedPage feed)
        => new(format.Write(site, feed), format.ContentType, site.CacheControl, feed.Updated)
        {
            Headers = [new("Link", string.Join(", ", feed.Hubs(site).Select(hub => $"<{hub}>; rel=\"hub\"").Prepend($"<{feed.Self(site, format)}>; rel=\"self\"")))],
        };
}
