using System.Text;
using System.Text.RegularExpressions;
using KominfoBot.Workflow.News;

namespace KominfoBot.PublicFeed.Text;

/// <summary>
/// A formatted text as HTML: cut at every boundary of a mark, each flat stretch encoded and wrapped in fixed tags, so overlapping marks cannot misnest and
/// nothing that the text holds can become a tag. Blank lines part paragraphs, single line ends become <c>br</c>, quotes become <c>blockquote</c>.
/// </summary>
internal static partial class StyledTextHtml
{
    private static readonly (MarkKind Kind, string Tag)[] Tags =
        [(MarkKind.Bold, "strong"), (MarkKind.Italic, "em"), (MarkKind.Underline, "u"), (MarkKind.Strikethrough, "s"), (MarkKind.Code, "code")];

    /// <param name="text">Already cleaned (<see cref="CleanText"/>).</param>
    public static Html Render(StyledText text)
    {
        var html = new StringBuilder(text.Text.Length + 256);
        var at = 0;
        foreach (var (from, to) in Quotes(text))
        {
            Paragraphs(html, text, at, from);
            html.Append("<blockquote>");
            Paragraphs(html, text, from, to);
            html.Append("</blockquote>");
            at = to;
        }
        Paragraphs(html, text, at, text.Text.Length);
        return new(html.ToString());
    }

    /// <summary>The quoted stretches in order, overlapping and touching ones joined.</summary>
    private static List<(int From, int To)> Quotes(StyledText text)
    {
        var joined = new List<(int From, int To)>();
        foreach (var mark in text.Marks.Where(mark => mark.Kind is MarkKind.Quote).OrderBy(mark => mark.Offset))
        {
            var (from, to) = (mark.Offset, mark.Offset + mark.Length);
            if (string.IsNullOrWhiteSpace(text.Text[from..to])) continue;
            if (joined.Count > 0 && from <= joined[^1].To) joined[^1] = (joined[^1].From, Math.Max(joined[^1].To, to));
            else joined.Add((from, to));
        }
        return joined;
    }

    private static void Paragraphs(StringBuilder html, StyledText text, int from, int to)
    {
        var at = from;
        foreach (var gap in BlankLines().EnumerateMatches(text.Text.AsSpan(from, to - from)))
        {
            Paragraph(html, text, at, from + gap.Index);
            at = from + gap.Index + gap.Length;
        }
        Paragraph(html, text, at, to);
    }

    private static void Paragraph(StringBuilder html, StyledText text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text.Text[from])) from++;
        while (to > from && char.IsWhiteSpace(text.Text[to - 1])) to--;
        if (from == to) return;
        html.Append("<p>");
        var cuts = new SortedSet<int> { from, to };
        foreach (var mark in text.Marks)
        {
            if (mark.Offset > from && mark.Offset < to) cuts.Add(mark.Offset);
            if (mark.Offset + mark.Length is var end && end > from && end < to) cuts.Add(end);
        }
        var start = from;
        foreach (var cut in cuts.Skip(1))
        {
            Stretch(html, text, start, cut);
            start = cut;
        }
        html.Append("</p>");
    }

    private static void Stretch(StringBuilder html, StyledText text, int from, int to)
    {
        var marks = text.Marks.Where(mark => mark.Offset <= from && mark.Offset + mark.Length >= to).ToList();
        var link = marks.Where(mark => mark.Kind is MarkKind.Link).Select(mark => WebLink(mark.Url ?? text.Text.Substring(mark.Offset, mark.Length))).FirstOrDefault(url => url is not null);
        if (link is not null) html.Append("<a href=\"").Append(Html.Encode(link)).Append("\">");
        foreach (var (kind, tag) in Tags)
            if (marks.Exists(mark => mark.Kind == kind)) html.Append('<').Append(tag).Append('>');
        html.Append(Html.Encode(text.Text[from..to]).Replace("\n", "<br>", StringComparison.Ordinal));
        foreach (var (kind, tag) in Tags.Reverse())
            if (marks.Exists(mark => mark.Kind == kind)) html.Append("</").Append(tag).Append('>');
        if (link is not null) html.Append("</a>");
    }

    /// <summary>The address when it is an absolute http or https one, else null: javascript:, data:, tg: and the like are dropped, their text stays.</summary>
    internal static string? WebLink(string url)
    {
        url = CleanText.Line(url);
        if (!url.Contains("://", StringComparison.Ordinal) && url.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) url = "http://" + url;
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address.Host.Length > 0 && address.UserInfo.Length == 0
            ? address.AbsoluteUri
            : null;
    }

    [GeneratedRegex(@"\n[^\S\n]*(?:\n[^\S\n]*)+", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLines();
}
