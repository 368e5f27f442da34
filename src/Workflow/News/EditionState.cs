namespace KominfoBot.Workflow.News;

/// <summary>Where an edition stands (01-newsroom, "The life of an item").</summary>
public enum EditionState
{
    Draft,
    AwaitingHead,
    InReview,
    Endorsed,
    Scheduled,
    PublishFailed,
    Published,
    Returned,
    Rejected,
    Withdrawn,
    Retracted,
    Discarded,
    /// <summary>It was public until a newer edition of the same item took its place.</summary>
    Superseded,
}
