namespace KominfoBot.Workflow.Checks;

/// <summary>
/// Spellings that are not the standard ones (EYD V, KBBI), "di" joined to a place or split from a verb, official names written otherwise; each with its fix.
/// A capitalised word within a sentence is taken for a name and left alone, unless the list says that it is wrong there too.
/// </summary>
internal static class SpellingCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
    {
        var found = new Dictionary<(string Wrong, string Right), List<TextChange>>();
        foreach (var piece in text.Pieces) Look(piece, text.Rules.Words.Spelling, found);
        return found.Select(each => new Finding(Weight.Warn, "spelling", [each.Key.Wrong, each.Key.Right, $"{each.Value.Count}"]) { Fix = new Fix(FixKind.Spelling, [.. each.Value]) });
    }

    private static void Look(TextPiece piece, SpellingList list, Dictionary<(string, string), List<TextChange>> found)
    {
        var isHeadline = IsHeadline(piece);
        var skipTo = 0;
        foreach (var word in piece.Words)
        {
            if (word.Start < skipTo || list.At(piece.Text, word) is not { } entry || piece.IsInAddress(word.Start) || IsPartOfAnother(piece.Text, word.Start, entry.Wrong.Length)) continue;
            var wrong = piece.Text.Substring(word.Start, entry.Wrong.Length);
            var isCapital = char.IsUpper(wrong[0]);
            if (isCapital && !entry.InNames && !isHeadline && !IsAllCapitals(wrong) && !Begins(piece.Text, word.Start)) continue;
            var right = IsAllCapitals(wrong) ? entry.Right.ToUpperInvariant() : isCapital ? Capitalized(entry) : entry.Right;
            // A name that is written right but for its capitals is no other spelling.
            if (string.Equals(wrong, right, StringComparison.OrdinalIgnoreCase)) continue;
            if (!found.TryGetValue((wrong, right), out var changes)) found[(wrong, right)] = changes = [];
            changes.Add(piece.Change(word.Start, wrong.Length, right));
            skipTo = word.Start + wrong.Length;
        }
    }

    /// <summary>What is part of names has capitals throughout: "Walikota" becomes "Wali Kota".</summary>
    private static string Capitalized(Spelling entry)
        => string.Join(' ', entry.Right.Split(' ').Select((word, index) => index == 0 || entry.InNames ? char.ToUpperInvariant(word[0]) + word[1..] : word));

    /// <summary>"Praktek" in "e-Praktek" or "praktek.csv" is somebody's word.</summary>
    private static bool IsPartOfAnother(string text, int start, int length)
    {
        var end = start + length;
        return (start > 0 && text[start - 1] is '_' or '/' or '\\' or '=') || (start > 1 && text[start - 1] is '-' or '.' && char.IsLetterOrDigit(text[start - 2]) && char.IsUpper(text[start]))
            || (end + 1 < text.Length && text[end] is '_' or '/' or '\\' or '.' && char.IsLetterOrDigit(text[end + 1]));
    }

    private static bool IsAllCapitals(string word) => word.Count(char.IsLetter) > 1 && word.Where(char.IsLetter).All(char.IsUpper);

    /// <summary>A heading in which most words are capitalised: there a capital says nothing.</summary>
    private static bool IsHeadline(TextPiece piece)
    {
        if (piece.Part != TextPart.Title) return false;
        var words = piece.Words.Where(word => word.Length > 3).ToList();
        return words.Count > 0 && words.Count(word => char.IsUpper(piece.Text[word.Start])) * 10 >= words.Count * 6;
    }

    /// <summary>At the beginning of a text, a line, a sentence or a quotation.</summary>
    private static bool Begins(string text, int at)
    {
        while (at > 0 && text[at - 1] is '"' or '“' or '‘' or '\'' or '(' or '-' or '–' or '—' or '•' or ' ' or '\u00A0') at--;
        return at == 0 || text[at - 1] is '\n' or '.' or '?' or '!' or ':' or '…' or '”';
    }
}
