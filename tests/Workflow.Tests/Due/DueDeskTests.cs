using KominfoBot.Testing;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.Due;

public sealed class DueDeskTests
{
    private const string Key = "publish:17";
    private static readonly DateTimeOffset now = ManualClock.WednesdayMorning;
    private static readonly DateTimeOffset noon = now.AddHours(3);
    private static readonly string[] kinds = ["publish"];
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task The_same_thing_is_planned_once_and_moves_while_it_waits(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        Assert.True(await Plan(at.Store, noon, payload: "a"));
        Assert.True(await Plan(at.Store, noon.AddHours(1), payload: "b"));

        var row = Assert.Single(await Rows(at));
        Assert.Equal((noon.AddHours(1), noon.AddHours(1), "b", DueState.Waiting), (row.DueAt, row.TryAt, row.Payload, row.State));
    }

    [Theory, BothStores]
    public async Task What_was_done_or_skipped_is_never_planned_again(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Plan(at.Store, noon);
        Assert.True(await CarryOut(at.Store, noon));
        Assert.False(await Plan(at.Store, noon.AddDays(1)));
        Assert.False(await CarryOut(at.Store, noon.AddDays(2)));
        Assert.Equal(1, await Effects(at));

        await Plan(at.Store, noon, key: "publish:18");
        Assert.True(await at.Store.Write(db => DueDesk.Skip(db, "publish:18", "Sudah lewat.", now, cancel), cancel));
        Assert.False(await Plan(at.Store, noon, key: "publish:18"));
        var skipped = (await Rows(at)).Single(row => row.Key == "publish:18");
        Assert.Equal((DueState.Skipped, "Sudah lewat.", now), (skipped.State, skipped.Reason, skipped.SettledAt));
    }

    [Theory, BothStores]
    public async Task What_was_cancelled_has_no_effect_and_may_be_planned_again(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Plan(at.Store, noon);
        Assert.True(await at.Store.Write(db => DueDesk.Cancel(db, Key, now, cancel), cancel));
        Assert.False(await at.Store.Write(db => DueDesk.Cancel(db, Key, now, cancel), cancel));
        Assert.False(await CarryOut(at.Store, noon));
        Assert.Equal(0, await Effects(at));

        Assert.True(await Plan(at.Store, noon));
        Assert.True(await CarryOut(at.Store, noon));
        Assert.Equal(1, await Effects(at));
    }

    [Theory, BothStores]
    public async Task All_of_a_subject_are_cancelled_the_others_stay(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Plan(at.Store, noon);
        await Plan(at.Store, noon, key: "publish:18", subject: "18");
        await at.Store.Write(db => DueDesk.Plan(db, "escalate:17", "escalate", "17", noon, null, now, cancel), cancel);
        var cancelled = await at.Store.Write(async db =>
        {
            // Planned in the very act that takes it back.
            await DueDesk.Plan(db, "publish:17:again", "publish", "17", noon, null, now, cancel);
            return await DueDesk.CancelAll(db, kinds, "17", now, cancel);
        }, cancel);

        Assert.Equal(2, cancelled);
        Assert.Equal(["escalate:17", "publish:18"], (await Rows(at)).Where(row => row.State == DueState.Waiting).Select(row => row.Key));
    }

    [Theory, BothStores]
    public async Task Many_sessions_plan_one_thing_and_it_is_there_once(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await using var second = provider == StoreProvider.Postgres ? at.Connect() : null;
        await Task.WhenAll(Enumerable.Range(0, 12).Select(index => Plan(index % 2 == 0 ? at.Store : second ?? at.Store, noon)));
        Assert.Single(await Rows(at));
    }

    [Theory, BothStores]
    public async Task Many_sessions_carry_it_out_and_it_happens_once(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await using var second = provider == StoreProvider.Postgres ? at.Connect() : null;
        for (var round = 0; round < 5; round++)
        {
            await Plan(at.Store, noon, key: $"publish:{round}");
            var carried = await Task.WhenAll(Enumerable.Range(0, 12).Select(index => CarryOut(index % 2 == 0 ? at.Store : second ?? at.Store, noon, $"publish:{round}")));
            Assert.Single(carried, true);
        }
        Assert.Equal(5, await Effects(at));
    }

    [Fact]
    public async Task A_second_process_does_not_wait_for_what_the_first_is_at()
    {
        await using var at = await TestStore.Open(StoreProvider.Postgres);
        await using var second = at.Connect();
        await Plan(at.Store, noon);
        await at.Store.Write(db => DueDesk.CarryOut(db, Key, noon, async row =>
        {
            Assert.False(await CarryOut(second, noon));
            AddEffect(db, row);
            return Settlement.Done;
        }, cancel), cancel);
        Assert.Equal(1, await Effects(at));
    }

