using System.Collections.Immutable;
using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>/delegasi: the Kadis, or AdminPortal by letter, puts the office into another's hands for a while: who, as what, by which letter, from, until.</summary>
public sealed class DelegationConversation(RoleTurns turns, OfficeProfile office) : DeskConversation(office)
{
    private const string PersonStep = "Person", KindStep = "Kind", LetterStep = "Letter", FromStep = "From", UntilStep = "Until", ConfirmStep = "Confirm";

    private static readonly ImmutableArray<(string Label, int Days)> spans = [("Hari ini", 0), ("3 hari", 2), ("7 hari", 6), ("14 hari", 13), ("30 hari", 29)];

    public override Desk Desk => Desk.Delegation;

    public override string Command => "delegasi";

    protected override ImmutableArray<Role> Roles => [Role.Kadis, Role.Kabid, Role.AdminPortal];

    /// <summary>Who stands in now and next.</summary>
    public override async Task Open(Visit visit)
    {
        var open = await DelegationDesk.Open(visit.Db, visit.Now, visit.Cancel);
        List<(Delegation, string, string)> listed = [];
        foreach (var acting in open) listed.Add((acting, await NameOf(visit, acting.MemberId), await NameOf(visit, acting.GivenById)));
        var keys = Keyboard.Column([.. open.Where(acting => MayEnd(visit.Actor, acting)).Select(acting => Of($"Akhiri {acting.Kind}. {listed.First(each => each.Item1 == acting).Item2}", DeskChoice.End, acting.Id))]);
        if (DelegationDesk.MayDelegate(visit.Actor) is null) keys = keys.Row(Of("Tunjuk Plh. atau Plt.", DeskChoice.New, style: KeyStyle.Primary));
        await visit.Prompt(DelegasiTeks.Daftar(Office.Time, listed, visit.Now), keys);
    }

    protected override async Task Press(Visit visit, DeskButton button)
    {
        switch (button.Choice)
        {
            case DeskChoice.New when DelegationDesk.MayDelegate(visit.Actor) is { } forbidden:
                visit.Alert(DelegasiTeks.Alasan(forbidden));
                break;
            case DeskChoice.New:
                await AskPerson(visit, await visit.Begin(Kind, PersonStep, new DelegationState(), ConversationJson.Default.DelegationState), 0, redraw: false);
                break;
            case DeskChoice.List when await At(visit, button.Id, PersonStep) is { } row:
                await AskPerson(visit, row, PageOf(button.Argument), redraw: true);
                break;
            case DeskChoice.Pick when await At(visit, button.Id, PersonStep, KindStep, FromStep, UntilStep) is { } row:
                await Pick(visit, row, button.Argument);
                break;
            case DeskChoice.Yes when await At(visit, button.Id, ConfirmStep) is { } row:
                await Carry(visit, Visit.State(row, ConversationJson.Default.DelegationState));
                break;
            case DeskChoice.End or DeskChoice.EndYes:
                await End(visit, button);
                break;
            case DeskChoice.Cancel:
                await Stop(visit);
                break;
        }
    }

    protected override async Task Take(Visit visit, ConversationRow row, StyledText text)
    {
        var (state, typed) = (Visit.State(row, ConversationJson.Default.DelegationState), PlainText.OneLine(text.Text));
        switch (row.Step)
        {
            case PersonStep:
                visit.Keep(row, PersonStep, state with { Search = typed }, ConversationJson.Default.DelegationState);
                await AskPerson(visit, row, 0, redraw: false);
                break;
            case LetterStep when typed.Length is 0 or > DelegationDesk.LongestLetter:
                visit.Say(DaftarTeks.TerlaluPanjang("Nomor surat", typed.Length, DelegationDesk.LongestLetter));
                break;
            case LetterStep:
                visit.Keep(row, FromStep, state with { Letter = typed }, ConversationJson.Default.DelegationState);
                await visit.Prompt(DelegasiTeks.TanyaMulai(), Keyboard.OneRow(Of("Sekarang", DeskChoice.Pick, row.Number, "0"), Of("Besok", DeskChoice.Pick, row.Number, "1")).Row(CancelKey(row)));
                break;
            case FromStep or UntilStep when TypedDate.Parse(typed, Office.Time.Today(visit.Now)) is { } date:
                await (row.Step == FromStep ? TakeFrom(visit, row, state, date) : TakeUntil(visit, row, state, date));
                break;
            case FromStep or UntilStep:
                visit.Say(DaftarTeks.TanggalKeliru(typed));
                break;
            default:
                await base.Take(visit, row, text);
                break;
        }
    }

