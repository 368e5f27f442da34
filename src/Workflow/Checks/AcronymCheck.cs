namespace KominfoBot.Workflow.Checks;

/// <summary>Acronyms that the text never explains and that not every reader knows.</summary>
internal static class AcronymCheck
{
    private const int Shown = 5;

    public static IEnumerable<Finding> Run(CheckedText text)
    {
        var body = text.Body;
        var known = text.Rules.Words.Acronyms;
        List<string> open = [];
        HashSet<string> explained = [];
        for (var index = 0; index < body.Words.Length; index++)
        {
            var word = body.Words[index];
            if (word.Length is < 3 or > 10 || !IsCapitals(body.Of(word)) || body.IsInAddress(word.Start) || IsShouted(body, index)) continue;
            var acronym = body.Of(word).ToString();
            if (known.Contains(acronym) || IsRoman(acronym) || IsPartOfAnother(body.Text, word)) continue;
            if (IsExplained(body.Text, word) || IsWrittenOut(body, acronym)) explained.Add(acronym);
            else if (!open.Contains(acronym)) open.Add(acronym);
        }
        var unknown = open.Where(acronym => !explained.Contains(acronym)).Take(Shown).ToList();
        if (unknown.Count > 0) yield return new Finding(Weight.Info, "acronym", [string.Join(", ", unknown)]);
    }

    /// <summary>"Dinas Komunikasi (DISKOM)" or "DISKOM (Dinas Komunikasi)".</summary>
    private static bool IsExplained(string text, Span word)
        => (word.Start > 0 && text[word.Start - 1] == '(') || text.AsSpan(word.End).TrimStart(' ').StartsWith("(", StringComparison.Ordinal);

    /// <summary>"Badan Narkotika Nasional Kabupaten" somewhere explains BNNK without brackets.</summary>
    private static bool IsWrittenOut(TextPiece body, string acronym)
    {
        for (var first = 0; first + acronym.Length <= body.Words.Length; first++)
        {
            var letters = 0;
            while (letters < acronym.Length && body.Words[first + letters] is { Length: > 1 } word && body.Text[word.Start] == acronym[letters] && !IsCapitals(body.Of(word))) letters++;
            if (letters == acronym.Length) return true;
        }
        return false;
    }

    /// <summary>A degree ("S.STP."), the number of a letter ("1147/ORG-LK/2026"), or a dateline.</summary>
    private static bool IsPartOfAnother(string text, Span word)
        => (word.Start > 0 && text[word.Start - 1] is '.' or '/') || (word.End < text.Length && text[word.End] == '/')
            || (word.Start == 0 && text.AsSpan(word.End).TrimStart(' ') is ['—' or '–' or '-' or ',', ..]);

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var sign in word)
            if (!char.IsUpper(sign)) return false;
        return true;
    }

    private static bool IsRoman(string word) => word.AsSpan().TrimStart("IVXLC").IsEmpty;

    /// <summary>Beside a longer word in capitals it is part of a heading.</summary>
    private static bool IsShouted(TextPiece body, int index)
        => (index > 0 && IsLoud(body, body.Words[index - 1])) || (index + 1 < body.Words.Length && IsLoud(body, body.Words[index + 1]));

    private static bool IsLoud(TextPiece body, Span word) => word.Length > 5 && IsCapitals(body.Of(word));
}
