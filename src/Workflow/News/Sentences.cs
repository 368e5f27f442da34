using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KominfoBot.Workflow.News;

/// <summary>
/// Takes a text apart into sentences. A full stop after an initial or an abbreviation ("dr.", "Jl.", "M. Yamin") ends none, nor does any sign before a small letter
/// (“Siap!” katanya); a line break always does.
/// </summary>
public static class Sentences
{
    /// <summary>Words that end in a full stop without ending a sentence.</summary>
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
        ["dr", "drs", "dra", "h", "hj", "ir", "prof", "no", "rp", "jl", "kec", "kab", "kel", "tgl", "st", "dt", "dkk", "dll", "dsb", "dst", "pol", "kol", "ag", "pd", "si", "hum", "kom", "sos", "kes", "ked", "plt", "plh", "hlm", "gg", "rt", "rw"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The parts of the text in order, each with the white space behind it: put together they are the text again.</summary>
    public static ImmutableArray<string> Split(string text)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!EndsAt(text, at)) continue;
            var end = at + 1;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            parts.Add(text[start..end]);
            start = end;
            at = end - 1;
        }
        if (start < text.Length) parts.Add(text[start..]);
        return parts.ToImmutable();
    }

    private static bool EndsAt(string text, int at)
    {
        if (text[at] is '\n') return true;
        if (at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1])) return false;
        var next = at + 1;
        while (next < text.Length && text[next] is not '\n' && char.IsWhiteSpace(text[next])) next++;
        if (next < text.Length && char.IsLower(text[next])) return false;
        var last = at;
        while (last > 0 && text[last] is '"' or '”' or '\'' or '’' or ')') last--;
        if (text[last] is '!' or '?' or '…') return true;
        if (text[last] is not '.') return false;
        var start = last;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        var word = text.AsSpan(start, last - start);
        return !(word.Length == 1 && char.IsLetter(word[0])) && !Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }
}
