using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Conversations;

/// <summary>An acting officer is being named.</summary>
/// <param name="Search">Part of a name, to find the person by.</param>
public sealed record DelegationState(long MemberId = 0, ActingKind Kind = default, string Letter = "", DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Search = null);

/// <summary>Somebody is being invited.</summary>
public sealed record InviteState(
    Role Role = default, string? Skpd = null, string? Name = null, string? Nip = null, string? Letter = null, DateOnly? LetterDate = null, DateTimeOffset? Until = null, string? Search = null);

/// <summary>A person's record, or another entry, at hand.</summary>
/// <param name="MemberId">Of the entry.</param>
/// <param name="Search">What was looked for, or what was typed.</param>
public sealed record EntryState(long MemberId = 0, long AppointmentId = 0, string? Search = null);

/// <summary>An SKPD or a category at hand, or a table that waits for a Ya.</summary>
public sealed record SkpdState(string Code = "", string Name = "", string Column = "", string? Search = null, string Table = "");

/// <summary>A document on its way to the shelf, or one that is renamed.</summary>
public sealed record ShelfState(long DocumentId = 0, string Hash = "", string Name = "", long Bytes = 0, string? FileId = null);
