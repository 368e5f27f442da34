using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Publication;

/// <summary>Which published items are asked for; null means any.</summary>
/// <param name="SkpdCode">Upper-case code of an agency.</param>
/// <param name="CategoryCode">Lower-case code of a category.</param>
/// <param name="From">Published at or after, UTC.</param>
/// <param name="Until">Published before, UTC.</param>
/// <param name="Text">Words that title, body or number contain, all of them, in any order and case.</param>
public sealed record PublishedFilter(string? SkpdCode = null, string? CategoryCode = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Text = null);

/// <summary>Where a page of items goes on: behind this item in the order newest first (published, then number).</summary>
public sealed record PublishedCursor(DateTimeOffset PublishedAt, string Number);

/// <summary>One page of a feed as it stood at one instant.</summary>
/// <param name="Items">Live items of the page, newest first.</param>
/// <param name="Retracted">Retracted items that the filter would show, most recently retracted first.</param>
/// <param name="HasMore">True when older live items follow.</param>
/// <param name="NewestPublished">First publication of the newest live item of all pages; null when there is none.</param>
/// <param name="Head">Sequence of the newest change in this state.</param>
public sealed record PublishedPage(IReadOnlyList<PublishedItem> Items, IReadOnlyList<PublishedItem> Retracted, bool HasMore, DateTimeOffset? NewestPublished, long Head);

/// <summary>All that the newest page of the feed needs, from one state of the store.</summary>
public sealed record PublishedFront(PublishedPage Page, IReadOnlyList<PublishedSkpd> Skpds, IReadOnlyList<PublishedCategory> Categories);

/// <summary>All that the public may read. Retracted items come only from <see cref="Find"/>, <see cref="FindAll"/> and <see cref="FeedPage"/>.</summary>
public sealed class PublishedNews(NewsroomStore store)
{
    /// <summary>Live items, newest first.</summary>
    public Task<IReadOnlyList<PublishedItem>> List(PublishedFilter filter, PublishedCursor? after, int count, CancellationToken cancel)
        => store.Read<IReadOnlyList<PublishedItem>>(async db =>
        {
            var rows = Matching(db, filter);
#pragma warning disable CA1309 // translated to SQL, where the store's own order decides
            if (after is not null)
                rows = rows.Where(row => row.PublishedAt < after.PublishedAt || (row.PublishedAt == after.PublishedAt && string.Compare(row.Number, after.Number) < 0));
#pragma warning restore CA1309
            return await rows.OrderByDescending(row => row.PublishedAt).ThenByDescending(row => row.Number).Take(count).Select(row => row.Shape).ToListAsync(cancel);
        }, cancel);

    /// <summary>The newest live item; null while there is none.</summary>
    public Task<PublishedItem?> Newest(PublishedFilter filter, CancellationToken cancel)
        => store.Read(db => Matching(db, filter).OrderByDescending(row => row.PublishedAt).ThenByDescending(row => row.Number).Select(row => row.Shape).FirstOrDefaultAsync(cancel), cancel);

    public Task<int> Count(PublishedFilter filter, CancellationToken cancel)
        => store.Read(db => Matching(db, filter).CountAsync(cancel), cancel);

    /// <summary>One item by its number, live or retracted.</summary>
    public Task<PublishedItem?> Find(string number, CancellationToken cancel)
        => store.Read(db => db.Publications.Where(row => row.Number == number).Select(row => row.Shape).FirstOrDefaultAsync(cancel), cancel);

    /// <summary>The items with these numbers, live or retracted, in no particular order.</summary>
    public Task<IReadOnlyList<PublishedItem>> FindAll(IReadOnlyCollection<string> numbers, CancellationToken cancel)
        => store.Read<IReadOnlyList<PublishedItem>>(async db =>
            await db.Publications.Where(row => numbers.Contains(row.Number)).Select(row => row.Shape).ToListAsync(cancel), cancel);

    /// <summary>
    /// A page of a feed, all of it from one state of the store: <paramref name="count"/> live items after the first <paramref name="skip"/>, and the newest
    /// <paramref name="tombstones"/> retracted ones (RFC 6721).
    /// </summary>
    public Task<PublishedPage> FeedPage(PublishedFilter filter, int skip, int count, int tombstones, CancellationToken cancel)
        => store.Read(db => ReadPage(db, filter, skip, count, tombstones, cancel), cancel);

    /// <summary>The first page of the whole feed with the agencies and categories: one short transaction, because a publication waits for it to be seen.</summary>
    public Task<PublishedFront> Front(int count, int tombstones, CancellationToken cancel)
        => store.Read(async db => new PublishedFront(await ReadPage(db, new(), 0, count, tombstones, cancel), await Skpds(db, cancel), await Categories(db, cancel)), cancel);

    /// <summary>Live items, oldest first: pages of it hardly ever move, so it suits lists for search engines.</summary>
    public Task<IReadOnlyList<PublishedItem>> OldestFirst(int skip, int count, CancellationToken cancel)
        => store.Read<IReadOnlyList<PublishedItem>>(async db =>
            await Matching(db, new()).OrderBy(row => row.PublishedAt).ThenBy(row => row.Number).Skip(skip).Take(count).Select(row => row.Shape).ToListAsync(cancel), cancel);

