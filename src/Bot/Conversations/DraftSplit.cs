using System.Text.RegularExpressions;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Conversations;

/// <summary>Finds title and body in a text that came whole: an album's caption, a forwarded release.</summary>
public static partial class DraftSplit
{
    /// <summary>Fewer words than these are a caption, a title or a remark, not an item.</summary>
    public const int WholeItemWords = 80;

    /// <summary>A caption of so many words, or of several lines, is the text and not the caption of one photo.</summary>
    private const int CaptionWords = 25;

    public static bool IsWholeItem(StyledText text) => Words.Count(text.Text) >= WholeItemWords;

    public static bool IsWholeCaption(StyledText caption)
        => Words.Count(caption.Text) >= CaptionWords || (caption.Text.Trim().Contains('\n') && Words.Count(caption.Text) >= 12);

    /// <summary>The first line is the title when it is short enough for one; else the first sentence, and the body stays whole.</summary>
    public static (string? Title, StyledText Body) Split(StyledText text, int titleMaximum)
    {
        text = text.Trim();
        var line = text.Text.IndexOf('\n');
        if (line > 0)
        {
            var first = PlainText.OneLine(text.Text[..line]);
            if (first.Length <= titleMaximum) return (first, text.Slice(line, text.Text.Length - line).Trim());
        }
        if (SentenceEnd().Match(text.Text) is { Success: true } end && PlainText.OneLine(text.Text[..end.Index]) is { Length: var length } opening && length <= titleMaximum) return (opening, text);
        return (null, text);
    }

    /// <summary>A full stop and a blank, but not those of a title or an initial: "Safaruddin Dt. Bandaro Rajo", "H. Safni", "Prof. Dr. Ir. S.Pd.".</summary>
    [GeneratedRegex(@"(?<!\b(?:Dt|Dr|Drs|Dra|Ir|H|Hj|Prof|St|Sutan|No|Jl|Kec|Kab|Kel|Pj|Plt|Plh|a\.n|u\.b|dkk|[A-Z]|[A-Z]\.[A-Za-z]{1,4}))\. ", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
