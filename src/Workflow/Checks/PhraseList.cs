using System.Collections.Frozen;

namespace KominfoBot.Workflow.Checks;

/// <summary>Words and runs of words that are looked for whole, without regard to case.</summary>
public sealed class PhraseList
{
    private readonly FrozenDictionary<string, string[]> byFirst;

    public PhraseList(IEnumerable<string> phrases)
        => byFirst = phrases.Select(phrase => phrase.ToLowerInvariant()).GroupBy(FirstWord).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>Every place where one of them stands, in the order of the text; the longest where several fit, and none that overlaps the one before.</summary>
    public IEnumerable<(Span At, string Phrase)> In(TextPiece piece)
    {
        if (byFirst.Count == 0) yield break;
        var free = 0;
        for (var index = 0; index < piece.Words.Length; index++)
        {
            if (piece.Words[index].Start < free || At(piece, index) is not { } phrase) continue;
            var at = new Span(piece.Words[index].Start, phrase.Length);
            free = at.End;
            yield return (at, phrase);
        }
    }

    public bool IsIn(TextPiece piece) => In(piece).Any();

    /// <summary>True when one of them is a part of these signs, whatever stands around it: "diskominfo.lk" holds "diskominfo".</summary>
    public bool IsWithin(string signs) => byFirst.Values.Any(phrases => phrases.Any(phrase => signs.Contains(phrase, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The phrase that begins with that word; null when none does.</summary>
    public string? At(TextPiece piece, int word)
    {
        var span = piece.Words[word];
        if (span.Length > Longest) return null;
        Span<char> lower = stackalloc char[span.Length];
        for (var i = 0; i < lower.Length; i++) lower[i] = Reading.IsApostrophe(piece.Text[span.Start + i]) ? '\'' : char.ToLowerInvariant(piece.Text[span.Start + i]);
        return byFirst.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var phrases) ? Array.Find(phrases, phrase => Stands(piece.Text, span.Start, phrase)) : null;
    }

    internal const int Longest = 60;

    internal static string FirstWord(string phrase) => Reading.Words(phrase).Select(span => phrase.Substring(span.Start, span.Length)).FirstOrDefault() ?? throw new FormatException($"\"{phrase}\" tidak memuat kata.");

    /// <summary>True when the words stand there whole. Apostrophes of all kinds are one.</summary>
    /// <param name="phrase">In lower case, with straight apostrophes.</param>
    internal static bool Stands(string text, int at, string phrase)
    {
        if (at + phrase.Length > text.Length) return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            var sign = text[at + i];
            if (sign == phrase[i] || char.ToLowerInvariant(sign) == phrase[i]) continue;
            if (phrase[i] == '\'' ? Reading.IsApostrophe(sign) : phrase[i] == ' ' && sign == '\u00A0') continue;
            return false;
        }
        var end = at + phrase.Length;
        return end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(phrase[^1]);
    }
}
