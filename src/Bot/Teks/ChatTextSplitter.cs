using System.Globalization;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>Cuts a long text into messages: between paragraphs if it can, else sentences, words, and at worst between two visible characters (T21).</summary>
internal static class ChatTextSplitter
{
    /// <summary>A message shorter than this share of the limit looks torn: a poorer border further on is better.</summary>
    private const double Fill = 0.5;

    public static IReadOnlyList<StyledText> Split(StyledText text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var parts = new List<StyledText>();
        var start = 0;
        while (text.Text.Length - start > limit)
        {
            var end = start + Border(text, start, limit);
            Keep(parts, text.Slice(start, end - start));
            start = end;
        }
        Keep(parts, text.Slice(start, text.Text.Length - start));
        return parts.Count == 0 ? [text] : parts;
    }

    /// <summary>The greatest border between visible characters at or before <paramref name="most"/>; <paramref name="most"/> itself inside a giant cluster.</summary>
    public static int LastBorder(ReadOnlySpan<char> text, int most)
    {
        var at = 0;
        while (at < text.Length)
        {
            var next = at + StringInfo.GetNextTextElementLength(text[at..]);
            if (next > most) break;
            at = next;
        }
        if (at > 0) return at;
        // One cluster longer than the message: only its surrogate pairs can be respected.
        return most > 1 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
    }

    private static void Keep(List<StyledText> parts, StyledText part)
    {
        var trimmed = part.Trim();
        if (!trimmed.IsEmpty) parts.Add(trimmed);
    }

    private static int Border(StyledText text, int start, int limit)
    {
        var window = text.Text.AsSpan(start, limit + 1);
        var least = (int)(limit * Fill);
        var paragraph = After(window, "\n\n", limit);
        if (paragraph > least) return OutsideMarks(text, start, paragraph, least);
        var line = After(window, "\n", limit);
        if (line > least) return OutsideMarks(text, start, line, least);
        var sentence = Math.Max(After(window, ". ", limit), Math.Max(After(window, "? ", limit), After(window, "! ", limit)));
        if (sentence > least) return OutsideMarks(text, start, sentence, least);
        var word = After(window, " ", limit);
        if (word > least) return OutsideMarks(text, start, word, least);
        return LastBorder(text.Text.AsSpan(start), limit);
    }

    /// <summary>Just after the last separator that ends within the limit, 0 when there is none.</summary>
    private static int After(ReadOnlySpan<char> window, string separator, int limit)
    {
        var at = window[..limit].LastIndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? 0 : at + separator.Length;
    }

    /// <summary>A link or a code stretch is not torn when the part stays long enough without it; what is longer is cut and carried over.</summary>
    private static int OutsideMarks(StyledText text, int start, int border, int least)
    {
        var at = start + border;
        var from = text.Marks
            .Where(mark => mark.Kind is MarkKind.Link or MarkKind.Code && mark.Offset < at && mark.Offset + mark.Length > at)
            .Select(mark => mark.Offset - start)
            .DefaultIfEmpty(border)
            .Min();
        return from > least ? from : border;
    }
}
