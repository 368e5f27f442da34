using System.Collections.Immutable;
using System.Globalization;

namespace KominfoBot.Workflow.Calendar;

/// <summary>From when until when, on one day, by the office's clocks; <see cref="Until"/> itself is outside.</summary>
public readonly record struct DayHours(TimeOnly From, TimeOnly Until);

/// <summary>
/// When the office is open, by weekday and date. As text: rules separated by semicolons, a later one wins over those before it.
/// <code>07:30-16:00; Jumat 07:30-16:30; 2026-02-19/2026-03-19 08:00-15:00; 2026-02-19/2026-03-19 Jumat 08:00-15:30; 2026-12-31 tutup</code>
/// A rule is [date or date/date] [weekdays] hours or <c>tutup</c>. Without date and weekdays it means Monday to Friday; a span of dates without weekdays means
/// the days on which the office is open anyway; a single date means that date, whatever its weekday.
/// </summary>
public sealed class OfficeHours
{
    /// <summary>Monday to Friday, 07:30 to 16:00.</summary>
    public const string Default = "07:30-16:00";

    private const string Closed = "tutup";

    private static readonly string[][] DayNames =
        [["minggu", "ahad", "sun"], ["senin", "mon"], ["selasa", "tue"], ["rabu", "wed"], ["kamis", "thu"], ["jumat", "jum'at", "fri"], ["sabtu", "sat"]];

    private readonly ImmutableArray<Rule> rules;

    private OfficeHours(ImmutableArray<Rule> rules) => this.rules = rules;

    private enum Scope
    {
        /// <summary>The rule names its weekdays.</summary>
        Named,
        /// <summary>Only where an earlier rule opens the office.</summary>
        WhereOpen,
    }

    /// <summary>Holidays are not known here: see <see cref="WorkingCalendar"/>.</summary>
    public DayHours? On(DateOnly date)
    {
        DayHours? hours = null;
        foreach (var rule in rules)
            if (rule.From <= date && date <= rule.Until && (rule.Scope == Scope.WhereOpen ? hours is not null : rule.Days.Contains(date.DayOfWeek)))
                hours = rule.Hours;
        return hours;
    }

    /// <exception cref="FormatException">The text is not understood; the message says which rule and why, in Indonesian.</exception>
    public static OfficeHours Parse(string text)
    {
        var rules = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParseRule).ToImmutableArray();
        // A deadline in working hours must end some day.
        if (!rules.Any(rule => rule is { Hours: not null, Until: var until } && until == DateOnly.MaxValue))
            throw new FormatException("harus berbentuk JJ:MM-JJ:MM, misalnya \"07:30-16:00\", dan membuka kantor sedikitnya satu hari dalam seminggu.");
        var hours = new OfficeHours(rules);
        // Once all dated rules are over, at least one day of the week is open.
        var last = rules.Select(rule => rule.Until == DateOnly.MaxValue ? rule.From : rule.Until).Max();
        if (Enumerable.Range(1, 7).All(day => hours.On(last.AddDays(day)) is null))
            throw new FormatException("harus membuka kantor sedikitnya satu hari dalam seminggu, misalnya \"07:30-16:00\".");
        return hours;
    }

    private static Rule ParseRule(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = 0;
        var (from, until, single) = (DateOnly.MinValue, DateOnly.MaxValue, false);
        if (words.Length > 1 && char.IsAsciiDigit(words[0][0]) && !words[0].Contains(':', StringComparison.Ordinal))
        {
            var dates = words[at++].Split('/');
            single = dates.Length == 1;
            if (dates.Length > 2 || !TryDate(dates[0], out from) || !TryDate(dates[^1], out until) || until < from)
                throw new FormatException($"memuat \"{text}\": tanggalnya harus berbentuk TTTT-BB-HH atau TTTT-BB-HH/TTTT-BB-HH, yang awal lebih dahulu, misalnya 2026-02-19/2026-03-19.");
        }
        if (words.Length - at is not (1 or 2))
            throw new FormatException($"memuat \"{text}\": satu aturan berbentuk [tanggal] [hari] JJ:MM-JJ:MM, misalnya \"Jumat 07:30-16:30\"; aturan dipisahkan titik koma.");
        var days = words.Length - at == 2 ? Days(words[at++], text) : null;
        var scope = days is null && !single && from != DateOnly.MinValue ? Scope.WhereOpen : Scope.Named;
        days ??= single ? [.. Enum.GetValues<DayOfWeek>()] : [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
        return new Rule(from, until, days.Value, scope, Hours(words[at], text));
    }

    private static DayHours? Hours(string word, string text)
    {
        if (word.Equals(Closed, StringComparison.OrdinalIgnoreCase)) return null;
        return TryHours(word, out var hours)
            ? hours
            : throw new FormatException($"memuat \"{text}\": jamnya harus berbentuk JJ:MM-JJ:MM dengan jam mulai sebelum jam selesai, misalnya \"07:30-16:00\", atau \"{Closed}\".");
    }

    /// <summary>Reads <c>07:30-16:00</c>; the first must be before the second.</summary>
    public static bool TryHours(string text, out DayHours hours)
    {
        hours = default;
        if (text.Split('-') is not [var from, var until] || !TryTime(from, out var start) || !TryTime(until, out var end) || start >= end) return false;
        hours = new(start, end);
        return true;
    }

    internal static bool TryTime(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static ImmutableArray<DayOfWeek>? Days(string word, string text)
    {
        var days = ImmutableArray.CreateBuilder<DayOfWeek>();
        foreach (var part in word.Split(','))
        {
            var ends = part.Split('-').Select(Day).ToArray();
            if (ends.Length > 2 || ends.Contains(-1))
                throw new FormatException($"memuat \"{text}\": harinya harus nama hari, misalnya \"Jumat\", \"Senin-Kamis\", atau \"Senin,Rabu\".");
            for (var day = ends[0]; ; day = (day + 1) % 7)
            {
                days.Add((DayOfWeek)day);
                if (day == ends[^1]) break;
            }
        }
        return days.ToImmutable();
    }

    private static int Day(string name) => Array.FindIndex(DayNames, names => names.Contains(name.ToLowerInvariant()));

    private static bool TryDate(string text, out DateOnly date)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is > 2000 and < 2200;

    private sealed record Rule(DateOnly From, DateOnly Until, ImmutableArray<DayOfWeek> Days, Scope Scope, DayHours? Hours);
}
