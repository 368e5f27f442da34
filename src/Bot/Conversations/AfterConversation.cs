using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// The acts around and after publication: which of their conversations a press or a typed line belongs to.
/// </summary>
public sealed class AfterConversation(
    NewsDesk desk,
    ReviewConversation reviewing,
    ScheduleConversation scheduling,
    UrgentConversation urgent,
    CorrectionConversation correcting,
    SpellingConversation spelling,
    RequestConversation requesting,
    CardDesk cards,
    Announcer announcer)
{
    public const string Kind = "after";

    /// <summary>An act of the table, authorised by the caller.</summary>
    /// <returns>False when it is not one of these.</returns>
    public async Task<bool> OnAct(Visit visit, Edition edition, ActButton button)
    {
        Task? done = button.Act switch
        {
            Act.Schedule or Act.Reschedule => scheduling.Open(visit, edition, button.SeenText),
            Act.PublishUrgently or Act.PullNow => urgent.Open(visit, edition, button),
            Act.Revise => correcting.Start(visit, edition, button.SeenText),
            Act.FixSpelling => spelling.Open(visit, edition, button.SeenText),
            Act.RequestCorrection or Act.RequestRetraction => requesting.Open(visit, edition, button),
            Act.DeclineRequest => requesting.OpenDecline(visit, edition, button),
            Act.TakeOverCorrection => correcting.AskTakeOver(visit, edition, button.SeenText),
            Act.Retract => AskRetract(visit, edition),
            Act.Unschedule or Act.Confirm => Carry(visit, edition, button),
            _ => null,
        };
        if (done is not null) await done;
        return done is not null;
    }

    public async Task OnPress(Visit visit, AfterButton button)
    {
        if (await NewsDesk.Open(visit.Db, button.EditionId, visit.Cancel) is not { } edition)
        {
            visit.Alert(ObrolanTeks.NaskahTidakAda);
            return;
        }
        switch (button.Choice)
        {
            case AfterChoice.Note:
                await correcting.AskNote(visit, edition);
                break;
            case AfterChoice.Times or AfterChoice.Days or AfterChoice.Day or AfterChoice.At:
                if (Possible(visit, edition, edition.State == EditionState.Scheduled ? Act.Reschedule : Act.Schedule, button.SeenText) is { } refusal) await reviewing.Refuse(visit, edition, refusal);
                else await scheduling.OnPress(visit, edition, button);
                break;
            case AfterChoice.Stop:
                visit.Answer();
                if (await visit.Conversation() is { Kind: Kind }) await visit.End();
                else await visit.Outbox.ClearKeys(visit.ChatId, Visit.Live);
                visit.Say(ObrolanTeks.Dibatalkan(), MenuKeys.For(visit.Actor));
                break;
            case AfterChoice.For or AfterChoice.Yes:
                await Confirmed(visit, edition, button);
                break;
        }
    }

    public async Task OnText(Visit visit, ConversationRow row, StyledText text)
    {
        var state = Visit.State(row, ConversationJson.Default.AfterState);
        if (await NewsDesk.Open(visit.Db, state.EditionId, visit.Cancel) is not { } edition)
        {
            await visit.End();
            return;
        }
        // The note belongs to a draft; everything else to a text that somebody saw.
        if (row.Step != CorrectionConversation.NoteStep && Possible(visit, edition, state.Act, state.SeenText) is { } refusal)
        {
            await visit.End();
            await reviewing.Refuse(visit, edition, refusal);
            return;
        }
        await (row.Step switch
        {
            ScheduleConversation.Step => scheduling.OnText(visit, edition, state, text),
            UrgentConversation.Step => urgent.OnText(visit, row, edition, state, text),
            CorrectionConversation.NoteStep => correcting.OnNote(visit, edition, text),
            SpellingConversation.Step => spelling.OnText(visit, row, edition, state, text),
            RequestConversation.Step => requesting.OnText(visit, edition, state, text),
            RequestConversation.DeclineStep => requesting.OnDecline(visit, edition, state, text),
            _ => Nothing(visit),
        });
    }

    private Task AskRetract(Visit visit, Edition edition)
    {
        visit.Answer();
        return cards.AskAnew(visit.Db, visit.Outbox, edition, visit.ChatId, CardText.ReasonKeys(edition, Act.Retract), TinjauTeks.Mengapa(Act.Retract), visit.Now, visit.Cancel);
    }

    private async Task Carry(Visit visit, Edition edition, ActButton button)
    {
        var outcome = await desk.Carry(visit.Db, edition, ReviewConversation.Seen(edition, button.SeenText, button.Act, null), visit.Actor, visit.Now, visit.Cancel);
        if (outcome is not Outcome.Moved moved)
        {
            await reviewing.Refuse(visit, edition, (Refusal)outcome);
            return;
        }
        visit.Answer(TinjauTeks.Jawaban(moved));
        await announcer.Tell(visit.Db, visit.Outbox, edition, moved, visit.ChatId, visit.Now, visit.Cancel);
    }

    /// <summary>A ready reason or "Ya, …": only at the step of the conversation that asked.</summary>
    private async Task Confirmed(Visit visit, Edition edition, AfterButton button)
    {
        if (await visit.Conversation() is not { Kind: Kind } row || Visit.State(row, ConversationJson.Default.AfterState) is not { } state || state.EditionId != edition.Id || state.SeenText != button.SeenText)
        {
            visit.Alert(MenulisTeks.LangkahSelesai().Text);
            return;
        }
        if (Possible(visit, edition, state.Act, state.SeenText) is { } refusal)
        {
            await visit.End();
            await reviewing.Refuse(visit, edition, refusal);
            return;
        }
        switch (row.Step)
        {
            case UrgentConversation.Step or UrgentConversation.ConfirmStep:
                await urgent.OnPress(visit, row, edition, state, button);
                break;
            case RequestConversation.DeclineStep:
                await requesting.OnDecline(visit, edition, state, button);
                break;
            case CorrectionConversation.TakeOverStep:
                await correcting.TakeOver(visit, edition, state.SeenText);
                break;
            case SpellingConversation.ConfirmStep when state.Text is not null:
                await spelling.Publish(visit, edition, state);
                break;
            default:
                visit.Alert(MenulisTeks.LangkahSelesai().Text);
                break;
        }
    }

    private Refusal? Possible(Visit visit, Edition edition, Act act, string seenText)
        => edition.CurrentHash is null ? new Refusal.NotYet(edition.State)
            : Lifecycle.Decide(desk.StandingOf(edition, visit.Now), ReviewConversation.Seen(edition, seenText, act, "-") with { At = visit.Now.AddHours(1) }, visit.Actor) as Refusal;

    private static Task Nothing(Visit visit)
    {
        visit.Say(ObrolanTeks.CukupTombol(visit.Actor), MenuKeys.For(visit.Actor));
        return Task.CompletedTask;
    }
}
