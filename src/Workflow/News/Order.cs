using System.Collections.Immutable;

namespace KominfoBot.Workflow.News;

/// <summary>What somebody asks for.</summary>
/// <param name="SeenHash">Hash of the revision that the actor saw (hexadecimal); for acts that are bound to a text.</param>
/// <param name="Changed">The text differs from the last revision.</param>
/// <param name="Answered">The author answered a return in writing.</param>
/// <param name="WarningsAcknowledged">The sender saw the warnings and sends all the same.</param>
/// <param name="Detail">What the audit should know beside the reason.</param>
public sealed record Order(Act Act, string? SeenHash = null, string? Reason = null, bool Changed = false, bool Answered = false, bool WarningsAcknowledged = false, string? Detail = null);

/// <summary>All of an edition that a decision depends on.</summary>
/// <param name="Contributors">Author and everybody who made a revision of this edition.</param>
public sealed record Standing(
    EditionState State,
    string SkpdCode,
    string? CurrentHash,
    ImmutableHashSet<long> Contributors,
    long? EndorsedById,
    LastDecision? Last);

/// <summary>The last act on an edition, for the words "sudah disetujui oleh …".</summary>
public sealed record LastDecision(Act Act, string? ActorName, string? Capacity, DateTimeOffset At, string? Reason);
