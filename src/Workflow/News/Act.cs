namespace KominfoBot.Workflow.News;

/// <summary>What can be done to an edition. Imperative; the facts that follow are events of the same name.</summary>
public enum Act
{
    Discard,
    Submit,
    Withdraw,
    Endorse,
    /// <summary>The endorser takes his endorsement back before the next step acts: mis-taps happen.</summary>
    TakeBack,
    Return,
    Reject,
    Approve,
    /// <summary>The time has come, or the photos are ready: the system publishes what was approved.</summary>
    Publish,
    /// <summary>What was approved cannot be published; the Kadis may try again.</summary>
    FailPublishing,
    /// <summary>Takes a published item away from the public, with a public reason; the link stays and says so.</summary>
    Retract,
}
