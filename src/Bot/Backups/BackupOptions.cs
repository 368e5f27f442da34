using System.ComponentModel.DataAnnotations;
using KominfoBot.Bot.Jobs;

namespace KominfoBot.Bot.Backups;

/// <summary>Settings <c>Backup:*</c>: what is kept, where, and for how long.</summary>
public sealed class BackupOptions : IValidatableObject
{
    public const string Section = "Backup";

    /// <summary>When a backup is made, as a Quartz cron expression in the office's time zone; empty: never.</summary>
    public string? Schedule { get; set; } = "0 0 2 * * ?";

    /// <summary>Where those backups lie; null: <c>backups</c> in the data directory. Another disk is better.</summary>
    public string? Directory { get; set; }

    /// <summary>Every backup of so many days is kept.</summary>
    [Range(1, 3650, ErrorMessage = "harus 1 sampai 3650 hari.")]
    public int KeepDays { get; set; } = 14;

    /// <summary>Of older ones the first of each month is kept for so many months.</summary>
    [Range(0, 240, ErrorMessage = "harus 0 sampai 240 bulan.")]
    public int KeepMonths { get; set; } = 12;

    /// <summary>A file whose text encrypts every backup; null: they are not encrypted.</summary>
    public string? PassphraseFile { get; set; }

    /// <summary>The folder of pg_dump and pg_restore; null: the newest that Debian's packages brought, or those on the PATH.</summary>
    public string? PostgresPrograms { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Timetable.Fault(Schedule) is { } fault) yield return new ValidationResult(fault, [nameof(Schedule)]);
    }
}
