namespace KominfoBot.Workflow.People;

/// <summary>A PDF on the office's shelf (SOP rows A1-A4): the procedure, decrees, the manual. The file lies in the data directory under its hash.</summary>
public sealed class ShelfDocument
{
    public long Id { get; init; }
    /// <summary>Lower-case hexadecimal SHA-256 of the file.</summary>
    public required string Hash { get; init; }
    public required string Name { get; set; }
    public required long Bytes { get; init; }
    /// <summary>The chat server's handle of it.</summary>
    public string? ChatFileId { get; set; }
    public required long AddedById { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    /// <summary>Taken off the shelf.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
