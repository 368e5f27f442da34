using System.Text.Json;
using KominfoBot.Sandbox;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>A press lives 150 seconds at Telegram: after a longer absence it is gone, and the reviewer must not be left believing that he has acted (T6).</summary>
public sealed class Down_for_a_while
{
    private const string Line = "Sempat terputus";
    private static readonly TimeSpan away = TimeSpan.FromSeconds(200);
    private static readonly Sample item = new(700);

    [Fact]
    public async Task The_press_is_gone_the_card_is_fresh_and_the_second_press_works()
    {
        await using var office = await Office.Staffed();
        await office.Submit(Office.Author, item);
        await office.Press(Office.Kabid, "Setujui", item.Title);
        await office.Press(Office.Kadis, "Setujui", item.Title);
        var asked = await office.Sees(Office.Kadis, "Ya, terbitkan", text: item.Title);
        await office.Rests();

        await office.Kill();
        office.Telegram.Press(Office.Kadis.TelegramId, asked.Id, "Ya, terbitkan");
        await Pass(office, away);
        await office.Start();

        await office.Hears(Office.Kadis, Line);
        var card = await office.Sees(Office.Kadis, "Setujui", asked.Revision, item.Title);
        Assert.Equal(asked.Id, card.Id);
        Assert.DoesNotContain("Approve", await office.Acts());
        await office.Press(Office.Kadis, "Setujui", item.Title);
        await office.Press(Office.Kadis, "Ya, terbitkan", item.Title);
        await office.ShowsPublished(item, photos: 1);
        await office.Rests();
        Assert.Single(office.Telegram.History(Office.Kadis.TelegramId), message => message.Text.Contains(Line, StringComparison.Ordinal));
        // Nothing waits for the Kabid, so nothing is said to her.
        Assert.DoesNotContain(office.Telegram.History(Office.Kabid.TelegramId), message => message.Text.Contains(Line, StringComparison.Ordinal));
        await office.IsInOrder(acts: 1);
    }

    [Fact]
    public async Task A_short_absence_is_not_mentioned_and_the_press_still_counts()
    {
        LongProgram.Only();
        await using var office = await Office.Staffed();
        await office.Submit(Office.Author, item);
        await office.Sees(Office.Kabid, "Setujui", text: item.Title);
        await office.Rests();

        await office.Kill();
        await office.Press(Office.Kabid, "Setujui", item.Title);
        await office.Start();

        await office.Sees(Office.Kadis, "Setujui", text: item.Title);
        await office.Rests();
        Assert.DoesNotContain(office.Telegram.History(Office.Kabid.TelegramId), message => message.Text.Contains(Line, StringComparison.Ordinal));
        await office.IsInOrder(acts: 0);
    }

    [Fact]
    public async Task What_was_written_in_three_hours_is_there_in_order_and_nobody_is_stormed()
    {
        LongProgram.Only();
        await using var office = await Office.Staffed();
        await office.Submit(Office.Author, item);
        await office.SaysAndHears(Office.Author, "/tulis", "Judul");
        await office.SaysAndHears(Office.Author, "Catatan panjang tentang gotong royong di nagari", "isi beritanya");
        await office.Rests();

        await office.Kill();
        string[] passages = [.. Enumerable.Range(1, 500).Select(number => $"Alinea {number} dari catatan ini.")];
        foreach (var passage in passages) office.Telegram.Say(Office.Author.TelegramId, passage);
        await Pass(office, TimeSpan.FromHours(3));
        var before = office.Telegram.Revision;
        await office.Start();
        await Office.Until(async () => office.Telegram.PendingUpdates == 0 && await office.Count("Received", "\"State\" = 0") == 0, "the messages were not handled");
        await office.Rests();

        using var draft = JsonDocument.Parse((await office.Query("""SELECT "Draft" FROM "Editions" ORDER BY "Id" DESC LIMIT 1""")).Single());
        Assert.Equal(passages, draft.RootElement.GetProperty("passages").EnumerateArray().Select(passage => passage.GetProperty("text").GetProperty("text").GetString()));
        Assert.Single(office.Telegram.History(Office.Kabid.TelegramId), message => message.Text.Contains(Line, StringComparison.Ordinal));
        foreach (var person in (SandboxPhone[])[Office.Owner, Office.Author, Office.Kabid, Office.Kadis])
            Assert.InRange(office.Telegram.History(person.TelegramId).Count(message => message.FromBot && message.Revision > before), 0, 2);
        await office.IsInOrder(acts: 0);
    }

    [Fact]
    public async Task After_25_hours_what_Telegram_did_not_keep_is_told_and_the_rest_is_handled()
    {
        await using var office = await Office.Staffed();
        await office.Rests();

        await office.Kill();
        office.Telegram.Say(Office.Author.TelegramId, "/status");
        await Pass(office, TimeSpan.FromHours(25));
        office.Telegram.Say(Office.Author.TelegramId, "/bantuan");
        var before = office.Telegram.Revision;
        await office.Start();

        await office.Hears(Office.Owner, "mohon minta pengirimnya mengulang", before);
        await office.Hears(Office.Author, "/tulis", before);
        await office.Rests();
        Assert.Single(office.Telegram.History(Office.Author.TelegramId), message => message.FromBot && message.Revision > before);
        Assert.Contains("tidak disimpan Telegram", await office.Read("/readyz"), StringComparison.Ordinal);
        await office.KillAndStart();
        await office.Rests();
        Assert.Single(office.Telegram.History(Office.Owner.TelegramId), message => message.Text.Contains("mohon minta pengirimnya mengulang", StringComparison.Ordinal));
        await office.IsInOrder(acts: 0);
    }

    private static Task Pass(Office office, TimeSpan time)
    {
        ((SandboxClock)office.Telegram.Clock).Advance(time);
        return Age(office, time);
    }

    /// <summary>What an absence leaves in the books of a killed process: an old heartbeat.</summary>
    private static async Task Age(Office office, TimeSpan away)
    {
        await using var store = new SqliteNewsroomStore($"Data Source={Path.Combine(office.Data, "kominfo.db")}", new Signals());
        await store.Write(async db => (await db.Facts.SingleAsync(fact => fact.Name == "heartbeat")).Value = TimeProvider.System.GetUtcNow().Subtract(away).ToString("O"), TestContext.Current.CancellationToken);
    }
}
