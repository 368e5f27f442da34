using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KominfoBot.Workflow.Publication;

/// <summary>
/// Folds text for searching: case, accents and punctuation do not matter, and a round number of tens is one thing however it is written: "Limapuluh Kota",
/// "Lima Puluh Kota" and "50 Kota" are the same. The one normalisation of every search, inside the newsroom and for the public.
/// </summary>
public static partial class SearchText
{
    /// <summary>More words would only slow a search down.</summary>
    private const int MostWords = 8;

    /// <summary>Nobody types a longer word, and PostgreSQL keeps none beyond 2 KiB.</summary>
    private const int LongestWord = 60;

    private static readonly string[] digits = ["", "", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];

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
        return Tens().Replace(folded.ToString().TrimEnd(), match =>
        {
            var tens = match.Groups["digit"] is { Success: true } digit ? digits[digit.Value[0] - '0'] : match.Groups["word"].Value;
            return match.Groups["kota"].Success ? $"{tens} puluh kota" : $"{tens} puluh";
        });
    }

    /// <summary>What a text is found by: its distinct words, each as far as it is searched, one blank between them.</summary>
    public static string Of(string text) => string.Join(' ', Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Cut).Distinct());

    /// <summary>The distinct words of a query, at most eight, each as far as it is searched.</summary>
    public static IReadOnlyList<string> Words(string? query)
        => string.IsNullOrWhiteSpace(query) ? [] : [.. Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Cut).Distinct().Take(MostWords)];

    /// <summary>A word as far as it is searched.</summary>
    internal static string Cut(string word)
        => word.Length <= LongestWord ? word : char.IsHighSurrogate(word[LongestWord - 1]) ? word[..(LongestWord - 1)] : word[..LongestWord];

    /// <summary>"limapuluh", "lima puluh", "limapuluhkota", "lima puluhkota"; a number of tens only before "kota", where it is part of a name.</summary>
    [GeneratedRegex(@"\b(?:(?<word>dua|tiga|empat|lima|enam|tujuh|delapan|sembilan) ?puluh(?: ?(?<kota>kota))?|(?<digit>[2-9])0 ?(?<kota>kota))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Tens();
}
