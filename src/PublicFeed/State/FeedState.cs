using System.Collections.Concurrent;
using System.Collections.Frozen;
using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.PublicFeed.State;

/// <summary>
/// Everything that is served as of one change: the hot documents, ready, and what was rendered on demand since. A change replaces it whole, so nothing
/// rendered before the change outlives it.
/// </summary>
internal sealed class FeedState
{
    private const int MostDocuments = 2_000;
    private const long MostBytes = 64 * 1024 * 1024;
    private const int MostPhotos = 100_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<IAnswer>>> rendered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PhotoVisibility> photos = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<FeedFormat, RenderedDocument> hot;
    private readonly FrozenDictionary<string, PublishedItem> newest;
    private long renderedBytes;

    public FeedState(PublishedFront front, FrozenDictionary<FeedFormat, RenderedDocument> hot)
    {
        this.hot = hot;
        Head = front.Page.Head;
        Registry = new(front.Skpds, front.Categories);
        newest = front.Page.Items.ToFrozenDictionary(item => item.Number);
        foreach (var photo in front.Page.Items.SelectMany(item => item.Photos)) photos.TryAdd(photo.Hash, PhotoVisibility.Live);
        foreach (var file in front.Page.Items.Select(item => item.Attachment).OfType<PublishedAttachment>()) photos.TryAdd(file.Hash, PhotoVisibility.Live);
    }

    /// <summary>Sequence of the newest change in it.</summary>
    public long Head { get; }

    public Registry Registry { get; }

    /// <summary>One item, live or retracted. The newest ones are at hand, so that what the feeds announce can be read while the store is away.</summary>
    public async ValueTask<PublishedItem?> Find(string number, PublishedNews news)
        => newest.TryGetValue(number, out var item) ? item : await news.Find(number, CancellationToken.None);

    public RenderedDocument Hot(FeedFormat format) => hot[format];

    /// <summary>
    /// What stands under the key, rendered at most once at a time. Refusals and failures are not kept, nor is anything past the bounds.
    /// </summary>
    /// <param name="render">Runs to its end even when the first asker has gone: others may wait for it.</param>
    public async ValueTask<IAnswer> Rendered(string key, Func<Task<IAnswer>> render)
    {
        if (rendered.TryGetValue(key, out var known)) return await known.Value;
        if (rendered.Count >= MostDocuments || Interlocked.Read(ref renderedBytes) >= MostBytes) return await render();
        var entry = rendered.GetOrAdd(key, _ => new(render));
        var keep = false;
        try
        {
            var answer = await entry.Value;
            keep = answer is RenderedDocument { Status: 200 or 410 };
            // Counted by everyone who waited for it: too high an estimate only ends the keeping sooner.
            if (keep) Interlocked.Add(ref renderedBytes, ((RenderedDocument)answer).Size * 2L);
            return answer;
        }
        finally
        {
            if (!keep) rendered.TryRemove(new(key, entry));
        }
    }

    /// <summary>True when a live item is known to show the photo, without asking the store.</summary>
    public bool IsKnownToShow(string hash) => photos.TryGetValue(hash, out var known) && known is PhotoVisibility.Live;

    /// <summary>Whether the public may see a photo; what is not known to be a photo of ours is asked for each time.</summary>
    public async ValueTask<PhotoVisibility> Photo(string hash, PublishedNews news, CancellationToken cancel)
    {
        if (photos.TryGetValue(hash, out var known)) return known;
        var visibility = await news.ShowsPhoto(hash, cancel) ? PhotoVisibility.Live
            : await news.EverShowedPhoto(hash, cancel) ? PhotoVisibility.Gone
            : PhotoVisibility.Unknown;
        if (visibility is not PhotoVisibility.Unknown && photos.Count < MostPhotos) photos.TryAdd(hash, visibility);
        return visibility;
    }
}

/// <summary>May a photo be seen?</summary>
internal enum PhotoVisibility
{
    Unknown,
    Live,
    Gone,
}
