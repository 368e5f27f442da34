using System.Collections.Immutable;
using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>/libur: AdminPortal sees the year's holidays, adds one, takes one out, or imports a list that is shown before it counts.</summary>
public sealed class HolidayConversation(OfficeProfile office) : DeskConversation(office)
{
    private const string AddStep = "Add", KindStep = "Kind", ImportStep = "Import", ConfirmStep = "Confirm";
    private const int LongestName = 100, FirstYear = 2020, LastYear = 2199;

    public override Desk Desk => Desk.Holiday;

    public override string Command => "libur";

    protected override ImmutableArray<Role> Roles => [Role.AdminPortal];

    public override FileKind? TakesAt(string step) => step is ImportStep or ConfirmStep ? FileKind.Csv : null;

    public override async Task Open(Visit visit) => await Show(visit, ThisYear(visit), again: false);

    protected override async Task Press(Visit visit, DeskButton button)
    {
        switch (button.Choice)
        {
            case DeskChoice.Show when button.Id is >= FirstYear and <= LastYear:
                visit.Answer();
                await Show(visit, (int)button.Id, again: true);
                break;
            case DeskChoice.New:
                visit.Answer();
                await visit.Begin(Kind, AddStep, new HolidayState([]), ConversationJson.Default.HolidayState);
                await visit.Prompt(LiburTeks.TanyaTambah(ThisYear(visit)), CancelKeys);
                break;
            case DeskChoice.Pick when Enum.TryParse<HolidayKind>(button.Argument, out var kind) && Enum.IsDefined(kind):
                if (await At(visit, button.Id, KindStep) is { } adding) await Add(visit, Visit.State(adding, ConversationJson.Default.HolidayState).Days[0] with { Kind = kind });
                break;
            case DeskChoice.Edit when button.Id is >= FirstYear and <= LastYear:
                visit.Answer();
                await PickOne(visit, (int)button.Id, PageOf(button.Argument));
                break;
            case DeskChoice.End when await visit.Db.Holidays.AsNoTracking().FirstOrDefaultAsync(row => row.Id == button.Id && !row.Removed, visit.Cancel) is { } doomed:
                visit.Answer();
                await visit.Redraw(LiburTeks.HapusYakin(doomed.Holiday), Keyboard.OneRow(Of("Batal", DeskChoice.Show, doomed.Date.Year), Of("Ya, hapus", DeskChoice.EndYes, doomed.Id, style: KeyStyle.Danger)));
                break;
            case DeskChoice.EndYes when await HolidayDesk.Remove(visit.Db, button.Id, visit.Member.Id, visit.Member.DisplayName, visit.Now, visit.Cancel) is { } removed:
                visit.Answer();
                await visit.Redraw(LiburTeks.Dihapus(removed), Keyboard.OneRow(BackTo(removed.Date.Year)));
                break;
            case DeskChoice.Import:
                visit.Answer();
                await visit.Begin(Kind, ImportStep, new HolidayState([]), ConversationJson.Default.HolidayState);
                await visit.Prompt(LiburTeks.TanyaImpor(), CancelKeys);
                break;
            case DeskChoice.Yes:
                if (await At(visit, button.Id, ConfirmStep) is { } importing) await Import(visit, Visit.State(importing, ConversationJson.Default.HolidayState).Days);
                break;
            case DeskChoice.Cancel:
                visit.Answer();
                await Stop(visit);
                break;
            default:
                Gone(visit);
                break;
        }
    }

    /// <summary>"2026-11-25 Pilkada serentak", or a pasted list.</summary>
    protected override async Task Take(Visit visit, ConversationRow row, StyledText text)
    {
        if (row.Step is ImportStep or ConfirmStep)
        {
            await Preview(visit, row, text.Text);
            return;
        }
        var (word, name) = text.Text.Trim().Split([' ', '\n', ';'], 2, StringSplitOptions.TrimEntries) is [var first, .. var rest] ? (first, PlainText.OneLine(string.Join(' ', rest))) : ("", "");
        if (!DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < FirstYear or > LastYear)
        {
            visit.Say(LiburTeks.TanggalSalah(ChatText.Cut(word, 40), ThisYear(visit)));
            return;
        }
        if (name.Length is 0 or > LongestName)
        {
            visit.Say(LiburTeks.NamaSalah(name.Length, LongestName));
            return;
        }
        var day = new Holiday(date, name, HolidayKind.OfficeClosing);
        visit.Keep(row, KindStep, new HolidayState([day]), ConversationJson.Default.HolidayState);
        await visit.Prompt(LiburTeks.TanyaJenis(day), Keyboard.Column(As("Kantor tutup", HolidayKind.OfficeClosing), As("Libur nasional", HolidayKind.National), As("Cuti bersama", HolidayKind.CollectiveLeave), Of("Batal", DeskChoice.Cancel)));

        Key As(string label, HolidayKind kind) => Of(label, DeskChoice.Pick, row.Number, kind.ToString());
    }

