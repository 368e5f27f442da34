namespace KominfoBot.Workflow.Storage;

/// <summary>What became of a due thing.</summary>
public enum DueState
{
    Waiting,
    /// <summary>Its effect is in the store, by the same commit. For good.</summary>
    Done,
    /// <summary>Not done, for a reason that is kept: no longer useful. For good.</summary>
    Skipped,
    /// <summary>Taken back by whoever planned it; may be planned again.</summary>
    Cancelled,
    /// <summary>Threw too often and had no effect; may be planned again.</summary>
    Failed,
}

/// <summary>Something that is to happen once at an instant. The database is the truth; timers only make us look.</summary>
public sealed class DueRow
{
    public const int KeyLimit = 200;

    /// <summary>What happens once ("publish:17", "escalate:17:InReview:4h"): unique.</summary>
    public required string Key { get; init; }
    /// <summary>Whose business it is: the part of the program that carries it out.</summary>
    public required string Kind { get; init; }
    /// <summary>What it is about, to find it by: an edition, an SKPD.</summary>
    public required string Subject { get; init; }
    /// <summary>The promised instant.</summary>
    public required DateTimeOffset DueAt { get; set; }
    /// <summary>When to look at it: <see cref="DueAt"/>, or later after a failed attempt.</summary>
    public required DateTimeOffset TryAt { get; set; }
    /// <summary>Opaque here.</summary>
    public string? Payload { get; set; }
    public DueState State { get; set; }
    /// <summary>Why it was skipped, or the last error.</summary>
    public string? Reason { get; set; }
    public int Attempts { get; set; }
    public required DateTimeOffset PlannedAt { get; set; }
    /// <summary>When it reached a state other than Waiting.</summary>
    public DateTimeOffset? SettledAt { get; set; }
    public int Version { get; set; }
}
