using System.Collections.Immutable;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>One document of a feed (RFC 5005 section 3), ready to be written in any format.</summary>
/// <param name="Topic">What the filter is called, e.g. the agency's name; null for the whole feed. Every page of a feed has the same.</param>
/// <param name="Page">From 1.</param>
/// <param name="Tombstones">Retracted items, on the first page.</param>
/// <param name="Updated">The newest change that this document shows; the same for the same state of the news, whenever it is asked for.</param>
internal sealed record FeedPage(
    FeedFilter Filter,
    string? Topic,
    int Page,
    bool HasMore,
    ImmutableArray<FeedEntry> Entries,
    ImmutableArray<Tombstone> Tombstones,
    DateTimeOffset Updated)
{
    /// <summary>Items in one document: enough for a reader that calls daily, small enough for 250 KB.</summary>
    public const int Size = 30;

    /// <summary>The date of a feed in which nothing was ever published: some date is required, and readers distrust 1970.</summary>
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static FeedPage Of(FeedSite site, FeedFilter filter, string? topic, int page, PublishedPage published)
    {
        var changes = published.Items.Concat(published.Retracted).Select(item => item.ModifiedAt).ToList();
        if (published.NewestPublished is { } newest) changes.Add(newest);
        return new(
            filter,
            topic,
            page,
            published.HasMore,
            [.. published.Items.Select(item => FeedEntry.Of(site, item))],
            page > 1 ? [] : [.. published.Retracted.Select(Tombstone.Of)],
            changes.Count == 0 ? Beginning : Instants.WholeSecond(changes.Max()));
    }

    public string Title(FeedSite site) => Topic is null ? site.Title : $"{site.Title} – {Topic}";

    public string Description(FeedSite site) => Topic is null ? site.Description : $"{site.Description} Hanya {Topic}.";

    public string Self(FeedSite site, FeedFormat format) => site.Address.Feed(format, Filter, Page);

    public string First(FeedSite site, FeedFormat format) => site.Address.Feed(format, Filter);

    public string? Next(FeedSite site, FeedFormat format) => HasMore ? site.Address.Feed(format, Filter, Page + 1) : null;

    public string? Previous(FeedSite site, FeedFormat format) => Page > 1 ? site.Address.Feed(format, Filter, Page - 1) : null;
}

/// <summary>An item that was taken back (RFC 6721 section 3).</summary>
internal sealed record Tombstone(string Id, DateTimeOffset When, string? Comment)
{
    public static Tombstone Of(PublishedItem item)
        => new(FeedEntry.IdOf(item), Instants.WholeSecond(item.ModifiedAt), item.RetractionNotice is { } notice && CleanText.Line(notice) is { Length: > 0 } comment ? comment : null);
}
