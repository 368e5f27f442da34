using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// Minta koreksi and Minta cabut, by a Koordinator or the SKPD: the Kadis gets an urgent card, who asked hears what came of it; also when Kominfo declines, with
/// the reason.
/// </summary>
public sealed class RequestConversation(NewsDesk desk, ReviewConversation reviewing, Requests requests)
{
    public const string Step = "Request";
    public const string DeclineStep = "Decline";

    public async Task Open(Visit visit, Edition edition, ActButton button)
    {
        visit.Answer();
        await visit.Begin(AfterConversation.Kind, Step, new AfterState(edition.Id, button.SeenText, button.Act), ConversationJson.Default.AfterState);
        await visit.Prompt(TerbitTeks.MengapaDiminta(edition.Item!.Number!, button.Act), Keyboard.OneRow(Stop(edition, button.SeenText)));
    }

    public async Task OpenDecline(Visit visit, Edition edition, ActButton button)
    {
        visit.Answer();
        await visit.Begin(AfterConversation.Kind, DeclineStep, new AfterState(edition.Id, button.SeenText, button.Act), ConversationJson.Default.AfterState);
        var keys = new Keyboard([]);
        foreach (var (index, (label, _)) in TerbitTeks.TidakDipenuhiKarena.Index())
            keys = keys.Row(new Key(label, new AfterButton(AfterChoice.For, edition.Id, button.SeenText, index.ToString(CultureInfo.InvariantCulture)).Pack()));
        await visit.Prompt(TerbitTeks.MengapaTidakDipenuhi(edition.Item!.Number!), keys.Row(Stop(edition, button.SeenText)));
    }

    public async Task OnDecline(Visit visit, Edition edition, AfterState state, StyledText text)
    {
        var reason = PlainText.OneLine(text.Text);
        if (reason.Length is 0 or > ReviewConversation.LongestReason) visit.Say(TinjauTeks.AlasanPanjang(reason.Length, ReviewConversation.LongestReason));
        else await Decline(visit, edition, state, reason);
    }

    public async Task OnDecline(Visit visit, Edition edition, AfterState state, AfterButton button)
    {
        if (button.Choice == AfterChoice.For && int.TryParse(button.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < TerbitTeks.TidakDipenuhiKarena.Length)
            await Decline(visit, edition, state, TerbitTeks.TidakDipenuhiKarena[index].Reason);
        else visit.Alert(MenulisTeks.LangkahSelesai().Text);
    }

    private async Task Decline(Visit visit, Edition edition, AfterState state, string reason)
    {
        await visit.End();
        var since = edition.RequestedSince;
        var outcome = await desk.Carry(visit.Db, edition, ReviewConversation.Seen(edition, state.SeenText, state.Act, reason), visit.Actor, visit.Now, visit.Cancel);
        if (outcome is not Outcome.Moved moved)
        {
            await reviewing.Refuse(visit, edition, (Refusal)outcome);
            return;
        }
        visit.Answer();
        visit.Say(TerbitTeks.TidakDipenuhi(edition.Item!.Number!, reason), MenuKeys.For(visit.Actor));
        await requests.TellDeclined(visit.Db, visit.Outbox, edition, moved, reason, since!.Value, visit.ChatId, visit.Cancel);
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
        await requests.TellRequest(visit.Db, visit.Outbox, edition, moved, reason, visit.ChatId, visit.Now, visit.Cancel);
    }

    private static Key Stop(Edition edition, string seenText) => new("Batal", new AfterButton(AfterChoice.Stop, edition.Id, seenText).Pack());
}
