using System.Collections.Immutable;
using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// /anggota: AdminPortal finds a person by pages or by name, sees roles, letters, training and whether the person can be reached, and changes the record.
/// What takes something away is asked once more.
/// </summary>
public sealed class PeopleConversation(RoleChange change, InviteConversation inviting, OfficeProfile office) : DeskConversation(office)
{
    private const string ListStep = "List", NameStep = "Name", NipStep = "Nip", TrainingStep = "Training", UntilStep = "Until";

    public override Desk Desk => Desk.People;

    public override string Command => "anggota";

    protected override ImmutableArray<Role> Roles => [Role.AdminPortal];

    public override async Task Open(Visit visit)
    {
        var row = await visit.Begin(Kind, ListStep, new EntryState(), ConversationJson.Default.EntryState);
        await ShowList(visit, row, 0, redraw: false);
    }

    protected override async Task Press(Visit visit, DeskButton button)
    {
        switch (button.Choice)
        {
            case DeskChoice.List:
                await ShowList(visit, await ListRow(visit), PageOf(button.Argument), redraw: true);
                break;
            case DeskChoice.Cancel when await MemberOf(visit, button.Id) is { } member:
                await ListRow(visit);
                await Show(visit, member, redraw: true);
                break;
            case DeskChoice.Show when await MemberOf(visit, button.Id) is { } member:
                await Show(visit, member, redraw: true);
                break;
            case DeskChoice.Edit when await MemberOf(visit, button.Id) is { } member:
                await Ask(visit, member, button.Argument);
                break;
            case DeskChoice.End or DeskChoice.EndYes or DeskChoice.Switch or DeskChoice.Pick when await AppointmentOf(visit, button.Id) is { } held:
                await OnRole(visit, held, button.Choice);
                break;
            case DeskChoice.EndAll or DeskChoice.EndAllYes when await MemberOf(visit, button.Id) is { } member:
                await Deactivate(visit, member, button.Choice == DeskChoice.EndAllYes);
                break;
            case DeskChoice.Invite when await MemberOf(visit, button.Id) is { } member:
                await inviting.Begin(visit, new InviteState(Name: member.OfficialName, Nip: member.Nip));
                break;
            case DeskChoice.Skip:
                await Skip(visit);
                break;
            default:
                Gone(visit);
                break;
        }
    }

    protected override async Task Take(Visit visit, ConversationRow row, StyledText text)
    {
        var (state, typed) = (Visit.State(row, ConversationJson.Default.EntryState), PlainText.OneLine(text.Text));
        if (row.Step == ListStep)
        {
            visit.Keep(row, ListStep, new EntryState(Search: typed), ConversationJson.Default.EntryState);
            await ShowList(visit, row, 0, redraw: false);
            return;
        }
        if (await MemberOf(visit, state.MemberId) is not { } member)
        {
            await visit.End();
            visit.Say(StyledText.Plain(DaftarTeks.TidakAda));
            return;
        }
        var today = Office.Time.Today(visit.Now);
        var date = row.Step is TrainingStep or UntilStep ? TypedDate.Parse(typed, today) : null;
        var fault = row.Step switch
        {
            NameStep when typed.Length is 0 or > Personnel.LongestName => DaftarTeks.TerlaluPanjang("Nama", typed.Length, Personnel.LongestName),
            NipStep when Personnel.NipOf(typed) is null => AnggotaTeks.NipKeliru(typed),
            TrainingStep or UntilStep when date is null => DaftarTeks.TanggalKeliru(typed),
            TrainingStep when date > today => StyledText.Plain(AnggotaTeks.PelatihanBelum),
            UntilStep when date < today => StyledText.Plain(DelegasiTeks.SebelumHariIni),
            _ => null,
        };
        if (fault is not null)
        {
            visit.Say(fault);
            return;
        }
        var refusal = row.Step switch
        {
            NameStep => await Personnel.SetName(visit.Db, member, typed, visit.Actor, visit.Now, visit.Cancel),
            NipStep => await Personnel.SetNip(visit.Db, member, Personnel.NipOf(typed), visit.Actor, visit.Now, visit.Cancel),
            TrainingStep => await Personnel.SetTraining(visit.Db, member, date, visit.Actor, visit.Now, visit.Cancel),
            _ when member.Appointments.Find(held => held.Id == state.AppointmentId) is { } held => await Personnel.SetEnd(visit.Db, held, Office.Time.EndOf(date!.Value), visit.Actor, visit.Now, visit.Cancel),
            _ => PersonnelRefusal.Ended,
        };
        await Settle(visit, member, refusal);
    }

