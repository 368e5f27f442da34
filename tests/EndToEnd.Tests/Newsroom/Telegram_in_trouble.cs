using KominfoBot.Sandbox;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>429, 500, an HTML 502, cut-off JSON, connections that break before or after the effect: everything still arrives, in order per chat (T10-T12).</summary>
public sealed class Telegram_in_trouble
{
    private const int Hits = 2;

    [Fact]
    public async Task Everything_still_arrives_in_order()
    {
        await using var office = await Office.Staffed();
        Fault[] troubles =
        [
            new(FaultKind.TooManyRequests) { RetryAfter = 2 }, new(FaultKind.BadGateway), new(FaultKind.Reset), new(FaultKind.BrokenJson) { TakesEffect = true },
            new(FaultKind.ServerError), new(FaultKind.BrokenJson), new(FaultKind.Reset) { TakesEffect = true }, new(FaultKind.ServerError) { TakesEffect = true },
        ];
        for (var index = 0; index < troubles.Length; index++)
        {
            var sample = new Sample(200 + index);
            var before = office.SaidTwice().Count;
            office.Telegram.Plan(troubles[index] with { Times = Hits });
            office.Telegram.Plan(new Fault(troubles[index].Kind) { Method = "getUpdates", TakesEffect = troubles[index].TakesEffect });

            await office.Submit(Office.Author, sample);
            await office.Approve(Office.Author, sample);
            await office.Rests();

            await office.ShowsPublished(sample, photos: 1);
            Assert.Equal(0, office.Telegram.FaultsLeft);
            Assert.InRange(office.SaidTwice().Count - before, 0, troubles[index].TakesEffect ? Hits : 0);
            InOrder(office, sample);
        }
        Assert.Equal(0, await office.Count("ToSend", "\"State\" = 4"));
        await office.IsInOrder(acts: troubles.Length);
    }

    [Fact]
    public async Task A_long_429_stops_only_its_own_chat()
    {
        await using var office = await Office.Staffed();
        var sample = new Sample(230);
        await office.Submit(Office.Author, sample);
        await office.Sees(Office.Kabid, "Setujui", text: sample.Title);

        office.Telegram.Plan(new Fault(FaultKind.TooManyRequests) { ChatId = Office.Author.TelegramId, RetryAfter = 3600, Method = "sendMessage" });
        await office.Approve(sample);

        // The others went on; the author's own notice waits in the outbox, and still does after a restart.
        await office.ShowsPublished(sample, photos: 1);
        Assert.DoesNotContain(office.Telegram.History(Office.Author.TelegramId), Office.IsOut);
        await office.KillAndStart();
        Assert.True(await office.Count("ToSend", $"\"State\" = 0 AND \"ChatId\" = {Office.Author.TelegramId}") > 0);
        await office.IsInOrder(acts: 1);
    }

    private static void InOrder(Office office, Sample sample)
    {
        var heard = office.Telegram.History(Office.Author.TelegramId).Where(message => message.FromBot).ToList();
        var outNow = heard.FindIndex(message => Office.IsOut(message) && message.Text.Contains(sample.Title, StringComparison.Ordinal));
        var receipt = heard.FindLastIndex(outNow, Office.IsReceipt);
        var endorsed = heard.FindIndex(Math.Max(receipt, 0), message => message.Text.Contains("menunggu persetujuan Kadis", StringComparison.Ordinal));
        Assert.True(receipt >= 0 && receipt < endorsed && endorsed < outNow, office.Telegram.Transcript(Office.Author.TelegramId));
    }
}
