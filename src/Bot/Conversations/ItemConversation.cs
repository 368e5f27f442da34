using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Papers;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Search;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// Opening one item, by a link in a notice, a button or its number: a reviewer whose turn it is gets the card, an SKPD its item with what can be done, everybody
/// else who may read it a reading copy. And its history.
/// </summary>
public sealed class ItemConversation(NewsDesk desk, CardDesk cards, OfficeProfile office)
{
    private const int LongestNumber = 60;

    /// <summary>A link of ours was opened.</summary>
    public async Task Open(Visit visit, string number)
    {
        if (await Find(visit, number, SearchScope.Of(visit.Actor)) is { } edition) await Show(visit, edition);
    }

    public async Task OnPress(Visit visit, ViewButton button)
    {
        if (await NewsDesk.Open(visit.Db, button.EditionId, visit.Cancel) is not { CurrentHash: not null } edition || !SearchScope.Of(visit.Actor).Covers(edition.Item!.SkpdCode))
        {
            visit.Alert(ObrolanTeks.NaskahTidakAda);
            return;
        }
        if (button.Choice is ViewChoice.History or ViewChoice.Sheet && !MayReadHistory(visit.Actor))
        {
            visit.Alert(PenolakanTeks.Kalimat(Refusal.NotYourRole([Role.Kabid, Role.Kadis, Role.Koordinator], visit.Actor), office.Time, visit.Now));
            return;
        }
        visit.Answer(button.Choice == ViewChoice.Sheet ? KertasTeks.Disiapkan : null);
        await (button.Choice switch
        {
            ViewChoice.Sheet => GiveSheet(visit, edition),
            ViewChoice.Read => Read(visit, edition),
            ViewChoice.History => ShowHistory(visit, edition),
            _ => Show(visit, edition),
        });
    }

    /// <summary>/riwayat, with or without a number.</summary>
    public async Task OnHistory(Visit visit, string? number)
    {
        if (number is not null)
        {
            if (await Find(visit, number, new SearchScope(MayReadHistory(visit.Actor), [])) is { } edition) await ShowHistory(visit, edition);
            return;
        }
        var recent = await NewsSearch.Find(visit.Db, new SearchScope(true, []), new SearchQuery(), office.Time, 0, visit.Cancel);
        visit.Say(RiwayatTeks.NaskahMana(recent.Items.Count), recent.Items.Count == 0 ? null
            : Keyboard.Column([.. recent.Items.Select(item => new Key(ChatText.Cut($"{item.Number}: {item.Title}", 60), new ViewButton(ViewChoice.History, item.EditionId).Pack()))]));
    }

    public async Task ShowHistory(Visit visit, Edition edition)
    {
        var categories = await visit.Db.Categories.ToDictionaryAsync(category => category.Code, category => category.Name, visit.Cancel);
        visit.Say(RiwayatTeks.Riwayat(edition.Item!.Number!, await ItemHistory.Of(visit.Db, edition.ItemId, visit.Cancel), office.Time, code => categories.GetValueOrDefault(code, code)), Keyboard.OneRow(new Key(LembarAuditTeks.Tombol, new ViewButton(ViewChoice.Sheet, edition.Id).Pack())));
    }

    private static Task GiveSheet(Visit visit, Edition edition)
    {
        visit.Outbox.Send(visit.ChatId, AuditPapers.Of(edition.ItemId, edition.Item!.Number!));
        return Task.CompletedTask;
    }

    private static bool MayReadHistory(Actor actor) => actor.Reviews || actor.Holds(Role.Koordinator);

