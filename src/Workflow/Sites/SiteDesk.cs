using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Sites;

/// <summary>An item as an agency's feed has it.</summary>
/// <param name="PublishedAt">Null when the feed does not say, or says what nobody understands.</param>
public sealed record SiteEntry(string ItemId, string Url, string Title, string? Summary, DateTimeOffset? PublishedAt);

/// <summary>Why an item was not hidden or shown.</summary>
public enum SiteRefusal
{
    /// <summary>Only who reviews at Kominfo, or AdminPortal.</summary>
    NotAllowed,
    NotThere,
    WithoutReason,
    /// <summary>It is as was wanted already.</summary>
    Unchanged,
}

/// <summary>The agencies' own sites (SOP rows A8, B11, B12): which are read, what stands there, and what Kominfo does not show.</summary>
public static class SiteDesk
{
    /// <summary>Longest reason, characters.</summary>
    public const int ReasonLimit = 300;

    /// <summary>What a feed gives at once is at most this many; older ones it had before.</summary>
    public const int EntryLimit = 100;

    /// <summary>A feed may date an item back by so much; what it dates back further counts for the day on which it was seen.</summary>
    internal static readonly TimeSpan Backdating = TimeSpan.FromDays(7);

    /// <summary>Feeds of active agencies that are to be read now. A new or changed address is read at once.</summary>
    public static async Task<IReadOnlyList<SiteFeedRow>> Due(NewsroomDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var feeds = await db.Skpds.Where(skpd => skpd.Active && skpd.FeedUrl != null).Select(skpd => new { skpd.Code, skpd.FeedUrl }).ToListAsync(cancel);
        var known = await db.SiteFeeds.AsNoTracking().ToDictionaryAsync(row => row.SkpdCode, cancel);
        return [.. feeds.Select(feed => known.GetValueOrDefault(feed.Code) is { } row && row.Url == feed.FeedUrl ? row : new SiteFeedRow { SkpdCode = feed.Code, Url = feed.FeedUrl! }).Where(row => row.TryAt <= now)];
    }

    /// <summary>Keeps what a reading brought: new items, and other titles or addresses of known ones.</summary>
    /// <param name="entries">Null when nothing has changed since the last reading.</param>
    /// <returns>How many are new.</returns>
    public static async Task<int> Take(NewsroomDb db, SiteFeedRow read, IReadOnlyList<SiteEntry>? entries, string? etag, string? lastModified, TimeSpan every, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await RowOf(db, read, cancel);
        (row.TryAt, row.Attempts, row.LastError, row.ReadAt) = (now + every, 0, null, now);
        if (entries is null) return 0;
        (row.ETag, row.LastModified) = (etag, lastModified);
        var ids = entries.Select(entry => entry.ItemId).ToList();
        var known = await db.SiteItems.Where(item => item.SkpdCode == read.SkpdCode && ids.Contains(item.ItemId)).ToDictionaryAsync(item => item.ItemId, cancel);
        var added = 0;
        foreach (var entry in entries.Take(EntryLimit))
        {
            if (known.TryGetValue(entry.ItemId, out var item))
            {
                (item.Url, item.Title, item.Summary) = (entry.Url, entry.Title, entry.Summary);
                continue;
            }
            var published = entry.PublishedAt is { } at && at <= now ? at : now;
            known.Add(entry.ItemId, db.SiteItems.Add(new SiteItemRow { SkpdCode = read.SkpdCode, ItemId = entry.ItemId, Url = entry.Url, Title = entry.Title, Summary = entry.Summary, PublishedAt = published.ToUniversalTime(), SeenAt = now }).Entity);
            added++;
        }
        return added;
    }

    /// <summary>Notes that it could not be read; it is tried again later and later, at most a day apart.</summary>
    public static async Task Fail(NewsroomDb db, SiteFeedRow read, string error, TimeSpan every, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await RowOf(db, read, cancel);
        row.Attempts++;
        var pause = every * Math.Pow(2, Math.Min(row.Attempts - 1, 6));
        (row.TryAt, row.LastError) = (now + (pause < TimeSpan.FromDays(1) ? pause : TimeSpan.FromDays(1)), error[..Math.Min(error.Length, 300)]);
    }

    /// <summary>Shows it no longer, in public or in a recap, with the reason on record.</summary>
    public static Task<SiteRefusal?> Hide(NewsroomDb db, long id, string reason, Actor actor, DateTimeOffset now, CancellationToken cancel) => Turn(db, id, hidden: true, PlainText.OneLine(reason), actor, now, cancel);

    public static Task<SiteRefusal?> Show(NewsroomDb db, long id, Actor actor, DateTimeOffset now, CancellationToken cancel) => Turn(db, id, hidden: false, null, actor, now, cancel);

    public static bool MayHide(Actor actor) => actor.Reviews || actor.Holds(Role.AdminPortal);

    /// <summary>The newest first; hidden ones as well, for who decides about them.</summary>
    public static Task<List<SiteItemRow>> List(NewsroomDb db, int skip, int count, CancellationToken cancel)
        => db.SiteItems.AsNoTracking().OrderByDescending(item => item.PublishedAt).ThenByDescending(item => item.Id).Skip(skip).Take(count).ToListAsync(cancel);

    /// <summary>The day for which an item counts, where the office counts those of sites.</summary>
    public static DateTimeOffset CountsAt(SiteItemRow item) => item.SeenAt - item.PublishedAt > Backdating ? item.SeenAt : item.PublishedAt;

    private static async Task<SiteRefusal?> Turn(NewsroomDb db, long id, bool hidden, string? reason, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        if (!MayHide(actor)) return SiteRefusal.NotAllowed;
        if (hidden && reason is not { Length: > 0 and <= ReasonLimit }) return SiteRefusal.WithoutReason;
        if (await db.SiteItems.FindAsync([id], cancel) is not { } item) return SiteRefusal.NotThere;
        if (item.Hidden == hidden) return SiteRefusal.Unchanged;
        (item.Hidden, item.HiddenReason) = (hidden, reason);
        await AuditChain.Append(db, new AuditEntry(0, now, hidden ? "HideSiteItem" : "ShowSiteItem", actor.MemberId, actor.Name, actor.Holds(Role.AdminPortal) ? nameof(Role.AdminPortal) : nameof(Role.Anggota), Reason: reason, Detail: $"{item.SkpdCode}: {item.Url}"), now, cancel);
        return null;
    }

    private static async Task<SiteFeedRow> RowOf(NewsroomDb db, SiteFeedRow read, CancellationToken cancel)
    {
        if (await db.SiteFeeds.FindAsync([read.SkpdCode], cancel) is not { } row) return db.SiteFeeds.Add(new SiteFeedRow { SkpdCode = read.SkpdCode, Url = read.Url }).Entity;
        if (row.Url != read.Url) (row.Url, row.ETag, row.LastModified, row.Attempts) = (read.Url, null, null, 0);
        return row;
    }
}
