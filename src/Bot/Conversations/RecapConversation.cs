using KominfoBot.Bot.Board;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Papers;
using KominfoBot.Bot.Posting;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Posting;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>/rekap: an SKPD's people see their week; Kabid, Kadis and Koordinator see everybody's. And what a reminder's buttons do.</summary>
public sealed class RecapConversation(PostingTable table, RecapWords recaps, BoardLink board, WritingConversation writing, OfficeProfile office)
{
    private const int DraftsOffered = 3;

    /// <summary>/rekap</summary>
    public async Task Show(Visit visit)
    {
        foreach (var skpd in visit.Actor.Roles.Where(held => held.Role.BelongsToSkpd()).Select(held => held.SkpdCode!).Distinct()) await ShowSkpd(visit, skpd);
        if (visit.Actor.SeesAllSkpds) visit.Outbox.Send(visit.ChatId, await recaps.OfOffice(visit.Db, table.WeekAt(visit.Now).Previous, visit.Now, visit.Cancel));
    }

    public async Task OnPress(Visit visit, PostingButton button)
    {
        switch (button.Choice)
        {
            case PostingChoice.Recap or PostingChoice.Pdf or PostingChoice.Xlsx or PostingChoice.Board when !visit.Actor.SeesAllSkpds:
                visit.Alert(PenolakanTeks.Kalimat(Refusal.NotYourRole([Role.Kabid, Role.Kadis, Role.Koordinator], visit.Actor), office.Time, visit.Now));
                break;
            case PostingChoice.Recap:
                visit.Answer();
                visit.Outbox.Send(visit.ChatId, await recaps.OfOffice(visit.Db, WeekOf(visit, button), visit.Now, visit.Cancel));
                break;
            case PostingChoice.Board:
                visit.Answer();
                var (words, address) = (PapanTeks.Tautan(office.Time, visit.Now + BoardLink.Life, visit.Now), board.For(visit.ChatId, visit.Now));
                if (board.FitsButton) visit.Say(words, Keyboard.OneRow(new Key(PapanTeks.Buka, url: address, style: KeyStyle.Primary)));
                else visit.Say(PapanTeks.Dengan(words, address));
                break;
            case PostingChoice.Pdf or PostingChoice.Xlsx:
                visit.Answer(KertasTeks.Disiapkan);
                visit.Outbox.Send(visit.ChatId, RecapPapers.Of(WeekOf(visit, button), button.Choice == PostingChoice.Pdf ? PaperFormat.Pdf : PaperFormat.Xlsx));
                break;
            case PostingChoice.Write or PostingChoice.Ideas when !visit.Actor.WritesFor(button.SkpdCode):
                visit.Alert(ObrolanTeks.NaskahOrangLain);
                break;
            case PostingChoice.Write:
                visit.Answer();
                await writing.Start(visit, button.SkpdCode);
                break;
            default:
                visit.Answer();
                await Ideas(visit, button.SkpdCode);
                break;
        }
    }

    /// <summary>The week of the button; last week for one that was forged or pressed for ever: weeks before there was a bot are empty.</summary>
    private IsoWeek WeekOf(Visit visit, PostingButton button)
        => IsoWeek.TryParse($"{button.Week / 100:0000}-W{button.Week % 100:00}", out var asked) && asked < table.WeekAt(visit.Now) ? asked : table.WeekAt(visit.Now).Previous;

    private async Task ShowSkpd(Visit visit, string skpdCode)
    {
        var week = table.WeekAt(visit.Now);
        if (await table.WeekOf(visit.Db, skpdCode, week, visit.Now, visit.Cancel) is { } standing && await table.RowOf(visit.Db, skpdCode, week, visit.Now, visit.Cancel) is { } row) visit.Say(RekapTeks.PekanSkpd(standing, row, table.Calendar.Office, visit.Now), visit.Actor.WritesFor(skpdCode) ? NoticeWords.WriteKeys(skpdCode) : null);
    }

    private async Task Ideas(Visit visit, string skpdCode)
    {
        var drafts = await visit.Db.Editions.AsNoTracking().Include(edition => edition.Item)
            .Where(edition => (edition.State == EditionState.Draft || edition.State == EditionState.Returned) && edition.Item!.SkpdCode == skpdCode)
            .OrderByDescending(edition => edition.ChangedAt).Take(DraftsOffered).ToListAsync(visit.Cancel);
        var today = table.Calendar.Office.Today(visit.Now);
        var coming = table.Calendar.Holidays.Where(holiday => holiday.Kind == HolidayKind.National && holiday.Date > today && holiday.Date <= today.AddDays(14)).ToList();
        var keys = Keyboard.Column([.. drafts.Select(AuthorConversation.DraftKey)]).Row(NoticeWords.WriteKeys(skpdCode).Rows[0][0]);
        visit.Say(IdeTeks.Untuk(table.WeekAt(visit.Now), coming, drafts.Count), keys);
    }
}