    /// <summary>The newest sent edition of that number; null after saying why not.</summary>
    private static async Task<Edition?> Find(Visit visit, string typed, SearchScope scope)
    {
        var number = typed.Trim().ToUpperInvariant();
        if (number.Length is 0 or > LongestNumber || !number.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-'))
        {
            visit.Say(StyledText.Plain(LihatTeks.BukanNomor(PlainText.OneLine(typed))), MenuKeys.For(visit.Actor));
            return null;
        }
        var found = await visit.Db.Editions.Where(edition => edition.Item!.Number == number && edition.CurrentHash != null && edition.State != EditionState.Draft)
            .OrderByDescending(edition => edition.Ordinal).Select(edition => new { edition.Id, edition.Item!.SkpdCode, edition.State }).FirstOrDefaultAsync(visit.Cancel);
        if (found is null || !scope.Covers(found.SkpdCode))
        {
            visit.Say(StyledText.Plain(LihatTeks.TidakAda(number)), MenuKeys.For(visit.Actor));
            return null;
        }
        return await NewsDesk.Open(visit.Db, found.Id, visit.Cancel);
    }

    private async Task Show(Visit visit, Edition edition)
    {
        var turn = (await cards.WaitingFor(visit.Db, visit.Actor, visit.Cancel)).Where(waiting => waiting.Edition.Id == edition.Id).ToList();
        if (turn is [var (_, step), ..])
        {
            await cards.Show(visit.Db, visit.Outbox, edition, await cards.Facts(visit.Db, edition, visit.Cancel), step, visit.Member, visit.Now, renew: true, visit.Cancel, Priority.Reply);
            return;
        }
        // Who reviews has acts at it also while it is another's turn: the card of that turn, with the buttons that are his.
        if (visit.Actor.Reviews && CardDesk.AtReviewers.Contains(edition.State) && desk.TurnOf(edition) is { } another)
        {
            await cards.Show(visit.Db, visit.Outbox, edition, await cards.Facts(visit.Db, edition, visit.Cancel), another.Role, visit.Member, visit.Now, renew: true, visit.Cancel, Priority.Reply);
            return;
        }
        var facts = await cards.Facts(visit.Db, edition, visit.Cancel);
        visit.Say(LihatTeks.Naskah(edition, facts.Content, cards.DecidedLine(edition, visit.Now), facts.SkpdName, facts.AuthorName, facts.CategoryName), Keys(visit, edition));
    }

    private static async Task Read(Visit visit, Edition edition)
    {
        var content = NewsDesk.CurrentContent(edition);
        visit.Say(ChatText.Of($"<b>{content.Title}</b>\n\n{content.Body}"), slot: CardDesk.ReadSlot(edition));
        if (!content.Photos.IsEmpty) visit.Outbox.Send(visit.ChatId, await CardDesk.Album(visit.Db, content, visit.Cancel));
    }

    /// <summary>Only what the table grants.</summary>
    private Keyboard Keys(Visit visit, Edition edition)
    {
        var actor = visit.Actor;
        Key View(string label, ViewChoice choice) => new(label, new ViewButton(choice, edition.Id).Pack());
        Key Own(string label, ItemChoice choice, KeyStyle style = KeyStyle.Plain) => new(label, new ItemButton(choice, edition.Id).Pack(), style: style);
        var keys = MayReadHistory(actor) ? Keyboard.OneRow(View("Baca lengkap", ViewChoice.Read), View("Riwayat", ViewChoice.History)) : Keyboard.OneRow(View("Baca lengkap", ViewChoice.Read));
        var offered = Lifecycle.Offered(desk.StandingOf(edition, visit.Now), actor).ToHashSet();
        foreach (var row in CardText.KeysAfter(edition, offered, all: true).Rows) keys = keys.Row([.. row]);
        if (!actor.WritesFor(edition.Item!.SkpdCode)) return keys;
        if (edition.State == EditionState.Returned) keys = keys.Row(Own("Perbaiki", ItemChoice.Fix, KeyStyle.Primary), Own("Jawab", ItemChoice.Answer));
        return offered.Contains(Act.Withdraw) ? keys.Row(Own("Tarik kembali", ItemChoice.Withdraw)) : keys;
    }
}
