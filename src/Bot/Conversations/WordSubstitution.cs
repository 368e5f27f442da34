using System.Text.RegularExpressions;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Conversations;

/// <summary>"kata lama → kata baru": the quickest correction on a phone. Whole words only, the case as typed.</summary>
public sealed partial record WordSubstitution(string Old, string New)
{
    /// <summary>Null when the line is none.</summary>
    public static WordSubstitution? Parse(string line)
    {
        var parts = Arrow().Split(line);
        return parts is [var old, var young] && old.Trim() is { Length: > 0 } from && young.Trim() is { Length: > 0 } to && from != to ? new WordSubstitution(from, to) : null;
    }

    /// <summary>The text with every place changed, and how many there were.</summary>
    public (Content Content, int Count) In(Content content)
    {
        var (title, inTitle) = In(StyledText.Plain(content.Title));
        var (body, inBody) = In(content.Body);
        var photos = content.Photos.Select(photo => (photo, Changed: In(StyledText.Plain(photo.Caption ?? "")))).ToList();
        return (content with
        {
            Title = title.Text,
            Body = body,
            Photos = [.. photos.Select(each => each.Changed.Count == 0 ? each.photo : each.photo with { Caption = each.Changed.Text.Text })],
        }, inTitle + inBody + photos.Sum(each => each.Changed.Count));
    }

    private (StyledText Text, int Count) In(StyledText text)
    {
        var count = 0;
        for (var at = Find(text.Text, 0); at >= 0; at = Find(text.Text, at + New.Length), count++)
            text = Replaced(text, at);
        return (text, count);
    }

    private int Find(string text, int from)
    {
        for (var at = text.IndexOf(Old, Math.Min(from, text.Length), StringComparison.Ordinal); at >= 0; at = text.IndexOf(Old, at + 1, StringComparison.Ordinal))
            if (IsBorder(text, at - 1, Old[0]) && IsBorder(text, at + Old.Length, Old[^1])) return at;
        return -1;
    }

    private static bool IsBorder(string text, int beside, char edge) => beside < 0 || beside >= text.Length || !char.IsLetterOrDigit(text[beside]) || !char.IsLetterOrDigit(edge);

    /// <summary>Marks behind the place move along; marks around it grow or shrink with it; a mark that ends inside it ends with it.</summary>
    private StyledText Replaced(StyledText text, int at)
    {
        var end = at + Old.Length;
        int Moved(int offset, bool isEnd) => offset <= at ? offset : offset >= end ? offset + New.Length - Old.Length : isEnd ? at + New.Length : at;
        return new StyledText(string.Concat(text.Text.AsSpan(0, at), New, text.Text.AsSpan(end)),
            [.. text.Marks.Select(mark => (mark, From: Moved(mark.Offset, false), To: Moved(mark.Offset + mark.Length, true))).Where(each => each.To > each.From).Select(each => each.mark with { Offset = each.From, Length = each.To - each.From })]);
    }

    [GeneratedRegex("→|->|=>", RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();
}
