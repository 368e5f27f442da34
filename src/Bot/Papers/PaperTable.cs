namespace KominfoBot.Bot.Papers;

/// <param name="Width">In points.</param>
internal sealed record PaperColumn(string Heading, double Width, bool Centered = false);

/// <param name="Fill">Its ground; null: the paper's.</param>
internal readonly record struct PaperCell(string Text, bool Bold = false, string? Fill = null, string Ink = Paper.Ink)
{
    public static implicit operator PaperCell(string text) => new(text);
}

/// <summary>A table whose heading is repeated on every sheet; a row is never torn.</summary>
/// <param name="most">Lines of a cell; what is longer ends with an ellipsis.</param>
internal sealed class PaperTable(Paper paper, IReadOnlyList<PaperColumn> columns, double size = 8.5, int most = 4, double pad = 3.2)
{
    private const string Ground = "#eaf2ed";

    private bool hasHeading;
    private int rows;

    public void Row(params IReadOnlyList<PaperCell> cells)
    {
        var lines = cells.Select((cell, at) => paper.Lines(cell.Text, size, cell.Bold, columns[at].Width - 7, most)).ToList();
        var height = (lines.Max(each => each.Count) * size * 1.25) + (2 * pad);
        if (!hasHeading) Heading(height);
        else if (paper.Room(height)) Heading(height);
        var x = Paper.Left;
        if (rows++ % 2 == 1) paper.Box(Paper.Left, paper.Y + 0.3, columns.Sum(column => column.Width), height, "#f7f9fa");
        for (var at = 0; at < cells.Count; at++)
        {
            var (column, cell) = (columns[at], cells[at]);
            if (cell.Fill is { } fill)
            {
                var high = (lines[at].Count * size * 1.25) + 2.6;
                paper.Box(x + 1.2, paper.Y + ((height - high) / 2), column.Width - 2.4, high, fill, radius: 2.5);
            }
            var first = paper.Y + ((height - (lines[at].Count * size * 1.25)) / 2) + size;
            for (var line = 0; line < lines[at].Count; line++)
                paper.Text(column.Centered ? x + (column.Width / 2) : x + 3.5, first + (line * size * 1.25), lines[at][line], size, cell.Bold, cell.Ink, column.Centered ? Anchor.Middle : Anchor.Start);
            x += column.Width;
        }
        paper.Y += height;
        paper.Line(Paper.Left, paper.Y, x, paper.Y);
    }

    private void Heading(double next)
    {
        var lines = columns.Select(column => paper.Lines(column.Heading, size, true, column.Width - 5, 3)).ToList();
        var height = (lines.Max(each => each.Count) * size * 1.25) + (2 * pad);
        paper.Room(height + next);
        var x = Paper.Left;
        paper.Box(x, paper.Y, columns.Sum(column => column.Width), height, Ground);
        for (var at = 0; at < columns.Count; at++)
        {
            var first = paper.Y + ((height - (lines[at].Count * size * 1.25)) / 2) + size;
            for (var line = 0; line < lines[at].Count; line++)
                paper.Text(columns[at].Centered ? x + (columns[at].Width / 2) : x + 3.5, first + (line * size * 1.25), lines[at][line], size, bold: true, anchor: columns[at].Centered ? Anchor.Middle : Anchor.Start);
            x += columns[at].Width;
        }
        paper.Y += height;
        paper.Line(Paper.Left, paper.Y, x, paper.Y, 1, Paper.Green);
        hasHeading = true;
        rows = 0;
    }
}
