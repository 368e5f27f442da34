using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Storage;

/// <summary>
/// The line before SQLite's one writer. Acts run one after the other, each as if alone; those that wait at the same moment share one transaction and so one
/// sync of the disk. When one of them fails, or the commit does, nothing of it stays and each is tried by itself: nobody suffers for another's act.
/// </summary>
/// <param name="writer">The connection that owns every write.</param>
/// <param name="open">A context on it, for one act.</param>
internal sealed class WriteLine(SqliteConnection writer, Func<NewsroomDb> open, Signals signals)
{
    /// <summary>
    /// So many acts share a transaction at most: who waits for the first waits for the last, and while these are committed the next get ready on another processor.
    /// </summary>
    private const int Most = 8;

    private readonly Lock gate = new();
    private readonly Queue<Waiting> line = [];
    private bool busy;
    private bool closed;

    /// <summary>Runs the act when its turn comes; returns when it is on the disk.</summary>
    public Task<T> Commit<T>(Func<NewsroomDb, Task<T>> act, CancellationToken cancel)
    {
        var waiting = new Act<T>(act, cancel);
        Enter(waiting);
        return waiting.Done;
    }

    /// <summary>Runs what needs the connection to itself, outside of any transaction.</summary>
    public Task Alone(Func<Task> work)
    {
        var errand = new Errand(work);
        Enter(errand);
        return errand.Done;
    }

    /// <summary>Waits for who is in the line; who comes later is turned away.</summary>
    public Task Close() => Alone(() =>
    {
        lock (gate) closed = true;
        return Task.CompletedTask;
    });

    private void Enter(Waiting waiting)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(SqliteNewsroomStore));
            line.Enqueue(waiting);
            if (busy) return;
            busy = true;
        }
        // Whoever finds nobody before him is served at once, and leaves those who came meanwhile to another thread.
        _ = Serve(once: true);
    }

    private async Task Serve(bool once)
    {
        while (Next() is { Count: > 0 } together)
        {
            if (together[0] is Errand errand) await errand.Run();
            else await CommitTogether([.. together.OfType<Act>()]);
            if (!once) continue;
            _ = Task.Run(() => Serve(once: false));
            return;
        }
    }

    /// <summary>Those who are served together: acts up to the next errand, or one errand. None: the line is empty, and the next who comes serves himself.</summary>
    private List<Waiting> Next()
    {
        lock (gate)
        {
            var together = new List<Waiting>();
            while (together.Count < Most && line.TryPeek(out var next) && (together.Count == 0 || next is Act && together[0] is Act)) together.Add(line.Dequeue());
            busy = together.Count > 0;
            return together;
        }
    }

    private async Task CommitTogether(List<Act> acts)
    {
        acts.RemoveAll(act => act.IsCancelled());
        if (acts.Count == 0) return;
        try
        {
            await using (var transaction = await writer.BeginTransactionAsync(IsolationLevel.Serializable))
            {
                foreach (var act in acts)
                {
                    await using var db = open();
                    await db.Database.UseTransactionAsync(transaction);
                    db.Begin();
                    await act.Run(db);
                }
                await transaction.CommitAsync();
            }
        }
        catch (Exception error)
        {
            if (acts.Count == 1) acts[0].Fail(error);
            else
                foreach (var act in acts) await CommitTogether([act]);
            return;
        }
        foreach (var act in acts) act.Finish(signals);
    }

    private abstract class Waiting;

    private sealed class Errand(Func<Task> work) : Waiting
    {
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Done => done.Task;

        public async Task Run()
        {
            try
            {
                await work();
                done.SetResult();
            }
            catch (Exception error)
            {
                done.SetException(error);
            }
        }
    }

    private abstract class Act : Waiting
    {
        /// <summary>True when nobody waits for it any more; its task is then cancelled.</summary>
        public abstract bool IsCancelled();

        public abstract Task Run(NewsroomDb db);

        public abstract void Fail(Exception error);

        /// <summary>It is on the disk: tells those whom it concerns, and who waits for it.</summary>
        public abstract void Finish(Signals signals);
    }

    private sealed class Act<T>(Func<NewsroomDb, Task<T>> act, CancellationToken cancel) : Act
    {
        // Who waits goes on in a thread of his own, not before the next in the line; what he logs bears his own marks.
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ExecutionContext? context = ExecutionContext.Capture();
        private T result = default!;
        private Brought brought;

        public Task<T> Done => done.Task;

        public override bool IsCancelled() => cancel.IsCancellationRequested && done.TrySetCanceled(cancel);

        public override Task Run(NewsroomDb db)
        {
            if (context is null) return RunHere(db);
            var running = Task.CompletedTask;
            ExecutionContext.Run(context, _ => running = RunHere(db), null);
            return running;
        }

        public override void Fail(Exception error)
        {
            if (error is OperationCanceledException && cancel.IsCancellationRequested) done.TrySetCanceled(cancel);
            else done.TrySetException(error);
        }

        public override void Finish(Signals signals)
        {
            try
            {
                signals.Raise(brought);
                done.TrySetResult(result);
            }
            catch (Exception error)
            {
                done.TrySetException(error);
            }
        }

        private async Task RunHere(NewsroomDb db)
        {
            result = await act(db);
            await db.SaveChangesAsync(cancel);
            brought = db.Brought;
        }
    }
}
