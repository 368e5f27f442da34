using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KominfoBot.Workflow.Checks;

/// <summary>
/// A date as a text has it: "Senin (21/11/2026)", "Senin, 21 November 2026", "Jum'at 27 Nov", "21-22 November", "21 November 2026 (Sabtu)".
/// </summary>
/// <param name="At">The date without the weekday.</param>
/// <param name="To">Last day of a range in one month; null for one day.</param>
/// <param name="Year">Null when the text does not say it.</param>
internal sealed partial record DateMention(Span At, int Day, int? To, int Month, int? Year, WeekdayMention? First, WeekdayMention? Last)
{
    private const int Before = 48, After = 24;

    private static readonly ImmutableArray<string> months = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];

    private static readonly ImmutableArray<string> weekdays = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    /// <summary>Where the mention begins: with its weekday, if that stands before it.</summary>
    public int Start => First is { } first && first.At.Start < At.Start ? first.At.Start : At.Start;

    public bool IsPossible => Day >= 1 && Day <= DateTime.DaysInMonth(Year ?? 2024, Month);

    public static string NameOf(DayOfWeek day) => weekdays[(int)day];

    /// <summary>The mentioned day, in the year nearest to when the text was written if it says none; null for an impossible date, and when nothing tells the year.</summary>
    public DateOnly? On(DateOnly? writtenOn, int? day = null)
    {
        var wanted = day ?? Day;
        if (Year is { } year) return Possible(year, wanted);
        if (writtenOn is not { } written) return null;
        return Enumerable.Range(written.Year - 1, 3).Select(candidate => Possible(candidate, wanted)).OfType<DateOnly>().OrderBy(date => Math.Abs(date.DayNumber - written.DayNumber)).Select(date => (DateOnly?)date).FirstOrDefault();
    }

    /// <summary>All dates of a text, in its order.</summary>
    public static IReadOnlyList<DateMention> In(TextPiece piece)
    {
        List<DateMention> found = [];
        foreach (var match in WithMonth().Matches(piece.Text).Concat(InNumbers().Matches(piece.Text)).OrderBy(match => match.Index))
            if (!piece.IsInAddress(match.Index) && Read(piece.Text, match) is { } mention) found.Add(mention);
        return found;
    }

    private static DateMention? Read(string text, Match match)
    {
        var at = new Span(match.Index, match.Length);
        var name = match.Groups["name"];
        var month = name.Success ? MonthOf(name.ValueSpan) : Number(match.Groups["month"]);
        if (month is < 1 or > 12) return null;
        var written = match.Groups["year"];
        int? year = written.Success ? Number(written) + (written.Length == 2 ? 2000 : 0) : null;
        if (year is < 1900 or > 2100) return null;
        int? to = match.Groups["to"] is { Success: true } last ? Number(last) : null;
        var (first, second) = WeekdaysAt(text, at);
        // Figures alone may be anything ("3/4", "08.30", "12.1"): a year or a weekday makes them a date.
        if (!name.Success && (year is null || written.Length == 2) && (first is null || match.Groups["mark"].ValueSpan is not "/")) return null;
        return new DateMention(at, Number(match.Groups["day"]), to, month, year, first, second);
    }

    private static (WeekdayMention? First, WeekdayMention? Last) WeekdaysAt(string text, Span date)
    {
        var from = Math.Max(0, date.Start - Before);
        if (WeekdayBefore().Match(text[from..date.Start]) is { Success: true } before)
            return (Weekday(before.Groups["first"], from), before.Groups["last"].Success ? Weekday(before.Groups["last"], from) : null);
        if (WeekdayAfter().Match(text[date.End..Math.Min(text.Length, date.End + After)]) is { Success: true } after) return (Weekday(after.Groups["first"], date.End), null);
        return (null, null);
    }

    private static WeekdayMention Weekday(Group group, int from)
    {
        var name = group.Value.ToLowerInvariant();
        var day = name[..3] switch { "sen" => DayOfWeek.Monday, "sel" => DayOfWeek.Tuesday, "rab" => DayOfWeek.Wednesday, "kam" => DayOfWeek.Thursday, "jum" => DayOfWeek.Friday, "sab" => DayOfWeek.Saturday, _ => DayOfWeek.Sunday };
        return new WeekdayMention(new Span(from + group.Index, group.Length), day, group.Value);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private static int MonthOf(ReadOnlySpan<char> name)
    {
        var begin = name[..3].ToString().ToLowerInvariant();
        return begin switch { "nop" => 11, "peb" => 2, "ags" => 8, "dec" => 12, _ => months.IndexOf(begin) + 1 };
    }

    private DateOnly? Possible(int year, int day) => day >= 1 && day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, day) : null;

    private const string Days = "Senin|Selasa|Rabu|Kamis|Jum['’‘`]?at|Sabtu|Minggu|Ahad";

    [GeneratedRegex(@"(?<![0-9/.,\-])(?<day>[0-9]{1,2})(?:[ \u00A0]?[-–—][ \u00A0]?(?<to>[0-9]{1,2}))?[ \u00A0](?<name>Januari|Februari|Pebruari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Nopember|Desember|Jan|Feb|Mar|Apr|Jun|Jul|Agu|Ags|Sept?|Okt|Nov|Des)\b(?:[ \u00A0](?<year>[0-9]{4})\b)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WithMonth();

    [GeneratedRegex(@"(?<![0-9/.,\-])(?<day>[0-9]{1,2})(?:[ ]?[-–—][ ]?(?<to>[0-9]{1,2}))?(?<mark>[/.\-])(?<month>[0-9]{1,2})(?:\k<mark>(?<year>[0-9]{4}|[0-9]{2}))?(?![0-9/]|[.\-,][0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex InNumbers();

    [GeneratedRegex(@"\b(?<first>" + Days + @")(?: ?[-–—/] ?(?<last>" + Days + @"))?(?: (?:pagi|siang|sore|petang|malam|dini hari))?(?: ini)?[ ,]{0,3}(?:(?:tanggal|tgl\.?) )?[(]?[ ]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WeekdayBefore();

    [GeneratedRegex(@"^[ ,]{0,2}[(](?:hari )?(?<first>" + Days + @")[)]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WeekdayAfter();
}

/// <summary>A weekday beside a date.</summary>
internal sealed record WeekdayMention(Span At, DayOfWeek Day, string Written);
