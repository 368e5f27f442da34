using System.Collections.Immutable;
using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// /undang: AdminPortal picks a role (and an SKPD), says what the letter of appointment says (name, NIP, number, date, end; each may be left out) and gets a
/// one-time link to hand on. Links that nobody has used yet are listed and taken back here.
/// </summary>
public sealed class InviteConversation(PeopleDesk people, OfficeProfile office) : DeskConversation(office)
{
    private const string RoleStep = "Role", SkpdStep = "Skpd", NameStep = "Name", NipStep = "Nip", LetterStep = "Letter", LetterDateStep = "LetterDate", UntilStep = "Until";

    public override Desk Desk => Desk.Invitation;

    public override string Command => "undang";

    protected override ImmutableArray<Role> Roles => [Role.AdminPortal];

    public override async Task Open(Visit visit) => await Begin(visit, new InviteState());

    /// <summary>Invites a known person anew: name and NIP are asked no more.</summary>
    public async Task Begin(Visit visit, InviteState state)
    {
        var row = await visit.Begin(Kind, RoleStep, state, ConversationJson.Default.InviteState);
        var keys = new Keyboard([]);
        foreach (var pair in Enum.GetValues<Role>().Select(role => Of(Jabatan.Nama(role), DeskChoice.Pick, row.Number, role.ToString())).Chunk(2)) keys = keys.Row(pair);
        var open = await visit.Db.Invitations.CountAsync(each => each.UsedAt == null && each.RevokedAt == null && each.ExpiresAt > visit.Now, visit.Cancel);
        if (open > 0) keys = keys.Row(Of($"Undangan terbuka ({open})", DeskChoice.List, 0, "0"));
        await visit.Prompt(UndangTeks.SebagaiApa(), keys);
    }

    /// <summary>Invites for one SKPD.</summary>
    public async Task Begin(Visit visit, Role role, string skpdCode)
    {
        var state = new InviteState(role, skpdCode);
        await AskNext(visit, await visit.Begin(Kind, SkpdStep, state, ConversationJson.Default.InviteState), state, SkpdStep);
    }

    protected override async Task Press(Visit visit, DeskButton button)
    {
        switch (button.Choice)
        {
            case DeskChoice.List:
                await ShowOpen(visit, PageOf(button.Argument), visit.Turn.Update.CallbackQuery is not null);
                break;
            case DeskChoice.Show or DeskChoice.End or DeskChoice.EndYes:
                await TakeBack(visit, button);
                break;
            case DeskChoice.Pick when await At(visit, button.Id, RoleStep, SkpdStep) is { } row:
                await Pick(visit, row, button.Argument);
                break;
            case DeskChoice.Find when await At(visit, button.Id, SkpdStep) is { } row:
                await AskSkpd(visit, Visit.State(row, ConversationJson.Default.InviteState), row, PageOf(button.Argument), redraw: true);
                break;
            case DeskChoice.Skip when await At(visit, button.Id, NameStep, NipStep, LetterStep, LetterDateStep, UntilStep) is { } row:
                await AskNext(visit, row, Visit.State(row, ConversationJson.Default.InviteState), row.Step);
                break;
            case DeskChoice.Yes when await At(visit, button.Id, NameStep, NipStep, LetterStep, LetterDateStep, UntilStep) is { } row:
                await Make(visit, Visit.State(row, ConversationJson.Default.InviteState));
                break;
            case DeskChoice.Cancel:
                await Stop(visit);
                break;
        }
    }

