using System.Collections.Immutable;
using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Checks;

/// <summary>How much a finding weighs.</summary>
public enum Weight
{
    /// <summary>Stops submitting, endorsing and publishing.</summary>
    Block,
    /// <summary>Must be acknowledged by the sender.</summary>
    Warn,
}

/// <summary>What a check found. <paramref name="Code"/> names the sentence; the values fill it.</summary>
/// <param name="Values">What the sentence names: the limit, the actual value, the place.</param>
public sealed record Finding(Weight Weight, string Code, ImmutableArray<string> Values)
{
    public bool Equals(Finding? other) => other is not null && Weight == other.Weight && Code == other.Code && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Weight, Code, Values.Length);
}

/// <summary>A photo as the checks see it.</summary>
public sealed record PhotoFacts(string Hash, int Width, int Height);

/// <summary>What a check may look at: the text, its photos' sizes, and whether its like is out already. Never the network, never a clock.</summary>
/// <param name="DuplicateOf">Number of a live or submitted item of another kind with the same words.</param>
public sealed record CheckedText(Content Content, ImmutableArray<PhotoFacts> Photos, string? DuplicateOf, TextRules Rules);

/// <summary>Limits on a text (settings <c>Checks:*</c>).</summary>
public sealed class TextRules
{
    /// <summary>Characters.</summary>
    public int TitleMinimum { get; set; } = 15;

    /// <summary>Characters.</summary>
    public int TitleMaximum { get; set; } = 160;

    /// <summary>Characters; longer ones are warned about.</summary>
    public int TitleComfortable { get; set; } = 100;

    /// <summary>Words.</summary>
    public int BodyMinimum { get; set; } = 80;

    /// <summary>False lets an item go out without a photo.</summary>
    public bool PhotoRequired { get; set; } = true;

    /// <summary>Pixels of the longer side; smaller photos are warned about.</summary>
    public int PhotoLongSide { get; set; } = 960;

    /// <summary>Pixels of the shorter side; smaller photos are warned about.</summary>
    public int PhotoShortSide { get; set; } = 640;
}
