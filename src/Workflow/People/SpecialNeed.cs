namespace KominfoBot.Workflow.People;

/// <summary>What an SKPD needs from Kominfo (SOP row B6): a site of its own, another training, a camera.</summary>
public sealed class SpecialNeed
{
    public long Id { get; init; }
    public required string SkpdCode { get; init; }
    public required long FromMemberId { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>Kominfo's last answer.</summary>
    public string? Answer { get; set; }
    public long? AnsweredById { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    /// <summary>Done with; no longer on the list.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