    protected override async Task Take(Visit visit, ConversationRow row, FileArrival file)
    {
        if (file.Text is { } text) await Preview(visit, row, text);
        else visit.Say(StyledText.Plain(file.Refusal!));
    }

    private async Task Preview(Visit visit, ConversationRow row, string text)
    {
        var (list, fault) = HolidayFile.Read("Daftar", text);
        if (fault is not null)
        {
            visit.Say(LiburTeks.ImporSalah(fault), CancelKeys);
            return;
        }
        visit.Keep(row, ConfirmStep, new HolidayState([.. list]), ConversationJson.Default.HolidayState);
        await visit.Prompt(LiburTeks.ImporYakin(list, [.. await HolidayDesk.Load(visit.Db, visit.Cancel)]), Keyboard.OneRow(Of("Batal", DeskChoice.Cancel), Of("Ya, pakai daftar ini", DeskChoice.Yes, row.Number, style: KeyStyle.Success)));
    }

    private async Task Import(Visit visit, ImmutableArray<Holiday> list)
    {
        visit.Answer();
        await HolidayDesk.Import(visit.Db, list, visit.Member.Id, visit.Member.DisplayName, visit.Now, visit.Cancel);
        await visit.End();
        visit.Say(LiburTeks.Diimpor(list), Keyboard.OneRow(BackTo(list[^1].Date.Year)));
    }

    private async Task Add(Visit visit, Holiday day)
    {
        visit.Answer();
        var added = await HolidayDesk.Add(visit.Db, day, visit.Member.Id, visit.Member.DisplayName, visit.Now, visit.Cancel);
        await visit.End();
        visit.Say(added ? LiburTeks.Ditambah(day) : LiburTeks.SudahAda(day), Keyboard.OneRow(BackTo(day.Date.Year)));
    }

    private async Task Show(Visit visit, int year, bool again)
    {
        var holidays = (await HolidayDesk.Load(visit.Db, visit.Cancel)).Where(holiday => holiday.Date.Year == year).ToList();
        List<Key> acts = [Of("Tambah", DeskChoice.New)];
        if (holidays.Count > 0) acts.Add(Of("Hapus", DeskChoice.Edit, year));
        acts.Add(Of("Impor daftar", DeskChoice.Import));
        var keys = Keyboard.OneRow(Of($"‹ {year - 1}", DeskChoice.Show, year - 1), Of($"{year + 1} ›", DeskChoice.Show, year + 1)).Row([.. acts]);
        if (again) await visit.Redraw(LiburTeks.Daftar(year, holidays), keys);
        else await visit.Prompt(LiburTeks.Daftar(year, holidays), keys);
    }

    private async Task PickOne(Visit visit, int year, int page)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rows = await visit.Db.Holidays.AsNoTracking().Where(row => row.Date >= from && row.Date <= to && !row.Removed).OrderBy(row => row.Date).ThenBy(row => row.Id).ToListAsync(visit.Cancel);
        await visit.Redraw(LiburTeks.PilihHapus(year), Page(rows, page, row => Of(LiburTeks.Baris(row.Holiday), DeskChoice.End, row.Id), (label, to) => Of(label, DeskChoice.Edit, year, to.ToString(CultureInfo.InvariantCulture))).Row(BackTo(year)));
    }

    private Keyboard CancelKeys => Keyboard.OneRow(Of("Batal", DeskChoice.Cancel));

    private Key BackTo(int year) => Of($"‹ Daftar {year}", DeskChoice.Show, year);

    private int ThisYear(Visit visit) => Office.Time.Today(visit.Now).Year;
}

/// <summary>/libur: the day that is being added, or the list that waits for Ya.</summary>
public sealed record HolidayState(ImmutableArray<Holiday> Days);
