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
        LongProgram.Only();
        await using var office = await Office.Staffed();
        await office.Submit(Office.Author, item);
        await office.Press(Office.Kabid, "Setujui", item.Title);
        await office.Press(Office.Kadis, "Setujui", item.Title);
        var asked = await office.Sees(Office.Kadis, "Ya, terbitkan", text: item.Title);
        await office.Rests();

        await office.Kill();
        office.Telegram.Press(Office.Kadis.TelegramId, asked.Id, "Ya, terbitkan");
        ((SandboxClock)office.Telegram.Clock).Advance(away);
        await Age(office);
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

    /// <summary>What 200 seconds of absence leave in the books of a killed process: an old heartbeat.</summary>
    private static async Task Age(Office office)
    {
        await using var store = new SqliteNewsroomStore($"Data Source={Path.Combine(office.Data, "kominfo.db")}", new Signals());
        await store.Write(async db => (await db.Facts.SingleAsync(fact => fact.Name == "heartbeat")).Value = TimeProvider.System.GetUtcNow().Subtract(away).ToString("O"), TestContext.Current.CancellationToken);
    }
}
