using System.Text;
using System.Text.RegularExpressions;

namespace KominfoBot.Bot.Hosting;

/// <summary>The last guard before anything is printed: a bot token never leaves, and a line stays one line (05-faults, threats 5 and 12).</summary>
public static partial class Redaction
{
    private const string Hidden = "[token disembunyikan]";

    private static string? known;

    /// <summary>This very token is struck out as well, whatever it looks like (test servers take short ones).</summary>
    public static void Hide(string? token) => known = token is { Length: > 4 } ? token : null;

    public static string WithoutTokens(string text)
    {
        if (!text.Contains(':')) return text;
        if (known is not null) text = text.Replace(known, Hidden, StringComparison.Ordinal);
        return Token().Replace(text, Hidden);
    }

    /// <summary>Without tokens, and with control characters (line breaks, escape sequences, direction overrides) written as \uXXXX.</summary>
    public static string OneLine(string text)
    {
        text = WithoutTokens(text);
        if (!text.Any(NeedsEscape)) return text;
        var line = new StringBuilder(text.Length + 16);
        foreach (var sign in text)
            if (sign == '\n') line.Append("\\n");
            else if (NeedsEscape(sign)) line.Append("\\u").Append(((int)sign).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else line.Append(sign);
        return line.ToString();
    }

    private static bool NeedsEscape(char sign)
        => char.IsControl(sign) || sign is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex(@"\d{3,}:[A-Za-z0-9_-]{20,}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
