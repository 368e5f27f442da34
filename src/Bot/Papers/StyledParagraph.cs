using System.Globalization;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Papers;

/// <summary>A text with its formatting, set in lines: bold, italic, underlined, struck through; links and quotes read as plain words.</summary>
internal static class StyledParagraph
{
    private readonly record struct Look(bool Bold, bool Italic, bool Underlined, bool Struck);

    private sealed record Word(string Text, Look Look, bool AfterBlank);

    /// <summary>Paragraph by paragraph, moving the paper's <see cref="Paper.Y"/> below it.</summary>
    /// <param name="most">Lines altogether; then an ellipsis.</param>
    public static void Set(Paper paper, StyledText text, double size, int most = 400)
    {
        var lines = 0;
        var start = 0;
        foreach (var paragraph in text.Text.Split('\n'))
        {
            var words = Words(paper, text.Slice(start, paragraph.Length), size);
            start += paragraph.Length + 1;
            if (words.Count == 0)
            {
                paper.Y += size * 0.6;
                continue;
            }
            foreach (var line in Lines(paper, words, size))
            {
                if (++lines > most)
                {
                    paper.Paragraph("…", size);
                    return;
                }
                Draw(paper, line, size);
            }
        }
    }

    private static List<Word> Words(Paper paper, StyledText text, double size)
    {
        // A mark may begin inside a word: the word falls into parts that stay together.
        var borders = text.Marks.SelectMany(mark => (int[])[mark.Offset, mark.Offset + mark.Length]).Where(at => at > 0 && at < text.Text.Length).ToHashSet();
        List<Word> words = [];
        var (from, blank) = (0, false);
        for (var at = 0; at <= text.Text.Length; at++)
        {
            var isEnd = at == text.Text.Length;
            if (!isEnd && !char.IsWhiteSpace(text.Text[at]) && !borders.Contains(at)) continue;
            if (at > from && PlainText.OneLine(text.Text[from..at]) is { Length: > 0 } part)
            {
                var look = LookAt(text, from);
                foreach (var piece in paper.Fitting(part, size, look.Bold, Paper.Inside))
                {
                    words.Add(new(piece, look, blank));
                    blank = false;
                }
            }
            if (!isEnd && char.IsWhiteSpace(text.Text[at])) (from, blank) = (at + 1, true);
            else from = at;
        }
        return words;
    }

    private static IEnumerable<List<Word>> Lines(Paper paper, List<Word> words, double size)
    {
        List<Word> line = [];
        var width = 0.0;
        for (var at = 0; at < words.Count;)
        {
            // Parts without a blank between them go to the next line together, unless they fill more than one.
            var until = at + 1;
            while (until < words.Count && !words[until].AfterBlank) until++;
            var group = words[at..until];
            var blank = line.Count > 0 && group[0].AfterBlank ? paper.Measure(" ", size) : 0;
            var wide = group.Sum(word => paper.Measure(word.Text, size, word.Look.Bold));
            if (line.Count > 0 && width + blank + wide > Paper.Inside)
            {
                yield return line;
                (line, width, blank) = ([], 0, 0);
            }
            if (wide > Paper.Inside && group.Count > 1) group = group[..1];
            line.AddRange(group);
            width += blank + group.Sum(word => paper.Measure(word.Text, size, word.Look.Bold));
            at += group.Count;
        }
        if (line.Count > 0) yield return line;
    }

    private static void Draw(Paper paper, List<Word> line, double size)
    {
        paper.Room(size * 1.4);
        var x = Paper.Left;
        for (var at = 0; at < line.Count;)
        {
            // Words that look the same are one run, so that a line of text is copied as one.
            var (from, look) = (at, line[at].Look);
            var run = line[at].Text;
            for (at++; at < line.Count && line[at].Look == look; at++) run += (line[at].AfterBlank ? " " : "") + line[at].Text;
            if (from > 0 && line[from].AfterBlank) x += paper.Measure(" ", size);
            paper.Text(x, paper.Y + size, run, size, look.Bold, extra: Attributes(look));
            x += paper.Measure(run, size, look.Bold);
        }
        paper.Y += size * 1.4;
    }

    private static string Attributes(Look look)
        => string.Create(CultureInfo.InvariantCulture, $"{(look.Italic ? " font-style=\"italic\"" : "")}{(look.Underlined || look.Struck ? $" text-decoration=\"{(look.Struck ? "line-through" : "underline")}\"" : "")}");

    private static Look LookAt(StyledText text, int at)
    {
        bool Has(MarkKind kind) => text.Marks.Any(mark => mark.Kind == kind && mark.Offset <= at && at < mark.Offset + mark.Length);
        return new(Has(MarkKind.Bold), Has(MarkKind.Italic), Has(MarkKind.Underline), Has(MarkKind.Strikethrough));
    }
}