    /// <summary>First publication of the oldest live item; null while there is none.</summary>
    public Task<DateTimeOffset?> Oldest(CancellationToken cancel)
        => store.Read(db => Matching(db, new()).MinAsync(row => (DateTimeOffset?)row.PublishedAt, cancel), cancel);

    /// <summary>Changes with a sequence above <paramref name="after"/>, oldest first. Never skips one: sequences are given in the order of the commits.</summary>
    public Task<IReadOnlyList<PublicationChange>> ChangesAfter(long after, int count, CancellationToken cancel)
        => store.Read<IReadOnlyList<PublicationChange>>(async db =>
            await db.PublicationChanges.Where(row => row.Sequence > after).OrderBy(row => row.Sequence).Take(count)
                .Select(row => new PublicationChange(row.Sequence, row.At, row.Number, row.Status)).ToListAsync(cancel), cancel);

    /// <summary>Sequence of the first change at or after an instant; null while there is none.</summary>
    public Task<long?> FirstChangeSince(DateTimeOffset since, CancellationToken cancel)
        => store.Read(db => db.PublicationChanges.Where(row => row.At >= since).MinAsync(row => (long?)row.Sequence, cancel), cancel);

    /// <summary>The newest change's sequence; 0 while nothing was ever published.</summary>
    public Task<long> Head(CancellationToken cancel)
        => store.Read(async db => await db.PublicationChanges.MaxAsync(row => (long?)row.Sequence, cancel) ?? 0, cancel);

    /// <summary>True while a live item uses the photo with this content hash.</summary>
    public Task<bool> ShowsPhoto(string hash, CancellationToken cancel)
        => store.Read(db => db.PublicationPhotos.AnyAsync(row => row.Hash == hash && row.Live, cancel), cancel);

    /// <summary>True when an item that was ever published used the photo (then it answers 410, not 404).</summary>
    public Task<bool> EverShowedPhoto(string hash, CancellationToken cancel)
        => store.Read(db => db.PublicationPhotos.AnyAsync(row => row.Hash == hash, cancel), cancel);

    public Task<IReadOnlyList<PublishedSkpd>> Skpds(CancellationToken cancel)
        => store.Read(db => Skpds(db, cancel), cancel);

    public Task<IReadOnlyList<PublishedCategory>> Categories(CancellationToken cancel)
        => store.Read(db => Categories(db, cancel), cancel);

    private static async Task<PublishedPage> ReadPage(NewsroomDb db, PublishedFilter filter, int skip, int count, int tombstones, CancellationToken cancel)
    {
        var live = Matching(db, filter).OrderByDescending(row => row.PublishedAt).ThenByDescending(row => row.Number);
        var items = await live.Skip(skip).Take(count + 1).Select(row => row.Shape).ToListAsync(cancel);
        var newest = skip == 0
            ? items.FirstOrDefault()?.PublishedAt
            : await live.Select(row => (DateTimeOffset?)row.PublishedAt).FirstOrDefaultAsync(cancel);
        var retracted = tombstones == 0
            ? []
            : await Matching(db, filter, PublicationStatus.Retracted).OrderByDescending(row => row.ModifiedAt).ThenByDescending(row => row.Number)
                .Take(tombstones).Select(row => row.Shape).ToListAsync(cancel);
        var head = await db.PublicationChanges.MaxAsync(row => (long?)row.Sequence, cancel) ?? 0;
        return new(items.Count > count ? items[..count] : items, retracted, items.Count > count, newest, head);
    }

    private static async Task<IReadOnlyList<PublishedSkpd>> Skpds(NewsroomDb db, CancellationToken cancel)
        => await db.Skpds.Where(row => row.Active).OrderBy(row => row.Name)
            .Select(row => new PublishedSkpd(row.Code, row.Name, row.ShortName, row.SiteUrl, row.FeedUrl, row.Head, row.Address, row.Phone)).ToListAsync(cancel);

    private static async Task<IReadOnlyList<PublishedCategory>> Categories(NewsroomDb db, CancellationToken cancel)
        => await db.Categories.OrderBy(row => row.Order).Select(row => new PublishedCategory(row.Code, row.Name)).ToListAsync(cancel);

    private static IQueryable<PublicationRow> Matching(NewsroomDb db, PublishedFilter filter)
        => Matching(db.Publications.Where(row => row.Status != PublicationStatus.Retracted), filter);

    private static IQueryable<PublicationRow> Matching(NewsroomDb db, PublishedFilter filter, PublicationStatus status)
        => Matching(db.Publications.Where(row => row.Status == status), filter);

    private static IQueryable<PublicationRow> Matching(IQueryable<PublicationRow> rows, PublishedFilter filter)
    {
        if (filter.SkpdCode is { } skpd) rows = rows.Where(row => row.SkpdCode == skpd);
        if (filter.CategoryCode is { } category) rows = rows.Where(row => row.CategoryCode == category);
        if (filter.From is { } from) rows = rows.Where(row => row.PublishedAt >= from);
        if (filter.Until is { } until) rows = rows.Where(row => row.PublishedAt < until);
        foreach (var word in SearchText.Words(filter.Text)) rows = rows.Where(row => row.SearchText.Contains(word));
        return rows;
    }
}
