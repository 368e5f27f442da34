using System.Globalization;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Teks;

/// <summary>Times as the office says them: 09.12, Sabtu 21 November 2026, 3 jam lalu.</summary>
public static class Saat
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static string Jam(this OfficeTime office, DateTimeOffset instant) => office.Local(instant).ToString("HH.mm", CultureInfo.InvariantCulture);

    /// <summary>The hour today, with the date on other days.</summary>
    public static string Kapan(this OfficeTime office, DateTimeOffset instant, DateTimeOffset now)
        => office.Today(instant) == office.Today(now) ? office.Jam(instant) : $"{office.Local(instant).ToString("d MMM", Indonesian)} {office.Jam(instant)}";

    public static string Tanggal(this OfficeTime office, DateTimeOffset instant) => office.Local(instant).ToString("dddd d MMMM yyyy HH.mm", Indonesian);

    /// <summary>"Senin 30 November 2026".</summary>
    public static string Hari(DateOnly date) => date.ToString("dddd d MMMM yyyy", Indonesian);

    /// <summary>"30 Nov 2026".</summary>
    public static string Pendek(DateOnly date) => date.ToString("d MMM yyyy", Indonesian);

    /// <summary>"Sen 30 Nov".</summary>
    public static string HariPendek(DateOnly date) => date.ToString("ddd d MMM", Indonesian);

    /// <summary>The last day of something that ends at this instant: an end at midnight belongs to the day before.</summary>
    public static DateOnly LastDay(this OfficeTime office, DateTimeOffset until) => office.Today(until.AddTicks(-1));

    /// <summary>The instant at which that day is over.</summary>
    public static DateTimeOffset EndOf(this OfficeTime office, DateOnly date) => office.At(date.AddDays(1), TimeOnly.MinValue);

    public static string Lalu(DateTimeOffset instant, DateTimeOffset now) => (now - instant) switch
    {
        { TotalMinutes: < 1 } => ChatText.Line($"baru saja"),
        { TotalMinutes: < 60 } span => ChatText.Line($"{(int)span.TotalMinutes} menit lalu"),
        { TotalHours: < 24 } span => ChatText.Line($"{(int)span.TotalHours} jam lalu"),
        var span => ChatText.Line($"{(int)span.TotalDays} hari lalu"),
    };

    /// <summary>A short stretch in seconds: "0,3 detik".</summary>
    public static string Detik(TimeSpan span) => ChatText.Line($"{Math.Max(0.1, span.TotalSeconds).ToString("0.0", Indonesian)} detik");
}
