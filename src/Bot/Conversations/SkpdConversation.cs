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

/// <summary>
/// /skpd: AdminPortal finds an SKPD by pages or by name, reads and changes its profile field by field, adds, opens and closes one. Who has no admin, the
/// categories and the exchange as a table are reached from its list.
/// </summary>
public sealed class SkpdConversation(CategoryConversation categories, SkpdExchange exchange, InviteConversation inviting, OfficeProfile office) : DeskConversation(office)
{
    private const string ListStep = "List", FieldStep = "Field", CodeStep = "Code", NameStep = "Name", ShortStep = "Short";

    public override Desk Desk => Desk.Skpd;

    public override string Command => "skpd";

    protected override ImmutableArray<Role> Roles => [Role.AdminPortal];

    public override FileKind? TakesAt(string step) => step == SkpdExchange.FileStep ? FileKind.Csv : null;

    public override async Task Open(Visit visit)
    {
        await visit.Begin(Kind, ListStep, new SkpdState(), ConversationJson.Default.SkpdState);
        await ShowList(visit, null, 0, redraw: false);
    }

    protected override async Task Press(Visit visit, DeskButton button)
    {
        switch (button.Choice)
        {
            case DeskChoice.List:
                await ShowList(visit, (await ListState(visit)).Search, PageOf(button.Argument), redraw: true);
                break;
            case DeskChoice.Show when await Find(visit, button.Argument) is { } skpd:
                await ListState(visit);
                await Show(visit, skpd, redraw: true);
                break;
            case DeskChoice.Edit when await Find(visit, button.Argument) is { } skpd && button.Id < SkpdField.All.Length:
                await Ask(visit, skpd, SkpdField.All[(int)button.Id]);
                break;
            case DeskChoice.Switch when await Find(visit, button.Argument) is { } skpd && button.Id < SkpdField.All.Length && SkpdField.All[(int)button.Id] is { Kind: SkpdFieldKind.YesNo } field:
                await Set(visit, skpd, field, field.Get(skpd) == SkpdField.Yes ? SkpdField.No : SkpdField.Yes, redraw: true);
                break;
            case DeskChoice.End when await Find(visit, button.Argument) is { } skpd:
                await visit.Redraw(SkpdTeks.TutupYakin(skpd), Keyboard.OneRow(Of("Batal", DeskChoice.Show, 0, skpd.Code), Of("Ya, tutup", DeskChoice.EndYes, 0, skpd.Code, KeyStyle.Danger)));
                break;
            case DeskChoice.EndYes when await Find(visit, button.Argument) is { } skpd:
                await Set(visit, skpd, SkpdField.Of(SkpdField.Active)!, SkpdField.No, redraw: true);
                break;
            case DeskChoice.Pick when await At(visit, button.Id, FieldStep) is { } row:
                await TakeValue(visit, Visit.State(row, ConversationJson.Default.SkpdState), button.Argument);
                break;
            case DeskChoice.Skip when await At(visit, button.Id, FieldStep) is { } row:
                await TakeValue(visit, Visit.State(row, ConversationJson.Default.SkpdState), null);
                break;
            case DeskChoice.New:
                var fresh = await visit.Begin(Kind, CodeStep, new SkpdState(), ConversationJson.Default.SkpdState);
                await visit.Prompt(SkpdTeks.TanyaKode(), Keyboard.OneRow(Of("Batal", DeskChoice.Cancel, fresh.Number)));
                break;
            case DeskChoice.Missing:
                await ShowMissing(visit, PageOf(button.Argument));
                break;
            case DeskChoice.Invite when await Find(visit, button.Argument) is { Active: true } skpd:
                await inviting.Begin(visit, Role.AdminSkpd, skpd.Code);
                break;
            case DeskChoice.Export:
                await exchange.Export(visit);
                break;
            case DeskChoice.Import:
                await exchange.AskFile(visit, Kind, Keyboard.OneRow(Of("Batal", DeskChoice.Cancel)));
                break;
            case DeskChoice.Yes when await At(visit, button.Id, SkpdExchange.ConfirmStep) is { } row:
                await exchange.Apply(visit, row);
                break;
            case DeskChoice.Find:
                await categories.Open(visit);
                break;
            case DeskChoice.Cancel:
                await Stop(visit);
                break;
            default:
                Gone(visit);
                break;
        }
    }

