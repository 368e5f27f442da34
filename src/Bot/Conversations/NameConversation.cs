using System.Collections.Immutable;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Conversations;

/// <summary>"Lengkapi nama": who is known only by the name of the chat account gives the official one, once; AdminPortal corrects it afterwards.</summary>
public sealed class NameConversation(OfficeProfile office) : DeskConversation(office)
{
    private const string NameStep = "Name", ConfirmStep = "Confirm";

    public override Desk Desk => Desk.Name;

    public override string Command => "nama";

    protected override ImmutableArray<Role> Roles => [];

    public override async Task Open(Visit visit)
    {
        if (visit.Member.OfficialName is { } name)
        {
            visit.Say(AnggotaTeks.NamaSudahAda(name), MenuKeys.For(visit.Actor));
            return;
        }
        await visit.Begin(Kind, NameStep, new EntryState(), ConversationJson.Default.EntryState);
        await visit.Prompt(AnggotaTeks.TanyaNamaSendiri(), Keyboard.OneRow(Of("Batal", DeskChoice.Cancel)));
    }

    protected override async Task Press(Visit visit, DeskButton button)
    {
        if (button.Choice == DeskChoice.Cancel)
        {
            await Stop(visit);
        }
        else if (button.Choice == DeskChoice.Yes && await At(visit, button.Id, ConfirmStep) is { } row && Visit.State(row, ConversationJson.Default.EntryState).Search is { } name)
        {
            var refusal = await Personnel.SetName(visit.Db, visit.Member, name, visit.Actor, visit.Now, visit.Cancel);
            await visit.End();
            visit.Say(refusal is { } why ? StyledText.Plain(AnggotaTeks.Alasan(why)) : AnggotaTeks.NamaTersimpan(name), MenuKeys.For(Actor.Of(visit.Member, visit.Now)));
        }
    }

    protected override async Task Take(Visit visit, ConversationRow row, StyledText text)
    {
        var typed = PlainText.OneLine(text.Text);
        if (typed.Length is 0 or > Personnel.LongestName)
        {
            visit.Say(DaftarTeks.TerlaluPanjang("Nama", typed.Length, Personnel.LongestName));
            return;
        }
        visit.Keep(row, ConfirmStep, new EntryState(Search: typed), ConversationJson.Default.EntryState);
        await visit.Prompt(AnggotaTeks.NamaYakin(typed), Keyboard.OneRow(Of("Batal", DeskChoice.Cancel), Of("Ya, benar", DeskChoice.Yes, row.Number, style: KeyStyle.Success)));
    }
}
