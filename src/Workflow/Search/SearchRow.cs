namespace KominfoBot.Workflow.Search;

/// <summary>What a sent text is found by: one row for each edition that was ever sent, of its newest revision.</summary>
public sealed class SearchRow
{
    public required long EditionId { get; init; }
    public required Guid ItemId { get; init; }
    public required string SkpdCode { get; init; }
    public required string CategoryCode { get; set; }
    /// <summary>Number, agency, title, body, captions and the name of the PDF, folded.</summary>
    public required string Text { get; set; }
}
