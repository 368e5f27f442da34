using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>An SKPD's own items: drafts, states, withdrawing, and what follows a return (Perbaiki, Jawab).</summary>
public sealed class AuthorConversation(NewsDesk desk, WritingConversation writing, Submitting submitting, Announcer announcer, OfficeProfile office)
{
    public const string AnswerKind = "answering";

    private const int Listed = 10;

    /// <summary>It stands on the card beside the whole body.</summary>
    private const int LongestAnswer = 500;

    /// <summary>The slot of "Tarik kembali?": whatever else is being written goes on beside it.</summary>
    private const string Confirmation = "confirm";

    /// <summary>/draf</summary>
    public static async Task ShowDrafts(Visit visit)
    {
        var (skpds, own) = (visit.Actor.Skpds.ToList(), visit.Actor.Reviews ? visit.Member.Id : 0);
        var drafts = await visit.Db.Editions.Include(edition => edition.Item)
            .Where(edition => (edition.State == EditionState.Draft || edition.State == EditionState.Returned) && (skpds.Contains(edition.Item!.SkpdCode) || edition.AuthorId == own))
            .OrderByDescending(edition => edition.ChangedAt).Take(Listed).ToListAsync(visit.Cancel);
        visit.Say(PengirimTeks.DaftarDraf(drafts.Count), drafts.Count == 0 ? MenuKeys.For(visit.Actor) : Keyboard.Column([.. drafts.Select(DraftKey)]));
    }

    /// <summary>/status</summary>
    public async Task ShowStatus(Visit visit)
    {
        var skpds = visit.Actor.Skpds.ToList();
        var sent = await visit.Db.Editions.Include(edition => edition.Item).Include(edition => edition.Revisions).AsSplitQuery()
            .Where(edition => edition.CurrentHash != null && edition.State != EditionState.Discarded && skpds.Contains(edition.Item!.SkpdCode))
            .OrderByDescending(edition => edition.ChangedAt).Take(Listed).ToListAsync(visit.Cancel);
        sent.RemoveAll(edition => edition.State == EditionState.Superseded);
        var withdrawable = sent.Where(edition => Lifecycle.Offered(desk.StandingOf(edition, visit.Now), visit.Actor).Contains(Act.Withdraw)).Take(5);
        var keys = Keyboard.Column([.. withdrawable.Select(edition => new Key($"Tarik kembali {edition.Item!.Number}", new ItemButton(ItemChoice.Withdraw, edition.Id).Pack()))]);
        foreach (var edition in sent.Where(edition => edition.State == EditionState.Published).Take(5)) keys = keys.Row(new Key($"Tindakan {edition.Item!.Number}", new ViewButton(ViewChoice.Open, edition.Id).Pack()));
        visit.Say(PengirimTeks.DaftarStatus(sent, office.Time, visit.Now), keys.Row([.. MenuKeys.Writing.Rows[0]]));
    }

    /// <summary>A button about one item.</summary>
    public async Task OnPress(Visit visit, ItemButton button)
    {
        if (await NewsDesk.Open(visit.Db, button.EditionId, visit.Cancel) is not { } edition || !Drafts.MayWrite(visit.Actor, edition))
        {
            visit.Alert(ObrolanTeks.NaskahOrangLain);
            return;
        }
        switch (button.Choice)
        {
            case ItemChoice.Open or ItemChoice.Fix when !Drafts.IsOpen(edition):
            case ItemChoice.Answer when edition.State != EditionState.Returned:
                visit.Alert(PenolakanTeks.Kalimat(new Refusal.Decided(edition.State, desk.StandingOf(edition, visit.Now).Last), office.Time, visit.Now));
                break;
            case ItemChoice.Open or ItemChoice.Fix:
                visit.Answer();
                await writing.Open(visit, edition);
                break;
            case ItemChoice.Answer:
                visit.Answer();
                await visit.Begin(AnswerKind, "Text", new AnswerState(edition.Id), ConversationJson.Default.AnswerState);
                await visit.Prompt(PengirimTeks.TulisJawaban(edition.Item!.Number!), Keyboard.OneRow(new Key("Batal", new ItemButton(ItemChoice.Keep, edition.Id).Pack())));
                break;
            case ItemChoice.Withdraw:
                await AskWithdraw(visit, edition);
                break;
            case ItemChoice.WithdrawYes:
                await Withdraw(visit, edition);
                break;
            case ItemChoice.WithdrawAndChange:
                await WithdrawAndChange(visit, edition);
                break;
            case ItemChoice.Keep:
                visit.Answer();
                await visit.Outbox.ClearKeys(visit.ChatId, Confirmation);
                if (await visit.Conversation() is { Kind: AnswerKind }) await visit.End();
                visit.Say(ObrolanTeks.Dibatalkan(), MenuKeys.For(visit.Actor));
                break;
        }
    }

