using KominfoBot.Bot.Posting;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Papers;

/// <summary>The recap of a week as a paper to be signed: who met the rule, how long texts waited and with whom, what changed since, and twelve weeks at a glance.</summary>
internal static class RecapPaper
{
    private static readonly double[] widths = [24, 157, 52, 46, 84, 62, 62];

    /// <summary>The sheets, as drawings.</summary>
    public static IReadOnlyList<string> Draw(WeekReport report, PostingPolicy policy, OfficeTime office, PaperFonts fonts)
    {
        var paper = new Paper(fonts);
        report.Letterhead.Draw(paper);
        Title(paper, report, office);
        Summary(paper, report);
        Skpds(paper, report, policy);
        ReviewTimes(paper, report);
        Corrections(paper, report);
        report.Signer.Draw(paper, KertasTeks.TanggalSurat(office, report.At));
        TwelveWeeks(paper, report);
        return paper.Finish((sheet, number, of) => Letterhead.Foot(sheet, report.Number, office, report.At, number, of));
    }

    private static void Title(Paper paper, WeekReport report, OfficeTime office)
    {
        const double middle = Paper.Width / 2;
        paper.Y += 24;
        paper.Text(middle, paper.Y, KertasTeks.JudulRekap.ToUpperInvariant(), 13, bold: true, anchor: Anchor.Middle);
        paper.Text(middle, paper.Y + 15, KertasTeks.Pekan(report.Week), 9.5, anchor: Anchor.Middle);
        paper.Text(middle, paper.Y + 28, KertasTeks.Nomor(report.Number), 9.5, anchor: Anchor.Middle);
        paper.Text(middle, paper.Y + 41, KertasTeks.Keadaan(report, office), 8.5, bold: report.FrozenAt is null, fill: report.FrozenAt is null ? "#9a3c00" : Paper.Grey, anchor: Anchor.Middle);
        paper.Y += 56;
    }

    /// <summary>The figures that a hurried reader takes away.</summary>
    private static void Summary(Paper paper, WeekReport report)
    {
        var boxes = KertasTeks.Ringkasan(report);
        const double gap = 8, height = 46;
        var width = (Paper.Inside - (gap * (boxes.Count - 1))) / boxes.Count;
        for (var at = 0; at < boxes.Count; at++)
        {
            var x = Paper.Left + (at * (width + gap));
            paper.Box(x, paper.Y, width, height, "#f3f6f4", "#d5dfd9", radius: 4);
            paper.Text(x + (width / 2), paper.Y + 23, boxes[at].Number, 15, bold: true, fill: Paper.Green, anchor: Anchor.Middle);
            paper.Text(x + (width / 2), paper.Y + 37, paper.Lines(boxes[at].Words, 8, false, width - 8, 1)[0], 8, fill: Paper.Grey, anchor: Anchor.Middle);
        }
        paper.Y += height + 8;
        if (report.Due == 0) return;
        double done = Paper.Inside * report.Count(Verdict.Met) / report.Due, waiting = Paper.Inside * report.Count(Verdict.Pending) / report.Due;
        paper.Box(Paper.Left, paper.Y, Paper.Inside, 7, VerdictColours.Fill(Verdict.Missed));
        paper.Box(Paper.Left, paper.Y, done + waiting, 7, VerdictColours.Fill(Verdict.Pending));
        paper.Box(Paper.Left, paper.Y, done, 7, VerdictColours.Fill(Verdict.Met));
        paper.Y += 7;
    }

    private static void Skpds(Paper paper, WeekReport report, PostingPolicy policy)
    {
        paper.Heading(KertasTeks.PerangkatDaerah);
        var table = new PaperTable(paper, [.. KertasTeks.KolomKertas.Select((heading, at) => new PaperColumn(heading, widths[at], Centered: at != 1))], most: 3);
        var number = 0;
        foreach (var line in report.Lines)
            table.Row($"{++number}", line.Name, KertasTeks.Terhitung(line), line.Provisional == 0 ? "–" : $"{line.Provisional}",
                new PaperCell(KertasTeks.Status(line), line.Verdict == Verdict.Missed, VerdictColours.Fill(line.Verdict), VerdictColours.Ink(line.Verdict)),
                KertasTeks.Lama(line.Figures?.MedianWithSkpd), KertasTeks.Lama(line.Figures?.MedianWithKominfo));
        paper.Y += 5;
        paper.Paragraph(KertasTeks.Aturan(policy.MinimumPerWeek, policy.CreditBy == CreditBy.FirstSubmission), 7.5, fill: Paper.Grey);
    }