    [Fact]
    public async Task Taking_it_back_while_it_is_carried_out_undoes_the_effect()
    {
        await using var at = await TestStore.Open(StoreProvider.Postgres);
        await using var second = at.Connect();
        await Plan(at.Store, noon);
        var tries = 0;
        var carried = await at.Store.Write(db => DueDesk.CarryOut(db, Key, noon, async row =>
        {
            tries++;
            AddEffect(db, row);
            await db.SaveChangesAsync(cancel);
            Assert.True(await second.Write(other => DueDesk.Cancel(other, Key, noon, cancel), cancel));
            return Settlement.Done;
        }, cancel), cancel);

        Assert.Equal((false, 1, 0), (carried, tries, await Effects(at)));
        Assert.Equal(DueState.Cancelled, Assert.Single(await Rows(at)).State);
    }

    [Theory, BothStores]
    public async Task Killed_between_the_effect_and_its_mark_nothing_has_happened_and_the_next_try_does_it(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Plan(at.Store, noon);
        await Assert.ThrowsAsync<InvalidDataException>(() => at.Store.Write(async db =>
        {
            await DueDesk.CarryOut(db, Key, noon, async row =>
            {
                AddEffect(db, row);
                await db.SaveChangesAsync(cancel);
                return Settlement.Done;
            }, cancel);
            throw new InvalidDataException("killed");
        }, cancel));
        Assert.Equal((0, DueState.Waiting), (await Effects(at), Assert.Single(await Rows(at)).State));

        await at.Reopen();
        Assert.True(await CarryOut(at.Store, noon));
        Assert.Equal((1, DueState.Done), (await Effects(at), Assert.Single(await Rows(at)).State));
    }

    [Theory, BothStores]
    public async Task A_clock_that_steps_back_or_ahead_repeats_nothing_and_loses_nothing(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Plan(at.Store, noon);
        Assert.False(await CarryOut(at.Store, noon.AddMilliseconds(-1)));
        Assert.True(await CarryOut(at.Store, noon));
        // An hour back: the hour passes a second time.
        foreach (var minutes in (int[])[-60, -1, 0, 1]) Assert.False(await CarryOut(at.Store, noon.AddMinutes(minutes)));
        Assert.Equal(1, await Effects(at));

        // Days ahead, over something that waited.
        await Plan(at.Store, noon.AddDays(1), key: "publish:18");
        Assert.True(await CarryOut(at.Store, noon.AddDays(9), "publish:18"));
        Assert.Equal(2, await Effects(at));
    }

    [Theory, BothStores]
    public async Task What_is_due_comes_the_longest_overdue_first_of_the_kinds_that_are_asked_for(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Plan(at.Store, noon, key: "publish:3");
        await Plan(at.Store, noon.AddHours(-1), key: "publish:2");
        await Plan(at.Store, noon.AddHours(-2), key: "publish:1");
        await Plan(at.Store, noon.AddTicks(10), key: "publish:4");
        await at.Store.Write(db => DueDesk.Plan(db, "recap:1", "recap", "", now, null, now, cancel), cancel);

        Assert.Equal(["publish:1", "publish:2", "publish:3"], await at.Store.Read(async db => (await DueDesk.DueNow(db, kinds, noon, 10, cancel)).Select(row => row.Key), cancel));
        Assert.Equal(["publish:1", "publish:2"], await at.Store.Read(async db => (await DueDesk.DueNow(db, kinds, noon, 2, cancel)).Select(row => row.Key), cancel));
        Assert.Equal((true, noon.AddTicks(10)), await at.Store.Read(db => DueDesk.Outlook(db, kinds, noon, noon, cancel), cancel));
        Assert.Equal((false, noon.AddHours(-2)), await at.Store.Read(db => DueDesk.Outlook(db, kinds, now, now, cancel), cancel));
        Assert.Equal((true, noon.AddHours(-2)), await at.Store.Read(db => DueDesk.Outlook(db, kinds, noon, now, cancel), cancel));
        Assert.Equal((false, null), await at.Store.Read(db => DueDesk.Outlook(db, ["digest"], noon, now, cancel), cancel));
    }

