namespace KominfoBot.Workflow.News;

/// <summary>What an act asks for beside the role.</summary>
[Flags]
public enum Condition
{
    None = 0,
    /// <summary>The actor writes for the item's SKPD, or heads it.</summary>
    OwnSkpd = 1 << 0,
    /// <summary>The act names the revision that the actor saw, and it is the current one.</summary>
    SeenText = 1 << 1,
    /// <summary>A reason is given before the act.</summary>
    Reason = 1 << 2,
    /// <summary>The actor wrote none of this edition on the SKPD's side.</summary>
    NotAuthor = 1 << 3,
    /// <summary>The actor did not edit this edition.</summary>
    NotEditor = 1 << 4,
    /// <summary>The actor did not endorse it.</summary>
    NotEndorser = 1 << 5,
    /// <summary>All blocking checks on the text pass.</summary>
    CleanText = 1 << 6,
    /// <summary>No personal data in the text, whatever else the checks say.</summary>
    NoPersonalData = 1 << 7,
    /// <summary>The text differs from the last one sent, or the author answered in writing.</summary>
    ChangedOrAnswered = 1 << 8,
    /// <summary>The actor is the one who endorsed it last.</summary>
    OwnEndorsement = 1 << 9,
    /// <summary>It is the turn of a step before the last one, and the actor holds that step's role.</summary>
    Endorsing = 1 << 10,
    /// <summary>It is the turn of the last step, and the actor holds its role.</summary>
    Approving = 1 << 11,
    /// <summary>The actor started this edition.</summary>
    OwnDraft = 1 << 12,
    /// <summary>Nobody else has the text in hand.</summary>
    Free = 1 << 13,
    /// <summary>The actor has the text in hand.</summary>
    InHand = 1 << 14,
    /// <summary>A question of a reviewer waits for its answer.</summary>
    Asked = 1 << 15,
    /// <summary>A reviewer's edit waits for the author's word.</summary>
    Edited = 1 << 16,
    /// <summary>The time asked for lies ahead.</summary>
    TimeAhead = 1 << 17,
    /// <summary>No later edition of the item is under way or out.</summary>
    Newest = 1 << 18,
    /// <summary>A correction says what was corrected.</summary>
    Note = 1 << 19,
    /// <summary>The edition goes the ordinary way.</summary>
    OrdinaryLane = 1 << 20,
    /// <summary>The edition is a small correction of spelling.</summary>
    FastLane = 1 << 21,
    /// <summary>A second look at an exceptional act is owed.</summary>
    LookOwed = 1 << 22,
    /// <summary>The actor is another than the one who took the exceptional way.</summary>
    SecondPerson = 1 << 23,
    /// <summary>Somebody asked for a correction or retraction and has no answer yet.</summary>
    Requested = 1 << 24,
    /// <summary>A later edition is still being written, by another person.</summary>
    DraftUnderWay = 1 << 25,
    /// <summary>Somebody else has the text in hand.</summary>
    InOthersHand = 1 << 26,
}