    private static void ReviewTimes(Paper paper, WeekReport report)
    {
        if (report.Figures is not { } figures) return;
        paper.Heading(KertasTeks.WaktuPeninjauan, 70);
        if (figures is { Median: { } median, MedianWithSkpd: { } skpd, MedianWithKominfo: { } kominfo })
        {
            var whole = Math.Max(1, (skpd + kominfo).TotalMinutes);
            var part = Paper.Inside * skpd.TotalMinutes / whole;
            paper.Box(Paper.Left, paper.Y, Paper.Inside, 12, "#2f6f9f");
            paper.Box(Paper.Left, paper.Y, part, 12, "#d9a441");
            paper.Y += 24;
            paper.Box(Paper.Left, paper.Y - 7, 8, 8, "#d9a441");
            paper.Text(Paper.Left + 12, paper.Y, KertasTeks.PadaSkpd(skpd), 9, bold: true);
            paper.Box(Paper.Left + 130, paper.Y - 7, 8, 8, "#2f6f9f");
            paper.Text(Paper.Left + 142, paper.Y, KertasTeks.PadaKominfo(kominfo), 9, bold: true);
            paper.Text(Paper.Right, paper.Y, KertasTeks.Seluruhnya(median), 9, anchor: Anchor.End);
            paper.Y += 6;
        }
        paper.Paragraph(KertasTeks.Waktu(figures), 7.5, fill: Paper.Grey);
        if (figures.Rejections.Count == 0) return;
        paper.Heading(KertasTeks.Penolakan);
        foreach (var (reason, count) in figures.Rejections.Take(12)) paper.Paragraph(KertasTeks.Ditolak(reason, count), 9, most: 2);
    }

    private static void Corrections(Paper paper, WeekReport report)
    {
        if (report.Corrections.IsEmpty) return;
        paper.Heading(KertasTeks.KoreksiSetelah);
        foreach (var correction in report.Corrections) paper.Paragraph(KertasTeks.Koreksi(correction), 9, most: 2);
    }

    private static void TwelveWeeks(Paper paper, WeekReport report)
    {
        paper.NewSheet();
        paper.Heading(KertasTeks.Lampiran);
        const double cell = 23.5;
        List<PaperColumn> heads = [new(KertasTeks.PerangkatDaerah, 135)];
        var first = report.Week.Plus(1 - PostingTable.Window);
        for (var at = 0; at < PostingTable.Window; at++) heads.Add(new($"{first.Plus(at).Monday.Day} {RekapTeks.Bulan(first.Plus(at).Monday)}", cell, true));
        heads.Add(new(KertasTeks.Penuh, 32, true));
        heads.Add(new(KertasTeks.Beruntun, 38, true));
        var table = new PaperTable(paper, heads, size: 7, most: 2, pad: 2.6);
        foreach (var line in report.Lines.OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase))
        {
            List<PaperCell> cells = [line.ShortName];
            foreach (var week in line.Weeks)
                cells.Add(new(week.Verdict == Verdict.NotDue && week.Counted == 0 ? "–" : $"{week.Counted}", week.Verdict is Verdict.Met or Verdict.Missed, VerdictColours.Fill(week.Verdict), VerdictColours.Ink(week.Verdict)));
            cells.Add($"{line.Weeks.Count(week => week.Verdict == Verdict.Met)}/{line.Weeks.Count(week => week.Obligation == Obligation.Due)}");
            cells.Add($"{line.Streak}");
            table.Row(cells);
        }
        paper.Y += 10;
        paper.Room(24);
        var x = Paper.Left;
        foreach (var verdict in (Verdict[])[Verdict.Met, Verdict.Pending, Verdict.Missed, Verdict.NotDue])
        {
            paper.Box(x, paper.Y, 10, 9, VerdictColours.Fill(verdict), radius: 2);
            paper.Text(x + 14, paper.Y + 7.5, KertasTeks.Nama(verdict), 8);
            x += 34 + paper.Measure(KertasTeks.Nama(verdict), 8);
        }
        paper.Y += 14;
        paper.Paragraph(KertasTeks.ArtiAngka, 7.5, fill: Paper.Grey);
    }
}
