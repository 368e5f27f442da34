using System.Collections.Immutable;
using System.Text;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Releases;

/// <summary>What a piece of a document is.</summary>
internal enum BlockKind
{
    Paragraph,
    ListItem,
    TableRow,
}

/// <summary>A paragraph, a list item or a table's row, with the pictures that stand in it.</summary>
/// <param name="Style">Lower-case name of its style.</param>
/// <param name="Pictures">Parts of the package.</param>
/// <param name="BoxCaption">A caption that stood in a text box beside its picture.</param>
internal sealed record DocxBlock(BlockKind Kind, StyledText Text, string Style, ImmutableArray<string> Pictures, string? BoxCaption = null)
{
    /// <summary>True when all of its words are bold.</summary>
    public bool IsBold => !Text.IsEmpty && Text.Marks.Where(mark => mark.Kind == MarkKind.Bold).Sum(mark => mark.Length) >= Text.Text.Trim().Length;
}

/// <summary>A text that grows run by run; touching runs of the same look become one mark.</summary>
internal sealed class DocxText
{
    private readonly StringBuilder text = new();
    private readonly List<Mark> marks = [];

    public int Length => text.Length;

    public void Append(string run, RunLook look, string? url)
    {
        if (run.Length == 0) return;
        var at = text.Length;
        text.Append(run);
        Mark(MarkKind.Bold, look.Bold);
        Mark(MarkKind.Italic, look.Italic);
        // A link is underlined anyway.
        Mark(MarkKind.Underline, look.Underline == true && url is null);
        Mark(MarkKind.Strikethrough, look.Strike);
        Mark(MarkKind.Link, url is not null, url);

        void Mark(MarkKind kind, bool? on, string? address = null)
        {
            if (on != true) return;
            var last = marks.FindLastIndex(mark => mark.Kind == kind);
            if (last >= 0 && marks[last].Offset + marks[last].Length == at && marks[last].Url == address) marks[last] = marks[last] with { Length = marks[last].Length + run.Length };
            else marks.Add(new Mark(at, run.Length, kind, address));
        }
    }

    public void Append(StyledText other)
    {
        var at = text.Length;
        text.Append(other.Text);
        marks.AddRange(other.Marks.Select(mark => mark with { Offset = mark.Offset + at }));
    }

    public StyledText ToStyledText() => new StyledText(text.ToString(), [.. marks]).Trim();
}
