using System.Collections.Immutable;
using KominfoBot.Workflow.People;

namespace KominfoBot.Workflow.News;

/// <summary>One step between submission and publication.</summary>
/// <param name="Role">Whose turn it is.</param>
/// <param name="Hours">Working hours after which the step is late. Nothing is ever approved by time passing.</param>
public sealed record ReviewStep(Role Role, int Hours);

/// <summary>The steps between submission and publication (SOP rows A13/B9, A14/B10) and the office's rules around them.</summary>
/// <param name="Steps">In order; the last one approves, those before it endorse.</param>
/// <param name="SingleReviewer">For tiny offices: one person may edit, endorse and approve what somebody else wrote. Each use is recorded.</param>
/// <param name="Lease">For how long opening a text for editing keeps others from editing it.</param>
/// <param name="FastLaneWords">How many words a correction of spelling may change.</param>
public sealed record ReviewChain(ImmutableArray<ReviewStep> Steps, bool SingleReviewer, TimeSpan Lease, int FastLaneWords)
{
    public static ReviewChain Default { get; } = new([new(Role.Kabid, 8), new(Role.Kadis, 4)], false, TimeSpan.FromMinutes(30), 5);

    /// <summary>The step whose turn it is after so many endorsements; the last one stays the last.</summary>
    public ReviewStep StepAt(int endorsements) => Steps[Math.Min(endorsements, Steps.Length - 1)];

    public bool IsLast(int endorsements) => endorsements >= Steps.Length - 1;

    public ReviewStep Last => Steps[^1];

    /// <summary>The roles that endorse; none when a single step does it all.</summary>
    public ImmutableArray<Role> Endorsers => [.. Steps[..^1].Select(step => step.Role).Distinct()];

    public bool Equals(ReviewChain? other)
        => other is not null && Steps.SequenceEqual(other.Steps) && SingleReviewer == other.SingleReviewer && Lease == other.Lease && FastLaneWords == other.FastLaneWords;

    public override int GetHashCode() => HashCode.Combine(Steps.Length, SingleReviewer, Lease, FastLaneWords);
}
