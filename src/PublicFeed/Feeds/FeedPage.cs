using System.Collections.Immutable;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>
/// One document of a feed, ready to be written in any format: a page that moves with the news (RFC 5005 section 3), or of the whole feed an archive document,
/// which holds the same items for ever (section 4). Archives are cut by the order of publication, so the newest page and all archives together are all the news.
/// </summary>
/// <param name="Topic">What the filter is called, e.g. the agency's name; null for the whole feed. Every page of a feed has the same.</param>
/// <param name="Page">From 1.</param>
/// <param name="Archive">From 1, the oldest; null for a page.</param>
/// <param name="Archives">How many archive documents there are; 0 where they do not belong.</param>
/// <param name="Tombstones">Retracted items, on the first page and in the archives.</param>
/// <param name="Updated">The newest change that this document shows; the same for the same state of the news, whenever it is asked for.</param>
internal sealed record FeedPage(
    FeedFilter Filter,
    string? Topic,
    int Page,
    long? Archive,
    long Archives,
    bool HasMore,
    ImmutableArray<FeedEntry> Entries,
    ImmutableArray<Tombstone> Tombstones,
    DateTimeOffset Updated)
{
    /// <summary>Items in one document: enough for a reader that calls daily, small enough for 250 KB.</summary>
    public const int Size = 30;

    /// <summary>RFC 5005 section 4: the namespace of the mark of an archive document.</summary>
    public const string History = "http://purl.org/syndication/history/1.0";

    /// <summary>The date of a feed in which nothing was ever published: some date is required, and readers distrust 1970.</summary>
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static FeedPage Of(FeedSite site, FeedFilter filter, string? topic, int page, PublishedPage published, long? archive = null)
    {
        var changes = published.Items.Concat(published.Retracted).Select(item => item.ModifiedAt).ToList();
        if (published.NewestPublished is { } newest) changes.Add(newest);
        return new(
            filter,
            topic,
            page,
            archive,
            filter == FeedFilter.Everything ? published.EverPublished / Size : 0,
            published.HasMore,
            [.. published.Items.Select(item => FeedEntry.Of(site, item))],
            page > 1 ? [] : [.. published.Retracted.Select(Tombstone.Of)],
            changes.Count == 0 ? Beginning : Instants.WholeSecond(changes.Max()));
    }

    public string Title(FeedSite site) => Topic is null ? site.Title : $"{site.Title} – {Topic}";

    public string Description(FeedSite site) => Topic is null ? site.Description : $"{site.Description} Hanya {Topic}.";

    public string Self(FeedSite site, FeedFormat format) => Archive is { } archive ? site.Address.Archive(format, archive) : site.Address.Feed(format, Filter, Page);

    /// <summary>Who tells of this document's changes (WebSub 1.0 section 4): of the newest page, which alone changes with each publication.</summary>
    public IReadOnlyList<string> Hubs(FeedSite site) => Page == 1 && Archive is null ? site.Hubs : [];

    /// <summary>Where else the feed goes on, as RFC 5005 names it; the documents' own address first.</summary>
    public IEnumerable<(string Relation, string Address)> Links(FeedSite site, FeedFormat format)
    {
        yield return ("self", Self(site, format));
        if (Archive is { } archive)
        {
            yield return ("current", site.Address.Feed(format, Filter));
            if (archive > 1) yield return ("prev-archive", site.Address.Archive(format, archive - 1));
            if (archive < Archives) yield return ("next-archive", site.Address.Archive(format, archive + 1));
            yield break;
        }
        yield return ("first", site.Address.Feed(format, Filter));
        if (Page > 1) yield return ("previous", site.Address.Feed(format, Filter, Page - 1));
        if (HasMore) yield return ("next", site.Address.Feed(format, Filter, Page + 1));
        if (Page == 1 && Archives > 0) yield return ("prev-archive", site.Address.Archive(format, Archives));
    }

    /// <summary>Where older items stand; null when there are none.</summary>
    public string? Older(FeedSite site, FeedFormat format)
        => Links(site, format).Where(link => link.Relation == (Archive is null ? "next" : "prev-archive")).Select(link => link.Address).FirstOrDefault();
}

/// <summary>An item that was taken back (RFC 6721 section 3).</summary>
internal sealed record Tombstone(string Id, DateTimeOffset When, string? Comment)
{
    public static Tombstone Of(PublishedItem item)
        => new(FeedEntry.IdOf(item), Instants.WholeSecond(item.ModifiedAt), item.RetractionNotice is { } notice && CleanText.Line(notice) is { Length: > 0 } comment ? comment : null);
}