    /// <summary>The author's answer to a return: the same text goes back to the reviewers, with the answer on the card.</summary>
    public async Task OnAnswer(Visit visit, ConversationRow row, StyledText text)
    {
        var state = Visit.State(row, ConversationJson.Default.AnswerState);
        if (await NewsDesk.Open(visit.Db, state.EditionId, visit.Cancel) is not { State: EditionState.Returned } edition)
        {
            await visit.End();
            visit.Say(MenulisTeks.TidakAdaDraf(), MenuKeys.For(visit.Actor));
            return;
        }
        var answer = PlainText.OneLine(text.Text);
        if (answer.Length is 0 or > LongestAnswer)
        {
            visit.Say(PengirimTeks.JawabanPanjang(answer.Length, LongestAnswer));
            return;
        }
        edition.Reply = answer;
        var writingRow = await visit.Begin(WritingConversation.Kind, DraftPreview.Step, new WritingState(edition.Id, edition.Item!.SkpdCode, []), ConversationJson.Default.WritingState);
        await submitting.Send(visit, writingRow, edition, acknowledged: true);
    }

    private async Task AskWithdraw(Visit visit, Edition edition)
    {
        var possible = Lifecycle.Decide(desk.StandingOf(edition, visit.Now), new Order(Act.Withdraw), visit.Actor);
        if (possible is Refusal refusal)
        {
            visit.Alert(PenolakanTeks.Kalimat(refusal, office.Time, visit.Now));
            return;
        }
        visit.Answer();
        await visit.Outbox.Replace(visit.ChatId, Confirmation, new TextMessage(PengirimTeks.TarikYakin(edition.Item!.Number!), Keyboard.OneRow(
            new Key("Batal", new ItemButton(ItemChoice.Keep, edition.Id).Pack()),
            new Key("Ya, tarik", new ItemButton(ItemChoice.WithdrawYes, edition.Id).Pack(), style: KeyStyle.Danger))));
    }

    private async Task Withdraw(Visit visit, Edition edition)
    {
        var outcome = await desk.Carry(visit.Db, edition, new Order(Act.Withdraw), visit.Actor, visit.Now, visit.Cancel);
        if (outcome is not Outcome.Moved moved)
        {
            visit.Alert(PenolakanTeks.Kalimat((Refusal)outcome, office.Time, visit.Now));
            return;
        }
        visit.Answer();
        await visit.Outbox.ClearKeys(visit.ChatId, Confirmation);
        await visit.Outbox.ClearKeys(visit.ChatId, $"receipt:{edition.Id}");
        visit.Say(PengirimTeks.Ditarik(edition.Item!.Number!), MenuKeys.For(visit.Actor));
        await announcer.Tell(visit.Db, visit.Outbox, edition, moved, visit.ChatId, visit.Now, visit.Cancel);
    }

    /// <summary>
    /// Takes a sent text back and opens its draft, with what was changed in its messages since, as a new one: of the same item where the text was a correction,
    /// else of a new item.
    /// </summary>
    private async Task WithdrawAndChange(Visit visit, Edition edition)
    {
        var withdrawn = await desk.Carry(visit.Db, edition, new Order(Act.Withdraw), visit.Actor, visit.Now, visit.Cancel);
        if (withdrawn is not Outcome.Moved moved)
        {
            visit.Alert(PenolakanTeks.Kalimat((Refusal)withdrawn, office.Time, visit.Now));
            return;
        }
        visit.Answer();
        await visit.Outbox.ClearKeys(visit.ChatId, $"receipt:{edition.Id}");
        await visit.Outbox.ClearKeys(visit.ChatId, $"changed:{edition.Id}");
        visit.Say(PengirimTeks.Ditarik(edition.Item!.Number!));
        await announcer.Tell(visit.Db, visit.Outbox, edition, moved, visit.ChatId, visit.Now, visit.Cancel);

        var live = edition.Item.Editions.Where(other => other.Ordinal < edition.Ordinal && other.State is EditionState.Published or EditionState.Retracted).MaxBy(other => other.Ordinal);
        var (from, act) = live is not null && await NewsDesk.Open(visit.Db, live.Id, visit.Cancel) is { } open ? (open, Act.Revise) : (edition, Act.Copy);
        if (await desk.Carry(visit.Db, from, new Order(act, from.CurrentHash, ChatId: visit.ChatId), visit.Actor, visit.Now, visit.Cancel) is not Outcome.Moved { Started: { } anew }) return;
        (anew.Draft, anew.CorrectionNote) = (edition.Draft, edition.CorrectionNote);
        await writing.Open(visit, anew);
    }

    internal static Key DraftKey(Edition edition)
    {
        var title = edition.Draft.Title ?? (edition.Draft.Body.IsEmpty ? "Tanpa judul" : edition.Draft.Body.Text);
        var label = edition.State == EditionState.Returned ? $"↩ {edition.Item!.Number}: {title}" : $"{edition.Item!.SkpdCode}: {title}";
        return new Key(ChatText.Cut(label, 60), new ItemButton(ItemChoice.Open, edition.Id).Pack());
    }
}
