using KominfoBot.Bot.Jobs;
using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.Storage;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Bot.Tests.Jobs;

public sealed class What_is_due
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Happens_when_the_clock_gets_there_or_jumps_over_it(bool sandbox)
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        TimeProvider clock = sandbox ? new SandboxClock() : new ManualClock();
        var start = clock.GetUtcNow();
        await using var jobs = await Workshop.Start(at.Store, clock);
        await Workshop.Plan(at.Store, "in four days", start.AddDays(4));
        await Workshop.Plan(at.Store, "in an hour", start.AddHours(1));
        await Workshop.Plan(at.Store, "in a month", start.AddDays(30));

        Workshop.Move(clock, TimeSpan.FromMinutes(59));
        Assert.Empty(await Workshop.Effects(at.Store));
        Workshop.Move(clock, TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));
        Assert.Equal("in an hour", await jobs.Rings());
        // Over a weekend at once.
        await Workshop.Until(at.Store, "in an hour", row => row.State == DueState.Done);
        Workshop.Move(clock, TimeSpan.FromDays(5));
        Assert.Equal("in four days", await jobs.Rings());
        Workshop.Move(clock, TimeSpan.FromDays(30));
        Assert.Equal("in a month", await jobs.Rings());
        Assert.True(jobs.IsSilent);
    }

    [Theory, BothStores]
    public async Task At_once_is_done_at_once_and_what_is_moved_earlier_comes_earlier(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        var clock = new ManualClock();
        await using var jobs = await Workshop.Start(at.Store, clock);
        await Workshop.Plan(at.Store, "far", clock.GetUtcNow().AddDays(9));
        await Workshop.Plan(at.Store, "now", clock.GetUtcNow());
        Assert.Equal("now", await jobs.Rings());

        await Workshop.Plan(at.Store, "far", clock.GetUtcNow());
        Assert.Equal("far", await jobs.Rings());
    }

    [Theory, BothStores]
    public async Task While_the_program_was_down_is_found_at_start(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        var clock = new ManualClock();
        await Workshop.Plan(at.Store, "b", clock.GetUtcNow().AddHours(-1));
        await Workshop.Plan(at.Store, "a", clock.GetUtcNow().AddDays(-3));
        await Workshop.Plan(at.Store, "unknown", clock.GetUtcNow().AddDays(-9), kind: "a newer program's");
        await using (var jobs = await Workshop.Start(at.Store, clock))
        {
            Assert.Equal("a", await jobs.Rings());
            Assert.Equal("b", await jobs.Rings());
        }
        await using (var again = await Workshop.Start(at.Store, clock))
        {
            await Workshop.Plan(at.Store, "c", clock.GetUtcNow());
            Assert.Equal("c", await again.Rings());
        }
        Assert.Equal(["a", "b", "c"], await Workshop.Effects(at.Store));
        await Workshop.Until(at.Store, "unknown", row => row is { State: DueState.Waiting, Attempts: 0 });
    }

    [Fact]
    public async Task Happens_once_with_two_processes_on_one_store()
    {
        await using var at = await TestStore.Open(StoreProvider.Postgres);
        await using var second = at.Connect();
        var clock = new ManualClock();
        await using var one = await Workshop.Start(at.Store, clock);
        await using var other = await Workshop.Start(second, clock);
        var keys = Enumerable.Range(0, 40).Select(index => $"{index:00}").ToList();
        foreach (var key in keys) await Workshop.Plan(key[1] % 2 == 0 ? at.Store : second, key, clock.GetUtcNow().AddHours(1));

        clock.Advance(TimeSpan.FromHours(2));
        foreach (var key in keys) await Workshop.Until(at.Store, key, row => row.State == DueState.Done);
        await one.Stop();
        await other.Stop();
        Assert.Equal(keys, (await Workshop.Effects(at.Store)).Order());
    }

    [Theory, BothStores]
    public async Task Is_tried_again_when_it_throws_and_holds_up_nothing_else(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        var clock = new ManualClock();
        var mended = false;
        var handler = new DueHandler("broken", async work =>
        {
            work.Db.Facts.Add(new FactRow { Name = "half", Value = "done" });
            await work.Db.SaveChangesAsync(work.Cancel);
            return mended ? Settlement.Done : throw new InvalidOperationException("rusak");
        });
        await using var jobs = await Workshop.Start(at.Store, clock, null, handler);
        await Workshop.Plan(at.Store, "broken:1", clock.GetUtcNow().AddMinutes(-5), "broken");
        await Workshop.Plan(at.Store, "fine", clock.GetUtcNow());
        Assert.Equal("fine", await jobs.Rings());

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var row = await Workshop.Until(at.Store, "broken:1", row => row.Attempts == attempt);
            Assert.Contains("rusak", row.Reason, StringComparison.Ordinal);
            Assert.False(await at.Store.Read(db => Task.FromResult(db.Facts.Any()), cancel));
            if (attempt == 3) mended = true;
            clock.Advance(row.TryAt - clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        }
        await Workshop.Until(at.Store, "broken:1", row => row.State == DueState.Done);
        var said = Assert.Single(jobs.Log.Lines, line => line.Level >= LogLevel.Warning);
        Assert.Contains("broken:1 gagal, dicoba lagi", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_finished_before_the_program_ends_and_the_rest_waits()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        var clock = new ManualClock();
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var handler = new DueHandler("long", async _ =>
        {
            begun.TrySetResult();
            await go.Task;
            return Settlement.Done;
        });
        await Workshop.Plan(at.Store, "long:1", clock.GetUtcNow().AddHours(-2), "long");
        await Workshop.Plan(at.Store, "long:2", clock.GetUtcNow().AddHours(-1), "long");
        await using var jobs = await Workshop.Start(at.Store, clock, null, handler);
        await begun.Task.WaitAsync(cancel);
        var stop = jobs.Stop();
        Assert.False(stop.IsCompleted);
        go.SetResult();
        await stop;

        await Workshop.Until(at.Store, "long:1", row => row.State == DueState.Done);
        await Workshop.Until(at.Store, "long:2", row => row is { State: DueState.Waiting, Attempts: 0 });
    }

    [Fact]
    public async Task Waits_out_a_store_that_is_away_and_says_so_once()
    {
        await using var server = await PostgresServer.Start(durable: true);
        await using var database = await server.CreateMigratedDatabase();
        await using var store = new PostgresNewsroomStore(database.ConnectionString, new Signals());
        var clock = new ManualClock();
        await Workshop.Plan(store, "later", clock.GetUtcNow().AddHours(1));
        await using var jobs = await Workshop.Start(store, clock);
        await server.Restart();
        clock.Advance(TimeSpan.FromHours(2));
        await Workshop.Plan(store, "now", clock.GetUtcNow());
        HashSet<string> rung = [await jobs.Rings(), await jobs.Rings()];
        Assert.Equal(["later", "now"], rung.Order());
        var said = jobs.Log.Lines.Where(line => line.Level >= LogLevel.Error).GroupBy(line => line.Category);
        Assert.All(said, lines => Assert.Contains("dicoba lagi terus", Assert.Single(lines).Text, StringComparison.Ordinal));
    }
}
