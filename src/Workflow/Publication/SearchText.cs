using System.Globalization;
using System.Text;

namespace KominfoBot.Workflow.Publication;

/// <summary>Folds text for searching: case, accents and punctuation do not matter ("Limapuluh" still differs from "Lima Puluh").</summary>
public static class SearchText
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) continue;
            if (Rune.IsLetterOrDigit(rune)) folded.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>The distinct words of a query, at most eight: more would only slow the search down.</summary>
    public static IReadOnlyList<string> Words(string? query)
        => string.IsNullOrWhiteSpace(query) ? [] : [.. Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(8)];
}
