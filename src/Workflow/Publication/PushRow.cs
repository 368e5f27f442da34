namespace KominfoBot.Workflow.Publication;

/// <summary>A hub or portal that is told of changes, and how far it knows.</summary>
public sealed class PushRow
{
    public required string Url { get; init; }

    /// <summary>The newest change (<see cref="PublicationChange.Sequence"/>) that it has taken.</summary>
    public long Cursor { get; set; }

    /// <summary>Failures since it last took one.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before that instant of the machine's clock.</summary>
    public DateTimeOffset TryAt { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset? FailingSince { get; set; }

    public DateTimeOffset? ToldAt { get; set; }
}
