using KominfoBot.Bot.Updates;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Updates;

public sealed class InboxTests
{
    private readonly ManualClock clock = new();

    [Theory, BothStores]
    public async Task The_same_update_twice_is_stored_once(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        using var inbox = new Inbox(at.Store, clock);
        Assert.Equal(2, await Accept(inbox, Update(10, "message:7:1"), Update(11, "message:7:2"), Update(10, "message:7:1")));
        Assert.Equal(1, await Accept(inbox, Update(11, "message:7:2"), Update(12, "message:7:3")));
        Assert.Equal(["message:7:1", "message:7:2", "message:7:3"], (await Rows(at)).Select(row => row.Fingerprint));
    }

    [Theory, BothStores]
    public async Task A_number_that_comes_again_for_something_else_is_a_new_update(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        using var inbox = new Inbox(at.Store, clock);
        await Accept(inbox, Update(10, "message:7:1"));
        Assert.Equal(2, await Accept(inbox, Update(10, "message:7:2"), Update(10, "press:1")));
    }

    [Theory, BothStores]
    public async Task Lower_numbers_than_before_are_taken(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        using var inbox = new Inbox(at.Store, clock);
        await Accept(inbox, Update(900_000, "message:7:1"));
        Assert.Equal(1, await Accept(inbox, Update(3, "message:7:2")));
    }

    [Theory, BothStores]
    public async Task A_batch_keeps_its_order(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        using var inbox = new Inbox(at.Store, clock);
        var batch = Enumerable.Range(0, 100).Select(index => Update(1000 - index, $"message:7:{index}")).ToArray();
        Assert.Equal(100, await Accept(inbox, batch));
        Assert.Equal(batch.Select(update => update.Fingerprint), (await Rows(at)).Select(row => row.Fingerprint));
    }

    [Theory, BothStores]
    public async Task Side_by_side_the_same_update_is_still_stored_once(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        using var here = new Inbox(at.Store, clock);
        await using var other = provider == StoreProvider.Postgres ? at.Connect() : null;
        using var there = new Inbox(other ?? at.Store, clock);
        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => Accept(index % 2 == 0 ? here : there, Update(10, "message:7:1"))));
        Assert.Equal(1, added.Sum());
    }

    [Theory, BothStores]
    public async Task Handled_ones_are_forgotten_after_thirty_days_and_no_others(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        using var inbox = new Inbox(at.Store, clock);
        await Accept(inbox, [.. Enumerable.Range(1, 600).Select(index => Update(index, $"message:7:{index}"))]);
        await Accept(inbox, Update(601, "message:7:601"), new ReceivedUpdate(null, "broken:1", 0, "x"));
        await at.Store.Write(db => db.Received.Where(row => row.UpdateId > 0 && row.UpdateId < 601).ExecuteUpdateAsync(row => row.SetProperty(x => x.State, ReceivedState.Done)), Cancel);
        clock.Advance(Inbox.Memory - TimeSpan.FromHours(1));
        await Accept(inbox, Update(700, "message:7:700"));
        await at.Store.Write(db => db.Received.Where(row => row.UpdateId == 700).ExecuteUpdateAsync(row => row.SetProperty(x => x.State, ReceivedState.Done)), Cancel);
        await inbox.Sweep(Cancel);
        Assert.Equal(603, (await Rows(at)).Count);
        clock.Advance(TimeSpan.FromHours(2));
        await inbox.Sweep(Cancel);
        Assert.Equal([(601L, ReceivedState.Waiting), (0L, ReceivedState.Failed), (700L, ReceivedState.Done)], (await Rows(at)).Select(row => (row.UpdateId, row.State)));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<int> Accept(Inbox inbox, params ReceivedUpdate[] updates) => inbox.Accept(updates, Cancel);

    private static ReceivedUpdate Update(long id, string fingerprint) => new(id, fingerprint, 7, "{}");

    private static Task<List<ReceivedRow>> Rows(TestStore at) => at.Store.Read(db => db.Received.OrderBy(row => row.Sequence).ToListAsync(Cancel), Cancel);
}
