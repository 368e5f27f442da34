using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KominfoBot.PublicFeed.Text;

/// <summary>The first sentences of a text, in one line.</summary>
internal static partial class Summary
{
    private const int Longest = 300;
    private const int ShortestSentence = 60;

    /// <summary>Words that end in a full stop without ending a sentence.</summary>
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
        ["dr", "drs", "dra", "h", "hj", "ir", "prof", "no", "rp", "jl", "kec", "kab", "kel", "tgl", "st", "dt", "dkk", "dll", "dsb", "dst", "pol", "kol", "ag", "pd", "si", "hum", "kom", "sos", "kes", "ked"],
        StringComparer.OrdinalIgnoreCase);

    /// <returns>At most 300 UTF-16 units: whole sentences when they fit, else cut at a word and closed by an ellipsis.</returns>
    public static string Of(string text)
    {
        var line = WhiteSpace().Replace(CleanText.Line(text), " ");
        if (line.Length <= Longest) return line;
        for (var end = Longest; end > ShortestSentence; end--)
            if (line[end] is ' ' && EndsSentence(line, end)) return line[..end];
        var space = line.LastIndexOf(' ', Longest - 1);
        return (space > ShortestSentence ? line[..space].TrimEnd(',', ';', ':', '-', '–', '—', ' ') : WholeCharacters(line)) + "…";
    }

    private static bool EndsSentence(string line, int end)
    {
        var last = end - 1;
        while (last > 0 && line[last] is '"' or '”' or '\'' or '’' or ')') last--;
        if (line[last] is '!' or '?') return true;
        if (line[last] is not '.') return false;
        var start = line.LastIndexOfAny([' ', '.', '(', '"', '“'], last - 1) + 1;
        var word = line[start..last];
        return word.Length > 1 && !Abbreviations.Contains(word);
    }

    /// <summary>One endless word: cut between characters as a reader sees them.</summary>
    private static string WholeCharacters(string line)
    {
        var length = 0;
        while (StringInfo.GetNextTextElementLength(line, length) is var next && length + next < Longest) length += next;
        return line[..(length > 0 ? length : char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1)];
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();
}