    /// <summary>Lewati at a typed field: takes the value away where it may be missing.</summary>
    private async Task Skip(Visit visit)
    {
        if (await visit.Conversation() is not { } row || row.Kind != Kind || row.Step is not (NipStep or TrainingStep or UntilStep))
        {
            visit.Answer(MenulisTeks.LangkahSelesai().Text);
            return;
        }
        var state = Visit.State(row, ConversationJson.Default.EntryState);
        if (await MemberOf(visit, state.MemberId) is not { } member)
        {
            Gone(visit);
            return;
        }
        var refusal = row.Step switch
        {
            NipStep => await Personnel.SetNip(visit.Db, member, null, visit.Actor, visit.Now, visit.Cancel),
            TrainingStep => await Personnel.SetTraining(visit.Db, member, null, visit.Actor, visit.Now, visit.Cancel),
            _ when member.Appointments.Find(held => held.Id == state.AppointmentId) is { } held => await Personnel.SetEnd(visit.Db, held, null, visit.Actor, visit.Now, visit.Cancel),
            _ => PersonnelRefusal.Ended,
        };
        await Settle(visit, member, refusal);
    }

    private async Task Settle(Visit visit, Member member, PersonnelRefusal? refusal)
    {
        await ListRow(visit);
        if (refusal is { } why) visit.Say(StyledText.Plain(AnggotaTeks.Alasan(why)));
        await Show(visit, member, redraw: false);
    }

    private async Task ShowList(Visit visit, ConversationRow row, int page, bool redraw)
    {
        var search = Visit.State(row, ConversationJson.Default.EntryState).Search;
        var found = await PeopleDirectory.Find(visit.Db, search, visit.Now, visit.Cancel);
        var keys = Page(found, page, member => Of($"{(member.Reachable ? "" : "⚠ ")}{member.DisplayName} · {Jabatan.Peran(Actor.Of(member, visit.Now))}", DeskChoice.Show, member.Id),
            (label, to) => Of(label, DeskChoice.List, 0, to.ToString(CultureInfo.InvariantCulture)));
        var text = AnggotaTeks.Daftar(found.Count, search, DaftarTeks.Halaman(page, found.Count, OnPage));
        await (redraw ? visit.Redraw(text, keys) : visit.Prompt(text, keys));
    }

    private async Task Show(Visit visit, Member member, bool redraw)
    {
        var givers = member.Appointments.Select(held => held.AppointedById).OfType<long>().ToHashSet();
        var names = await visit.Db.Members.Where(each => givers.Contains(each.Id)).ToDictionaryAsync(each => each.Id, each => each.DisplayName, visit.Cancel);
        var text = AnggotaTeks.Satu(Office.Time, member, names, visit.Now);
        var keys = new Keyboard([]);
        foreach (var held in member.Appointments.Where(held => held.HoldsAt(visit.Now)))
        {
            if (held.Role == Role.Anggota) keys = keys.Row(Of(AnggotaTeks.Evaluasi(held.MayEndorse), DeskChoice.Pick, held.Id));
            keys = keys.Row(Of($"Cabut {Jabatan.Nama(new HeldRole(held.Role, held.SkpdCode))}", DeskChoice.End, held.Id), Of("Masa tugas", DeskChoice.Switch, held.Id));
        }
        keys = keys.Row(Of("Ubah nama", DeskChoice.Edit, member.Id, NameStep), Of("Ubah NIP", DeskChoice.Edit, member.Id, NipStep))
            .Row(Of("Tanggal pelatihan", DeskChoice.Edit, member.Id, TrainingStep), Of("Undang lagi", DeskChoice.Invite, member.Id));
        if (!Actor.Of(member, visit.Now).Roles.IsEmpty) keys = keys.Row(Of("Nonaktifkan", DeskChoice.EndAll, member.Id, style: KeyStyle.Danger));
        keys = keys.Row(Of("← Daftar", DeskChoice.List, 0, "0"));
        await (redraw ? visit.Redraw(text, keys) : visit.Prompt(text, keys));
    }

    private async Task Ask(Visit visit, Member member, string field)
    {
        if (field is not (NameStep or NipStep or TrainingStep))
        {
            Gone(visit);
            return;
        }
        await visit.Begin(Kind, field, new EntryState(member.Id), ConversationJson.Default.EntryState);
        var keys = Keyboard.OneRow(Of("Batal", DeskChoice.Cancel, member.Id));
        if (field == NipStep && member.Nip is not null) keys = Keyboard.OneRow(Of("Batal", DeskChoice.Cancel, member.Id), Of("Hapus NIP", DeskChoice.Skip, member.Id));
        if (field == TrainingStep && member.TrainedOn is not null) keys = Keyboard.OneRow(Of("Batal", DeskChoice.Cancel, member.Id), Of("Belum dilatih", DeskChoice.Skip, member.Id));
        await visit.Prompt(field switch
        {
            NameStep => AnggotaTeks.TanyaNama(member.DisplayName),
            NipStep => AnggotaTeks.TanyaNip(member.DisplayName),
            _ => AnggotaTeks.TanyaPelatihan(member.DisplayName),
        }, keys);
    }

