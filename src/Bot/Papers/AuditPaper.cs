using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Papers;

/// <summary>The audit sheet of an item: what became of it, by whom in which capacity, when and why, what changed in the text, and the hashes that prove it.</summary>
internal static class AuditPaper
{
    private static readonly double[] steps = [44, 74, 82, 108, 68, 111], proofs = [37, 225, 225];

    /// <summary>The sheets, as drawings.</summary>
    public static IReadOnlyList<string> Draw(AuditReport report, OfficeTime office, PaperFonts fonts)
    {
        var paper = new Paper(fonts);
        report.Letterhead.Draw(paper);
        paper.Y += 24;
        paper.Text(Paper.Width / 2, paper.Y, LembarAuditTeks.Judul.ToUpperInvariant(), 13, bold: true, anchor: Anchor.Middle);
        paper.Text(Paper.Width / 2, paper.Y + 15, KertasTeks.Nomor(report.Number), 9.5, anchor: Anchor.Middle);
        paper.Y += 30;
        foreach (var (name, value) in LembarAuditTeks.Pokok(report, office))
        {
            paper.Room(14);
            paper.Text(Paper.Left, paper.Y + 9, name, 9, fill: Paper.Grey);
            paper.Paragraph(value, 9, x: Paper.Left + 104, width: Paper.Inside - 104, most: 6);
            paper.Y += 2;
        }

        paper.Heading(LembarAuditTeks.Perjalanan);
        var table = new PaperTable(paper, Columns(LembarAuditTeks.KolomLangkah, steps, 0, 4), size: 8, most: 14);
        foreach (var line in report.Lines) table.Row([.. LembarAuditTeks.Langkah(line, office).Select(cell => new PaperCell(cell))]);

        Changes(paper, report);
        Proofs(paper, report, office);
        report.Signer.Draw(paper, KertasTeks.TanggalSurat(office, report.At));
        paper.NewSheet();
        paper.Heading(LembarAuditTeks.Naskah);
        paper.Paragraph(report.Newest.Title, 12, bold: true);
        paper.Y += 6;
        StyledParagraph.Set(paper, report.Newest.Body, 10);
        foreach (var line in LembarAuditTeks.Berkas(report.Newest)) paper.Paragraph(line, 8, fill: Paper.Grey, most: 3);
        return paper.Finish((sheet, number, of) => Letterhead.Foot(sheet, $"{LembarAuditTeks.Judul} {report.Number}", office, report.At, number, of));
    }

    private static void Changes(Paper paper, AuditReport report)
    {
        var changed = report.Lines.Where(line => line.Step.Difference is not null).ToList();
        if (changed.Count == 0) return;
        paper.Heading(LembarAuditTeks.Perubahan);
        paper.Paragraph(LembarAuditTeks.ArtiPerubahan, 7.5, fill: Paper.Grey);
        foreach (var line in changed)
        {
            paper.Room(40);
            paper.Y += 5;
            paper.Paragraph(LembarAuditTeks.Peristiwa(line), 8.5, bold: true, most: 2);
            StyledParagraph.Set(paper, PerbedaanTeks.Naskah(line.Step.Difference!, code => report.Categories.GetValueOrDefault(code, code)), 8.5, most: 60);
        }
    }

    private static void Proofs(Paper paper, AuditReport report, OfficeTime office)
    {
        paper.Heading(LembarAuditTeks.Bukti);
        paper.Paragraph(LembarAuditTeks.Keutuhan(report, office), 8.5, bold: report.Lines.Any(line => !line.IsIntact), fill: report.Lines.Any(line => !line.IsIntact) ? "#a3200d" : Paper.Ink);
        paper.Y += 4;
        var table = new PaperTable(paper, Columns(LembarAuditTeks.KolomBukti, proofs, 0), size: 6, most: 2, pad: 2.2);
        foreach (var line in report.Lines) table.Row($"{line.Step.Entry.Sequence}", new PaperCell(line.Hash, !line.IsIntact), line.Step.Entry.RevisionHash ?? "–");
    }

    private static List<PaperColumn> Columns(IReadOnlyList<string> headings, double[] widths, params int[] centered) => [.. headings.Select((heading, at) => new PaperColumn(heading, widths[at], centered.Contains(at)))];
}
