namespace KominfoBot.Workflow.News;

/// <summary>Where and when that happened which an item tells of; either may be unsaid.</summary>
public sealed record Occasion(string? Place, DateOnly? On)
{
    /// <summary>Characters.</summary>
    public const int LongestPlace = 100;
}
