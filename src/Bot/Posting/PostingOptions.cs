using System.ComponentModel.DataAnnotations;
using KominfoBot.Bot.Jobs;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Posting;

/// <summary>Settings <c>Posting:*</c>: what each SKPD owes in a week (SOP row B11).</summary>
public sealed class PostingOptions
{
    /// <summary>Items per SKPD and ISO week.</summary>
    [Range(1, 20, ErrorMessage = "harus 1 sampai 20 berita.")]
    public int MinimumPerWeek { get; set; } = PostingPolicy.Default.MinimumPerWeek;

    /// <summary>For which week a published item counts.</summary>
    public CreditBy CreditBy { get; set; } = CreditBy.FirstSubmission;

    /// <summary>A week with fewer working days is excused; 0: never.</summary>
    [Range(0, 5, ErrorMessage = "harus 0 sampai 5 hari kerja.")]
    public int MinimumWorkingDays { get; set; } = PostingPolicy.Default.MinimumWorkingDays;

    /// <summary>Weeks without an item after which an SKPD or an admin is reported as silent.</summary>
    [Range(1, 52, ErrorMessage = "harus 1 sampai 52 pekan.")]
    public int DormantAfterWeeks { get; set; } = 4;

    /// <summary>Whether items of an SKPD's own site, read through its feed, count as well.</summary>
    public bool CountSites { get; set; }

    public PostingPolicy Policy() => PostingPolicy.Default with { MinimumPerWeek = MinimumPerWeek, CreditBy = CreditBy, MinimumWorkingDays = MinimumWorkingDays, CountSites = CountSites };
}

/// <summary>
/// Settings <c>Posting:Reminders:*</c>: when each notice is given, as Quartz cron expressions (seconds first) in the office's time zone; on a day on which the
/// office is closed it moves to the next working day; empty means never.
/// </summary>
public sealed class ReminderOptions : IValidatableObject
{
    /// <summary>To the admins of an SKPD that has sent nothing this week: Wednesday 09:00.</summary>
    public string? None { get; set; } = "0 0 9 ? * WED";

    /// <summary>To the admins of an SKPD that has sent too little: Friday 09:00.</summary>
    public string? Few { get; set; } = "0 0 9 ? * FRI";

    /// <summary>To the head of such an SKPD, and a list to Kabid: Friday 14:00.</summary>
    public string? Escalation { get; set; } = "0 0 14 ? * FRI";

    /// <summary>Last week: to every SKPD its own, to Kabid, Kadis and Koordinator all of it: Monday 07:30.</summary>
    public string? Recap { get; set; } = "0 30 7 ? * MON";

    /// <summary>Which SKPDs and admins have been silent for long, to AdminPortal and Kabid: Monday 08:00.</summary>
    public string? Dormancy { get; set; } = "0 0 8 ? * MON";

    /// <summary>That next year's holidays are missing or provisional, to AdminPortal: each Monday of December 08:00.</summary>
    public string? NextYear { get; set; } = "0 0 8 ? 12 MON";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        => new[] { (nameof(None), None), (nameof(Few), Few), (nameof(Escalation), Escalation), (nameof(Recap), Recap), (nameof(Dormancy), Dormancy), (nameof(NextYear), NextYear) }
            .Where(cron => Timetable.Fault(cron.Item2) is not null)
            .Select(cron => new ValidationResult(Timetable.Fault(cron.Item2), [cron.Item1]));
}