    protected override async Task Take(Visit visit, ConversationRow row, StyledText text)
    {
        var (state, typed) = (Visit.State(row, ConversationJson.Default.SkpdState), PlainText.OneLine(text.Text));
        switch (row.Step)
        {
            case ListStep:
                visit.Keep(row, ListStep, state with { Search = typed }, ConversationJson.Default.SkpdState);
                await ShowList(visit, typed, 0, redraw: false);
                break;
            case FieldStep:
                await TakeValue(visit, state, typed);
                break;
            case CodeStep when typed.ToUpperInvariant() is var code && (!SkpdField.IsCode(code) || await Find(visit, code) is not null):
                visit.Say(SkpdField.IsCode(code) ? SkpdTeks.KodeTerpakai(code) : SkpdTeks.KodeKeliru(typed));
                break;
            case CodeStep:
                visit.Keep(row, NameStep, new SkpdState(typed.ToUpperInvariant()), ConversationJson.Default.SkpdState);
                await visit.Prompt(SkpdTeks.TanyaNamaBaru(), Keyboard.OneRow(Of("Batal", DeskChoice.Cancel, row.Number)));
                break;
            case NameStep or ShortStep when SkpdField.Of(row.Step == NameStep ? "name" : "short_name") is { } field && field.Check(field.Tidy(typed), []) is { } fault:
                visit.Say(SkpdTeks.Keliru(fault, field, typed));
                break;
            case NameStep:
                visit.Keep(row, ShortStep, state with { Name = typed }, ConversationJson.Default.SkpdState);
                await visit.Prompt(SkpdTeks.TanyaNamaPendek(), Keyboard.OneRow(Of("Batal", DeskChoice.Cancel, row.Number)));
                break;
            case ShortStep:
                await Add(visit, state, typed);
                break;
            default:
                await base.Take(visit, row, text);
                break;
        }
    }

    protected override Task Take(Visit visit, ConversationRow row, FileArrival file)
        => exchange.Preview(visit, row, file, Of("Batal", DeskChoice.Cancel, row.Number), Of("Ya, terapkan", DeskChoice.Yes, row.Number, style: KeyStyle.Success));

    private async Task ShowList(Visit visit, string? search, int page, bool redraw)
    {
        var found = await PeopleDirectory.Skpds(visit.Db, search, visit.Cancel);
        var missing = (await SkpdDesk.WithoutAdmin(visit.Db, visit.Now, visit.Cancel)).Count;
        var keys = Page(found, page, skpd => Of(skpd.Active ? skpd.ShortName : $"{skpd.ShortName} (ditutup)", DeskChoice.Show, 0, skpd.Code), (label, to) => Of(label, DeskChoice.List, 0, to.ToString(CultureInfo.InvariantCulture)));
        if (missing > 0) keys = keys.Row(Of($"Belum ada admin ({missing})", DeskChoice.Missing, 0, "0"));
        keys = keys.Row(Of("Tambah SKPD", DeskChoice.New), Of("Kategori", DeskChoice.Find)).Row(new Key("Situs SKPD", new DeskButton(Desk.Site, DeskChoice.List, 0, "0").Pack())).Row(Of("Unduh CSV", DeskChoice.Export), Of("Impor CSV", DeskChoice.Import));
        var text = SkpdTeks.Daftar(found.Count, search, DaftarTeks.Halaman(page, found.Count, OnPage));
        await (redraw ? visit.Redraw(text, keys) : visit.Prompt(text, keys));
    }

    private async Task Show(Visit visit, Skpd skpd, bool redraw)
    {
        var admins = await PeopleDesk.Holders(visit.Db, Role.AdminSkpd, skpd.Code, visit.Now, visit.Cancel);
        var heads = await PeopleDesk.Holders(visit.Db, Role.KepalaSkpd, skpd.Code, visit.Now, visit.Cancel);
        var category = await visit.Db.Categories.Where(each => each.Code == skpd.DefaultCategory).Select(each => each.Name).FirstOrDefaultAsync(visit.Cancel);
        var keys = new Keyboard([]);
        foreach (var pair in SkpdField.All.Index().Where(each => each.Item.Kind != SkpdFieldKind.YesNo).Select(each => Of(SkpdTeks.Nama(each.Item), DeskChoice.Edit, each.Index, skpd.Code)).Chunk(2)) keys = keys.Row(pair);
        foreach (var (index, field) in SkpdField.All.Index().Where(each => each.Item.Kind == SkpdFieldKind.YesNo))
            keys = keys.Row(field.Column == SkpdField.Active && skpd.Active ? Of("Tutup SKPD ini", DeskChoice.End, 0, skpd.Code) : Of(SkpdTeks.Saklar(field, skpd), DeskChoice.Switch, index, skpd.Code));
        if (skpd.Active) keys = keys.Row(Of("Undang admin", DeskChoice.Invite, 0, skpd.Code));
        keys = keys.Row(Of("← Daftar", DeskChoice.List, 0, "0"));
        var text = SkpdTeks.Satu(skpd, category, [.. admins.Select(each => each.DisplayName)], [.. heads.Select(each => each.DisplayName)]);
        await (redraw ? visit.Redraw(text, keys) : visit.Prompt(text, keys));
    }

