using System.Globalization;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Papers;

/// <summary>As what a paper is given.</summary>
public enum PaperFormat
{
    /// <summary>To print and to sign.</summary>
    Pdf,
    /// <summary>To calculate with.</summary>
    Xlsx,
}

/// <summary>The recap of a week as PDF and XLSX, made when it is sent: no transaction waits for it and nothing lies about on a disk.</summary>
public sealed class RecapPapers(NewsroomStore store, WeekReports reports, PostingTable table, OfficeProfile office, PdfPress press, TimeProvider clock)
{
    private const string Prefix = "rekap-";

    /// <summary>The message that brings it.</summary>
    public static DrawnFile Of(IsoWeek week, PaperFormat format)
        => new(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{format}:{week.Ordinal}"), KertasTeks.NamaBerkas(week, format.ToString().ToLowerInvariant()), KertasTeks.PdfGagal(), KertasTeks.Keterangan(week));

    /// <summary>Null when the name is not one of ours, or the PDF cannot be made here.</summary>
    public async Task<byte[]?> Make(string name, CancellationToken cancel)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || name[Prefix.Length..].Split(':') is not [var kind, var number] || !Enum.TryParse<PaperFormat>(kind, out var format) || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)) return null;
        var report = await store.Read(db => reports.Read(db, IsoWeek.FromOrdinal(ordinal), clock.GetUtcNow(), cancel), cancel);
        if (format == PaperFormat.Xlsx) return await RecapSheet.Make(report, table.Policy, office.Time);
        return await press.Print(fonts => RecapPaper.Draw(report, table.Policy, office.Time, fonts), $"{KertasTeks.JudulRekap}, {KertasTeks.Pekan(report.Week)}", cancel);
    }
}
