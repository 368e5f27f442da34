using System.Collections.Immutable;
using System.Text;
using KominfoBot.Workflow.News;

namespace KominfoBot.PublicFeed.Text;

/// <summary>
/// Makes a text say the same in XML, JSON and HTML: what XML 1.0 section 2.2 forbids is dropped before any format is written, and line ends become LF,
/// as an XML parser would make them.
/// </summary>
internal static class CleanText
{
    /// <summary>A text of several lines.</summary>
    public static string Block(string text) => Keep(text, static _ => true, lineBreak: '\n', moved: null);

    /// <summary>
    /// A text of one line (title, caption, name): also without the bidirectional controls U+202A-U+202E and U+2066-U+2069, which would reorder what stands
    /// beside it, and without white space around it.
    /// </summary>
    public static string Line(string text)
        => Keep(text, static unit => unit is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069'), lineBreak: ' ', moved: null).Trim();

    /// <summary>A formatted text, its marks moved along and taken off the middle of surrogate pairs.</summary>
    public static StyledText Block(StyledText text)
    {
        var moved = new int[text.Text.Length + 1];
        var clean = Keep(text.Text, static _ => true, lineBreak: '\n', moved);
        var marks = ImmutableArray.CreateBuilder<Mark>(text.Marks.Length);
        foreach (var mark in text.Marks)
        {
            var from = WholeCharacter(clean, moved[Math.Clamp(mark.Offset, 0, text.Text.Length)]);
            var to = WholeCharacter(clean, moved[Math.Clamp(mark.Offset + mark.Length, 0, text.Text.Length)]);
            if (to > from) marks.Add(mark with { Offset = from, Length = to - from });
        }
        return new(clean, marks.ToImmutable());
    }

    /// <param name="moved">Receives for each position of the old text its position in the new one.</param>
    private static string Keep(string text, Func<char, bool> wanted, char lineBreak, int[]? moved)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (moved is not null) moved[at] = clean.Length;
            var unit = text[at];
            if (char.IsHighSurrogate(unit) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                clean.Append(unit).Append(text[++at]);
                if (moved is not null) moved[at] = clean.Length - 1;
            }
            else if (unit is '\r' or '\n')
            {
                if (unit is '\r' && at + 1 < text.Length && text[at + 1] is '\n') continue;
                clean.Append(lineBreak);
            }
            else if (IsAllowed(unit) && wanted(unit)) clean.Append(unit);
        }
        if (moved is not null) moved[text.Length] = clean.Length;
        return clean.ToString();
    }

    private static bool IsAllowed(char unit) => unit is '\t' or (>= ' ' and not '\uFFFE' and not '\uFFFF') && !char.IsSurrogate(unit);

    private static int WholeCharacter(string text, int position)
        => position > 0 && position < text.Length && char.IsLowSurrogate(text[position]) && char.IsHighSurrogate(text[position - 1]) ? position - 1 : position;
}