    protected override async Task Take(Visit visit, ConversationRow row, StyledText text)
    {
        var (state, typed) = (Visit.State(row, ConversationJson.Default.InviteState), PlainText.OneLine(text.Text));
        var today = Office.Time.Today(visit.Now);
        var date = row.Step is LetterDateStep or UntilStep ? TypedDate.Parse(typed, today) : null;
        var (next, fault) = row.Step switch
        {
            NameStep when typed.Length is 0 or > Personnel.LongestName => (null, DaftarTeks.TerlaluPanjang("Nama", typed.Length, Personnel.LongestName)),
            NameStep => (state with { Name = typed }, null),
            NipStep when Personnel.NipOf(typed) is { } nip => (state with { Nip = nip }, null),
            NipStep => (null, AnggotaTeks.NipKeliru(typed)),
            LetterStep when typed.Length is 0 or > DelegationDesk.LongestLetter => (null, DaftarTeks.TerlaluPanjang("Nomor surat", typed.Length, DelegationDesk.LongestLetter)),
            LetterStep => (state with { Letter = typed }, null),
            LetterDateStep or UntilStep when date is null => (null, DaftarTeks.TanggalKeliru(typed)),
            LetterDateStep => (state with { LetterDate = date }, null),
            UntilStep when date < today => (null, StyledText.Plain(DelegasiTeks.SebelumHariIni)),
            UntilStep => (state with { Until = Office.Time.EndOf(date!.Value) }, null),
            _ => ((InviteState?)null, (StyledText?)null),
        };
        if (fault is not null) visit.Say(fault);
        else if (next is not null) await AskNext(visit, row, next, row.Step);
        else if (row.Step == SkpdStep) await AskSkpd(visit, state with { Search = typed }, row, 0, redraw: false);
        else await base.Take(visit, row, text);
    }

    private async Task Pick(Visit visit, ConversationRow row, string argument)
    {
        var state = Visit.State(row, ConversationJson.Default.InviteState);
        if (row.Step == RoleStep && Enum.TryParse<Role>(argument, out var role) && Enum.GetName(role) == argument)
        {
            state = state with { Role = role };
            if (role.BelongsToSkpd()) await AskSkpd(visit, state, row, 0, redraw: false);
            else await AskNext(visit, row, state, SkpdStep);
        }
        else if (row.Step == SkpdStep && await visit.Db.Skpds.AnyAsync(skpd => skpd.Code == argument && skpd.Active, visit.Cancel))
        {
            await AskNext(visit, row, state with { Skpd = argument }, SkpdStep);
        }
        else
        {
            Gone(visit);
        }
    }

    /// <summary>The question after that step, or the link when nothing is left to ask.</summary>
    private async Task AskNext(Visit visit, ConversationRow row, InviteState state, string after)
    {
        var step = after switch
        {
            SkpdStep when state.Name is null => NameStep,
            SkpdStep or NameStep when state.Nip is null => NipStep,
            SkpdStep or NameStep or NipStep => LetterStep,
            LetterStep when state.Letter is not null => LetterDateStep,
            LetterStep or LetterDateStep => UntilStep,
            _ => null,
        };
        if (step is null)
        {
            await Make(visit, state);
            return;
        }
        visit.Keep(row, step, state, ConversationJson.Default.InviteState);
        await visit.Prompt(step switch
        {
            NameStep => UndangTeks.TanyaNama(RoleOf(state)),
            NipStep => UndangTeks.TanyaNip(),
            LetterStep => UndangTeks.TanyaSurat(),
            LetterDateStep => UndangTeks.TanyaTanggalSurat(),
            _ => UndangTeks.TanyaSampai(),
        }, Keyboard.OneRow(Of("Lewati", DeskChoice.Skip, row.Number), Of("Buat tautan sekarang", DeskChoice.Yes, row.Number, style: KeyStyle.Primary)).Row(Of("Batal", DeskChoice.Cancel, row.Number)));
    }

    private async Task AskSkpd(Visit visit, InviteState state, ConversationRow row, int page, bool redraw)
    {
        visit.Keep(row, SkpdStep, state, ConversationJson.Default.InviteState);
        var found = (await PeopleDirectory.Skpds(visit.Db, state.Search, visit.Cancel)).Where(skpd => skpd.Active).ToList();
        var keys = Page(found, page, skpd => Of(skpd.ShortName, DeskChoice.Pick, row.Number, skpd.Code), (label, to) => Of(label, DeskChoice.Find, row.Number, to.ToString(CultureInfo.InvariantCulture)))
            .Row(Of("Batal", DeskChoice.Cancel, row.Number));
        var text = UndangTeks.SkpdMana(Jabatan.Nama(state.Role), found.Count, DaftarTeks.Halaman(page, found.Count, OnPage));
        await (redraw ? visit.Redraw(text, keys) : visit.Prompt(text, keys));
    }

