using KominfoBot.Bot.Export;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Papers;

/// <summary>The recap of a week as a workbook: the same as the paper, with numbers to calculate with.</summary>
internal static class RecapSheet
{
    private const int Columns = 11;

    /// <summary>Characters in a line of an SKPD's name.</summary>
    private const int WidestName = 52;

    public static async Task<byte[]> Make(WeekReport report, PostingPolicy policy, OfficeTime office)
    {
        using var stream = new MemoryStream();
        await using (var book = new XlsxBook(stream, office))
        {
            await Recap(book, report, policy, office);
            await TwelveWeeks(book, report, office);
            await book.Finish();
        }
        return stream.ToArray();
    }

    private static async Task Recap(XlsxBook book, WeekReport report, PostingPolicy policy, OfficeTime office)
    {
        string[] above =
        [
            report.Letterhead.Agency, report.Letterhead.Regency, KertasTeks.JudulRekap, KertasTeks.Pekan(report.Week), KertasTeks.Nomor(report.Number), KertasTeks.Keadaan(report, office),
            KertasTeks.Memenuhi(report), report.Figures is { } figures ? KertasTeks.Angka(figures) : "",
        ];
        var head = above.Length + 1;
        await book.Begin(new XlsxSheet("Rekap", Columns, [6, 16, WidestName, 10, 11, 11, 22, 11, 15, 15, 15], FrozenRows: head, Print: new XlsxPrint(true, (head, head), Foot(report))));
        for (var at = 0; at < above.Length; at++)
        {
            await book.Row([new(above[at], at == 2 ? XlsxStyle.Title : at is 0 or 6 ? XlsxStyle.Strong : XlsxStyle.Note)], at == 2 ? 24 : 16);
            book.Merge(1, Columns);
        }
        await book.Row(KertasTeks.Kolom.Select(heading => new XlsxCell(heading, XlsxStyle.Head)), 48);
        var number = 0;
        foreach (var line in report.Lines)
            await book.Row([
                new(++number, XlsxStyle.Count), new(line.Code, XlsxStyle.Text), new(line.Name, XlsxStyle.Text), new(line.Obligation == Obligation.Due ? line.Required : null, XlsxStyle.Count), new(line.Counted, XlsxStyle.Count), new(line.Provisional, XlsxStyle.Count),
                new(KertasTeks.Status(line), Of(line.Verdict)), new(line.Streak, XlsxStyle.Count), new(line.Figures?.Median, XlsxStyle.Span), new(line.Figures?.MedianWithSkpd, XlsxStyle.Span), new(line.Figures?.MedianWithKominfo, XlsxStyle.Span),
            ], Height(line.Name));
        await book.Row([]);
        foreach (var correction in report.Corrections) await book.Row([new(null), new(KertasTeks.KoreksiSetelah, XlsxStyle.Strong), new(KertasTeks.Koreksi(correction))]);
        if (report.Figures is { Rejections: { Count: > 0 } rejections })
            foreach (var (reason, count) in rejections) await book.Row([new(null), new(KertasTeks.Penolakan, XlsxStyle.Strong), new(KertasTeks.Ditolak(reason, count))]);
        await book.Row([]);
        await book.Row([new(null), new(null), new(KertasTeks.Aturan(policy.MinimumPerWeek, policy.CreditBy == CreditBy.FirstSubmission), XlsxStyle.Note)], 44);
        book.Merge(3, Columns);
        await book.Row([]);
        foreach (var text in (string?[])[KertasTeks.TanggalSurat(office, report.At), $"{report.Signer.Capacity},", null, null, report.Signer.Name ?? "", report.Signer.Nip is { Length: > 0 } nip ? $"NIP {nip}" : null])
            await book.Row([new(null), new(null), new(null), new(null), new(null), new(null), new(text)]);
    }

    private static async Task TwelveWeeks(XlsxBook book, WeekReport report, OfficeTime office)
    {
        var first = report.Week.Plus(1 - PostingTable.Window);
        await book.Begin(new XlsxSheet("12 pekan", PostingTable.Window + 4, [16, 36, .. Enumerable.Repeat(9.0, PostingTable.Window), 11, 11], FrozenRows: 1, FrozenColumns: 2, Print: new XlsxPrint(true, (1, 1), Foot(report))));
        await book.Row([new("Kode", XlsxStyle.Head), new(KertasTeks.PerangkatDaerah, XlsxStyle.Head), .. Enumerable.Range(0, PostingTable.Window).Select(at => new XlsxCell(RekapTeks.Rentang(first.Plus(at)), XlsxStyle.Head)), new("Pekan dipenuhi", XlsxStyle.Head), new("Pekan wajib", XlsxStyle.Head)], 32);
        foreach (var line in report.Lines.OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase))
            await book.Row([new(line.Code, XlsxStyle.Text), new(line.ShortName, XlsxStyle.Text), .. line.Weeks.Select(week => new XlsxCell(week.Counted, Of(week.Verdict))),
                new(line.Weeks.Count(week => week.Verdict == Verdict.Met), XlsxStyle.Count), new(line.Weeks.Count(week => week.Obligation == Obligation.Due), XlsxStyle.Count)]);
    }

    /// <summary>For a wrapped name; not every program finds it by itself.</summary>
    private static double Height(string name) => 16 * Math.Clamp((name.Length / (WidestName - 6)) + 1, 1, 6);

    /// <summary>An ampersand in it would be a code.</summary>
    private static string Foot(WeekReport report) => $"&L{report.Number}&R{KertasTeks.HalamanXlsx}";

    private static XlsxStyle Of(Verdict verdict) => verdict switch
    {
        Verdict.Met => XlsxStyle.Met,
        Verdict.Pending => XlsxStyle.Pending,
        Verdict.Missed => XlsxStyle.Missed,
        _ => XlsxStyle.NotDue,
    };
}
