namespace KominfoBot.Workflow.Posting;

/// <summary>Where an item stands, as the posting rule sees it: corrections of it are part of it and count for nothing of their own.</summary>
public enum ItemStanding
{
    /// <summary>With Kominfo, or with the head of the SKPD.</summary>
    UnderReview,
    /// <summary>Back with its author.</summary>
    Returned,
    Published,
    Retracted,
    /// <summary>Rejected, withdrawn or thrown away.</summary>
    Ended,
}

/// <summary>What the rule needs to know of an item that was sent at least once.</summary>
/// <param name="RetractionReason">The public reason, when it is retracted.</param>
/// <param name="IsDuplicate">Another item with the same words was sent before it and is still in use; of an item on a site, one with the same title.</param>
/// <param name="IsOnSite">It stands on the SKPD's own site; it has no number here.</param>
public sealed record PostedItem(
    Guid Id,
    string SkpdCode,
    string Number,
    ItemStanding Standing,
    DateTimeOffset FirstSubmittedAt,
    DateTimeOffset? FirstPublishedAt,
    string? RetractionReason = null,
    bool IsDuplicate = false,
    bool IsOnSite = false);

/// <summary>What an item is worth in a week.</summary>
public enum Credit
{
    Counted,
    /// <summary>Counts as soon as it is published.</summary>
    Provisional,
    /// <summary>Would count, were it sent again and published.</summary>
    Returned,
    Duplicate,
    RetractedForFault,
    /// <summary>Rejected, withdrawn or thrown away.</summary>
    Ended,
}

/// <summary>An item and what it is worth.</summary>
public sealed record CreditedItem(PostedItem Item, Credit Credit);
