using System.Globalization;
using System.Net;
using System.Text;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Papers;

/// <summary>From which side a text is placed.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>
/// Sheets of A4 that fill from top to bottom, each a drawing (SVG 1.1) in points. What does not fit goes on the next sheet. Texts are people's: they are made one
/// line, freed of what no document may hold, and escaped here, in one place.
/// </summary>
internal sealed class Paper(PaperFonts fonts)
{
    public const double Width = 595.28, Height = 841.89, Left = 54, Right = Width - 54, Top = 46, Bottom = Height - 62;

    public const string Ink = "#16212c", Grey = "#55616d", Hair = "#c3cbd3", Green = "#14663c";

    private readonly List<StringBuilder> sheets = [new()];

    /// <summary>Where the next thing begins on the present sheet.</summary>
    public double Y { get; set; } = Top;

    private StringBuilder Sheet => sheets[^1];

    public static double Inside => Right - Left;

    /// <summary>A new sheet, unless so much still fits on this one.</summary>
    /// <returns>Whether there is a new one.</returns>
    public bool Room(double height)
    {
        if (Y + height <= Bottom) return false;
        NewSheet();
        return true;
    }

    public void NewSheet()
    {
        sheets.Add(new());
        Y = Top;
    }

    public double Measure(string text, double size, bool bold = false) => (bold ? fonts.Bold : fonts.Regular).Width(text, size);

    /// <summary>One line at its baseline.</summary>
    /// <param name="extra">Further attributes of ours, e.g. a decoration.</param>
    public void Text(double x, double baseline, string text, double size, bool bold = false, string fill = Ink, Anchor anchor = Anchor.Start, string extra = "")
        => Sheet.Append(CultureInfo.InvariantCulture, $"""<text x="{x:0.##}" y="{baseline:0.##}" font-size="{size:0.##}" fill="{fill}"{(bold ? " font-weight=\"bold\"" : "")}{anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => "" }}{extra}>{WebUtility.HtmlEncode(PlainText.OneLine(text))}</text>""");

    public void Line(double x1, double y1, double x2, double y2, double thickness = 0.6, string stroke = Hair)
        => Sheet.Append(CultureInfo.InvariantCulture, $"""<line x1="{x1:0.##}" y1="{y1:0.##}" x2="{x2:0.##}" y2="{y2:0.##}" stroke="{stroke}" stroke-width="{thickness:0.##}"/>""");

    public void Box(double x, double y, double width, double height, string fill, string? stroke = null, double radius = 0)
        => Sheet.Append(CultureInfo.InvariantCulture, $"""<rect x="{x:0.##}" y="{y:0.##}" width="{Math.Max(0, width):0.##}" height="{height:0.##}" fill="{fill}"{(stroke is null ? "" : $" stroke=\"{stroke}\" stroke-width=\"0.6\"")}{(radius > 0 ? string.Create(CultureInfo.InvariantCulture, $" rx=\"{radius:0.##}\"") : "")}/>""");

    /// <summary>A text in lines of that width, moving <see cref="Y"/> below it.</summary>
    public void Paragraph(string text, double size, bool bold = false, string fill = Ink, double? x = null, double? width = null, int most = 60)
    {
        foreach (var line in Lines(text, size, bold, width ?? Inside, most))
        {
            Room(size * 1.35);
            Text(x ?? Left, Y + size, line, size, bold, fill);
            Y += size * 1.35;
        }
    }

    /// <summary>A heading that does not stand alone at the foot of a sheet.</summary>
    public void Heading(string text, double below = 24)
    {
        Room(30 + below);
        Y += 16;
        Text(Left, Y, text, 11, bold: true, fill: Green);
        Y += 8;
    }

    /// <summary>Broken at blanks, or inside a word that is longer than a line; of more lines than <paramref name="most"/> the last ends with an ellipsis.</summary>
    public IReadOnlyList<string> Lines(string text, double size, bool bold, double width, int most)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in PlainText.OneLine(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Fitting(word, size, bold, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Measure(longer, size, bold) > width)
            {
                lines.Add(line);
                line = word;
                if (lines.Count == most) break;
            }
            else
            {
                line = longer;
            }
        }
        if (lines.Count < most && line.Length > 0) lines.Add(line);
        else if (lines.Count == most && line.Length > 0) lines[^1] = WithEllipsis(lines[^1], size, bold, width);
        return lines.Count == 0 ? [""] : lines;
    }

    /// <summary>The sheets as drawings, each with what <paramref name="foot"/> draws on it: it gets the number of the sheet and how many there are.</summary>
    public IReadOnlyList<string> Finish(Action<Paper, int, int> foot)
    {
        var all = sheets.ToList();
        return [.. all.Select((sheet, at) =>
        {
            // Drawn on a sheet of its own, then laid over.
            sheets.Clear();
            sheets.Add(new());
            foot(this, at + 1, all.Count);
            return string.Create(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 {Width} {Height}" font-family="{fonts.Family}, DejaVu Sans, sans-serif"><rect width="{Width}" height="{Height}" fill="#ffffff"/>{sheet}{sheets[0]}</svg>""");
        })];
    }

    /// <summary>A word in pieces of at most that width: one, unless it is longer than a line.</summary>
    public List<string> Fitting(string word, double size, bool bold, double width)
    {
        if (Measure(word, size, bold) <= width) return [word];
        List<string> pieces = [];
        var piece = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (piece.Length > 0 && Measure($"{piece}{element}", size, bold) > width)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            piece.Append(element);
        }
        pieces.Add(piece.ToString());
        return pieces;
    }

    private string WithEllipsis(string line, double size, bool bold, double width)
    {
        while (line.Length > 1 && Measure($"{line}…", size, bold) > width) line = line[..^(char.IsLowSurrogate(line[^1]) ? 2 : 1)];
        return $"{line.TrimEnd()}…";
    }
}
