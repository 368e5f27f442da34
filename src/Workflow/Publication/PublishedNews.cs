using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Publication;

/// <summary>Which published items are asked for; null means any.</summary>
/// <param name="SkpdCode">Upper-case code of an agency.</param>
/// <param name="CategoryCode">Lower-case code of a category.</param>
/// <param name="From">Published at or after, UTC.</param>
/// <param name="Until">Published before, UTC.</param>
/// <param name="Text">Words of number, title, agency and body, all of them, in any order, case and accents. When no item has them all, the last may be the beginning of a word.</param>
public sealed record PublishedFilter(string? SkpdCode = null, string? CategoryCode = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Text = null);

/// <summary>Some live items, newest first.</summary>
/// <param name="Next">The place of the last one when older ones follow: what to ask for next; else null.</param>
public sealed record PublishedSlice(IReadOnlyList<PublishedItem> Items, long? Next);

/// <summary>One page of a feed as it stood at one instant.</summary>
/// <param name="Items">Live items of the page, newest first.</param>
/// <param name="Retracted">Retracted items that the filter would show, most recently retracted first.</param>
/// <param name="HasMore">True when older live items follow.</param>
/// <param name="NewestPublished">First publication of the newest live item of all pages; null when there is none.</param>
/// <param name="Head">Sequence of the newest change in this state.</param>
/// <param name="EverPublished">How many items were ever published, whatever the filter.</param>
public sealed record PublishedPage(
    IReadOnlyList<PublishedItem> Items, IReadOnlyList<PublishedItem> Retracted, bool HasMore, DateTimeOffset? NewestPublished, long Head, long EverPublished);

/// <summary>All that the newest page of the feed needs, from one state of the store.</summary>
public sealed record PublishedFront(PublishedPage Page, IReadOnlyList<PublishedSkpd> Skpds, IReadOnlyList<PublishedCategory> Categories);

/// <summary>All that the public may read. Retracted items come only from <see cref="Find"/>, <see cref="FindAll"/> and <see cref="FeedPage"/>.</summary>
public sealed class PublishedNews(NewsroomStore store)
{
    /// <summary>Letters that the beginning of a word must have.</summary>
    private const int ShortestBeginning = 3;

    /// <summary>Items from which on a page is looked for first and read then.</summary>
    private const int FarBack = 1000;

    /// <summary>Live items, newest first.</summary>
    /// <param name="before">Only those below this place (<see cref="PublishedSlice.Next"/>); null: from the newest.</param>
    public Task<PublishedSlice> List(PublishedFilter filter, long? before, int count, CancellationToken cancel)
        => store.Read(async db =>
        {
            var rows = await Newest(db, filter, before, skip: 0, count + 1, cancel);
            return new PublishedSlice([.. rows.Take(count).Select(row => row.Shape)], rows.Count > count ? rows[count - 1].Place : null);
        }, cancel);

    /// <summary>The newest live item; null while there is none.</summary>
    public Task<PublishedItem?> Newest(PublishedFilter filter, CancellationToken cancel)
        => store.Read(async db => (await Newest(db, filter, before: null, skip: 0, count: 1, cancel)) is [var newest, ..] ? newest.Shape : null, cancel);

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

    /// <summary>
    /// The items that were published as number <paramref name="first"/> and the <paramref name="length"/> - 1 after it, live and retracted, newest first: a
    /// stretch that no later publication moves. Nothing in it is more than was ever published.
    /// </summary>
    public Task<PublishedPage> Archive(long first, int length, CancellationToken cancel)
        => store.Read(async db =>
        {
            var shapes = await db.Publications.Where(row => row.Ordinal >= first && row.Ordinal < first + length).OrderByDescending(row => row.Place).Select(row => row.Shape).ToListAsync(cancel);
            var head = await db.PublicationChanges.MaxAsync(row => (long?)row.Sequence, cancel) ?? 0;
            var byLife = shapes.ToLookup(shape => shape.Status == PublicationStatus.Retracted);
            return new PublishedPage([.. byLife[false]], [.. byLife[true]], HasMore: false, NewestPublished: null, head, await LastOrdinal(db, cancel));
        }, cancel);

    /// <summary>How many items were ever published, retracted ones included: the highest ordinal.</summary>
    public Task<long> EverPublished(CancellationToken cancel)
        => store.Read(db => LastOrdinal(db, cancel), cancel);

    /// <summary>
    /// Live items of a stretch of ordinals, oldest first. Which items it holds never changes once it is full, except by retractions, and it is as quick for the
    /// last stretch as for the first.
    /// </summary>
    /// <param name="first">Ordinal of the first, from 1.</param>
    public Task<IReadOnlyList<PublishedItem>> Stretch(long first, int length, CancellationToken cancel)
        => store.Read<IReadOnlyList<PublishedItem>>(async db =>
            await db.Publications.Where(row => row.Ordinal >= first && row.Ordinal < first + length && row.Status != PublicationStatus.Retracted)
                .OrderBy(row => row.Place).Select(row => row.Shape).ToListAsync(cancel), cancel);

