using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// A reviewer at a card: Setujui, Kembalikan, Tolak, Baca lengkap, Riwayat; at a decided one: Batalkan persetujuan, Cabut. Every press is authorised where the state changes, against the text that the
/// card showed; the reason for a return or a rejection comes before the act.
/// </summary>
public sealed class ReviewConversation(NewsDesk desk, CardDesk cards, ReasonHint hint, Announcer announcer, ItemConversation items, OfficeProfile office)
{
    public const string ReasonKind = "reason";

    private const int CardsAtOnce = 5;
    public const int LongestReason = 500;

    /// <summary>/antrean: what waits for this member, oldest first, each as a fresh card.</summary>
    public async Task ShowQueue(Visit visit)
    {
        var waiting = await cards.WaitingFor(visit.Db, visit.Actor, visit.Cancel);
        visit.Say(TinjauTeks.Antrean(waiting.Count, CardsAtOnce));
        foreach (var (edition, step) in waiting.Take(CardsAtOnce))
            await cards.Show(visit.Db, visit.Outbox, edition, await cards.Facts(visit.Db, edition, visit.Cancel), step, visit.Member, visit.Now, renew: true, visit.Cancel, Priority.Reply);
    }

    /// <summary>A button of a card.</summary>
    public async Task OnPress(Visit visit, CardButton button)
    {
        if (await NewsDesk.Open(visit.Db, button.EditionId, visit.Cancel) is not { CurrentHash: not null } edition)
        {
            visit.Alert(ObrolanTeks.NaskahTidakAda);
            return;
        }
        var act = ActOf(button, edition, visit);
        var refusal = Lifecycle.Decide(desk.StandingOf(edition, visit.Now), Seen(edition, button.SeenText, act, "-"), visit.Actor) as Refusal;
        if (button.Choice is CardChoice.Read or CardChoice.History or CardChoice.Changes && !MayRead(visit.Actor, edition)) refusal ??= Refusal.NotYourRole([Role.Kabid, Role.Kadis], visit.Actor);
        else if (button.Choice is CardChoice.Read or CardChoice.History or CardChoice.Changes or CardChoice.More or CardChoice.Back) refusal = null;
        if (refusal is not null)
        {
            await Refuse(visit, edition, refusal);
            return;
        }

        switch (button.Choice)
        {
            case CardChoice.Agree when act is Act.Approve or Act.PublishFix:
                visit.Answer();
                await cards.Ask(visit.Db, visit.Outbox, edition, visit.ChatId, CardText.PublishKeys(edition, Lifecycle.Offers(desk.StandingOf(edition, visit.Now), visit.Actor, Act.Schedule)), TinjauTeks.TerbitkanSekarang, visit.Now, visit.Cancel);
                break;
            case CardChoice.Agree or CardChoice.Publish:
                await Carry(visit, edition, button.SeenText, act, null);
                break;
            case CardChoice.Return or CardChoice.Reject or CardChoice.Retract:
                visit.Answer();
                await cards.Ask(visit.Db, visit.Outbox, edition, visit.ChatId, CardText.ReasonKeys(edition, act), TinjauTeks.Mengapa(act), visit.Now, visit.Cancel);
                if (act == Act.Return) await hint.Show(visit.Db, visit.Outbox, edition, visit.ChatId, visit.Member.DisplayName, visit.Now, visit.Cancel);
                break;
            case CardChoice.ReturnFor when CardText.ReadyReason(act, button.Argument) is { } reason:
                await Carry(visit, edition, button.SeenText, act, reason);
                break;
            case CardChoice.RejectFor or CardChoice.RetractFor when CardText.ReadyReason(act, button.Argument) is { } reason:
                visit.Answer();
                await cards.Ask(visit.Db, visit.Outbox, edition, visit.ChatId, CardText.ConfirmReasonKeys(edition, act, button.Argument + 1), TinjauTeks.Yakin(act, reason), visit.Now, visit.Cancel);
                break;
            case CardChoice.RejectYes or CardChoice.RetractYes:
                await Carry(visit, edition, button.SeenText, act, await ReasonOf(visit, button, act));
                break;
            case CardChoice.TakeBack:
                await Carry(visit, edition, button.SeenText, Act.TakeBack, null);
                break;
            // Only who may do something sees it: a forged press would otherwise be shown the card.
            case CardChoice.More when cards.MoreFor(edition, visit.Actor, visit.Now).Rows.Length < 2:
                visit.Alert(PenolakanTeks.Kalimat(Refusal.NotYourRole([Role.Kabid, Role.Kadis], visit.Actor), office.Time, visit.Now));
                break;
            case CardChoice.More:
                visit.Answer();
                await cards.Ask(visit.Db, visit.Outbox, edition, visit.ChatId, cards.MoreFor(edition, visit.Actor, visit.Now), TindakanTeks.Lainnya, visit.Now, visit.Cancel);
                break;
            case CardChoice.OwnWords:
                visit.Answer();
                await visit.Begin(ReasonKind, "Text", new ReasonState(edition.Id, button.SeenText, act), ConversationJson.Default.ReasonState);
                await visit.Prompt(TinjauTeks.TulisAlasan(edition.Item!.Number!, act), Keyboard.OneRow(new Key("Batal", new CardButton(CardChoice.Back, edition.Id, button.SeenText).Pack())));
                break;
            case CardChoice.Back:
                visit.Answer();
                if (await visit.Conversation() is { Kind: ReasonKind or AfterConversation.Kind }) await visit.End();
                await cards.Update(visit.Db, visit.Outbox, edition, visit.Now, visit.Cancel, visit.ChatId);
                break;
            case CardChoice.Read:
                visit.Answer();
                await Read(visit, edition);
                break;
            case CardChoice.Changes when await CardDesk.Changes(visit.Db, edition, visit.Cancel) is { } changes:
                visit.Answer();
                visit.Say(TinjauTeks.SemuaPerubahan(edition.Item!.Number!, changes));
                break;
            case CardChoice.History:
                visit.Answer();
                await items.ShowHistory(visit, edition);
                break;
            default:
                visit.Alert(ObrolanTeks.TombolLama("Gunakan kartu yang terbaru: /antrean"));
                break;
        }
    }