    [Theory, BothStores]
    public async Task One_that_throws_is_tried_at_growing_intervals_and_given_up(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Plan(at.Store, noon);
        var time = noon;
        List<double> pauses = [];
        for (var attempt = 1; attempt < DueDesk.Attempts; attempt++)
        {
            var row = await at.Store.Write(db => DueDesk.NoteFailure(db, Key, "rusak\0 " + new string('x', 1000), time, cancel), cancel);
            Assert.Equal((DueState.Waiting, attempt, noon), (row!.State, row.Attempts, row.DueAt));
            Assert.False(await CarryOut(at.Store, row.TryAt.AddMilliseconds(-1)));
            pauses.Add((row.TryAt - time).TotalMinutes);
            time = row.TryAt;
        }
        Assert.Equal([1, 5, 15, 60, 240], pauses);
        Assert.Equal(DueState.Failed, (await at.Store.Write(db => DueDesk.NoteFailure(db, Key, "rusak", time, cancel), cancel))!.State);
        Assert.Null(await at.Store.Write(db => DueDesk.NoteFailure(db, Key, "rusak", time, cancel), cancel));
        Assert.False(await CarryOut(at.Store, time.AddDays(1)));

        // Somebody asks for it again.
        Assert.True(await Plan(at.Store, time));
        Assert.True(await CarryOut(at.Store, time));
        Assert.Equal(1, await Effects(at));
    }

    [Theory, BothStores]
    public async Task One_that_is_put_off_waits_and_never_into_the_past(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Plan(at.Store, noon);
        await at.Store.Write(db => DueDesk.CarryOut(db, Key, noon, _ => Task.FromResult(Settlement.Later(noon.AddHours(2))), cancel), cancel);
        Assert.Equal((noon, noon.AddHours(2), DueState.Waiting), Assert.Single(await Rows(at)) is var row ? (row.DueAt, row.TryAt, row.State) : default);

        await at.Store.Write(db => DueDesk.CarryOut(db, Key, noon.AddHours(2), _ => Task.FromResult(Settlement.Later(noon)), cancel), cancel);
        Assert.Equal(noon.AddHours(2).AddMinutes(1), Assert.Single(await Rows(at)).TryAt);
    }

    [Theory, BothStores]
    public async Task Who_waits_for_due_things_is_woken_by_a_plan_and_not_by_its_end_nor_by_the_same_plan_again(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Plan(at.Store, noon);
        await at.Store.Signals.Due.Wait(cancel);

        await Plan(at.Store, noon);
        await CarryOut(at.Store, noon);
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        soon.CancelAfter(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await at.Store.Signals.Due.Wait(soon.Token));
    }

    [Theory, BothStores]
    public async Task What_was_settled_is_forgotten_after_more_than_a_year_and_what_waits_never(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Plan(at.Store, noon, key: "publish:old");
        await Plan(at.Store, noon, key: "publish:waiting");
        await CarryOut(at.Store, noon, key: "publish:old");
        await Plan(at.Store, noon.AddDays(30), key: "publish:later");
        await CarryOut(at.Store, noon.AddDays(30), key: "publish:later");

        async Task<string[]> After(TimeSpan time)
        {
            await at.Store.Write(db => DueDesk.Sweep(db, noon + time, cancel), cancel);
            return [.. (await Rows(at)).Select(row => row.Key)];
        }
        Assert.Equal(3, (await After(DueDesk.Memory - TimeSpan.FromMinutes(1))).Length);
        Assert.Equal(["publish:later", "publish:waiting"], await After(DueDesk.Memory + TimeSpan.FromMinutes(1)));
        Assert.Equal(["publish:waiting"], await After(10 * DueDesk.Memory));
    }

    private static Task<bool> Plan(NewsroomStore store, DateTimeOffset dueAt, string key = Key, string subject = "17", string? payload = null)
        => store.Write(db => DueDesk.Plan(db, key, "publish", subject, dueAt, payload, now, cancel), cancel);

    private static Task<bool> CarryOut(NewsroomStore store, DateTimeOffset at, string key = Key)
        => store.Write(db => DueDesk.CarryOut(db, key, at, row =>
        {
            AddEffect(db, row);
            return Task.FromResult(Settlement.Done);
        }, cancel), cancel);

    // Without a unique key of its own: only the due row keeps it from happening twice.
    private static void AddEffect(NewsroomDb db, DueRow row)
        => db.ToSend.Add(new ToSendRow { ChatId = 1, Priority = 3, Payload = row.Key, CreatedAt = now });

    private static Task<int> Effects(TestStore at) => at.Store.Read(db => db.ToSend.CountAsync(cancel), cancel);

    private static Task<List<DueRow>> Rows(TestStore at) => at.Store.Read(db => db.Due.OrderBy(row => row.Key).ToListAsync(cancel), cancel);
}
