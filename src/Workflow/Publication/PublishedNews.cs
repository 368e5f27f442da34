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

/// <summary>All that the public may read. Retracted items come only from <see cref="Find"/> and <see cref="Retracted"/>.</summary>
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

    /// <summary>The page-th hundred-or-less of live items, newest first; for paged feeds.</summary>
    public Task<IReadOnlyList<PublishedItem>> Page(PublishedFilter filter, int skip, int count, CancellationToken cancel)
        => store.Read<IReadOnlyList<PublishedItem>>(async db =>
            await Matching(db, filter).OrderByDescending(row => row.PublishedAt).ThenByDescending(row => row.Number).Skip(skip).Take(count).Select(row => row.Shape).ToListAsync(cancel), cancel);

    public Task<int> Count(PublishedFilter filter, CancellationToken cancel)
        => store.Read(db => Matching(db, filter).CountAsync(cancel), cancel);

    /// <summary>One item by its number, live or retracted.</summary>
    public Task<PublishedItem?> Find(string number, CancellationToken cancel)
        => store.Read(db => db.Publications.Where(row => row.Number == number).Select(row => row.Shape).FirstOrDefaultAsync(cancel), cancel);

    /// <summary>Retracted items, most recently retracted first: the tombstones of the feeds (RFC 6721).</summary>
    public Task<IReadOnlyList<PublishedItem>> Retracted(int count, CancellationToken cancel)
        => store.Read<IReadOnlyList<PublishedItem>>(async db =>
            await db.Publications.Where(row => row.Status == PublicationStatus.Retracted).OrderByDescending(row => row.ModifiedAt).Take(count).Select(row => row.Shape).ToListAsync(cancel), cancel);

    /// <summary>Changes with a sequence above <paramref name="after"/>, oldest first. Never skips one: sequences are given in the order of the commits.</summary>
    public Task<IReadOnlyList<PublicationChange>> ChangesAfter(long after, int count, CancellationToken cancel)
        => store.Read<IReadOnlyList<PublicationChange>>(async db =>
            await db.PublicationChanges.Where(row => row.Sequence > after).OrderBy(row => row.Sequence).Take(count)
                .Select(row => new PublicationChange(row.Sequence, row.At, row.Number, row.Status)).ToListAsync(cancel), cancel);

    /// <summary>Changes at or after an instant, oldest first.</summary>
    public Task<IReadOnlyList<PublicationChange>> ChangesSince(DateTimeOffset since, int count, CancellationToken cancel)
        => store.Read<IReadOnlyList<PublicationChange>>(async db =>
            await db.PublicationChanges.Where(row => row.At >= since).OrderBy(row => row.Sequence).Take(count)
                .Select(row => new PublicationChange(row.Sequence, row.At, row.Number, row.Status)).ToListAsync(cancel), cancel);

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
        => store.Read<IReadOnlyList<PublishedSkpd>>(async db =>
            await db.Skpds.Where(row => row.Active).OrderBy(row => row.Name)
                .Select(row => new PublishedSkpd(row.Code, row.Name, row.ShortName, row.SiteUrl, row.FeedUrl, row.Head, row.Address, row.Phone)).ToListAsync(cancel), cancel);

    public Task<IReadOnlyList<PublishedCategory>> Categories(CancellationToken cancel)
        => store.Read<IReadOnlyList<PublishedCategory>>(async db =>
            await db.Categories.OrderBy(row => row.Order).Select(row => new PublishedCategory(row.Code, row.Name)).ToListAsync(cancel), cancel);

    private static IQueryable<PublicationRow> Matching(NewsroomDb db, PublishedFilter filter)
    {
        var rows = db.Publications.Where(row => row.Status != PublicationStatus.Retracted);
        if (filter.SkpdCode is { } skpd) rows = rows.Where(row => row.SkpdCode == skpd);
        if (filter.CategoryCode is { } category) rows = rows.Where(row => row.CategoryCode == category);
        if (filter.From is { } from) rows = rows.Where(row => row.PublishedAt >= from);
        if (filter.Until is { } until) rows = rows.Where(row => row.PublishedAt < until);
        foreach (var word in SearchText.Words(filter.Text)) rows = rows.Where(row => row.SearchText.Contains(word));
        return rows;
    }
}
