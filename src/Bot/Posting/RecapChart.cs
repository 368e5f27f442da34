using System.Globalization;
using System.Net;
using System.Text;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Posting;

/// <summary>
/// Who met the rule this week, and a heat map of twelve weeks: wide as a phone, one line for an SKPD, a number in every cell so that nothing is said by colour
/// alone. More SKPDs than fit are those in least need of attention; the last line counts them.
/// </summary>
public static class RecapChart
{
    /// <summary>Longer pictures are made small by the chat's clients.</summary>
    private const int MostRows = 44;

    private const int Width = 900, Margin = 36, NameWidth = 290, Cell = 45, RowHeight = 34, Top = 262;

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static string Svg(IsoWeek week, IReadOnlyList<PostingRow> rows)
    {
        var shown = rows.Where(row => row.Weeks[^1].Obligation != Obligation.Closed).OrderBy(row => VerdictColours.Rank(row.Weeks[^1].Verdict)).ThenBy(row => row.Weeks[^1].Counted).ThenBy(row => row.WeeksMet).ThenBy(row => row.Skpd.ShortName, StringComparer.OrdinalIgnoreCase).ToList();
        var hidden = Math.Max(0, shown.Count - MostRows);
        shown = [.. shown.Take(MostRows)];
        var bottom = Top + (shown.Count * RowHeight) + (hidden > 0 ? RowHeight : 0);
        var height = bottom + 120;

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}" font-family="DejaVu Sans, sans-serif">""");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="{Width}" height="{height}" fill="#ffffff"/>""");
        Head(svg, week, rows);
        Months(svg, week);
        for (var index = 0; index < shown.Count; index++) Row(svg, shown[index], Top + (index * RowHeight), index);
        if (hidden > 0) Text(svg, Margin, Top + (shown.Count * RowHeight) + 24, 20, "#5f6b76", $"dan {hidden} SKPD lain");
        // The week that the recap speaks of.
        svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{X(PostingTable.Window - 1) - 2}" y="{Top - 4}" width="{Cell}" height="{(shown.Count * RowHeight) + 4}" fill="none" stroke="#16212c" stroke-width="2.5" rx="4"/>""");
        Legend(svg, bottom + 34);
        return svg.Append("</svg>").ToString();
    }

    private static void Head(StringBuilder svg, IsoWeek week, IReadOnlyList<PostingRow> rows)
    {
        var cells = rows.Select(row => row.Weeks[^1]).ToList();
        int due = cells.Count(cell => cell.Obligation == Obligation.Due), met = cells.Count(cell => cell.Verdict == Verdict.Met), pending = cells.Count(cell => cell.Verdict == Verdict.Pending);
        Text(svg, Margin, 58, 30, "#5f6b76", $"Rekap {RekapTeks.Rentang(week)} {week.Sunday.Year}");
        Text(svg, Margin, 118, 46, "#16212c", due == 0 ? "Tidak ada SKPD yang wajib" : $"{met} dari {due} SKPD memenuhi", bold: true);
        if (due == 0) return;
        const double all = Width - (2.0 * Margin);
        var (done, waiting) = (all * met / due, all * pending / due);
        svg.Append(CultureInfo.InvariantCulture, $"""<clipPath id="bar"><rect x="{Margin}" y="142" width="{all}" height="26" rx="13"/></clipPath><g clip-path="url(#bar)"><rect x="{Margin}" y="142" width="{all}" height="26" fill="{VerdictColours.Fill(Verdict.Missed)}"/><rect x="{Margin}" y="142" width="{done + waiting:0.0}" height="26" fill="{VerdictColours.Fill(Verdict.Pending)}"/><rect x="{Margin}" y="142" width="{done:0.0}" height="26" fill="{VerdictColours.Fill(Verdict.Met)}"/></g>""");
    }

    /// <summary>The Monday of each week; the month above where it changes.</summary>
    private static void Months(StringBuilder svg, IsoWeek last)
    {
        var month = 0;
        for (var index = 0; index < PostingTable.Window; index++)
        {
            var monday = last.Plus(index + 1 - PostingTable.Window).Monday;
            // A month that begins in the last column has no room for its name.
            if (monday.Month != month) Text(svg, X(index) + 2, Top - 42, 19, "#5f6b76", monday.ToString("MMM", Indonesian));
            month = monday.Month;
            Text(svg, X(index) + ((Cell - 4) / 2), Top - 14, 18, "#16212c", monday.Day.ToString(CultureInfo.InvariantCulture), middle: true);
        }
        Text(svg, Margin, Top - 14, 18, "#5f6b76", "Pekan mulai Senin tanggal");
    }

    private static void Row(StringBuilder svg, PostingRow row, int y, int index)
    {
        if (index % 2 == 1) svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{Margin - 12}" y="{y - 1}" width="{NameWidth + 8}" height="{RowHeight - 2}" fill="#f3f5f7" rx="4"/>""");
        Text(svg, Margin, y + 23, 20, "#16212c", ChatText.Cut(row.Skpd.ShortName, 23), bold: row.Weeks[^1].Verdict == Verdict.Missed);
        for (var week = 0; week < row.Weeks.Length; week++)
        {
            var cell = row.Weeks[week];
            svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{X(week)}" y="{y}" width="{Cell - 4}" height="{RowHeight - 4}" rx="4" fill="{VerdictColours.Fill(cell.Verdict)}"/>""");
            Text(svg, X(week) + ((Cell - 4) / 2), y + 22, 18, VerdictColours.Ink(cell.Verdict), cell.Verdict == Verdict.NotDue && cell.Counted == 0 ? "–" : cell.Counted.ToString(CultureInfo.InvariantCulture), middle: true, bold: cell.Verdict is Verdict.Missed or Verdict.Met);
        }
    }

    private static void Legend(StringBuilder svg, int y)
    {
        (Verdict Verdict, string Words)[] entries = [(Verdict.Met, "memenuhi"), (Verdict.Pending, "menunggu tinjauan"), (Verdict.Missed, "belum"), (Verdict.NotDue, "tidak wajib")];
        double x = Margin;
        foreach (var (verdict, words) in entries)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{x:0.#}" y="{y}" width="26" height="24" rx="4" fill="{VerdictColours.Fill(verdict)}"/>""");
            Text(svg, x + 34, y + 19, 19, "#16212c", words);
            x += 34 + (words.Length * 11.7) + 26;
        }
        Text(svg, Margin, y + 58, 18, "#5f6b76", "Angka: berita yang terhitung pada pekan itu.");
    }

    private static int X(int week) => Margin + NameWidth + (week * Cell);

    private static void Text(StringBuilder svg, double x, double y, int size, string fill, string words, bool bold = false, bool middle = false)
        => svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x:0.#}" y="{y:0.#}" font-size="{size}" fill="{fill}"{(bold ? " font-weight=\"bold\"" : "")}{(middle ? " text-anchor=\"middle\"" : "")}>{WebUtility.HtmlEncode(words)}</text>""");
}
