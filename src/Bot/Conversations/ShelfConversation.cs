using System.Collections.Immutable;
using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Shelf;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>/dokumen: the office's shelf of PDFs (SOP rows A1-A4). Everybody takes; AdminPortal puts one there by sending it while the shelf is open, names it, takes it off.</summary>
public sealed class ShelfConversation(ShelfFiles files, OfficeProfile office) : DeskConversation(office)
{
    private const string OpenStep = "Open", NameStep = "Name", RenameStep = "Rename";
    private const int LongestName = 60;

    public override Desk Desk => Desk.Shelf;

    public override string Command => "dokumen";

    protected override ImmutableArray<Role> Roles => [];

    public override FileKind? TakesAt(string step) => step is OpenStep or NameStep ? FileKind.Pdf : null;

    public override async Task Open(Visit visit)
    {
        if (Keeps(visit)) await visit.Begin(Kind, OpenStep, new ShelfState(), ConversationJson.Default.ShelfState);
        await ShowList(visit, 0, redraw: false);
    }

    protected override async Task Press(Visit visit, DeskButton button)
    {
        if (button.Choice is DeskChoice.Edit or DeskChoice.Switch or DeskChoice.End or DeskChoice.EndYes or DeskChoice.Skip && !Keeps(visit))
        {
            visit.Alert(PenolakanTeks.Kalimat(Refusal.NotYourRole([Role.AdminPortal], visit.Actor), Office.Time, visit.Now));
            return;
        }
        switch (button.Choice)
        {
            case DeskChoice.List:
                await ShowList(visit, PageOf(button.Argument), redraw: true);
                break;
            case DeskChoice.Show when await Find(visit, button.Id) is { } document:
                visit.Outbox.Send(visit.ChatId, new DocumentFile(files.PathOf(document.Hash), $"{FileName(document.Name)}.pdf", StyledText.Plain(document.Name), document.ChatFileId));
                break;
            case DeskChoice.Skip when await At(visit, button.Id, NameStep) is { } row:
                await Add(visit, Visit.State(row, ConversationJson.Default.ShelfState), null);
                break;
            case DeskChoice.Edit:
                await ShowKept(visit, PageOf(button.Argument));
                break;
            case DeskChoice.Switch when await Find(visit, button.Id) is { } document:
                await visit.Redraw(DokumenTeks.Satu(Office.Time, document), Keyboard.OneRow(Of("Ubah nama", DeskChoice.New, document.Id), Of("Turunkan", DeskChoice.End, document.Id, style: KeyStyle.Danger)).Row(Of("← Daftar", DeskChoice.List, 0, "0")));
                break;
            case DeskChoice.New when Keeps(visit) && await Find(visit, button.Id) is { } document:
                await visit.Begin(Kind, RenameStep, new ShelfState(document.Id), ConversationJson.Default.ShelfState);
                await visit.Prompt(DokumenTeks.TanyaNama(document.Name), Keyboard.OneRow(Of("Batal", DeskChoice.Cancel)));
                break;
            case DeskChoice.End when await Find(visit, button.Id) is { } document:
                await visit.Redraw(DokumenTeks.TurunkanYakin(document.Name), Keyboard.OneRow(Of("Batal", DeskChoice.List, 0, "0"), Of("Ya, turunkan", DeskChoice.EndYes, document.Id, style: KeyStyle.Danger)));
                break;
            case DeskChoice.EndYes when await Find(visit, button.Id) is { } document:
                document.RemovedAt = visit.Now;
                await visit.Db.SaveChangesAsync(visit.Cancel);
                await ShowList(visit, 0, redraw: true);
                break;
            case DeskChoice.Cancel:
                await Stop(visit);
                break;
            default:
                Gone(visit);
                break;
        }
    }

