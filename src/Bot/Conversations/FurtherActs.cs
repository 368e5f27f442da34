using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// The acts behind Lainnya and those that notices offer: asking the author and answering, back to Kominfo, the class, reopening, a copy, and the author's word
/// on an edit. Authorised where they happen, as everything at a card.
/// </summary>
public sealed class FurtherActs(NewsDesk desk, ReviewConversation reviewing, EditingConversation editing, AfterConversation after, WritingConversation writing, Announcer announcer, OfficeProfile office)
{
    public async Task OnPress(Visit visit, ActButton button)
    {
        if (await NewsDesk.Open(visit.Db, button.EditionId, visit.Cancel) is not { CurrentHash: not null } edition)
        {
            visit.Alert(ObrolanTeks.NaskahTidakAda);
            return;
        }
        var order = ReviewConversation.Seen(edition, button.SeenText, button.Act, "-") with { At = visit.Now.AddHours(1) };
        var standing = desk.StandingOf(edition, visit.Now);
        // A correction that another left lying is no dead end for who may take it over.
        if (button.Act == Act.Revise && standing.LaterEdition is not null && Lifecycle.Offers(standing, visit.Actor, Act.TakeOverCorrection)) (button, order) = (button with { Act = Act.TakeOverCorrection }, order with { Act = Act.TakeOverCorrection });
        if (Lifecycle.Decide(standing, order, visit.Actor) is Refusal refusal)
        {
            await reviewing.Refuse(visit, edition, refusal);
            return;
        }
        switch (button.Act)
        {
            case Act.Claim or Act.TakeOver:
                await editing.Start(visit, edition, button);
                break;
            case Act.Ask or Act.SendBack or Act.Answer or Act.ContestEdit:
                visit.Answer();
                await visit.Begin(ReviewConversation.ReasonKind, "Text", new ReasonState(edition.Id, button.SeenText, button.Act), ConversationJson.Default.ReasonState);
                await visit.Prompt(TindakanTeks.Tulis(edition.Item!.Number!, button.Act), ReasonKeys(edition, button));
                break;
            case Act.Classify:
                var toggled = edition.Item!.Class == InformationClass.Exempted ? InformationClass.Periodic : InformationClass.Exempted;
                await Carry(visit, edition, order with { Reason = null, At = null, Class = toggled });
                break;
            case Act.Copy:
                await Copy(visit, edition, order);
                break;
            case Act.AcceptEdit or Act.Reopen:
                await Carry(visit, edition, order with { Reason = null, At = null });
                break;
            default:
                if (await after.OnAct(visit, edition, button)) break;
                visit.Alert(ObrolanTeks.TombolLama("Gunakan kartu yang terbaru: /antrean"));
                break;
        }
    }

    /// <summary>An objection may be without words.</summary>
    private static Keyboard ReasonKeys(Edition edition, ActButton button)
        => Keyboard.OneRow(new Key("Batal", new CardButton(CardChoice.Back, edition.Id, button.SeenText).Pack()));

    private async Task Carry(Visit visit, Edition edition, Order order)
    {
        var outcome = await desk.Carry(visit.Db, edition, order, visit.Actor, visit.Now, visit.Cancel);
        if (outcome is not Outcome.Moved moved)
        {
            await reviewing.Refuse(visit, edition, (Refusal)outcome);
            return;
        }
        visit.Answer(TinjauTeks.Jawaban(moved));
        if (moved.Act == Act.AcceptEdit) visit.Say(TinjauTeks.Tercatat(edition.Item!.Number!, moved));
        await announcer.Tell(visit.Db, visit.Outbox, edition, moved, visit.ChatId, visit.Now, visit.Cancel);
    }

    private async Task Copy(Visit visit, Edition edition, Order order)
    {
        var outcome = await desk.Carry(visit.Db, edition, order with { ChatId = visit.ChatId }, visit.Actor, visit.Now, visit.Cancel);
        if (outcome is not Outcome.Moved { Started: { } copy })
        {
            visit.Alert(PenolakanTeks.Kalimat((Refusal)outcome, office.Time, visit.Now));
            return;
        }
        visit.Answer();
        await writing.Open(visit, copy);
    }
}