    /// <summary>First publication of the oldest live item; null while there is none.</summary>
    public Task<DateTimeOffset?> Oldest(CancellationToken cancel)
        => store.Read(db => Live(db, new()).OrderBy(row => row.Place).Select(row => (DateTimeOffset?)row.PublishedAt).FirstOrDefaultAsync(cancel), cancel);

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
        var rows = await Newest(db, filter, before: null, skip, count + 1, cancel);
        var newest = skip == 0 ? rows : await Newest(db, filter, before: null, skip: 0, count: 1, cancel);
        var retracted = tombstones == 0
            ? []
            : await Narrowed(db.Publications.Where(row => row.Status == PublicationStatus.Retracted), filter).OrderByDescending(row => row.ModifiedAt).ThenByDescending(row => row.Place)
                .Take(tombstones).Select(row => row.Shape).ToListAsync(cancel);
        var head = await db.PublicationChanges.MaxAsync(row => (long?)row.Sequence, cancel) ?? 0;
        return new([.. rows.Take(count).Select(row => row.Shape)], retracted, rows.Count > count, newest is [var first, ..] ? first.Shape.PublishedAt : null, head, await LastOrdinal(db, cancel));
    }

    private static async Task<long> LastOrdinal(NewsroomDb db, CancellationToken cancel)
        => await db.Publications.MaxAsync(row => (long?)row.Ordinal, cancel) ?? 0;

    private static async Task<IReadOnlyList<PublishedSkpd>> Skpds(NewsroomDb db, CancellationToken cancel)
        => await db.Skpds.Where(row => row.Active).OrderBy(row => row.Name)
            .Select(row => new PublishedSkpd(row.Code, row.Name, row.ShortName, row.SiteUrl, row.FeedUrl, row.Head, row.Address, row.Phone)).ToListAsync(cancel);

    private static async Task<IReadOnlyList<PublishedCategory>> Categories(NewsroomDb db, CancellationToken cancel)
        => await db.Categories.OrderBy(row => row.Order).Select(row => new PublishedCategory(row.Code, row.Name)).ToListAsync(cancel);

    /// <summary>Live items of the filter, newest first, read off an index in that order.</summary>
    private static async Task<List<Placed>> Newest(NewsroomDb db, PublishedFilter filter, long? before, int skip, int count, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(filter.Text))
        {
            var rows = Live(db, filter);
            if (before is { } place) rows = rows.Where(row => row.Place < place);
            if (skip > FarBack)
            {
                // Counted in the index alone: past rows need not be fetched.
                if (await rows.OrderByDescending(row => row.Place).Skip(skip).Select(row => (long?)row.Place).FirstOrDefaultAsync(cancel) is not { } first) return [];
                (rows, skip) = (rows.Where(row => row.Place <= first), 0);
            }
            return await rows.OrderByDescending(row => row.Place).Skip(skip).Take(count).Select(row => new Placed(row.Place, row.Shape)).ToListAsync(cancel);
        }
        var places = await Found(db, filter, before, skip, count, cancel);
        return await db.Publications.Where(row => places.Contains(row.Place)).OrderByDescending(row => row.Place).Select(row => new Placed(row.Place, row.Shape)).ToListAsync(cancel);
    }

    private static async Task<List<long>> Found(NewsroomDb db, PublishedFilter filter, long? before, int skip, int count, CancellationToken cancel)
    {
        var words = SearchText.Words(filter.Text);
        // A search for signs only has no words to find.
        if (words.Count == 0) return [];
        List<string> sought = [];
        if (filter.SkpdCode is { } skpd) sought.Add(PublicationWords.SkpdTag(skpd));
        if (filter.CategoryCode is { } category) sought.Add(PublicationWords.CategoryTag(category));
        sought.AddRange(words);
        var until = filter.Until?.UtcTicks;
        var search = new WordSearch(sought, Beginning: false, filter.From?.UtcTicks, before is { } place && !(place > until) ? place : until, skip, count);
        var places = await db.FindPlaces(search, cancel);
        if (places.Count > 0) return places;
        // Nothing here: because all was shown, or because nothing has these words anywhere?
        var any = (before is null && skip == 0) || (await db.FindPlaces(search with { Before = until, Skip = 0, Count = 1 }, cancel)).Count == 0;
        return any && words[^1].Length >= ShortestBeginning ? await db.FindPlaces(search with { Beginning = true }, cancel) : [];
    }

    private static IQueryable<PublicationRow> Live(NewsroomDb db, PublishedFilter filter)
        => Narrowed(db.Publications.Where(row => row.Status != PublicationStatus.Retracted), filter);

    private static IQueryable<PublicationRow> Narrowed(IQueryable<PublicationRow> rows, PublishedFilter filter)
    {
        if (filter.SkpdCode is { } skpd) rows = rows.Where(row => row.SkpdCode == skpd);
        if (filter.CategoryCode is { } category) rows = rows.Where(row => row.CategoryCode == category);
        if (filter.From?.UtcTicks is { } from) rows = rows.Where(row => row.Place >= from);
        if (filter.Until?.UtcTicks is { } until) rows = rows.Where(row => row.Place < until);
        return rows;
    }

    private sealed record Placed(long Place, PublishedItem Shape);
}
