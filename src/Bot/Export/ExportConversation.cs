using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Conversations;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Export;

/// <summary>/ekspor: AdminPortal picks a period and a format and gets the file; each export is an event of the audit chain.</summary>
public sealed class ExportConversation(OfficeProfile office)
{
    /// <summary>The Bot API takes files of at most 50 MB (sendDocument).</summary>
    private const long MostBytes = 50_000_000;

    private const string Slot = "export";

    public static Task Start(Visit visit) => visit.Outbox.Replace(visit.ChatId, Slot, new TextMessage(EksporTeks.Periode(), PeriodKeys()));

    public async Task OnPress(Visit visit, ExportButton button)
    {
        if (!visit.Actor.Holds(Role.AdminPortal))
        {
            visit.Alert(PenolakanTeks.Kalimat(Refusal.NotYourRole([Role.AdminPortal], visit.Actor), office.Time, visit.Now));
            return;
        }
        var period = ExportPeriod.Of(button.Period, office.Time.Today(visit.Now));
        if (button.Format is not { } format)
        {
            visit.Answer();
            await visit.Outbox.Edit(visit.ChatId, Slot, EksporTeks.Format(button.Period, period), FormatKeys(button.Period), Priority.Reply);
            return;
        }
        if (visit.Turn.Prepared is not ExportArrival arrival)
        {
            visit.Alert(ObrolanTeks.TombolLama("Mulai lagi dengan /ekspor."));
            return;
        }
        if (arrival.Files.FirstOrDefault(file => file.Bytes > MostBytes) is { } large)
        {
            visit.Alert(EksporTeks.TerlaluBesar(large.Bytes, MostBytes));
            return;
        }
        visit.Answer();
        await visit.Outbox.Edit(visit.ChatId, Slot, EksporTeks.Dikirim(button.Period, period, format), Keyboard.None, Priority.Reply);
        foreach (var file in arrival.Files) visit.Outbox.Send(visit.ChatId, new DocumentFile(file.Path, file.Name));
        await DueDesk.Plan(visit.Db, string.Create(CultureInfo.InvariantCulture, $"{ExportFiles.Kind}:{visit.Now.UtcTicks}"), ExportFiles.Kind, "", visit.Now + ExportFiles.Life, null, visit.Now, visit.Cancel);
        await AuditChain.Append(visit.Db, new AuditEntry(0, visit.Now, "Export", visit.Member.Id, visit.Member.DisplayName, nameof(Role.AdminPortal),
            Detail: string.Create(CultureInfo.InvariantCulture, $"{format} {period.From:yyyy-MM-dd} sampai {period.Until:yyyy-MM-dd}")), visit.Now, visit.Cancel);
    }

    private static Keyboard PeriodKeys()
    {
        var keys = new Keyboard([]);
        foreach (var pair in Enum.GetValues<PeriodChoice>().Select(choice => new Key(EksporTeks.Nama(choice), new ExportButton(choice).Pack())).Chunk(2)) keys = keys.Row(pair);
        return keys;
    }

    private static Keyboard FormatKeys(PeriodChoice period)
        => Keyboard.OneRow([.. new[] { ExportFormat.Xlsx, ExportFormat.Csv, ExportFormat.Json }.Select(format => new Key(format.ToString().ToUpperInvariant(), new ExportButton(period, format).Pack()))]);
}
