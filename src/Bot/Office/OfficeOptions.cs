using System.ComponentModel.DataAnnotations;
using System.Globalization;
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

    /// <summary>From-until, office time, 24 hours.</summary>
    [Required(ErrorMessage = "tidak boleh kosong; isi dengan jam mulai dan selesai, misalnya \"07:30-16:00\".")]
    public string WorkingHours { get; set; } = "07:30-16:00";

    /// <summary>The agencies; null: the shipped list.</summary>
    public string? SkpdFile { get; set; }

    /// <summary>The kinds of news; null: the shipped list.</summary>
    public string? CategoryFile { get; set; }

    /// <summary>The yearly holidays; null: the shipped list.</summary>
    public string? HolidayFile { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(TimeZone) && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult("tidak dikenal mesin ini; pasang paket tzdata (apt-get install tzdata) atau perbaiki namanya, misalnya \"Asia/Jakarta\".", [nameof(TimeZone)]);
        if (!string.IsNullOrEmpty(WorkingHours) && Hours() is null)
            yield return new ValidationResult("harus berbentuk JJ:MM-JJ:MM dengan jam mulai sebelum jam selesai, misalnya \"07:30-16:00\".", [nameof(WorkingHours)]);
    }

    /// <summary>The office's own time.</summary>
    /// <exception cref="TimeZoneNotFoundException">Not after validation.</exception>
    public OfficeTime Time() => new(TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    private (TimeOnly From, TimeOnly Until)? Hours()
        => WorkingHours.Split('-', StringSplitOptions.TrimEntries) is [var from, var until]
            && TimeOnly.TryParseExact(from, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            && TimeOnly.TryParseExact(until, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end)
            && start < end
                ? (start, end)
                : null;
}
