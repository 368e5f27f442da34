using System.Text;

namespace KominfoBot.Workflow.Checks;

/// <summary>
/// One person's or place's name spelled two ways ("Safaruddin", "Syafruddin"): two words that sound alike and differ in one or two letters, and of which
/// something says that they are the same: the office before both, another name beside both, or that one is only ever the short mention of the other.
/// </summary>
internal static class NameCheck
{
    private const int Shortest = 5, Differing = 2, Most = 3;

    /// <summary>Spellings of one sound that are held against each other; no honest text has so many.</summary>
    private const int Compared = 30;

    public static IEnumerable<Finding> Run(CheckedText text)
    {
        var names = text.Pieces.Where(piece => piece.Part != TextPart.Title).SelectMany(piece => Names(piece, text.Rules.Words)).ToList();
        return names.GroupBy(name => name.Sound).Where(group => group.Select(name => name.Word).Distinct().Skip(1).Any())
            .SelectMany(Pairs).DistinctBy(pair => pair).Take(Most)
            .Select(pair => new Finding(Weight.Warn, "name.variants", [pair.One, pair.Other]));
    }

    private static IEnumerable<(string One, string Other)> Pairs(IEnumerable<Name> alike)
    {
        var all = alike.ToList();
        var spellings = all.GroupBy(name => name.Word).Take(Compared).ToList();
        foreach (var (one, other) in spellings.SelectMany((first, index) => spellings.Skip(index + 1).Select(second => (first, second))))
            if (Distance(one.Key, other.Key) <= Differing && (IsShort(one, other) || IsShort(other, one) || one.Any(name => other.Any(name.IsBeside))))
                yield return (one.Key, other.Key);
    }

    /// <summary>All mentions of the one are bare, after "ujar" and its like; the other stands in full somewhere.</summary>
    private static bool IsShort(IEnumerable<Name> bare, IEnumerable<Name> full) => bare.All(name => name is { IsQuoted: true, After: "", Office: "" }) && full.Any(name => name.After.Length > 0 || name.Office.Length > 0);

    private static IEnumerable<Name> Names(TextPiece piece, WordLists lists)
    {
        var words = piece.Words;
        for (var index = 0; index < words.Length; index++)
        {
            if (words[index].Length < Shortest || !IsName(piece, index) || piece.IsInAddress(words[index].Start) || lists.Offices.At(piece, index) is not null) continue;
            var word = piece.Of(words[index]).ToString();
            var before = index - 1;
            // "H. Safaruddin", "Dr. Ir. Safaruddin": what stands before a name is looked for before its titles.
            while (before >= 0 && words[before].End < words[index].Start && IsTitle(piece, before, lists)) before--;
            var office = before >= 0 ? OfficeBefore(piece, before, lists) : "";
            // "…," katanya. Donasi: the next sentence speaks of something else.
            var quoted = before >= 0 && lists.Quoting.At(piece, before) is not null && piece.Text.AsSpan(words[before].End..words[before + 1].Start).TrimEnd() is [] or [','];
            var after = index + 1 < words.Length && piece.Text.AsSpan(words[index].End..words[index + 1].Start) is " " && IsName(piece, index + 1) ? piece.Of(words[index + 1]).ToString() : "";
            yield return new Name(word, SoundOf(word), office, after, quoted);
        }
    }

    private static bool IsName(TextPiece piece, int index) => char.IsUpper(piece.Text[piece.Words[index].Start]) && piece.Words[index] is { Length: > 1 } word && piece.Of(word)[1..].ContainsAnyInRange('a', 'z');

    private static bool IsTitle(TextPiece piece, int index, WordLists lists)
    {
        var word = piece.Words[index];
        return word.End < piece.Text.Length && piece.Text[word.End] == '.' && (word.Length == 1 || lists.Abbreviations.Contains(piece.Of(word).ToString().ToLowerInvariant()));
    }

    /// <summary>The office whose last word that is: "Wakil Bupati", "Wali Nagari".</summary>
    private static string OfficeBefore(TextPiece piece, int last, WordLists lists)
    {
        for (var first = Math.Max(0, last - 2); first <= last; first++)
            if (lists.Offices.At(piece, first) is { } office && piece.Words[first].Start + office.Length == piece.Words[last].End) return office;
        return "";
    }

    /// <summary>The consonants as they are heard: sy = s, kh = ch = h, v = ph = f, z = s, double = single; vowels do not count.</summary>
    private static string SoundOf(string word)
    {
        var sound = new StringBuilder(word.ToLowerInvariant()).Replace("sy", "s").Replace("sj", "s").Replace("kh", "h").Replace("ch", "h").Replace("ph", "f").Replace("dh", "d").Replace("th", "t").Replace("dj", "j").Replace("tj", "c");
        var heard = new StringBuilder(sound.Length);
        for (var at = 0; at < sound.Length; at++)
        {
            var sign = sound[at] switch { 'v' => 'f', 'z' => 's', 'q' => 'k', 'a' or 'i' or 'u' or 'e' or 'o' or 'y' or '\'' => '\0', var other => other };
            if (sign != '\0' && (heard.Length == 0 || heard[^1] != sign)) heard.Append(sign);
        }
        return heard.ToString();
    }

    /// <summary>Levenshtein; words longer than a name are as far apart as can be.</summary>
    private static int Distance(string one, string other)
    {
        if (one.Length > PhraseList.Longest || other.Length > PhraseList.Longest || Math.Abs(one.Length - other.Length) > Differing) return int.MaxValue;
        Span<int> row = stackalloc int[other.Length + 1];
        for (var i = 0; i <= other.Length; i++) row[i] = i;
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }

    /// <param name="Office">What is said before it; empty when nothing.</param>
    /// <param name="After">The name right after it; empty when none.</param>
    /// <param name="IsQuoted">"ujar" or the like stands before it.</param>
    private sealed record Name(string Word, string Sound, string Office, string After, bool IsQuoted)
    {
        public bool IsBeside(Name other) => (Office.Length > 0 && Office == other.Office) || (After.Length > 0 && After == other.After);
    }
}
