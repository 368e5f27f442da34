using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Storage;

/// <summary>
/// The door to the store. A write is one transaction, retried whole when the store asks for it, so what is passed in must have no effect outside the
/// database. A read sees one consistent state and cannot write.
/// </summary>
public abstract class NewsroomStore(Signals signals) : IAsyncDisposable
{
    private const int Attempts = 12;

    public Signals Signals { get; } = signals;

    /// <summary>Runs one act in one transaction and commits it; signals are raised after the commit.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Another writer kept winning.</exception>
    public async Task<T> Write<T>(Func<NewsroomDb, Task<T>> act, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnce(act, cancel);
            }
            catch (Exception error) when (attempt < Attempts && IsTransient(error))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 10 << Math.Min(attempt, 6))), cancel);
            }
        }
    }

    public Task Write(Func<NewsroomDb, Task> act, CancellationToken cancel)
        => Write(async db => { await act(db); return 0; }, cancel);

    /// <summary>Whether a row with a higher number is never committed before one with a lower.</summary>
    public abstract bool CommitsInOrder { get; }

    public abstract Task<T> Read<T>(Func<NewsroomDb, Task<T>> query, CancellationToken cancel);

    /// <summary>Looks whether the file is whole before anything is built on it; a server looks after its own.</summary>
    /// <exception cref="DamagedStoreException">It is not.</exception>
    public virtual Task Examine(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Brings the schema up to date; quick when it is.</summary>
    public abstract Task Migrate(CancellationToken cancel);

    /// <summary>Whether <see cref="Migrate"/> would change a schema that is there already.</summary>
    /// <exception cref="NewerStoreException">A newer program wrote it.</exception>
    public abstract Task<bool> IsOutdated(CancellationToken cancel);

    /// <summary>Removes every row, the frozen ones as well. Only for practice: an office's own store is never emptied.</summary>
    public Task Empty(CancellationToken cancel) => Write(async db =>
    {
        await db.ThawFrozenTables(cancel);
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct().OrderBy(name => name is "Items" or "Members" ? 2 : name is "Editions" ? 1 : 0))
#pragma warning disable EF1002 // names of the model, nobody's input
            await db.Database.ExecuteSqlRawAsync($"""DELETE FROM "{table}" """, cancel);
#pragma warning restore EF1002
        await db.FreezeTables(cancel);
    }, cancel);

    /// <summary>
    /// While this runs, a commit survives a killed process and not a power cut. Only for practice, when much is played at once that is worth nothing by
    /// halves; a store that knows no such difference just runs it.
    /// </summary>
    public virtual Task Hurried(Func<Task> play, CancellationToken cancel) => play();

    /// <summary>
    /// Hears what other processes commit, and raises the signals for it, until cancelled. Where one process has the store to itself there is nothing to hear.
    /// Whoever waits for a signal looks from time to time without one: what is told while the line is down is not told again.
    /// </summary>
    /// <param name="broken">Told of each time that the line broke.</param>
    public virtual Task Follow(Action<Exception> broken, CancellationToken cancel) => Task.Delay(Timeout.InfiniteTimeSpan, cancel);

    /// <summary>
    /// Tries to make this process the one that handles what belongs to a chat; ended by <see cref="Release"/> as often as it was granted, and by the end of the
    /// process. Always granted where one process has the store to itself.
    /// </summary>
    public virtual Task<bool> TryHold(long lane, CancellationToken cancel) => Task.FromResult(true);

    public virtual Task Release(long lane) => Task.CompletedTask;

    /// <summary>One try of <see cref="Write{T}"/>.</summary>
    protected abstract Task<T> WriteOnce<T>(Func<NewsroomDb, Task<T>> act, CancellationToken cancel);

    /// <summary>True for errors after which the same transaction may succeed when begun anew.</summary>
    protected abstract bool IsTransient(Exception error);

    public abstract ValueTask DisposeAsync();
}
