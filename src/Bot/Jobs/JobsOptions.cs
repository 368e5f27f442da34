using System.ComponentModel.DataAnnotations;
using KominfoBot.Bot.Waiting;

namespace KominfoBot.Bot.Jobs;

/// <summary>Settings <c>Jobs:*</c>: when recurring work is done, as Quartz cron expressions (seconds first) in the office's time zone; empty means never.</summary>
public sealed class JobsOptions : IValidatableObject
{
    /// <summary>When the head of the audit chain is posted to AdminPortal and Kadis: every day at 16:00.</summary>
    public string? AuditHead { get; set; } = "0 0 16 * * ?";

    /// <summary>When AdminPortal and heads of SKPDs are reminded of SKPDs without an admin: Mondays at 09:00, on the next working day when that is none.</summary>
    public string? MissingAdmins { get; set; } = "0 0 9 ? * MON";

    /// <summary>When each reviewer is told what waits for him: 07:30 on working days.</summary>
    public string? MorningDigest { get; set; } = "0 30 7 * * ?";

    /// <summary>The same once more: 13:00 on working days.</summary>
    public string? NoonDigest { get; set; } = "0 0 13 * * ?";

    /// <summary>When the uses of the exceptional lanes (serta-merta, ralat ejaan, satu peninjau) of the last seven days are listed to Kadis and AdminPortal: Mondays at 07:30.</summary>
    public string? LaneReport { get; set; } = "0 30 7 ? * MON";

    /// <summary>When somebody is reminded of a text that waits.</summary>
    public EscalationOptions Escalation { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, cron) in (IEnumerable<(string, string?)>)[(nameof(AuditHead), AuditHead), (nameof(MissingAdmins), MissingAdmins), (nameof(MorningDigest), MorningDigest), (nameof(NoonDigest), NoonDigest), (nameof(LaneReport), LaneReport)])
            if (Timetable.Fault(cron) is { } fault) yield return new ValidationResult(fault, [name]);
        List<ValidationResult> faults = [];
        Validator.TryValidateObject(Escalation, new ValidationContext(Escalation), faults, validateAllProperties: true);
        foreach (var fault in faults)
        {
            var member = $"{nameof(Escalation)}:{fault.MemberNames.First()}";
            yield return new ValidationResult($"Jobs:{member} = \"{typeof(EscalationOptions).GetProperty(fault.MemberNames.First())!.GetValue(Escalation)}\" {fault.ErrorMessage}", [member]);
        }
    }
}