    /// <summary>One role: its end now (asked once more), or its end on a day.</summary>
    private async Task OnRole(Visit visit, Appointment held, DeskChoice choice)
    {
        var member = await PeopleDesk.ById(visit.Db, held.MemberId, visit.Cancel);
        var role = Jabatan.Nama(new HeldRole(held.Role, held.SkpdCode));
        switch (choice)
        {
            case DeskChoice.End:
                await visit.Redraw(AnggotaTeks.CabutYakin(member.DisplayName, role), Keyboard.OneRow(Of("Batal", DeskChoice.Show, member.Id), Of("Ya, cabut", DeskChoice.EndYes, held.Id, style: KeyStyle.Danger)));
                break;
            case DeskChoice.Switch:
                await visit.Begin(Kind, UntilStep, new EntryState(member.Id, held.Id), ConversationJson.Default.EntryState);
                await visit.Prompt(AnggotaTeks.TanyaSampai(Office.Time, member.DisplayName, role, held.Until), held.Until is null
                    ? Keyboard.OneRow(Of("Batal", DeskChoice.Cancel, member.Id))
                    : Keyboard.OneRow(Of("Batal", DeskChoice.Cancel, member.Id), Of("Tanpa batas", DeskChoice.Skip, member.Id)));
                break;
            case DeskChoice.Pick:
                if (await Personnel.SetEndorsing(visit.Db, held, !held.MayEndorse, visit.Actor, visit.Now, visit.Cancel) is { } hindrance) visit.Alert(AnggotaTeks.Alasan(hindrance));
                else await change.Apply(visit.Db, visit.Outbox, member.Id, visit.Now, visit.Cancel);
                await Show(visit, member, redraw: true);
                break;
            case DeskChoice.EndYes when await Personnel.Revoke(visit.Db, held, visit.Actor, visit.Now, visit.Cancel) is { } refusal:
                visit.Alert(AnggotaTeks.Alasan(refusal));
                await Show(visit, member, redraw: true);
                break;
            case DeskChoice.EndYes:
                visit.Answer(AnggotaTeks.Dicabut);
                await Tell(visit, member, AnggotaTeks.KabarDicabut(role));
                await Show(visit, member, redraw: true);
                break;
            default:
                Gone(visit);
                break;
        }
    }

    private async Task Deactivate(Visit visit, Member member, bool isSure)
    {
        if (!isSure)
        {
            await visit.Redraw(AnggotaTeks.NonaktifkanYakin(member.DisplayName, Jabatan.Peran(Actor.Of(member, visit.Now))), Keyboard.OneRow(Of("Batal", DeskChoice.Show, member.Id), Of("Ya, nonaktifkan", DeskChoice.EndAllYes, member.Id, style: KeyStyle.Danger)));
            return;
        }
        if (await Personnel.Deactivate(visit.Db, member, visit.Actor, visit.Now, visit.Cancel) is { } refusal) visit.Alert(AnggotaTeks.Alasan(refusal));
        else await Tell(visit, member, AnggotaTeks.KabarNonaktif());
        await Show(visit, member, redraw: true);
    }

    private async Task Tell(Visit visit, Member member, StyledText text)
    {
        if (member is { ChatUserId: { } chat, Reachable: true } && member.Id != visit.Member.Id) visit.Outbox.Send(chat, new TextMessage(text), Priority.Notice);
        await change.Apply(visit.Db, visit.Outbox, member.Id, visit.Now, visit.Cancel);
    }

    /// <summary>The chat is at the list, where words are a search.</summary>
    private async Task<ConversationRow> ListRow(Visit visit)
        => await visit.Conversation() is { Step: ListStep } row && row.Kind == Kind ? row : await visit.Begin(Kind, ListStep, new EntryState(), ConversationJson.Default.EntryState);

    private static Task<Member?> MemberOf(Visit visit, long id) => PeopleDesk.Whole(visit.Db).FirstOrDefaultAsync(member => member.Id == id, visit.Cancel);

    private static Task<Appointment?> AppointmentOf(Visit visit, long id) => visit.Db.Appointments.FirstOrDefaultAsync(held => held.Id == id, visit.Cancel);
}
