using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Conversations;

/// <summary>An acting officer is being named.</summary>
/// <param name="Search">Part of a name, to find the person by.</param>
public sealed record DelegationState(long MemberId = 0, ActingKind Kind = default, string Letter = "", DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Search = null);

/// <summary>Somebody is being invited.</summary>
public sealed record InviteState(
    Role Role = default, string? Skpd = null, string? Name = null, string? Nip = null, string? Letter = null, DateOnly? LetterDate = null, DateTimeOffset? Until = null, string? Search = null);