    /// <summary>The typed reason: a return acts at once, a rejection asks once more.</summary>
    public async Task OnReason(Visit visit, ConversationRow row, StyledText text)
    {
        var state = Visit.State(row, ConversationJson.Default.ReasonState);
        var reason = PlainText.OneLine(text.Text);
        if (reason.Length is 0 or > LongestReason)
        {
            visit.Say(TinjauTeks.AlasanPanjang(reason.Length, LongestReason));
            return;
        }
        if (await NewsDesk.Open(visit.Db, state.EditionId, visit.Cancel) is not { CurrentHash: not null } edition)
        {
            await visit.End();
            return;
        }
        if (state.Act is Act.Reject or Act.Retract)
        {
            visit.Keep(row, "Confirm", state with { Reason = reason }, ConversationJson.Default.ReasonState);
            await visit.Prompt(StyledText.Plain(TinjauTeks.Yakin(state.Act, reason)), CardText.ConfirmReasonKeys(edition, state.Act));
            return;
        }
        await Carry(visit, edition, state.SeenText, state.Act, reason);
    }

    /// <summary>/batal instead of a reason: every copy of the card is as it was.</summary>
    public async Task Leave(Visit visit, ConversationRow row)
    {
        if (await NewsDesk.Open(visit.Db, Visit.State(row, ConversationJson.Default.ReasonState).EditionId, visit.Cancel) is { CurrentHash: not null } edition)
            await cards.Update(visit.Db, visit.Outbox, edition, visit.Now, visit.Cancel, visit.ChatId);
    }

    /// <summary>Carries an act out that a card, Lainnya or a typed reason asked for.</summary>
    public async Task Carry(Visit visit, Edition edition, string seenText, Act act, string? reason)
    {
        var detail = act is Act.Endorse or Act.Approve or Act.PublishFix or Act.Agree ? await cards.ReadingOf(visit.Db, edition, visit.ChatId, visit.Now, visit.Cancel) : null;
        var outcome = await desk.Carry(visit.Db, edition, Seen(edition, seenText, act, reason) with { Detail = detail }, visit.Actor, visit.Now, visit.Cancel);
        if (outcome is not Outcome.Moved moved)
        {
            await Refuse(visit, edition, (Refusal)outcome);
            return;
        }
        visit.Answer(TinjauTeks.Jawaban(moved));
        if (await visit.Conversation() is { Kind: ReasonKind })
        {
            await visit.End();
            visit.Say(TinjauTeks.Tercatat(edition.Item!.Number!, moved));
        }
        await announcer.Tell(visit.Db, visit.Outbox, edition, moved, visit.ChatId, visit.Now, visit.Cancel);
        if ((await cards.WaitingFor(visit.Db, visit.Actor, visit.Cancel)).Count(next => next.Edition.Id != edition.Id) is > 0 and var more)
            visit.Say(TinjauTeks.MasihMenunggu(more), Keyboard.OneRow(MenuKeys.Of("Berikutnya", MenuChoice.Queue)), slot: "more");
    }

