namespace KominfoBot.Workflow.Storage;

/// <summary>One of the keys by which a submitted text's like is found (<see cref="Checks.Shingles"/>).</summary>
public sealed class TextPrintRow
{
    public required long Key { get; init; }
    public required long EditionId { get; init; }
    /// <summary>When that text was submitted or edited.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>One of the keys by which a photo's like is found (<see cref="Checks.PhotoPrint"/>).</summary>
public sealed class PhotoPrintRow
{
    public required int Key { get; init; }
    public required string Hash { get; init; }
}

/// <summary>An edition that shows a photo in its newest text.</summary>
public sealed class PhotoUseRow
{
    public required string Hash { get; init; }
    public required long EditionId { get; init; }
}
