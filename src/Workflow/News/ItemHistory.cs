using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.News;

/// <summary>One event of an item's life.</summary>
/// <param name="Difference">What it changed in the text; null when it brought no other text.</param>
public sealed record HistoryStep(AuditEntry Entry, ContentDifference? Difference);

/// <summary>All that happened to an item, as the audit chain has it: who, in which capacity, when, what, why, and what changed in the text.</summary>
public static class ItemHistory
{
    /// <summary>Oldest first.</summary>
    public static async Task<IReadOnlyList<HistoryStep>> Of(NewsroomDb db, Guid itemId, CancellationToken cancel)
    {
        var events = await db.AuditEvents.AsNoTracking().Where(row => row.ItemId == itemId).OrderBy(row => row.Sequence).ToListAsync(cancel);
        var revisions = await db.Revisions.AsNoTracking().Where(revision => db.Editions.Any(edition => edition.Id == revision.EditionId && edition.ItemId == itemId)).ToListAsync(cancel);
        var contents = revisions.DistinctBy(revision => revision.Hash).ToDictionary(revision => revision.Hash, revision => revision.Content);

        List<HistoryStep> steps = [];
        // By edition: while a correction is on its way, acts on the live one go on beside it.
        SortedDictionary<long, Content> newest = [];
        foreach (var entry in events.Select(AuditChain.Read))
        {
            var edition = entry.EditionId ?? 0;
            var before = newest.LastOrDefault(known => known.Key <= edition).Value;
            var after = entry.RevisionHash is { } hash ? contents.GetValueOrDefault(hash) : null;
            steps.Add(new HistoryStep(entry, before is not null && after is not null && ContentDifference.Between(before, after) is { IsNone: false } difference ? difference : null));
            if (after is not null) newest[edition] = after;
        }
        return steps;
    }
}
