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

/// <summary>The kinds of news, behind /skpd: added, renamed, moved up and down.</summary>
public sealed class CategoryConversation(OfficeProfile office) : DeskConversation(office)
{
    private const string NewStep = "New", NameStep = "Name";

    public override Desk Desk => Desk.Category;

    public override string? Command => null;

    protected override ImmutableArray<Role> Roles => [Role.AdminPortal];

    public override Task Open(Visit visit) => ShowList(visit, 0, redraw: true);

    protected override async Task Press(Visit visit, DeskButton button)
    {
        switch (button.Choice)
        {
            case DeskChoice.List:
                await ShowList(visit, PageOf(button.Argument), redraw: true);
                break;
            case DeskChoice.Show when await Find(visit, button.Argument) is { } category:
                await Show(visit, category, redraw: true);
                break;
            case DeskChoice.Up or DeskChoice.Down when await Find(visit, button.Argument) is { } category:
                await CategoryDesk.Move(visit.Db, category, button.Choice == DeskChoice.Up, visit.Actor, visit.Now, visit.Cancel);
                await Show(visit, category, redraw: true);
                break;
            case DeskChoice.Edit when await Find(visit, button.Argument) is { } category:
                await visit.Begin(Kind, NameStep, new SkpdState(category.Code), ConversationJson.Default.SkpdState);
                await visit.Prompt(KategoriTeks.TanyaNama(category.Name), Keyboard.OneRow(Of("Batal", DeskChoice.Cancel)));
                break;
            case DeskChoice.New:
                await visit.Begin(Kind, NewStep, new SkpdState(), ConversationJson.Default.SkpdState);
                await visit.Prompt(KategoriTeks.TanyaBaru(), Keyboard.OneRow(Of("Batal", DeskChoice.Cancel)));
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
        var name = PlainText.OneLine(text.Text);
        if (name.Length is 0 or > CategoryDesk.LongestName)
        {
            visit.Say(DaftarTeks.TerlaluPanjang("Nama kategori", name.Length, CategoryDesk.LongestName));
            return;
        }
        var category = row.Step == NewStep
            ? await CategoryDesk.Add(visit.Db, name, visit.Actor, visit.Now, visit.Cancel)
            : await Find(visit, Visit.State(row, ConversationJson.Default.SkpdState).Code) is { } known && await CategoryDesk.Rename(visit.Db, known, name, visit.Actor, visit.Now, visit.Cancel) ? known : null;
        if (category is null)
        {
            visit.Say(KategoriTeks.TidakBisa(name));
            return;
        }
        await visit.End();
        await Show(visit, category, redraw: false);
    }

    private async Task ShowList(Visit visit, int page, bool redraw)
    {
        var all = await CategoryDesk.All(visit.Db, visit.Cancel);
        var keys = Page(all, page, each => Of(each.Name, DeskChoice.Show, 0, each.Code), (label, to) => Of(label, DeskChoice.List, 0, to.ToString(CultureInfo.InvariantCulture)))
            .Row(Of("Tambah kategori", DeskChoice.New));
        var text = KategoriTeks.Daftar(all.Count, DaftarTeks.Halaman(page, all.Count, OnPage));
        await (redraw ? visit.Redraw(text, keys) : visit.Prompt(text, keys));
    }

    private async Task Show(Visit visit, Category category, bool redraw)
    {
        var all = await CategoryDesk.All(visit.Db, visit.Cancel);
        var place = all.ToList().FindIndex(each => each.Code == category.Code);
        List<Key> moves = [];
        if (place > 0) moves.Add(Of("↑ Naik", DeskChoice.Up, 0, category.Code));
        if (place < all.Count - 1) moves.Add(Of("↓ Turun", DeskChoice.Down, 0, category.Code));
        var keys = Keyboard.OneRow(Of("Ubah nama", DeskChoice.Edit, 0, category.Code)).Row([.. moves]).Row(Of("← Daftar", DeskChoice.List, 0, "0"));
        var text = KategoriTeks.Satu(category, place + 1, all.Count);
        await (redraw ? visit.Redraw(text, keys) : visit.Prompt(text, keys));
    }

    private static Task<Category?> Find(Visit visit, string code) => visit.Db.Categories.FirstOrDefaultAsync(each => each.Code == code, visit.Cancel);
}
