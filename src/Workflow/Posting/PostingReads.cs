using System.Collections.Immutable;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Sites;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Posting;

/// <summary>What the rule is fed with. Every query goes by an index to some weeks: none grows with the archive.</summary>
internal static class PostingReads
{
    private static readonly EditionState[] underReview = [EditionState.AwaitingHead, EditionState.InReview, EditionState.Endorsed, EditionState.Scheduled, EditionState.PublishFailed];
    private static readonly EditionState[] inUse = [.. underReview, EditionState.Published];

    /// <summary>All SKPDs (or one) with the tenures of their admins, by name.</summary>
    public static async Task<IReadOnlyList<PostingSkpd>> Skpds(NewsroomDb db, string? skpdCode, CancellationToken cancel)
    {
        var skpds = await db.Skpds.AsNoTracking().Where(skpd => skpdCode == null || skpd.Code == skpdCode)
            .Select(skpd => new { skpd.Code, skpd.ShortName, skpd.Exempt, skpd.Active, skpd.ClosedAt }).ToListAsync(cancel);
        var admins = await db.Appointments.AsNoTracking().Where(held => held.Role == Role.AdminSkpd && held.SkpdCode != null && (skpdCode == null || held.SkpdCode == skpdCode))
            .Select(held => new { held.SkpdCode, held.From, held.Until, held.RevokedAt }).ToListAsync(cancel);
        var tenures = admins.ToLookup(held => held.SkpdCode!, held => new Tenure(held.From, held.Until is { } until && !(held.RevokedAt < until) ? until : held.RevokedAt));
        // One that was closed nobody knows when owes nothing for any week.
        return [.. skpds.Select(skpd => new PostingSkpd(skpd.Code, skpd.ShortName, skpd.Exempt, skpd.Active ? null : skpd.ClosedAt ?? DateTimeOffset.MinValue, [.. tenures[skpd.Code]]))
            .OrderBy(skpd => skpd.ShortName, StringComparer.OrdinalIgnoreCase).ThenBy(skpd => skpd.Code, StringComparer.Ordinal)];
    }

    /// <summary>The items that may belong to these weeks.</summary>
    /// <param name="present">Whether the present week is among them: counted by publication, all that waits belongs to it.</param>
    public static async Task<IReadOnlyList<PostedItem>> Items(NewsroomDb db, IsoWeek from, IsoWeek to, bool present, string? skpdCode, PostingPolicy policy, OfficeTime office, CancellationToken cancel)
    {
        var (begins, ends) = (PostingRule.Span(from, office).Begins, PostingRule.Span(to, office).Ends);
        var bySubmission = policy.CreditBy == CreditBy.FirstSubmission;
        var items = db.Items.AsNoTracking().Where(item => skpdCode == null || item.SkpdCode == skpdCode);
        var windows = new List<IQueryable<NewsItem>>
        {
            bySubmission ? items.Where(item => item.FirstSubmittedAt >= begins && item.FirstSubmittedAt < ends) : items.Where(item => item.FirstPublishedAt >= begins && item.FirstPublishedAt < ends),
        };
        if (!bySubmission && present)
            windows.Add(items.Where(item => item.FirstSubmittedAt != null && item.FirstPublishedAt == null && item.Editions.Any(edition => edition.Ordinal == 1 && (underReview.Contains(edition.State) || edition.State == EditionState.Returned))));

        List<PostedItem> found = [];
        foreach (var window in windows)
        {
            var rows = await window.SelectMany(item => item.Editions, (item, edition) => new
            {
                item.Id, item.SkpdCode, item.Number, item.FirstSubmittedAt, item.FirstPublishedAt, edition.Ordinal, edition.State, edition.Reason,
                Twin = edition.TextHash != null && db.Editions.Any(other => other.TextHash == edition.TextHash && other.ItemId != item.Id && other.Item!.FirstSubmittedAt < item.FirstSubmittedAt && inUse.Contains(other.State)),
            }).ToListAsync(cancel);
            found.AddRange(rows.GroupBy(row => row.Id).Select(group =>
            {
                var editions = group.OrderBy(row => row.Ordinal).ToList();
                var first = editions[0];
                var retracted = first.FirstPublishedAt is not null && editions.TrueForAll(row => row.State != EditionState.Published) ? editions.FindLast(row => row.State == EditionState.Retracted) : null;
                var standing = retracted is not null ? ItemStanding.Retracted : first.FirstPublishedAt is not null ? ItemStanding.Published
                    : underReview.Contains(first.State) ? ItemStanding.UnderReview : first.State == EditionState.Returned ? ItemStanding.Returned : ItemStanding.Ended;
                return new PostedItem(first.Id, first.SkpdCode, first.Number ?? "", standing, first.FirstSubmittedAt!.Value, first.FirstPublishedAt, retracted?.Reason, first.Twin);
            }));
        }
        if (policy.CountSites) found.AddRange(await SiteItems(db, begins, ends, skpdCode, found, cancel));
        return found;
    }

    /// <summary>What stands on the agencies' own sites. The same news sent here as well counts once: by its title, within these weeks.</summary>
    private static async Task<IEnumerable<PostedItem>> SiteItems(NewsroomDb db, DateTimeOffset begins, DateTimeOffset ends, string? skpdCode, IReadOnlyCollection<PostedItem> sent, CancellationToken cancel)
    {
        // An item counts for the day on which it was seen or for one of the few before it.
        var seenUntil = ends + SiteDesk.Backdating;
        var rows = await db.SiteItems.AsNoTracking().Where(item => !item.Hidden && (skpdCode == null || item.SkpdCode == skpdCode) && item.SeenAt >= begins && item.SeenAt < seenUntil)
            .OrderBy(item => item.PublishedAt).ThenBy(item => item.Id).ToListAsync(cancel);
        if (rows.Count == 0) return [];
        var ids = sent.Where(item => item.Standing is ItemStanding.Published or ItemStanding.UnderReview).Select(item => item.Id).ToList();
        var titles = (await db.Editions.AsNoTracking().Where(edition => ids.Contains(edition.ItemId) && edition.CurrentHash != null)
                .Select(edition => new { edition.Item!.SkpdCode, Canonical = edition.Revisions.OrderByDescending(revision => revision.Ordinal).Select(revision => revision.Canonical).First() }).ToListAsync(cancel))
            .Select(row => (row.SkpdCode, SearchText.Fold(Content.FromCanonicalBytes(row.Canonical).Title))).ToHashSet();
        return rows.Select(row => (Row: row, At: SiteDesk.CountsAt(row))).Where(each => each.At >= begins && each.At < ends)
            .Select(each => new PostedItem(new Guid(0, 0, 0, BitConverter.GetBytes(each.Row.Id)), each.Row.SkpdCode, "", ItemStanding.Published, each.At, each.At, IsDuplicate: !titles.Add((each.Row.SkpdCode, SearchText.Fold(each.Row.Title))), IsOnSite: true));
    }
}
