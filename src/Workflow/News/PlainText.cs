using System.Text;

namespace KominfoBot.Workflow.News;

/// <summary>What text may come in: no NUL, nothing that XML 1.0 forbids (section 2.2), no lone surrogates. Everything else stays as it was typed.</summary>
public static class PlainText
{
    /// <summary>True for a UTF-16 unit that no document can carry; surrogates are judged in pairs by <see cref="Clean(string)"/>.</summary>
    public static bool IsForbidden(char unit) => unit is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF';

    public static bool NeedsCleaning(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsForbidden(text[i])) return true;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else return true;
        }
        return false;
    }

    public static string Clean(string text)
    {
        if (!NeedsCleaning(text)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) continue;
                clean.Append(text[i]).Append(text[++i]);
            }
            else if (!IsForbidden(text[i]))
            {
                clean.Append(text[i]);
            }
        }
        return clean.ToString();
    }

    /// <summary>One line: breaks become a space, direction overrides (U+202A-E, U+2066-9) are dropped, outer white space goes; all else stays as typed.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        var afterBreak = false;
        foreach (var unit in Clean(text))
        {
            if (unit is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')) continue;
            var isBreak = unit is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' or '\t';
            if (!isBreak && !(afterBreak && unit == ' ')) line.Append(unit);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            afterBreak = isBreak || (afterBreak && unit == ' ');
        }
        return line.ToString().Trim();
    }
}
