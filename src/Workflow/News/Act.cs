namespace KominfoBot.Workflow.News;

/// <summary>What can be done to an edition. Imperative; the facts that follow are events of the same name.</summary>
public enum Act
{
    // ---- who writes ----
    Discard,
    Submit,
    Withdraw,
    /// <summary>Answers a reviewer's question in writing.</summary>
    Answer,
    /// <summary>The author agrees with a reviewer's edit.</summary>
    AcceptEdit,
    /// <summary>The author objects to a reviewer's edit; the objection stands on the card until publication.</summary>
    ContestEdit,
    /// <summary>Starts a new item from a text that came to nothing.</summary>
    Copy,

    // ---- the head of the SKPD, where its setting asks for him ----
    Agree,

    // ---- who reviews ----
    /// <summary>Takes the text in hand for editing: a lease, seen by the others.</summary>
    Claim,
    /// <summary>Takes over the lease of somebody else.</summary>
    TakeOver,
    Edit,
    /// <summary>Asks the author without returning the text.</summary>
    Ask,
    /// <summary>Marks the item as kept from the public, or lifts that.</summary>
    Classify,
    Endorse,
    /// <summary>The endorser takes his endorsement back before the next step acts: mis-taps happen.</summary>
    TakeBack,
    Return,
    /// <summary>From the last step back to the first, not to the SKPD: a typo at 21.00.</summary>
    SendBack,
    Reject,
    Reopen,
    Approve,
    /// <summary>Approves for a time to come.</summary>
    Schedule,
    Reschedule,
    Unschedule,
    /// <summary>The emergency lane ("serta-merta"): public at once, a second person looks afterwards.</summary>
    PublishUrgently,

    // ---- the system ----
    /// <summary>The time has come, or the photos are ready: the system publishes what was approved.</summary>
    Publish,
    /// <summary>What was approved cannot be published; the Kadis may try again.</summary>
    FailPublishing,
    /// <summary>A newer edition has taken its place.</summary>
    Supersede,

    // ---- after publication ----
    /// <summary>Starts a new edition; the live one stays until the new one is approved.</summary>
    Revise,
    /// <summary>Starts a new edition in the fast lane: a small correction of spelling.</summary>
    FixSpelling,
    /// <summary>Publishes an edition of the fast lane.</summary>
    PublishFix,
    RequestCorrection,
    RequestRetraction,
    /// <summary>Kominfo leaves the published text as it is, and says why to those who asked for a change.</summary>
    DeclineRequest,
    /// <summary>Goes on with a correction that somebody else began and left lying: its words become those of a new edition, the draft is put away.</summary>
    TakeOverCorrection,
    /// <summary>Takes a published item away from the public, with a public reason; the link stays and says so.</summary>
    Retract,
    /// <summary>Retracts at once what cannot wait; a second person confirms afterwards.</summary>
    PullNow,
    /// <summary>The second person's look at what went through the emergency lane or was pulled.</summary>
    Confirm,
}
