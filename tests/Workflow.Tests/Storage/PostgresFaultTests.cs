using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.Storage;

public sealed class PostgresFaultTests
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_restarts_in_mid_act_costs_a_retry_and_has_one_effect()
    {
        await using var server = await PostgresServer.Start(durable: true);
        await using var database = await server.CreateMigratedDatabase();
        await using var store = new PostgresNewsroomStore(database.ConnectionString, new Signals());
        var tries = 0;

        await store.Write(async db =>
        {
            db.Facts.Add(new FactRow { Name = "once", Value = "yes" });
            await db.SaveChangesAsync(cancel);
            if (++tries == 1) await server.Restart();
            await db.Facts.CountAsync(cancel);
        }, cancel);

        Assert.True(tries >= 2, "the connection survived, so nothing was tried");
        Assert.Equal(1, await store.Read(db => db.Facts.CountAsync(cancel), cancel));
    }

    [Fact]
    public async Task Two_processes_lock_an_item_in_turn()
    {
        await using var at = await TestStore.Open(StoreProvider.Postgres);
        await using var second = at.Connect();
        var edition = await TransactionTests.AddEdition(at.Store);
        var item = await at.Store.Read(db => db.Editions.Where(x => x.Id == edition).Select(x => x.ItemId).SingleAsync(cancel), cancel);
        var order = new List<string>();
        var locked = new TaskCompletionSource();

        var first = at.Store.Write(async db =>
        {
            await db.LockItem(item, cancel);
            locked.SetResult();
            await Task.Delay(100, cancel);
            lock (order) order.Add("first");
        }, cancel);
        await locked.Task;
        await second.Write(async db =>
        {
            await db.LockItem(item, cancel);
            lock (order) order.Add("second");
        }, cancel);
        await first;

        Assert.Equal(["first", "second"], order);
    }
}
