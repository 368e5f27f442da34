namespace KominfoBot.Workflow.Audit;

/// <summary>
/// One act, for ever. <see cref="Canonical"/> holds the exact bytes that were hashed: the chain does not depend on how a store writes numbers or dates.
/// The other columns repeat what the bytes say, to be searched by.
/// </summary>
public sealed class AuditEvent
{
    /// <summary>1, 2, 3 … without gaps, in the order of the commits.</summary>
    public required long Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Act { get; init; }
    public long? ActorId { get; init; }
    public Guid? ItemId { get; init; }
    public long? EditionId { get; init; }
    public required byte[] Canonical { get; init; }
    public required string PreviousHash { get; init; }
    /// <summary>Hexadecimal SHA-256 over the previous hash and the canonical bytes.</summary>
    public required string Hash { get; init; }
}

/// <summary>The chain's end: one row, locked last, so that events get their order.</summary>
public sealed class AuditHead
{
    public int Id { get; init; } = 1;
    public required long Sequence { get; set; }
    public required string Hash { get; set; }
}
