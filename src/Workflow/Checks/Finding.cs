using System.Collections.Immutable;

namespace KominfoBot.Workflow.Checks;

/// <summary>How much a finding weighs.</summary>
public enum Weight
{
    /// <summary>Stops submitting, endorsing and publishing.</summary>
    Block,
    /// <summary>Must be acknowledged by the sender.</summary>
    Warn,
    /// <summary>A hint for the reviewer; the sender is not bothered with it.</summary>
    Info,
}

/// <summary>What a check found. <paramref name="Code"/> names the sentence; the values fill it.</summary>
/// <param name="Values">What the sentence names: the limit, the actual value, the place.</param>
public sealed record Finding(Weight Weight, string Code, ImmutableArray<string> Values)
{
    /// <summary>How the text would be without this finding; null when only a person knows.</summary>
    public Fix? Fix { get; init; }

    /// <summary>Names the finding, so that one that was acknowledged is known again. One line.</summary>
    public string Key => string.Join('|', Values.Prepend(Code)).ReplaceLineEndings(" ");

    public bool Equals(Finding? other) => other is not null && Weight == other.Weight && Code == other.Code && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Weight, Code, Values.Length);
}