    private async Task Make(Visit visit, InviteState state)
    {
        var order = new InvitationOrder(state.Role, state.Skpd, state.Name, state.Nip, state.Letter, state.LetterDate, state.Until);
        var invited = await people.Invite(visit.Db, order, visit.Member.Id, visit.Now, visit.Cancel);
        await visit.End();
        if (invited.Code is not { } code)
        {
            visit.Say(UndangTeks.SkpdTidakAda(state.Skpd ?? ""));
            return;
        }
        visit.Say(UndangTeks.Tautan(RoleOf(state), state.Name, await Link(visit, code), Office.Time.Tanggal(invited.ExpiresAt)));
    }

    /// <summary>What the invited person opens.</summary>
    internal static async Task<string> Link(Visit visit, string code)
    {
        var username = await visit.Db.Facts.Where(fact => fact.Name == BotIdentity.UsernameFact).Select(fact => fact.Value).FirstOrDefaultAsync(visit.Cancel);
        return username is null ? $"/start {code}" : $"https://t.me/{username}?start={code}";
    }

    private async Task ShowOpen(Visit visit, int page, bool redraw)
    {
        var open = await visit.Db.Invitations.Where(each => each.UsedAt == null && each.RevokedAt == null && each.ExpiresAt > visit.Now).OrderBy(each => each.ExpiresAt).ThenBy(each => each.Id).ToListAsync(visit.Cancel);
        var keys = Page(open, page, each => Of(Label(each), DeskChoice.Show, each.Id), (label, to) => Of(label, DeskChoice.List, 0, to.ToString(CultureInfo.InvariantCulture)));
        var text = UndangTeks.Terbuka(open.Count, DaftarTeks.Halaman(page, open.Count, OnPage));
        await (redraw ? visit.Redraw(text, keys) : visit.Prompt(text, keys));
    }

    private async Task TakeBack(Visit visit, DeskButton button)
    {
        if (await visit.Db.Invitations.AsNoTracking().FirstOrDefaultAsync(each => each.Id == button.Id, visit.Cancel) is not { } invitation || !invitation.IsOpenAt(visit.Now))
        {
            visit.Alert(UndangTeks.TidakTerbuka);
            return;
        }
        if (button.Choice == DeskChoice.Show)
        {
            var by = invitation.CreatedById is { } id ? (await PeopleDesk.ById(visit.Db, id, visit.Cancel)).DisplayName : null;
            await visit.Redraw(UndangTeks.Satu(Office.Time, invitation, by), Keyboard.OneRow(Of("← Daftar", DeskChoice.List, 0, "0"), Of("Batalkan undangan", DeskChoice.End, invitation.Id, style: KeyStyle.Danger)));
        }
        else if (button.Choice == DeskChoice.End)
        {
            await visit.Redraw(UndangTeks.BatalkanYakin(Label(invitation)), Keyboard.OneRow(Of("← Daftar", DeskChoice.List, 0, "0"), Of("Ya, batalkan", DeskChoice.EndYes, invitation.Id, style: KeyStyle.Danger)));
        }
        else if (await PeopleDesk.Withdraw(visit.Db, invitation, visit.Actor, visit.Now, visit.Cancel))
        {
            visit.Answer(UndangTeks.Dibatalkan);
            await ShowOpen(visit, 0, redraw: true);
        }
        else
        {
            visit.Alert(UndangTeks.TidakTerbuka);
        }
    }

    private static HeldRole RoleOf(InviteState state) => new(state.Role, state.Skpd);

    private static string Label(Invitation invitation)
        => $"{Jabatan.Nama(new HeldRole(invitation.Role, invitation.SkpdCode))}{(invitation.OfficialName is { } name ? $" · {name}" : "")}";
}
