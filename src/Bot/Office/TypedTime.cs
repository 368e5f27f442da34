using System.Globalization;
using System.Text.RegularExpressions;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Office;

/// <summary>An instant as people type it: "besok 07.30", "27/11 09.00", "Jumat 27 November pukul 9", "16.00".</summary>
internal static partial class TypedTime
{
    /// <returns>Null when it is none. An hour alone is the next time that the clocks show it; a day without a year that has passed is next year's.</returns>
    public static DateTimeOffset? Parse(string text, OfficeTime office, DateTimeOffset now)
    {
        if (Typed().Match(text.Trim()) is not { Success: true } match) return null;
        var (hour, minute) = (Number(match, "hour"), match.Groups["minute"].Success ? Number(match, "minute") : 0);
        if (hour > 23 || minute > 59) return null;
        var (time, day, today) = (new TimeOnly(hour, minute), match.Groups["day"].Value.Trim(' ', ','), office.Today(now));
        if (day.Length == 0) return office.At(today, time) is var next && next > now ? next : office.At(today.AddDays(1), time);
        if (day.Equals("lusa", StringComparison.OrdinalIgnoreCase)) return office.At(today.AddDays(2), time);
        if (TypedDate.Parse(day, today) is not { } date) return null;
        return office.At(date < today && !Year().IsMatch(day) ? date.AddYears(1) : date, time);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<day>.*?)[,\s]*(?:\A|\s)(?:(?:pukul|jam)\s+(?<hour>[0-9]{1,2})(?:[.:](?<minute>[0-9]{2}))?|(?<hour>[0-9]{1,2})[.:](?<minute>[0-9]{2}))(?:\s*(?:wib|wita|wit))?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Typed();

    [GeneratedRegex(@"[0-9]{4}|[-/.\s][0-9]{1,2}[-/.\s][0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
