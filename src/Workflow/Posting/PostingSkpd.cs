using System.Collections.Immutable;

namespace KominfoBot.Workflow.Posting;

/// <summary>From when until when somebody was an admin of an SKPD; null: still, or until further notice.</summary>
public readonly record struct Tenure(DateTimeOffset From, DateTimeOffset? Until);

/// <summary>What the rule needs to know of an SKPD.</summary>
/// <param name="ClosedAt">Since when it is no longer an agency of the regency; null while it is one.</param>
/// <param name="Admins">All that ever were, in any order.</param>
public sealed record PostingSkpd(string Code, string ShortName, bool Exempt, DateTimeOffset? ClosedAt, ImmutableArray<Tenure> Admins);
