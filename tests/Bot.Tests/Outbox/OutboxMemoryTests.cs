using KominfoBot.Bot.Outbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Outbox;

public sealed class OutboxMemoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task What_was_sent_is_forgotten_in_time_and_what_matters_is_not(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        var clock = new ManualClock();
        await at.Store.Write(db =>
        {
            var outbox = new OutboxWriter(db, clock.GetUtcNow());
            for (var count = 0; count < 600; count++) outbox.Send(1, new TextMessage(StyledText.Plain("terkirim")));
            outbox.Send(2, new TextMessage(StyledText.Plain("sekali")), key: "once");
            outbox.Send(3, new TextMessage(StyledText.Plain("ditolak")));
            outbox.Send(4, new TextMessage(StyledText.Plain("menunggu")));
            return Task.CompletedTask;
        }, Cancel);
        await at.Store.Write(async db =>
        {
            await db.ToSend.Where(row => row.ChatId < 3).ExecuteUpdateAsync(row => row.SetProperty(x => x.State, ToSendState.Sent), Cancel);
            await db.ToSend.Where(row => row.ChatId == 3).ExecuteUpdateAsync(row => row.SetProperty(x => x.State, ToSendState.Refused), Cancel);
        }, Cancel);
        var memory = new OutboxMemory(at.Store, clock);
        Assert.Equal(603, await Left(OutboxMemory.Plain - TimeSpan.FromHours(1)));
        Assert.Equal(3, await Left(TimeSpan.FromHours(2)));
        Assert.Equal(2, await Left(OutboxMemory.Keyed));

        async Task<int> Left(TimeSpan later)
        {
            clock.Advance(later);
            await memory.Sweep(Cancel);
            return await at.Store.Read(db => db.ToSend.CountAsync(Cancel), Cancel);
        }
    }
}