    private async Task Pick(Visit visit, ConversationRow row, string argument)
    {
        var state = Visit.State(row, ConversationJson.Default.DelegationState);
        var isNumber = int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        switch (row.Step)
        {
            case PersonStep when isNumber && (await Candidates(visit, null)).FirstOrDefault(each => each.Id == number) is { } person:
                visit.Keep(row, KindStep, state with { MemberId = person.Id }, ConversationJson.Default.DelegationState);
                await visit.Prompt(DelegasiTeks.TanyaJenis(person.DisplayName), Keyboard.OneRow([.. Enum.GetValues<ActingKind>().Select(kind => Of($"{kind}.", DeskChoice.Pick, row.Number, kind.ToString()))]).Row(CancelKey(row)));
                break;
            case KindStep when Enum.TryParse<ActingKind>(argument, out var kind) && Enum.GetName(kind) == argument:
                visit.Keep(row, LetterStep, state with { Kind = kind }, ConversationJson.Default.DelegationState);
                await visit.Prompt(DelegasiTeks.TanyaSurat(), Keyboard.OneRow(CancelKey(row)));
                break;
            case FromStep when isNumber && number <= 1:
                await TakeFrom(visit, row, state, Office.Time.Today(visit.Now).AddDays(number));
                break;
            case UntilStep when isNumber && number < spans.Length:
                await TakeUntil(visit, row, state, Office.Time.Today(state.From!.Value).AddDays(spans[number].Days));
                break;
            default:
                Gone(visit);
                break;
        }
    }

    private async Task TakeFrom(Visit visit, ConversationRow row, DelegationState state, DateOnly date)
    {
        if (date < Office.Time.Today(visit.Now))
        {
            visit.Say(StyledText.Plain(DelegasiTeks.SebelumHariIni));
            return;
        }
        var from = date == Office.Time.Today(visit.Now) ? visit.Now : Office.Time.At(date, TimeOnly.MinValue);
        visit.Keep(row, UntilStep, state with { From = from }, ConversationJson.Default.DelegationState);
        var keys = new Keyboard([]);
        foreach (var pair in spans.Select((span, index) => Of(index == 0 && date != Office.Time.Today(visit.Now) ? "Hari itu saja" : span.Label, DeskChoice.Pick, row.Number, index.ToString(CultureInfo.InvariantCulture))).Chunk(3)) keys = keys.Row(pair);
        await visit.Prompt(DelegasiTeks.TanyaSampai(Office.Time, from), keys.Row(CancelKey(row)));
    }

    private async Task TakeUntil(Visit visit, ConversationRow row, DelegationState state, DateOnly date)
    {
        var first = Office.Time.Today(state.From!.Value);
        if (date < first || date > first.AddDays(DelegasiTeks.PalingLamaHari - 1))
        {
            visit.Say(StyledText.Plain(date < first ? DelegasiTeks.SebelumMulai : DelegasiTeks.TerlaluLama));
            return;
        }
        state = state with { Until = Office.Time.EndOf(date) };
        if (await DelegationDesk.Fault(visit.Db, visit.Actor, OrderOf(state), visit.Now, visit.Cancel) is { } fault)
        {
            await visit.End();
            visit.Say(StyledText.Plain(DelegasiTeks.Alasan(fault)), MenuKeys.For(visit.Actor));
            return;
        }
        visit.Keep(row, ConfirmStep, state, ConversationJson.Default.DelegationState);
        await visit.Prompt(DelegasiTeks.Yakin(Office.Time, await NameOf(visit, state.MemberId), OrderOf(state)), Keyboard.OneRow(CancelKey(row), Of("Ya, tunjuk", DeskChoice.Yes, row.Number, style: KeyStyle.Success)));
    }

