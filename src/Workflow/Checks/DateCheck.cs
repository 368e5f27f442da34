using System.Globalization;
using System.Text.RegularExpressions;

namespace KominfoBot.Workflow.Checks;

/// <summary>A weekday that is not its date's, a day that no month has, an end before its beginning, two dates that both are "today".</summary>
internal static partial class DateCheck
{
    private const int Near = 30;

    /// <summary>Days. A date without a year is held against its weekday only when it is that near: news tells of now, and older texts have other calendars.</summary>
    private const int Current = 45;

    public static IEnumerable<Finding> Run(CheckedText text)
    {
        List<(DateOnly Date, string Written)> today = [];
        var years = new Lazy<List<int>>(() => [.. text.Pieces.SelectMany(piece => FullYear().Matches(piece.Text).Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture))).Distinct()]);
        foreach (var piece in text.Pieces)
        {
            DateMention? previous = null;
            foreach (var date in DateMention.In(piece))
            {
                foreach (var finding in One(text, piece, date, years)) yield return finding;
                if (previous is not null && IsBackwards(piece.Text, previous, date)) yield return Backwards(Written(piece, previous), Written(piece, date));
                if (date.To is null && date.On(text.WrittenOn) is { } on && IsToday(piece.Text, date)) today.Add((on, Written(piece, date)));
                previous = date;
            }
        }
        if (today.DistinctBy(each => each.Date).ToList() is { Count: > 1 } several) yield return new Finding(Weight.Warn, "date.contradiction", [several[0].Written, several[1].Written]);
    }

    private static IEnumerable<Finding> One(CheckedText text, TextPiece piece, DateMention date, Lazy<List<int>> years)
    {
        if (!date.IsPossible)
        {
            yield return new Finding(Weight.Warn, "date.impossible", [Written(piece, date)]);
            yield break;
        }
        if (date.To is { } to && to < date.Day) yield return Backwards($"{date.Day}", $"{to}");
        // "Sabtu, 21–22 November": one weekday cannot be held against two days.
        if (date.First is { } first && date.To is not null == date.Last is not null && Mismatch(text, date, date.Day, first, years) is { } on)
            yield return Wrong(piece, first, on);
        else if (date.Last is { } last && date.To is { } end && Mismatch(text, date, end, last, years) is { } until)
            yield return Wrong(piece, last, until);
    }

    /// <summary>The day that is meant, when its weekday is another. A year that stands elsewhere in the text may be the one that is meant.</summary>
    private static DateOnly? Mismatch(CheckedText text, DateMention date, int day, WeekdayMention weekday, Lazy<List<int>> years)
    {
        if (date.On(text.WrittenOn, day) is not { } on || on.DayOfWeek == weekday.Day) return null;
        if (date.Year is not null) return on;
        if (Math.Abs(on.DayNumber - text.WrittenOn!.Value.DayNumber) > Current) return null;
        return years.Value.Exists(year => (date with { Year = year }).On(null, day)?.DayOfWeek == weekday.Day) ? null : on;
    }

    private static Finding Wrong(TextPiece piece, WeekdayMention weekday, DateOnly date)
    {
        var right = DateMention.NameOf(date.DayOfWeek);
        if (char.IsLower(weekday.Written[0])) right = right.ToLowerInvariant();
        if (weekday.Written.All(sign => !char.IsLower(sign))) right = right.ToUpperInvariant();
        return new Finding(Weight.Warn, "date.weekday", [weekday.Written, date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), right])
        {
            Fix = new Fix(FixKind.Weekday, [piece.Change(weekday.At.Start, weekday.At.Length, right)]),
        };
    }

    private static Finding Backwards(string from, string to) => new(Weight.Warn, "date.order", [from, to]);

    private static string Written(TextPiece piece, DateMention date) => piece.Of(date.At).ToString();

    private static bool IsBackwards(string text, DateMention from, DateMention to)
    {
        if (to.Start < from.At.End || to.Start - from.At.End > Near || !Until().IsMatch(text[from.At.End..to.Start])) return false;
        return (from.Year, to.Year) switch
        {
            ({ } first, { } last) => (first, from.Month, from.Day).CompareTo((last, to.Month, to.Day)) > 0,
            (null, null) => from.Month == to.Month && from.Day > to.Day,
            (null, { }) => from.Month == to.Month && from.Day > to.Day,
            _ => false,
        };
    }

    private static bool IsToday(string text, DateMention date) => text.AsSpan(Math.Max(0, date.Start - Near)..date.Start).Contains("hari ini", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(?:19|20)[0-9]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex FullYear();

    [GeneratedRegex(@"^[)]? ?(?:hingga|sampai dengan|sampai|s\.d\.|s/d|–|—|-) ?(?:tanggal |hari )?[(]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Until();
}
