using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.Storage;

public sealed class TransactionTests
{
    private static readonly DateTimeOffset now = ManualClock.WednesdayMorning;
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task What_was_written_is_there_after_a_restart(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await at.Store.Write(db => { db.Facts.Add(new FactRow { Name = "a", Value = "b" }); return Task.CompletedTask; }, cancel);
        await at.Reopen();
        Assert.Equal("b", await at.Store.Read(db => db.Facts.Where(fact => fact.Name == "a").Select(fact => fact.Value).SingleAsync(cancel), cancel));
    }

    [Theory, BothStores]
    public async Task An_exception_leaves_nothing_behind(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Assert.ThrowsAsync<InvalidDataException>(() => at.Store.Write(async db =>
        {
            db.Facts.Add(new FactRow { Name = "half", Value = "done" });
            await db.SaveChangesAsync(cancel);
            throw new InvalidDataException();
        }, cancel));
        Assert.Equal(0, await at.Store.Read(db => db.Facts.CountAsync(cancel), cancel));
    }

    [Theory, BothStores]
    public async Task A_read_cannot_write(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Assert.ThrowsAnyAsync<Exception>(() => at.Store.Read(async db =>
        {
            db.Facts.Add(new FactRow { Name = "a", Value = "b" });
            return await db.SaveChangesAsync(cancel);
        }, cancel));
        await Assert.ThrowsAnyAsync<Exception>(() => at.Store.Read(db => db.Facts.ExecuteDeleteAsync(cancel), cancel));
        Assert.Equal(0, await at.Store.Read(db => db.Facts.CountAsync(cancel), cancel));
    }

    [Theory, BothStores]
    public async Task A_read_sees_one_state_while_others_write(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        var (before, after) = await at.Store.Read(async db =>
        {
            var first = await db.Facts.CountAsync(cancel);
            await at.Store.Write(other => { other.Facts.Add(new FactRow { Name = "a", Value = "b" }); return Task.CompletedTask; }, cancel);
            return (first, await db.Facts.CountAsync(cancel));
        }, cancel);
        Assert.Equal((0, 0), (before, after));
        Assert.Equal(1, await at.Store.Read(db => db.Facts.CountAsync(cancel), cancel));
    }

    [Theory, BothStores]
    public async Task Instants_are_kept_in_utc_and_compared_as_instants(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        // In text order these three stand the other way round than in time.
        DateTimeOffset[] instants = [new(2026, 7, 15, 9, 0, 0, TimeSpan.FromHours(7)), new(2026, 7, 15, 4, 0, 0, TimeSpan.Zero), new(2026, 7, 15, 1, 30, 0, TimeSpan.FromHours(-3))];
        await at.Store.Write(db =>
        {
            foreach (var (index, instant) in instants.Index())
                db.ToSend.Add(new ToSendRow { ChatId = index, Priority = 3, Payload = "", CreatedAt = instant, NotBefore = instant });
            return Task.CompletedTask;
        }, cancel);

        var rows = await at.Store.Read(db => db.ToSend.OrderBy(row => row.CreatedAt).Select(row => new { row.ChatId, row.CreatedAt }).ToListAsync(cancel), cancel);
        Assert.Equal([0, 1, 2], rows.Select(row => row.ChatId));
        Assert.Equal(instants.Select(instant => instant.UtcTicks), rows.Select(row => row.CreatedAt.UtcTicks));
        Assert.All(rows, row => Assert.Equal(TimeSpan.Zero, row.CreatedAt.Offset));

        var bound = new DateTimeOffset(2026, 7, 15, 11, 0, 0, TimeSpan.FromHours(7));
        Assert.Equal([1, 2], await at.Store.Read(db => db.ToSend.Where(row => row.CreatedAt >= bound).OrderBy(row => row.CreatedAt).Select(row => row.ChatId).ToListAsync(cancel), cancel));
    }

    [Theory, BothStores]
    public async Task Of_two_writers_of_an_edition_one_starts_anew_and_nothing_is_lost(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        var id = await AddEdition(at.Store);
        var tries = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => at.Store.Write(async db =>
        {
            Interlocked.Increment(ref tries);
            var edition = await db.Editions.SingleAsync(x => x.Id == id, cancel);
            edition.Round++;
        }, cancel)));

        var edition = await at.Store.Read(db => db.Editions.SingleAsync(x => x.Id == id, cancel), cancel);
        Assert.Equal((8, 8), (edition.Round, edition.Version));
        Assert.True(tries >= 8);
    }

    [Theory, BothStores]
    public async Task A_stale_edition_is_not_saved_over_a_newer_one(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        var id = await AddEdition(at.Store);
        var stale = await at.Store.Read(db => db.Editions.AsNoTracking().SingleAsync(x => x.Id == id, cancel), cancel);
        await at.Store.Write(async db => (await db.Editions.SingleAsync(x => x.Id == id, cancel)).Reason = "newer", cancel);

        stale.Reason = "older";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => at.Store.Write(db =>
        {
            stale.Version = 0; // what was read; a try raises it, and the act is tried again
            db.Editions.Update(stale);
            return Task.CompletedTask;
        }, cancel));

        Assert.Equal("newer", await at.Store.Read(db => db.Editions.Select(x => x.Reason).SingleAsync(cancel), cancel));
    }

    [Theory, BothStores]
    public async Task Who_waits_is_woken_after_the_commit_and_not_before(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        var seen = -1;
        var published = 0;
        at.Store.Signals.PublicationChanged += () => published++;
        var waiter = Task.Run(async () =>
        {
            await at.Store.Signals.ToSend.Wait(cancel);
            seen = await at.Store.Read(db => db.ToSend.CountAsync(cancel), cancel);
        }, cancel);

        await at.Store.Write(async db =>
        {
            db.ToSend.Add(new ToSendRow { ChatId = 1, Priority = 3, Payload = "", CreatedAt = now });
            db.PublicationChanges.Add(new PublicationChangeRow { Sequence = 1, At = now, Number = "DISDIK-2026-0001", Status = PublicationStatus.Published });
            await db.SaveChangesAsync(cancel);
            Assert.NotSame(waiter, await Task.WhenAny(waiter, Task.Delay(50, cancel)));
            Assert.Equal(0, published);
        }, cancel);

        await waiter;
        Assert.Equal((1, 1), (seen, published));
    }

    [Theory, BothStores]
    public async Task An_act_that_fails_wakes_nobody(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Assert.ThrowsAsync<InvalidDataException>(() => at.Store.Write(async db =>
        {
            db.ToSend.Add(new ToSendRow { ChatId = 1, Priority = 3, Payload = "", CreatedAt = now });
            await db.SaveChangesAsync(cancel);
            throw new InvalidDataException();
        }, cancel));
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        soon.CancelAfter(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await at.Store.Signals.ToSend.Wait(soon.Token));
    }

    internal static async Task<long> AddEdition(NewsroomStore store)
    {
        var item = new NewsItem { Id = Guid.NewGuid(), SkpdCode = "DISDIK", CreatedAt = now };
        var edition = new Edition { ItemId = item.Id, Item = item, Ordinal = 1, State = default, AuthorId = 1, Draft = DraftContent.Empty, ChangedAt = now };
        await store.Write(db => { db.Editions.Add(edition); return Task.CompletedTask; }, cancel);
        return edition.Id;
    }
}
