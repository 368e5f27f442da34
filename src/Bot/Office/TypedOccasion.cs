using System.Text.RegularExpressions;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Office;

/// <summary>The place and date of an event as people type them: "Nagari Taram, 23 November 2026", "Senin, 23/11/2026", "Aula Kantor Bupati".</summary>
internal static partial class TypedOccasion
{
    /// <returns>Null when it is neither: nothing, too long a place, or a place with a long number, which may be somebody's.</returns>
    public static Occasion? Parse(string text, DateTimeOffset now, OfficeTime office)
    {
        var (typed, today) = (PlainText.OneLine(text).Trim(' ', '.', ','), office.Today(now));
        if (TypedDate.Parse(typed, today) is { } alone) return new Occasion(null, alone);
        for (var comma = typed.IndexOf(','); comma > 0; comma = typed.IndexOf(',', comma + 1))
            if (TypedDate.Parse(typed[(comma + 1)..].Trim(' ', '(', ')'), today) is { } day)
                return IsPlace(typed[..comma].Trim()) ? new Occasion(typed[..comma].Trim(), day) : null;
        return IsPlace(typed) ? new Occasion(typed, null) : null;
    }

    private static bool IsPlace(string text) => text.Length is > 0 and <= Occasion.LongestPlace && !LongNumber().IsMatch(text);

    [GeneratedRegex(@"[0-9](?:[ .\-]?[0-9]){6,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();
}
