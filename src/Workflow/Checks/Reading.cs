using System.Collections.Frozen;

namespace KominfoBot.Workflow.Checks;

/// <summary>Takes a text apart, each way in one pass.</summary>
internal static class Reading
{
    /// <summary>An apostrophe as typed: straight, curled either way, or a backquote.</summary>
    public static bool IsApostrophe(char sign) => sign is '\'' or '’' or '‘' or '`' or 'ʼ';

    public static IEnumerable<Span> Words(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at])) continue;
            var start = at;
            while (at + 1 < text.Length && (char.IsLetterOrDigit(text[at + 1]) || (IsApostrophe(text[at + 1]) && at + 2 < text.Length && char.IsLetter(text[at + 2])))) at++;
            yield return new Span(start, at + 1 - start);
        }
    }

    /// <summary>Stretches between white space that are addresses; marks around them are left out.</summary>
    public static IEnumerable<Span> Addresses(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            var (from, to) = (start, at);
            while (from < to && text[from] is '(' or '[' or '<' or '"' or '“' or '‘' or '\'') from++;
            while (to > from && text[to - 1] is '.' or ',' or ';' or ':' or ')' or ']' or '>' or '"' or '”' or '’' or '\'' or '!' or '?') to--;
            if (to > from && IsAddress(text.AsSpan(from, to - from))) yield return new Span(from, to - from);
        }
    }

    /// <summary>At a line's end, or after a full stop, question or exclamation mark that is followed by white space and a beginning, unless an abbreviation stands before it.</summary>
    public static IEnumerable<Span> Sentences(string text, FrozenSet<string> abbreviations)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('\n' or '.' or '?' or '!' or '…')) continue;
            var end = at + 1;
            if (text[at] != '\n')
            {
                while (end < text.Length && text[end] is '.' or '?' or '!' or '…' or '"' or '”' or '’' or '\'' or ')' or ']') end++;
                if (end < text.Length && !char.IsWhiteSpace(text[end])) continue;
                if (text[at] == '.' && end == at + 1 && (!Begins(text, end) || IsAbbreviation(text, start, at, abbreviations))) continue;
            }
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) yield return new Span(start, end - start);
            start = end;
            at = end - 1;
        }
        if (start < text.Length && !text.AsSpan(start).IsWhiteSpace()) yield return new Span(start, text.Length - start);
    }

    private static bool IsAddress(ReadOnlySpan<char> word)
    {
        if (word[0] is '@' or '#') return word.Length > 1;
        if (word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return true;
        var at = word.IndexOf('@');
        if (at > 0) return word[at..].Contains('.');
        // A bare host: letters, a dot, an ending of letters ("bit.ly/abc", "diskominfo.limapuluhkotakab.go.id").
        var slash = word.IndexOf('/');
        var host = slash < 0 ? word : word[..slash];
        var dot = host.LastIndexOf('.');
        if (dot < 1 || host.Length - dot - 1 is < 2 or > 6) return false;
        foreach (var sign in host)
            if (!char.IsAsciiLetterLower(sign) && !char.IsAsciiDigit(sign) && sign is not ('.' or '-')) return false;
        foreach (var sign in host[(dot + 1)..])
            if (!char.IsAsciiLetterLower(sign)) return false;
        return host[..dot].ContainsAnyInRange('a', 'z') && (slash > 0 || IsEnding(host[(dot + 1)..]));
    }

    private static bool IsEnding(ReadOnlySpan<char> ending) => ending is "id" or "com" or "org" or "net" or "info" or "co" or "gov" or "io" or "me" or "ly" or "xyz" or "site" or "online" or "top" or "club" or "live" or "app";

    private static bool Begins(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '“' or '‘' or '\'' or '(' or '[' or '-' or '–' or '—' or '•')) at++;
        return at >= text.Length || !char.IsLower(text[at]);
    }

    private static bool IsAbbreviation(string text, int from, int stop, FrozenSet<string> abbreviations)
    {
        var start = stop;
        while (start > from && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.')) start--;
        var word = text.AsSpan(start, stop - start);
        if (word.IsEmpty || char.IsDigit(word[^1])) return false;
        return word.Length == 1 || word.Contains('.') || abbreviations.Contains(word.ToString().ToLowerInvariant());
    }
}