    protected override async Task Take(Visit visit, ConversationRow row, FileArrival file)
    {
        if (file is not { Hash: { } hash, Refusal: null })
        {
            visit.Say(StyledText.Plain(file.Refusal ?? DaftarTeks.TidakAda));
            return;
        }
        var suggested = ChatText.Cut(Path.GetFileNameWithoutExtension(file.Name) is { Length: > 0 } stem ? stem : "Dokumen", LongestName);
        visit.Keep(row, NameStep, new ShelfState(Hash: hash, Name: suggested, Bytes: file.Bytes, FileId: file.ChatFileId), ConversationJson.Default.ShelfState);
        await visit.Prompt(DokumenTeks.Diterima(suggested, file.Bytes), Keyboard.OneRow(Of("Batal", DeskChoice.Cancel), Of("Pakai nama itu", DeskChoice.Skip, row.Number)));
    }

    protected override async Task Take(Visit visit, ConversationRow row, StyledText text)
    {
        var (state, typed) = (Visit.State(row, ConversationJson.Default.ShelfState), PlainText.OneLine(text.Text));
        if (row.Step is not (NameStep or RenameStep))
        {
            visit.Say(DokumenTeks.KirimPdf());
        }
        else if (typed.Length is 0 or > LongestName)
        {
            visit.Say(DaftarTeks.TerlaluPanjang("Nama dokumen", typed.Length, LongestName));
        }
        else if (!Keeps(visit))
        {
            await visit.End();
        }
        else if (row.Step == NameStep)
        {
            await Add(visit, state, typed);
        }
        else
        {
            if (await Find(visit, state.DocumentId) is { } document) document.Name = typed;
            await visit.Db.SaveChangesAsync(visit.Cancel);
            await Open(visit);
        }
    }

    private async Task Add(Visit visit, ShelfState state, string? name)
    {
        if (await visit.Db.Documents.FirstOrDefaultAsync(each => each.Hash == state.Hash && each.RemovedAt == null, visit.Cancel) is { } known)
            (known.Name, known.ChatFileId) = (name ?? state.Name, state.FileId);
        else
            visit.Db.Documents.Add(new ShelfDocument { Hash = state.Hash, Name = name ?? state.Name, Bytes = state.Bytes, ChatFileId = state.FileId, AddedById = visit.Member.Id, AddedAt = visit.Now });
        await visit.Db.SaveChangesAsync(visit.Cancel);
        await Open(visit);
    }

    private async Task ShowList(Visit visit, int page, bool redraw)
    {
        var all = await All(visit);
        var keys = Page(all, page, each => Of($"📄 {each.Name}", DeskChoice.Show, each.Id), (label, to) => Of(label, DeskChoice.List, 0, to.ToString(CultureInfo.InvariantCulture)));
        if (Keeps(visit) && all.Count > 0) keys = keys.Row(Of("Atur dokumen", DeskChoice.Edit, 0, "0"));
        var text = DokumenTeks.Daftar(all.Count, DaftarTeks.Halaman(page, all.Count, OnPage), Keeps(visit));
        await (redraw ? visit.Redraw(text, keys) : visit.Prompt(text, keys));
    }

    private async Task ShowKept(Visit visit, int page)
    {
        var all = await All(visit);
        await visit.Redraw(DokumenTeks.Atur(), Page(all, page, each => Of(each.Name, DeskChoice.Switch, each.Id), (label, to) => Of(label, DeskChoice.Edit, 0, to.ToString(CultureInfo.InvariantCulture))).Row(Of("← Daftar", DeskChoice.List, 0, "0")));
    }

    private static bool Keeps(Visit visit) => visit.Actor.Holds(Role.AdminPortal);

    private static Task<List<ShelfDocument>> All(Visit visit) => visit.Db.Documents.Where(each => each.RemovedAt == null).OrderBy(each => each.Name).ThenBy(each => each.Id).ToListAsync(visit.Cancel);

    private static Task<ShelfDocument?> Find(Visit visit, long id) => visit.Db.Documents.FirstOrDefaultAsync(each => each.Id == id && each.RemovedAt == null, visit.Cancel);

    /// <summary>A name as every system takes it for a file.</summary>
    private static string FileName(string name) => string.Concat(name.Select(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-' or '.' or '(' or ')' ? sign : '-')).Trim(' ', '.');
}
