using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Conversations;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Search;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Search;

/// <summary>/cari and /terbit: ten items on a page, each opened by its button or its number, the pages in one message that is edited.</summary>
public sealed class SearchConversation(OfficeProfile office)
{
    private const int LongestQuery = 200;
    private const int KeysInRow = 5;

    /// <summary>/cari</summary>
    public async Task Start(Visit visit, string? typed)
    {
        if (typed is null)
        {
            visit.Say(CariTeks.CaraMencari());
            return;
        }
        if (typed.Length > LongestQuery)
        {
            visit.Say(StyledText.Plain(CariTeks.TerlaluPanjang(typed.Length, LongestQuery)));
            return;
        }
        await Begin(visit, PlainText.OneLine(typed));
    }

    /// <summary>/terbit: what was published last.</summary>
    public Task ShowPublished(Visit visit) => Begin(visit, "status:terbit");

    /// <summary>Another page of a search.</summary>
    public async Task OnPress(Visit visit, SearchButton button)
    {
        if (await SearchMemory.Recall(visit.Db, visit.ChatId, button.Query, visit.Cancel) is not { } typed)
        {
            visit.Alert(ObrolanTeks.TombolLama("Cari lagi dengan /cari."));
            return;
        }
        if (SearchScope.Of(visit.Actor).IsNothing)
        {
            visit.Alert(ObrolanTeks.NaskahTidakAda);
            return;
        }
        visit.Answer();
        if (await Answer(visit, typed, button.Query, button.Page) is { } page) await visit.Outbox.Edit(visit.ChatId, SlotOf(button.Query), page.Text, page.Keys, Priority.Reply);
    }

    private async Task Begin(Visit visit, string typed)
    {
        if (await Answer(visit, typed, null, 0) is { } page) visit.Say(page.Text, page.Keys, slot: SlotOf(page.Query));
    }

    private async Task<(StyledText Text, Keyboard Keys, int Query)?> Answer(Visit visit, string typed, int? number, int page)
    {
        var skpds = await visit.Db.Skpds.AsNoTracking().ToListAsync(visit.Cancel);
        var categories = await visit.Db.Categories.AsNoTracking().OrderBy(category => category.Order).ToListAsync(visit.Cancel);
        var (query, fault) = SearchWords.Read(typed, skpds, categories);
        if (query is null or { IsEmpty: true })
        {
            visit.Say(fault is null ? CariTeks.CaraMencari() : StyledText.Plain(fault));
            return null;
        }
        var found = await NewsSearch.Find(visit.Db, SearchScope.Of(visit.Actor), query, office.Time, page, visit.Cancel);
        var kept = number ?? await SearchMemory.Keep(visit.Db, visit.ChatId, typed, visit.Cancel);
        return (CariTeks.Hasil(typed, found, office.Time, visit.Now), Keys(found, kept), kept);
    }

    private static Keyboard Keys(FoundPage found, int query)
    {
        var keys = Keyboard.None;
        var opening = found.Items.Select((item, index) => new Key((found.Number * NewsSearch.PageSize + index + 1).ToString(CultureInfo.InvariantCulture), new ViewButton(ViewChoice.Open, item.EditionId).Pack()));
        foreach (var row in opening.Chunk(KeysInRow)) keys = keys.Row(row);
        List<Key> turns = [];
        if (found.Number > 0) turns.Add(new Key("‹ Sebelumnya", new SearchButton(query, found.Number - 1).Pack()));
        if (found.Number + 1 < found.Pages) turns.Add(new Key("Berikutnya ›", new SearchButton(query, found.Number + 1).Pack()));
        return keys.Row([.. turns]);
    }

    private static string SlotOf(int query) => string.Create(CultureInfo.InvariantCulture, $"search:{query}");
}
