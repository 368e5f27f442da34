using System.Collections.Immutable;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// /serahterima: an admin of an SKPD makes the invitation of his successor himself, bound to that SKPD. His own appointment ends when the successor accepts, if he
/// chooses so. Drafts belong to the SKPD and stay there.
/// </summary>
public sealed class HandoverConversation(PeopleDesk people, OfficeProfile office) : DeskConversation(office)
{
    private const string SkpdStep = "Skpd", NameStep = "Name", EndStep = "End";

    public override Desk Desk => Desk.Handover;

    public override string Command => "serahterima";

    protected override ImmutableArray<Role> Roles => [Role.AdminSkpd];

    public override async Task Open(Visit visit)
    {
        var row = await visit.Begin(Kind, SkpdStep, new InviteState(Role.AdminSkpd), ConversationJson.Default.InviteState);
        var skpds = visit.Actor.Skpds.Order(StringComparer.Ordinal).ToList();
        if (skpds.Count == 1) await AskName(visit, row, skpds[0]);
        else await visit.Prompt(SerahterimaTeks.SkpdMana(), Keyboard.Column([.. skpds.Select(skpd => Of(skpd, DeskChoice.Pick, row.Number, skpd))]).Row(CancelKey(row)));
    }

    protected override async Task Press(Visit visit, DeskButton button)
    {
        switch (button.Choice)
        {
            case DeskChoice.Pick when await At(visit, button.Id, SkpdStep) is { } row:
                if (visit.Actor.WritesFor(button.Argument)) await AskName(visit, row, button.Argument);
                else Gone(visit);
                break;
            case DeskChoice.Skip when await At(visit, button.Id, NameStep) is { } row:
                await AskEnd(visit, row, Visit.State(row, ConversationJson.Default.InviteState));
                break;
            case DeskChoice.Yes or DeskChoice.EndYes when await At(visit, button.Id, EndStep) is { } row:
                await Make(visit, Visit.State(row, ConversationJson.Default.InviteState), ends: button.Choice == DeskChoice.EndYes);
                break;
            case DeskChoice.Cancel:
                await Stop(visit);
                break;
        }
    }

    protected override async Task Take(Visit visit, ConversationRow row, StyledText text)
    {
        var typed = PlainText.OneLine(text.Text);
        if (row.Step != NameStep) await base.Take(visit, row, text);
        else if (typed.Length is 0 or > Personnel.LongestName) visit.Say(DaftarTeks.TerlaluPanjang("Nama", typed.Length, Personnel.LongestName));
        else await AskEnd(visit, row, Visit.State(row, ConversationJson.Default.InviteState) with { Name = typed });
    }

    private async Task AskName(Visit visit, ConversationRow row, string skpd)
    {
        visit.Keep(row, NameStep, new InviteState(Role.AdminSkpd, skpd), ConversationJson.Default.InviteState);
        await visit.Prompt(SerahterimaTeks.TanyaNama(skpd), Keyboard.OneRow(CancelKey(row), Of("Lewati", DeskChoice.Skip, row.Number)));
    }

    private async Task AskEnd(Visit visit, ConversationRow row, InviteState state)
    {
        visit.Keep(row, EndStep, state, ConversationJson.Default.InviteState);
        await visit.Prompt(SerahterimaTeks.TanyaAkhir(state.Name, state.Skpd!), Keyboard.Column(
            Of("Ya, tugas saya berakhir", DeskChoice.EndYes, row.Number, style: KeyStyle.Primary), Of("Tidak, kami berdua", DeskChoice.Yes, row.Number), CancelKey(row)));
    }

    private async Task Make(Visit visit, InviteState state, bool ends)
    {
        await visit.End();
        var held = visit.Member.Appointments.FirstOrDefault(each => each.Role == Role.AdminSkpd && each.SkpdCode == state.Skpd && each.HoldsAt(visit.Now));
        if (held is null)
        {
            visit.Say(StyledText.Plain(AnggotaTeks.Alasan(PersonnelRefusal.Ended)), MenuKeys.For(visit.Actor));
            return;
        }
        // The colleague steps into what the letter gave: not longer than that.
        var order = new InvitationOrder(Role.AdminSkpd, state.Skpd, state.Name, LetterNumber: held.LetterNumber, LetterDate: held.LetterDate, Until: held.Until, ReplacesId: ends ? held.Id : null);
        var invited = await people.Invite(visit.Db, order, visit.Member.Id, visit.Now, visit.Cancel);
        if (invited.Code is not { } code)
        {
            visit.Say(SerahterimaTeks.SkpdDitutup(state.Skpd!), MenuKeys.For(visit.Actor));
            return;
        }
        visit.Say(SerahterimaTeks.Tautan(state.Name, state.Skpd!, await InviteConversation.Link(visit, code), Office.Time.Tanggal(invited.ExpiresAt), ends));
        foreach (var admin in await PeopleDesk.Holders(visit.Db, Role.AdminPortal, null, visit.Now, visit.Cancel))
            if (admin.Id != visit.Member.Id) visit.Outbox.Send(admin.ChatUserId!.Value, new TextMessage(SerahterimaTeks.Kabar(visit.Member.DisplayName, state.Skpd!, ends)), Priority.Notice);
    }

    private Key CancelKey(ConversationRow row) => Of("Batal", DeskChoice.Cancel, row.Number);
}
