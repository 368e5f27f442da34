namespace KominfoBot.Workflow.News;

/// <summary>By which way an edition goes to the public. The ordinary one has two pairs of eyes; the others are named exceptions, each recorded and reported as such.</summary>
public enum Lane
{
    Ordinary,
    /// <summary>Published first ("serta-merta"), looked at by a second person within a working day.</summary>
    Emergency,
    /// <summary>A small correction of spelling, approved by a Kabid alone.</summary>
    Fast,
    /// <summary>One person reviewed it all, as the office's setting for tiny offices allows.</summary>
    SingleReviewer,
}

/// <summary>The class of an item under the law on public information (UU 14/2008, articles 9 to 11 and 17).</summary>
public enum InformationClass
{
    /// <summary>"Berkala": the ordinary class.</summary>
    Periodic,
    /// <summary>"Serta-merta": cannot wait; set by the emergency lane only.</summary>
    Immediate,
    /// <summary>"Dikecualikan": kept from the public; blocks publishing.</summary>
    Exempted,
}

/// <summary>What the author says to a reviewer's edit.</summary>
public enum EditReply
{
    None,
    Pending,
    Accepted,
    Contested,
}

/// <summary>How a revision came about.</summary>
public enum RevisionOrigin
{
    /// <summary>Sent by who writes.</summary>
    Sent,
    /// <summary>Edited by a reviewer.</summary>
    Edited,
}

/// <summary>One step's endorsement of one exact text.</summary>
/// <param name="Hash">Of the revision that the endorser saw (hexadecimal).</param>
public sealed record Endorsement(long MemberId, string Name, string? Capacity, DateTimeOffset At, string Hash);