    /// <summary>Says why not, and brings the card that was pressed up to date.</summary>
    public async Task Refuse(Visit visit, Edition edition, Refusal refusal)
    {
        var sentence = PenolakanTeks.Kalimat(refusal, office.Time, visit.Now);
        if (visit.Turn.Update.CallbackQuery is null) visit.Say(StyledText.Plain(sentence));
        else visit.Alert(sentence);
        if (await visit.Conversation() is { Kind: ReasonKind }) await visit.End();
        // What was pressed may be a question that is settled now: the card shows again what it should.
        if (refusal is not (Refusal.RoleMissing or Refusal.OtherSkpd or Refusal.OtherAuthor)) await cards.Update(visit.Db, visit.Outbox, edition, visit.Now, visit.Cancel, visit.ChatId);
        if (refusal is Refusal.Blocked or Refusal.PhotosFailed && visit.Turn.Update.CallbackQuery is not null && sentence.Length > PressAnswer.TextLimit) visit.Say(StyledText.Plain(sentence));
    }

    private static async Task Read(Visit visit, Edition edition)
    {
        var content = NewsDesk.CurrentContent(edition);
        visit.Say(ChatText.Of($"<b>{content.Title}</b>\n\n{content.Body}"), slot: CardDesk.ReadSlot(edition));
        if (!content.Photos.IsEmpty) visit.Outbox.Send(visit.ChatId, await CardDesk.Album(visit.Db, content, visit.Cancel));
    }

    /// <summary>What the button asks for: Setujui is the Kabid's endorsement or the Kadis's approval, by where the text stands and who presses.</summary>
    private Act ActOf(CardButton button, Edition edition, Visit visit) => button.Choice switch
    {
        CardChoice.Reject or CardChoice.RejectFor or CardChoice.RejectYes => Act.Reject,
        CardChoice.TakeBack => Act.TakeBack,
        CardChoice.Retract or CardChoice.RetractFor or CardChoice.RetractYes => Act.Retract,
        CardChoice.Back when edition.State == EditionState.Published => Act.Retract,
        CardChoice.OwnWords => CardText.OwnWordsFor(button.Argument),
        CardChoice.Return or CardChoice.ReturnFor or CardChoice.Back => Act.Return,
        CardChoice.Publish => edition.Lane == Lane.Fast ? Act.PublishFix : Act.Approve,
        _ => AgreementOf(edition, visit.Actor, visit.Now),
    };

    /// <summary>What Setujui is to this person: his own step's act, also when its turn is past or not yet.</summary>
    private Act AgreementOf(Edition edition, Actor actor, DateTimeOffset now)
    {
        if (edition.State == EditionState.AwaitingHead) return Act.Agree;
        if (edition.Lane == Lane.Fast) return Act.PublishFix;
        var standing = desk.StandingOf(edition, now);
        if (Lifecycle.Offers(standing, actor, Act.Approve)) return Act.Approve;
        return desk.Chain.Endorsers.Any(actor.Holds) && !(cards.IsLastStep(edition) && actor.Holds(desk.Chain.Last.Role)) || !actor.Holds(desk.Chain.Last.Role) ? Act.Endorse : Act.Approve;
    }

    /// <summary>Kominfo and the coordinators read everything that was sent, an SKPD its own.</summary>
    private static bool MayRead(Actor actor, Edition edition) => actor.Reviews || actor.Holds(Role.Koordinator) || actor.Roles.Any(held => held.SkpdCode == edition.Item!.SkpdCode);

    /// <summary>The button carries 128 bits of the hash that the reviewer saw; the full hash follows only when they are those of the current text.</summary>
    public static Order Seen(Edition edition, string seenText, Act act, string? reason)
        => new(act, seenText == CardText.Seen(edition) ? edition.CurrentHash : null, reason);

    private static async Task<string?> ReasonOf(Visit visit, CardButton button, Act act)
        => button.Argument > 0
            ? CardText.ReadyReason(act, button.Argument - 1)
            : await visit.Conversation() is { Kind: ReasonKind } row && Visit.State(row, ConversationJson.Default.ReasonState) is { } state && state.EditionId == button.EditionId ? state.Reason : null;
}
