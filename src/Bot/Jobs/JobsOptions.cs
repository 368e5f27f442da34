using System.ComponentModel.DataAnnotations;

namespace KominfoBot.Bot.Jobs;

/// <summary>Settings <c>Jobs:*</c>: when recurring work is done, as Quartz cron expressions (seconds first) in the office's time zone; empty means never.</summary>
public sealed class JobsOptions : IValidatableObject
{
    /// <summary>When the head of the audit chain is posted to AdminPortal and Kadis: every day at 16:00.</summary>
    public string? AuditHead { get; set; } = "0 0 16 * * ?";

    /// <summary>When AdminPortal and heads of SKPDs are reminded of SKPDs without an admin: Mondays at 09:00, on the next working day when that is none.</summary>
    public string? MissingAdmins { get; set; } = "0 0 9 ? * MON";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Timetable.Fault(AuditHead) is { } fault) yield return new ValidationResult(fault, [nameof(AuditHead)]);
        if (Timetable.Fault(MissingAdmins) is { } missing) yield return new ValidationResult(missing, [nameof(MissingAdmins)]);
    }
}
