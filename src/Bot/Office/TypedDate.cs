using System.Globalization;
using System.Text.RegularExpressions;

namespace KominfoBot.Bot.Office;

/// <summary>Dates as people type them: 30-11-2026, 30/11/26, 30 November 2026, 30 Nov, hari ini, besok, 2026-11-30.</summary>
internal static partial class TypedDate
{
    private static readonly string[] months = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];

    /// <param name="today">For words, and for the year when none is typed.</param>
    /// <returns>Null when it is no date.</returns>
    public static DateOnly? Parse(string text, DateOnly today)
    {
        var typed = text.Trim().TrimEnd('.').ToLowerInvariant();
        if (typed is "hari ini") return today;
        if (typed is "besok") return today.AddDays(1);
        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)) return iso;
        var match = DayFirst().Match(typed);
        if (!match.Success) return null;
        var month = match.Groups["month"].Value;
        var number = char.IsAsciiDigit(month[0]) ? int.Parse(month, CultureInfo.InvariantCulture) : Array.FindIndex(months, name => month.StartsWith(name, StringComparison.Ordinal)) + 1;
        if (month.StartsWith("ags", StringComparison.Ordinal)) number = 8;
        if (month.StartsWith("nop", StringComparison.Ordinal)) number = 11;
        var year = match.Groups["year"] is { Success: true, Value: var given } ? int.Parse(given, CultureInfo.InvariantCulture) + (given.Length == 2 ? 2000 : 0) : today.Year;
        return number is >= 1 and <= 12 && year is >= 1900 and <= 9000 && int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture) is >= 1 and var day && day <= DateTime.DaysInMonth(year, number)
            ? new DateOnly(year, number, day)
            : null;
    }

    [GeneratedRegex(@"\A(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad),?\s+)?(?<day>[0-9]{1,2})(?:\s*[-/.]\s*|\s+)(?<month>[0-9]{1,2}|[a-z]{3,9})(?:(?:\s*[-/.]\s*|\s+)(?<year>[0-9]{4}|[0-9]{2}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();
}
