using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.Storage;

/// <summary>Acts that wait for SQLite's one writer at the same moment share a commit, and nothing else.</summary>
public sealed class SharedCommitTests
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Acts_that_wait_together_are_seen_together()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        var (inside, outside) = (-1, -1);
        var (first, second) = await Behind(at, _ => Task.CompletedTask, () =>
            (at.Store.Write(db => Note(db, "satu"), cancel),
            at.Store.Write(async db =>
            {
                inside = await db.Facts.CountAsync(cancel);
                outside = await at.Store.Read(other => other.Facts.CountAsync(cancel), cancel);
                await Note(db, "dua");
            }, cancel)));
        await Task.WhenAll(first, second);
        Assert.Equal((1, 0), (inside, outside));
        Assert.Equal(["dua", "satu"], await Notes(at));
    }

    [Fact]
    public async Task One_that_fails_takes_nobody_with_it()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        var (before, failing, after) = await Behind(at, _ => Task.CompletedTask, () =>
            (at.Store.Write(db => Note(db, "sebelum"), cancel),
            at.Store.Write(async db =>
            {
                await Note(db, "gagal");
                await db.SaveChangesAsync(cancel);
                throw new InvalidDataException("sengaja");
            }, cancel),
            at.Store.Write(db => Note(db, "sesudah"), cancel)));
        await Task.WhenAll(before, after);
        Assert.Equal("sengaja", (await Assert.ThrowsAsync<InvalidDataException>(() => failing)).Message);
        Assert.Equal(["sebelum", "sesudah"], await Notes(at));
    }

    [Fact]
    public async Task A_row_that_cannot_be_saved_fails_only_its_own_act()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        var (first, again, other) = await Behind(at, _ => Task.CompletedTask, () =>
            (at.Store.Write(db => Note(db, "sama"), cancel), at.Store.Write(db => Note(db, "sama"), cancel), at.Store.Write(db => Note(db, "lain"), cancel)));
        await Task.WhenAll(first, other);
        await Assert.ThrowsAsync<DbUpdateException>(() => again);
        Assert.Equal(["lain", "sama"], await Notes(at));
    }

    [Fact]
    public async Task Each_runs_with_the_marks_of_who_asked_for_it()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        var mark = new AsyncLocal<string?>();
        Task<string> Asked(string name)
        {
            mark.Value = name;
            return at.Store.Write(_ => Task.FromResult(mark.Value ?? ""), cancel);
        }
        var asked = await Behind(at, _ => Task.CompletedTask, () => Enumerable.Range(0, 5).Select(number => Asked($"{number}")).ToList());
        Assert.Equal(["0", "1", "2", "3", "4"], await Task.WhenAll(asked));
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_passed_over()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        using var patience = new CancellationTokenSource();
        var (impatient, patient) = await Behind(at, _ => patience.CancelAsync(), () => (at.Store.Write(db => Note(db, "batal"), patience.Token), at.Store.Write(db => Note(db, "sabar"), cancel)));
        await patient;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.Equal(["sabar"], await Notes(at));
    }

    [Fact]
    public async Task Many_at_once_all_arrive()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await Task.WhenAll(Enumerable.Range(0, 400).Select(number => Task.Run(() => at.Store.Write(db => Note(db, $"{number:000}"), cancel), cancel)));
        Assert.Equal(Enumerable.Range(0, 400).Select(number => $"{number:000}"), await Notes(at));
    }

    [Fact]
    public async Task Who_is_in_the_line_when_the_store_closes_is_served_and_who_comes_later_is_not()
    {
        var at = await TestStore.Open(StoreProvider.Sqlite);
        var closing = Task.CompletedTask;
        var waiting = await Behind(at, _ => Task.CompletedTask, () =>
        {
            var served = at.Store.Write(db => db.Facts.CountAsync(cancel), cancel);
            closing = at.DisposeAsync().AsTask();
            return served;
        });
        Assert.Equal(0, await waiting);
        await closing;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => at.Store.Write(db => Note(db, "terlambat"), cancel));
    }

    private static Task Note(NewsroomDb db, string name)
    {
        db.Facts.Add(new FactRow { Name = name, Value = "" });
        return Task.CompletedTask;
    }

    private static Task<List<string>> Notes(TestStore at) => at.Store.Read(db => db.Facts.Select(fact => fact.Name).OrderBy(name => name).ToListAsync(cancel), cancel);

    /// <summary>Holds the writer while acts are put in the line behind it.</summary>
    /// <param name="then">Runs when they are, before the writer is let go.</param>
    private static async Task<T> Behind<T>(TestStore at, Func<T, Task> then, Func<T> line)
    {
        var (holds, letGo) = (new TaskCompletionSource(), new TaskCompletionSource());
        var holding = Task.Run(() => at.Store.Write(async _ =>
        {
            holds.SetResult();
            await letGo.Task;
        }, cancel), cancel);
        await holds.Task;
        var waiting = line();
        await then(waiting);
        letGo.SetResult();
        await holding;
        return waiting;
    }
}