    private async Task Ask(Visit visit, Skpd skpd, SkpdField field)
    {
        var row = await visit.Begin(Kind, FieldStep, new SkpdState(skpd.Code, Column: field.Column), ConversationJson.Default.SkpdState);
        var keys = new Keyboard([]);
        if (field.Kind == SkpdFieldKind.Category)
            foreach (var pair in (await CategoryDesk.All(visit.Db, visit.Cancel)).Select(each => Of(each.Name, DeskChoice.Pick, row.Number, each.Code)).Chunk(2)) keys = keys.Row(pair);
        keys = field.Get(skpd) is not null && field.Kind is SkpdFieldKind.Text or SkpdFieldKind.Address
            ? keys.Row(Of("Batal", DeskChoice.Show, 0, skpd.Code), Of("Kosongkan", DeskChoice.Skip, row.Number))
            : keys.Row(Of("Batal", DeskChoice.Show, 0, skpd.Code));
        await visit.Prompt(SkpdTeks.Tanya(field, skpd), keys);
    }

    private async Task TakeValue(Visit visit, SkpdState state, string? typed)
    {
        if (await Find(visit, state.Code) is not { } skpd || SkpdField.Of(state.Column) is not { } field)
        {
            Gone(visit);
            return;
        }
        var value = field.Tidy(typed);
        if (field.Check(value, [.. (await CategoryDesk.All(visit.Db, visit.Cancel)).Select(each => each.Code)]) is { } fault)
        {
            visit.Say(SkpdTeks.Keliru(fault, field, typed ?? ""));
            return;
        }
        await ListState(visit);
        await Set(visit, skpd, field, value, redraw: false);
    }

    private async Task Set(Visit visit, Skpd skpd, SkpdField field, string? value, bool redraw)
    {
        await SkpdDesk.Apply(visit.Db, [new SkpdEntry(skpd.Code, [(field, value)])], visit.Actor, visit.Now, visit.Cancel);
        await Show(visit, skpd, redraw);
    }

    private async Task Add(Visit visit, SkpdState state, string shortName)
    {
        var category = await CategoryDesk.All(visit.Db, visit.Cancel) is [var first, ..] ? first.Code : null;
        var entry = new SkpdEntry(state.Code, [(SkpdField.Of("name")!, state.Name), (SkpdField.Of("short_name")!, shortName), (SkpdField.Of("category")!, category)]);
        await SkpdDesk.Apply(visit.Db, [entry], visit.Actor, visit.Now, visit.Cancel);
        await ListState(visit);
        if (await Find(visit, state.Code) is { } skpd) await Show(visit, skpd, redraw: false);
    }

    private async Task ShowMissing(Visit visit, int page)
    {
        var missing = await SkpdDesk.WithoutAdmin(visit.Db, visit.Now, visit.Cancel);
        var keys = Page(missing, page, each => Of($"Undang admin {each.Skpd.ShortName}", DeskChoice.Invite, 0, each.Skpd.Code), (label, to) => Of(label, DeskChoice.Missing, 0, to.ToString(CultureInfo.InvariantCulture)))
            .Row(Of("← Daftar", DeskChoice.List, 0, "0"));
        await visit.Redraw(SkpdTeks.TanpaAdmin([.. missing.Skip(page * OnPage).Take(OnPage)], missing.Count, DaftarTeks.Halaman(page, missing.Count, OnPage), visit.Now), keys);
    }

    /// <summary>The chat is at the list, where words are a search.</summary>
    private async Task<SkpdState> ListState(Visit visit)
    {
        if (await visit.Conversation() is { Step: ListStep } row && row.Kind == Kind) return Visit.State(row, ConversationJson.Default.SkpdState);
        await visit.Begin(Kind, ListStep, new SkpdState(), ConversationJson.Default.SkpdState);
        return new SkpdState();
    }

    private static Task<Skpd?> Find(Visit visit, string code) => visit.Db.Skpds.FirstOrDefaultAsync(skpd => skpd.Code == code, visit.Cancel);
}
