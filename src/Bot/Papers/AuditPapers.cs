using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Papers;

/// <summary>The audit sheet of an item as PDF, made when it is sent.</summary>
public sealed class AuditPapers(NewsroomStore store, AuditReports reports, OfficeProfile office, PdfPress press, TimeProvider clock)
{
    private const string Prefix = "audit:";

    /// <summary>The message that brings it.</summary>
    public static DrawnFile Of(Guid itemId, string number) => new($"{Prefix}{itemId:N}", LembarAuditTeks.NamaBerkas(number), LembarAuditTeks.PdfGagal(), LembarAuditTeks.Kiriman(number));

    /// <summary>Null when the name is not one of ours, or it cannot be made here.</summary>
    public async Task<byte[]?> Make(string name, CancellationToken cancel)
        => name.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(name.AsSpan(Prefix.Length), "N", out var itemId)
            && await store.Read(db => reports.Read(db, itemId, clock.GetUtcNow(), cancel), cancel) is { } report
            ? await press.Print(fonts => AuditPaper.Draw(report, office.Time, fonts), $"{LembarAuditTeks.Judul} {report.Number}", cancel) : null;
}
