using System.Threading.Channels;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Outbox;

/// <summary>Commits small marks of many writers together: each waits for its own, all share one transaction and one fsync.</summary>
internal sealed class GroupCommit(NewsroomStore store)
{
    private const int Most = 64;
    private readonly Channel<Entry> entries = Channel.CreateUnbounded<Entry>(new() { SingleReader = true });

    /// <summary>Completes when <paramref name="mark"/> is committed; throws what the store threw. The mark may be run more than once.</summary>
    public Task Write(Func<NewsroomDb, Task> mark)
    {
        var entry = new Entry(mark, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return entries.Writer.TryWrite(entry) ? entry.Done.Task : throw new ObjectDisposedException(nameof(GroupCommit));
    }

    /// <summary>Commits until cancelled; what is written later fails.</summary>
    public async Task Run(CancellationToken cancel)
    {
        var batch = new List<Entry>(Most);
        try
        {
            while (await entries.Reader.WaitToReadAsync(cancel))
            {
                batch.Clear();
                while (batch.Count < Most && entries.Reader.TryRead(out var entry)) batch.Add(entry);
                await Commit(batch, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            entries.Writer.TryComplete();
            while (entries.Reader.TryRead(out var entry)) batch.Add(entry);
            foreach (var entry in batch) entry.Done.TrySetCanceled(cancel);
        }
    }

    private async Task Commit(List<Entry> batch, CancellationToken cancel)
    {
        try
        {
            await store.Write(async db =>
            {
                foreach (var entry in batch) await entry.Mark(db);
            }, cancel);
            foreach (var entry in batch) entry.Done.TrySetResult();
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            // One bad mark must not spoil the others.
            if (batch.Count == 1) batch[0].Done.TrySetException(error);
            else
                foreach (var entry in batch) await Commit([entry], cancel);
        }
    }

    private sealed record Entry(Func<NewsroomDb, Task> Mark, TaskCompletionSource Done);
}