    private async Task Carry(Visit visit, DelegationState state)
    {
        var (acting, refusal) = await DelegationDesk.Delegate(visit.Db, visit.Actor, OrderOf(state), visit.Now, visit.Cancel);
        await visit.End();
        if (acting is null)
        {
            visit.Say(StyledText.Plain(DelegasiTeks.Alasan(refusal!.Value)), MenuKeys.For(visit.Actor));
            return;
        }
        visit.Say(DelegasiTeks.Ditetapkan(Office.Time, await NameOf(visit, acting.MemberId), acting));
        await turns.Announce(visit.Db, visit.Outbox, acting, acting.HoldsAt(visit.Now) ? DelegasiTeks.Mulai(Office.Time, acting) : DelegasiTeks.AkanMulai(Office.Time, acting),
            name => DelegasiTeks.KabarDitetapkan(Office.Time, name, acting, visit.Member.DisplayName), visit.Member.Id, visit.Now, visit.Cancel);
    }

    private async Task End(Visit visit, DeskButton button)
    {
        if (await visit.Db.Delegations.FirstOrDefaultAsync(each => each.Id == button.Id, visit.Cancel) is not { } acting)
        {
            Gone(visit);
            return;
        }
        var name = await NameOf(visit, acting.MemberId);
        if (button.Choice == DeskChoice.End && acting.IsOpenAt(visit.Now) && MayEnd(visit.Actor, acting))
        {
            await visit.Prompt(DelegasiTeks.AkhiriYakin(name, acting), Keyboard.OneRow(Of("Batal", DeskChoice.Cancel), Of("Ya, akhiri", DeskChoice.EndYes, acting.Id, style: KeyStyle.Danger)));
            return;
        }
        if (await DelegationDesk.End(visit.Db, acting, visit.Actor, visit.Now, visit.Cancel) is { } refusal)
        {
            visit.Alert(DelegasiTeks.Alasan(refusal));
            return;
        }
        await visit.End();
        visit.Say(DelegasiTeks.Diakhiri(name, acting));
        await turns.Announce(visit.Db, visit.Outbox, acting, DelegasiTeks.Berakhir(acting), who => DelegasiTeks.KabarBerakhir(who, acting, visit.Member.DisplayName), visit.Member.Id, visit.Now, visit.Cancel);
    }

    private async Task AskPerson(Visit visit, ConversationRow row, int page, bool redraw)
    {
        var found = await Candidates(visit, Visit.State(row, ConversationJson.Default.DelegationState).Search);
        var keys = Page(found, page, person => Of($"{person.DisplayName} · {Jabatan.Peran(Actor.Of(person, visit.Now))}", DeskChoice.Pick, row.Number, person.Id.ToString(CultureInfo.InvariantCulture)),
            (label, to) => Of(label, DeskChoice.List, row.Number, to.ToString(CultureInfo.InvariantCulture))).Row(CancelKey(row));
        var text = DelegasiTeks.TanyaSiapa(found.Count, DaftarTeks.Halaman(page, found.Count, OnPage));
        await (redraw ? visit.Redraw(text, keys) : visit.Prompt(text, keys));
    }

    /// <summary>Kominfo's own people first.</summary>
    private static async Task<IReadOnlyList<Member>> Candidates(Visit visit, string? search)
        => [.. (await PeopleDirectory.Find(visit.Db, search, visit.Now, visit.Cancel))
            .Where(member => member.ChatUserId is not null && member.Id != visit.Member.Id && Actor.Of(member, visit.Now) is { Roles.IsEmpty: false } actor && !actor.HoldsInOwnRight(Role.Kadis))
            .OrderBy(member => Actor.Of(member, visit.Now) switch { var actor when actor.Holds(Role.Kabid) => 0, { Reviews: true } => 1, var actor when actor.Roles.Any(held => held.SkpdCode is null) => 2, _ => 3 })];

    private static bool MayEnd(Actor actor, Delegation acting) => actor.HoldsInOwnRight(Role.Kadis) || actor.Holds(Role.AdminPortal) || actor.MemberId == acting.MemberId;

    private static DelegationOrder OrderOf(DelegationState state) => new(state.MemberId, state.Kind, state.Letter, state.From!.Value, state.Until!.Value);

    private static async Task<string> NameOf(Visit visit, long memberId) => (await PeopleDesk.ById(visit.Db, memberId, visit.Cancel)).DisplayName;

    private Key CancelKey(ConversationRow row) => Of("Batal", DeskChoice.Cancel, row.Number);
}
