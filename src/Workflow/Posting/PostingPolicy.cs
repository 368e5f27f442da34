using System.Collections.Immutable;

namespace KominfoBot.Workflow.Posting;

/// <summary>For which week an item counts, once it is published.</summary>
public enum CreditBy
{
    /// <summary>The week in which it was first sent to Kominfo: a slow review never fails an SKPD.</summary>
    FirstSubmission,
    /// <summary>The week in which it first became public.</summary>
    Publication,
}

/// <summary>The office's terms of the posting rule (SOP rows A15/B11).</summary>
/// <param name="MinimumPerWeek">Items that an SKPD owes the public in an ISO week.</param>
/// <param name="MinimumWorkingDays">A week with fewer working days is excused.</param>
/// <param name="HarmlessRetractions">Public reasons of a retraction that cost the SKPD nothing; every other one is a fault, and the item no longer counts.</param>
/// <param name="CountSites">Whether items of an SKPD's own site count (SOP row B11 speaks of its news, wherever it stands).</param>
public sealed record PostingPolicy(int MinimumPerWeek, CreditBy CreditBy, int MinimumWorkingDays, ImmutableHashSet<string> HarmlessRetractions, bool CountSites = false)
{
    /// <summary>Withdrawn at the agency's own wish.</summary>
    public const string AtItsOwnRequest = "Berita ini dicabut atas permintaan perangkat daerah.";

    public static PostingPolicy Default { get; } = new(2, CreditBy.FirstSubmission, 3, [AtItsOwnRequest]);
}
