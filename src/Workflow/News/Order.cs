using System.Collections.Immutable;

namespace KominfoBot.Workflow.News;

/// <summary>What somebody asks for.</summary>
/// <param name="SeenHash">Hash of the revision that the actor saw (hexadecimal); for acts that are bound to a text.</param>
/// <param name="Reason">Why, or what is asked, answered or objected.</param>
/// <param name="Changed">The text differs from the last revision.</param>
/// <param name="Answered">The author answered a return in writing.</param>
/// <param name="WarningsAcknowledged">The sender saw the warnings and sends all the same.</param>
/// <param name="Detail">What the audit should know beside the reason.</param>
/// <param name="At">For when it is scheduled.</param>
/// <param name="Text">The text as a reviewer edited it.</param>
/// <param name="ChatId">Where a new edition or item is worked on.</param>
/// <param name="Class">The class to set.</param>
public sealed record Order(
    Act Act,
    string? SeenHash = null,
    string? Reason = null,
    bool Changed = false,
    bool Answered = false,
    bool WarningsAcknowledged = false,
    string? Detail = null,
    DateTimeOffset? At = null,
    Content? Text = null,
    long ChatId = 0,
    InformationClass Class = InformationClass.Periodic);

/// <summary>All of an edition that a decision depends on.</summary>
/// <param name="Now">The office's time.</param>
/// <param name="AuthorId">Who started the edition.</param>
/// <param name="Authors">Who wrote on the SKPD's side: started it or sent a revision of it.</param>
/// <param name="Editors">Reviewers who made a revision of it.</param>
/// <param name="Endorsers">Who endorsed it, first to last.</param>
/// <param name="LaneUser">Who took an exceptional way that is still to be looked at.</param>
/// <param name="LaterEdition">The state of a later edition of the item that is under way or out.</param>
/// <param name="LaterAuthor">Who started that one.</param>
/// <param name="IsRequested">A request for correction or retraction has no answer yet.</param>
public sealed record Standing(
    EditionState State,
    string SkpdCode,
    string? CurrentHash,
    ReviewChain Chain,
    DateTimeOffset Now,
    long AuthorId,
    ImmutableHashSet<long> Authors,
    ImmutableHashSet<long> Editors,
    ImmutableArray<long> Endorsers,
    LastDecision? Last,
    Lane Lane = Lane.Ordinary,
    Lease? Lease = null,
    bool IsAsked = false,
    bool IsEdited = false,
    bool NeedsNote = false,
    bool IsLookOwed = false,
    long? LaneUser = null,
    EditionState? LaterEdition = null,
    long? LaterAuthor = null,
    bool IsRequested = false);

/// <summary>The last act on an edition, for the words "sudah disetujui oleh …".</summary>
public sealed record LastDecision(Act Act, string? ActorName, string? Capacity, DateTimeOffset At, string? Reason);

/// <summary>Who has the text in hand, and until when.</summary>
public sealed record Lease(long MemberId, string Name, DateTimeOffset Until);
