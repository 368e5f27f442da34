namespace KominfoBot.Bot.Updates;

/// <summary>Which stored update may be handled next: of a lane one at a time and the earliest first, of all lanes a bounded number side by side.</summary>
/// <param name="hold">Returns when this process, of all that share the store, may handle the lane.</param>
/// <param name="release">Gives it back.</param>
internal sealed class UpdateLanes(int sideBySide, Func<long, Task> handle, Func<long, Task> hold, Func<long, Task> release) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, PriorityQueue<long, long>> lanes = [];
    private readonly HashSet<long> known = [];
    private readonly SemaphoreSlim places = new(sideBySide, sideBySide);
    private TaskCompletionSource? resting;

    /// <summary>Adds an update unless it is there already; starts its lane when that rests.</summary>
    public void Add(Arrival arrival)
    {
        lock (gate)
        {
            if (!known.Add(arrival.Sequence)) return;
            if (lanes.TryGetValue(arrival.Lane, out var waiting))
            {
                waiting.Enqueue(arrival.Sequence, arrival.Sequence);
                return;
            }
            waiting = new();
            waiting.Enqueue(arrival.Sequence, arrival.Sequence);
            lanes.Add(arrival.Lane, waiting);
        }
        _ = Task.Run(() => Run(arrival.Lane));
    }

    /// <summary>Completes when no lane runs any more; nothing is added meanwhile.</summary>
    public Task Rest()
    {
        lock (gate)
        {
            if (lanes.Count == 0) return Task.CompletedTask;
            resting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return resting.Task;
        }
    }

    public void Dispose() => places.Dispose();

    private async Task Run(long lane)
    {
        await hold(lane);
        try
        {
            await HandleAll(lane);
        }
        finally
        {
            await release(lane);
        }
    }

    private async Task HandleAll(long lane)
    {
        while (Next(lane) is { } sequence)
        {
            await places.WaitAsync();
            try
            {
                await handle(sequence);
            }
            finally
            {
                places.Release();
                lock (gate) known.Remove(sequence);
            }
        }
    }

    private long? Next(long lane)
    {
        lock (gate)
        {
            if (lanes[lane].TryDequeue(out var sequence, out _)) return sequence;
            lanes.Remove(lane);
            if (lanes.Count == 0) resting?.TrySetResult();
            return null;
        }
    }
}
