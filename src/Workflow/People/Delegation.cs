namespace KominfoBot.Workflow.People;

/// <summary>How somebody stands in for the head of the office.</summary>
public enum ActingKind
{
    /// <summary>Pelaksana harian: the head is away.</summary>
    Plh,
    /// <summary>Pelaksana tugas: the office has no head.</summary>
    Plt,
}

/// <summary>
/// The Kadis's office in another's hands for a while: by letter, from and until, never handed on. Ends by itself; never deleted. (The decree of 2017 was itself
/// signed by a "Plt. Kepala Dinas".)
/// </summary>
public sealed class Delegation
{
    public long Id { get; init; }
    /// <summary>Who acts.</summary>
    public required long MemberId { get; init; }
    public required ActingKind Kind { get; init; }
    public required string LetterNumber { get; init; }
    public required long GivenById { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
    public required DateTimeOffset From { get; init; }
    /// <summary>From this instant on it holds no longer.</summary>
    public required DateTimeOffset Until { get; init; }
    /// <summary>Ended before its time.</summary>
    public DateTimeOffset? EndedAt { get; set; }
    public long? EndedById { get; set; }

    /// <summary>What stands behind the name on every decision.</summary>
    public string Capacity => CapacityOf(Kind);

    public bool HoldsAt(DateTimeOffset now) => From <= now && EndedAt is null && now < Until;

    /// <summary>It holds now or will.</summary>
    public bool IsOpenAt(DateTimeOffset now) => EndedAt is null && now < Until;

    public static string CapacityOf(ActingKind kind) => $"{kind}. Kepala Dinas";
}
