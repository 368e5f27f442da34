using System.ComponentModel.DataAnnotations;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Office;

/// <summary>Settings <c>Office:*</c>: whose newsroom this is. The defaults are one regency's; nothing else in the code knows it.</summary>
public sealed class OfficeOptions : IValidatableObject
{
    /// <summary>The regency, as it stands in feeds and greetings.</summary>
    [Required(ErrorMessage = "tidak boleh kosong; isi dengan nama kabupaten atau kota, misalnya \"Kabupaten Lima Puluh Kota\".")]
    public string Name { get; set; } = "Kabupaten Lima Puluh Kota";

    /// <summary>The office that publishes, as it stands on cards and recaps.</summary>
    [Required(ErrorMessage = "tidak boleh kosong; isi dengan nama dinas, misalnya \"Dinas Komunikasi dan Informatika\".")]
    public string Agency { get; set; } = "Dinas Komunikasi dan Informatika";

    /// <summary>IANA name of the zone in which "today" is meant.</summary>
    [Required(ErrorMessage = "tidak boleh kosong; isi dengan nama zona IANA, misalnya \"Asia/Jakarta\".")]
    public string TimeZone { get; set; } = "Asia/Jakarta";

    /// <summary>When the office is open, office time, 24 hours; weekdays and dates may have their own, as <see cref="OfficeHours"/> reads it.</summary>
    [Required(ErrorMessage = "tidak boleh kosong; isi dengan jam mulai dan selesai, misalnya \"07:30-16:00\".")]
    public string WorkingHours { get; set; } = OfficeHours.Default;

    /// <summary>When messages arrive without sound; equal ends mean never.</summary>
    [Required(ErrorMessage = "tidak boleh kosong; isi dengan jam mulai dan selesai, misalnya \"18:00-06:30\", atau \"00:00-00:00\" agar tidak pernah.")]
    public string QuietHours { get; set; } = "18:00-06:30";

    /// <summary>The agencies; null: the shipped list.</summary>
    public string? SkpdFile { get; set; }

    /// <summary>The kinds of news; null: the shipped list.</summary>
    public string? CategoryFile { get; set; }

    /// <summary>The yearly holidays; null: the shipped list.</summary>
    public string? HolidayFile { get; set; }

    /// <summary>The office's own words (<see cref="Teks.WordingFile"/>); null: the shipped ones.</summary>
    public string? TextFile { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(TimeZone) && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult("tidak dikenal mesin ini; pasang paket tzdata (apt-get install tzdata) atau perbaiki namanya, misalnya \"Asia/Jakarta\".", [nameof(TimeZone)]);
        if (!string.IsNullOrEmpty(WorkingHours) && HoursFault() is { } fault) yield return new ValidationResult(fault, [nameof(WorkingHours)]);
        if (!string.IsNullOrEmpty(QuietHours) && !Workflow.Calendar.QuietHours.TryParse(QuietHours, out _))
            yield return new ValidationResult("harus berbentuk JJ:MM-JJ:MM, misalnya \"18:00-06:30\".", [nameof(QuietHours)]);
    }

    /// <summary>The office's own time.</summary>
    /// <exception cref="TimeZoneNotFoundException">Not after validation.</exception>
    public OfficeTime Time() => new(TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    /// <summary>The office's working days and hours.</summary>
    /// <exception cref="FormatException">Not after validation.</exception>
    /// <exception cref="Hosting.OperatorException">The list of holidays is missing or wrong.</exception>
    public WorkingCalendar Calendar()
        => new(Time(), OfficeHours.Parse(WorkingHours), Office.HolidayFile.Load(this), Workflow.Calendar.QuietHours.TryParse(QuietHours, out var quiet) ? quiet : throw new FormatException(QuietHours));

    private string? HoursFault()
    {
        try
        {
            OfficeHours.Parse(WorkingHours);
            return null;
        }
        catch (FormatException error)
        {
            return error.Message;
        }
    }
}
