using System.ComponentModel.DataAnnotations;

namespace KominfoBot.Bot.Waiting;

/// <summary>Settings <c>Jobs:Escalation:*</c>: after how many working hours somebody is reminded of a text that waits; 0 means never. Nothing is ever approved by time passing.</summary>
public sealed class EscalationOptions
{
    private const string Fault = "harus 0 (tidak pernah) sampai 1000 jam kerja.";

    /// <summary>A text under evaluation: the reviewers.</summary>
    [Range(0, 1000, ErrorMessage = Fault)]
    public int ReviewersHours { get; set; } = 4;

    /// <summary>A text under evaluation: Kabid.</summary>
    [Range(0, 1000, ErrorMessage = Fault)]
    public int KabidHours { get; set; } = 8;

    /// <summary>A text under evaluation: Kadis.</summary>
    [Range(0, 1000, ErrorMessage = Fault)]
    public int KadisHours { get; set; } = 16;

    /// <summary>An endorsed text: Kadis.</summary>
    [Range(0, 1000, ErrorMessage = Fault)]
    public int ApprovalHours { get; set; } = 4;

    /// <summary>An endorsed text: Kadis and AdminPortal are told of delegation.</summary>
    [Range(0, 1000, ErrorMessage = Fault)]
    public int DelegationHours { get; set; } = 8;

    public int HoursOf(EscalationStage stage) => stage switch
    {
        EscalationStage.Reviewers => ReviewersHours,
        EscalationStage.Kabid => KabidHours,
        EscalationStage.Kadis => KadisHours,
        EscalationStage.Approval => ApprovalHours,
        EscalationStage.Delegation => DelegationHours,
        _ => 0,
    };
}

/// <summary>Who is told that a text waits too long.</summary>
public enum EscalationStage
{
    Reviewers,
    Kabid,
    Kadis,
    Approval,
    Delegation,
}
