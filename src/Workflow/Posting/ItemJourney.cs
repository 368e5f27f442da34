using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Posting;

/// <summary>The way of an item from its first sending to publication, read from its events: who held it for how long, and how it was first decided.</summary>
/// <param name="FirstDecision">Published, Returned or Rejected: whichever came first; null while undecided.</param>
public sealed record ItemJourney(Guid ItemId, DateTimeOffset? PublishedAt, TimeSpan WithSkpd, TimeSpan WithKominfo, EditionState? FirstDecision, DateTimeOffset? FirstDecisionAt)
{
    private static readonly EditionState[] decisions = [EditionState.Published, EditionState.Returned, EditionState.Rejected];

    /// <param name="entries">All events of the item's first edition, in their order.</param>
    public static ItemJourney Of(Guid itemId, IEnumerable<AuditEntry> entries)
    {
        var (withSkpd, withKominfo) = (TimeSpan.Zero, TimeSpan.Zero);
        EditionState? state = null, first = null;
        DateTimeOffset? published = null, firstAt = null;
        var since = default(DateTimeOffset);
        foreach (var entry in entries)
        {
            // Events that move nothing (a question, a lease) say nothing of who holds the item.
            if (entry.EditionOrdinal is not 1 || published is not null || entry.From == entry.To || !Enum.TryParse<EditionState>(entry.To, out var to)) continue;
            // What lies before the first sending is nobody's delay.
            if (state is null && entry.Act != nameof(Act.Submit)) continue;
            if (state is { } held && IsWithSkpd(held)) withSkpd += entry.At - since;
            else if (state is not null) withKominfo += entry.At - since;
            (state, since) = (to, entry.At);
            if (first is null && decisions.Contains(to)) (first, firstAt) = (to, entry.At);
            if (to == EditionState.Published) published = entry.At;
        }
        return new ItemJourney(itemId, published, withSkpd, withKominfo, first, firstAt);
    }

    private static bool IsWithSkpd(EditionState state) => state is EditionState.Draft or EditionState.Returned or EditionState.AwaitingHead;
}
