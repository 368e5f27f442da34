using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Posting;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Conversations;

/// <summary>The end of writing: Kirim, with its warnings, and Hapus draf.</summary>
public sealed class Submitting(NewsDesk desk, DraftPreview preview, Announcer announcer, PostingTable posting, NoticeSender notices, OfficeProfile office)
{
    /// <summary>Kirim and Tetap kirim. Nothing is submitted before every warning was seen.</summary>
    public async Task Send(Visit visit, ConversationRow row, Edition edition, bool acknowledged)
    {
        var outcome = await desk.Carry(visit.Db, edition, new Order(Act.Submit, WarningsAcknowledged: acknowledged), visit.Actor, visit.Now, visit.Cancel);
        switch (outcome)
        {
            case Outcome.Moved moved:
                // A colleague sends it from another chat, where the message has another number or belongs to something else.
                if (edition.AuthorChatId != visit.ChatId) (edition.AuthorChatId, edition.AuthorMessageId) = (visit.ChatId, null);
                await visit.End();
                await notices.TakeBack(visit.Db, edition.Item!.SkpdCode, visit.Now, visit.Cancel);
                visit.Say(
                    moved.To == EditionState.AwaitingHead ? MenulisTeks.TerkirimKeKepala(edition.Item.Number!) : MenulisTeks.Terkirim(edition.Item.Number!, await ThisWeek(visit, edition.Item.SkpdCode)),
                    Keyboard.OneRow(new Key("Tarik kembali", new ItemButton(ItemChoice.Withdraw, edition.Id).Pack())).Row([.. (MenuKeys.For(visit.Actor) ?? MenuKeys.Writing).Rows[0]]),
                    edition.AuthorMessageId,
                    $"receipt:{edition.Id}");
                await announcer.Tell(visit.Db, visit.Outbox, edition, moved, visit.ChatId, visit.Now, visit.Cancel);
                break;
            case Refusal.Unacknowledged warned:
                await visit.Redraw(MenulisTeks.Peringatan(TemuanTeks.DaftarPanjang(warned.Findings)), Keyboard.OneRow(
                    new Key("Perbaiki", new StepButton(row.Number, DraftPreview.Step, StepChoice.Improve).Pack()),
                    new Key("Tetap kirim", new StepButton(row.Number, DraftPreview.Step, StepChoice.SendAnyway).Pack(), style: KeyStyle.Success)));
                break;
            case Refusal.Blocked blocked:
                await preview.Redraw(visit, row, edition);
                visit.Say(StyledText.Plain($"Belum dapat dikirim:\n{TemuanTeks.DaftarPanjang(blocked.Findings)}"));
                break;
            case Refusal refusal:
                // Its sentence speaks of Jawab, whose button may be far above by now.
                var keys = refusal switch
                {
                    Refusal.Unchanged => Keyboard.OneRow(new Key("Jawab", new ItemButton(ItemChoice.Answer, edition.Id).Pack())),
                    Refusal.WithoutNote => Keyboard.OneRow(new Key("Tulis catatan ralat", new AfterButton(AfterChoice.Note, edition.Id).Pack())),
                    _ => null,
                };
                visit.Say(StyledText.Plain(PenolakanTeks.Kalimat(refusal, office.Time, visit.Now)), keys);
                break;
        }
    }

    private async Task<string> ThisWeek(Visit visit, string skpdCode)
        => RekapTeks.PekanIni((await posting.WeekOf(visit.Db, skpdCode, posting.WeekAt(visit.Now), visit.Now, visit.Cancel))!);

    /// <summary>Hapus draf, confirmed: kept as Discarded, gone for the SKPD.</summary>
    public async Task Discard(Visit visit, Edition edition)
    {
        var outcome = await desk.Carry(visit.Db, edition, new Order(Act.Discard), visit.Actor, visit.Now, visit.Cancel);
        await visit.End();
        visit.Say(outcome is Refusal refusal ? StyledText.Plain(PenolakanTeks.Kalimat(refusal, office.Time, visit.Now)) : MenulisTeks.DrafDihapus(), MenuKeys.For(visit.Actor));
    }
}
