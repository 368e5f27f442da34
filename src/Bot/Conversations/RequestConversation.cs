using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Conversations;

/// <summary>Minta koreksi and Minta cabut, by a Koordinator or the SKPD: the Kadis gets an urgent card, who asked hears what came of it.</summary>
public sealed class RequestConversation(NewsDesk desk, ReviewConversation reviewing, Aftermath aftermath)
{
    public const string Step = "Request";

    public async Task Open(Visit visit, Edition edition, ActButton button)
    {
        visit.Answer();
        await visit.Begin(AfterConversation.Kind, Step, new AfterState(edition.Id, button.SeenText, button.Act), ConversationJson.Default.AfterState);
        await visit.Prompt(TerbitTeks.MengapaDiminta(edition.Item!.Number!, button.Act), Keyboard.OneRow(new Key("Batal", new AfterButton(AfterChoice.Stop, edition.Id, button.SeenText).Pack())));
    }

    public async Task OnText(Visit visit, Edition edition, AfterState state, StyledText text)
    {
        var reason = PlainText.OneLine(text.Text);
        if (reason.Length is 0 or > ReviewConversation.LongestReason)
        {
            visit.Say(TinjauTeks.AlasanPanjang(reason.Length, ReviewConversation.LongestReason));
            return;
        }
        await visit.End();
        var outcome = await desk.Carry(visit.Db, edition, ReviewConversation.Seen(edition, state.SeenText, state.Act, reason), visit.Actor, visit.Now, visit.Cancel);
        if (outcome is not Outcome.Moved moved)
        {
            await reviewing.Refuse(visit, edition, (Refusal)outcome);
            return;
        }
        visit.Say(TerbitTeks.PermintaanTerkirim(edition.Item!.Number!, moved.Act), MenuKeys.For(visit.Actor));
        await aftermath.TellRequest(visit.Db, visit.Outbox, edition, moved, reason, visit.ChatId, visit.Now, visit.Cancel);
    }
}
