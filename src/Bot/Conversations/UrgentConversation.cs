using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Conversations;

/// <summary>The exceptional ways: Terbitkan serta-merta and Cabut segera. The reason first, then Ya; a second person's look is owed from then on.</summary>
public sealed class UrgentConversation(NewsDesk desk, ReviewConversation reviewing, CardDesk cards, Announcer announcer, SecondLook look)
{
    public const string Step = "Urgent";
    public const string ConfirmStep = "UrgentYes";

    public async Task Open(Visit visit, Edition edition, ActButton button)
    {
        visit.Answer();
        await visit.Begin(AfterConversation.Kind, Step, new AfterState(edition.Id, button.SeenText, button.Act), ConversationJson.Default.AfterState);
        var keys = new Keyboard([]);
        // What is pulled has the ready public reasons of a retraction; an emergency is explained in one's own words.
        for (var index = 0; button.Act == Act.PullNow && CardText.ReadyReason(Act.Retract, index) is { } reason; index++)
            keys = keys.Row(new Key(ChatText.Cut(reason, 60), new AfterButton(AfterChoice.For, edition.Id, button.SeenText, index.ToString(CultureInfo.InvariantCulture)).Pack()));
        await visit.Prompt(TerbitTeks.AlasanMendesak(edition.Item!.Number!, button.Act), keys.Row(Stop(edition, button.SeenText)));
    }

    public async Task OnText(Visit visit, ConversationRow row, Edition edition, AfterState state, StyledText text)
    {
        var reason = PlainText.OneLine(text.Text);
        if (reason.Length is 0 or > ReviewConversation.LongestReason) visit.Say(TinjauTeks.AlasanPanjang(reason.Length, ReviewConversation.LongestReason));
        else await AskAgain(visit, row, edition, state with { Reason = reason });
    }

    public async Task OnPress(Visit visit, ConversationRow row, Edition edition, AfterState state, AfterButton button)
    {
        if (button.Choice == AfterChoice.For && row.Step == Step && int.TryParse(button.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && CardText.ReadyReason(Act.Retract, index) is { } reason)
        {
            visit.Answer();
            await AskAgain(visit, row, edition, state with { Reason = reason });
            return;
        }
        if (button.Choice != AfterChoice.Yes || state.Reason is null)
        {
            visit.Alert(MenulisTeks.LangkahSelesai().Text);
            return;
        }
        var reading = state.Act == Act.PublishUrgently ? await cards.ReadingOf(visit.Db, edition, visit.ChatId, visit.Now, visit.Cancel) : null;
        var outcome = await desk.Carry(visit.Db, edition, ReviewConversation.Seen(edition, state.SeenText, state.Act, state.Reason) with { Detail = reading }, visit.Actor, visit.Now, visit.Cancel);
        if (outcome is not Outcome.Moved moved)
        {
            await visit.End();
            await reviewing.Refuse(visit, edition, (Refusal)outcome);
            return;
        }
        visit.Answer();
        await visit.End();
        visit.Say(TerbitTeks.Mendesak(edition.Item!.Number!, moved));
        await look.Owe(visit.Db, visit.Outbox, edition, moved, visit.Now, visit.Cancel);
        await announcer.Tell(visit.Db, visit.Outbox, edition, moved, visit.ChatId, visit.Now, visit.Cancel);
    }

    private static async Task AskAgain(Visit visit, ConversationRow row, Edition edition, AfterState state)
    {
        visit.Keep(row, ConfirmStep, state, ConversationJson.Default.AfterState);
        var yes = new Key(state.Act == Act.PullNow ? "Ya, cabut" : "Ya, terbitkan", new AfterButton(AfterChoice.Yes, edition.Id, state.SeenText).Pack(), style: KeyStyle.Danger);
        await visit.Prompt(TerbitTeks.YakinMendesak(edition.Item!.Number!, state.Act, state.Reason!), Keyboard.OneRow(Stop(edition, state.SeenText), yes));
    }

    private static Key Stop(Edition edition, string seenText) => new("Batal", new AfterButton(AfterChoice.Stop, edition.Id, seenText).Pack());
}
