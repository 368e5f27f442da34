namespace KominfoBot.Bot.Updates;

/// <summary>Which stored update may be handled next: of a lane one at a time and the earliest first, of all lanes a bounded number side by side.</summary>
/// <param name="hold">Returns when this process, of all that share the store, may handle the lane.</param>
/// <param name="release">Gives it back.</param>
internal sealed class UpdateLanes(int sideBySide, Func<Arrival, Task> handle, Func<long, Task> hold, Func<long, Task> release) : IDisposable
{
    /// <summary>When more than so many wait, they wait in the store only.</summary>
    private const int AtHand = 500;

    private readonly Lock gate = new();
    private readonly Dictionary<long, PriorityQueue<Arrival, long>> lanes = [];
    private readonly HashSet<long> known = [];
    private readonly SemaphoreSlim places = new(sideBySide, sideBySide);
    private TaskCompletionSource? resting;

    /// <summary>Adds an update unless it is there already; starts its lane when that rests.</summary>
    public void Add(Arrival arrival)
    {
        lock (gate)
        {
            if (!known.Add(arrival.Sequence)) return;
            if (known.Count > AtHand) arrival = arrival with { Row = null };
            if (lanes.TryGetValue(arrival.Lane, out var waiting))
            {
                waiting.Enqueue(arrival, arrival.Sequence);
                return;
            }
            waiting = new();
            waiting.Enqueue(arrival, arrival.Sequence);
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
        while (Next(lane) is { } arrival)
        {
            await places.WaitAsync();
            try
            {
                await handle(arrival);
            }
            finally
            {
                places.Release();
                lock (gate) known.Remove(arrival.Sequence);
            }
        }
    }

    private Arrival? Next(long lane)
    {
        lock (gate)
        {
            if (lanes[lane].TryDequeue(out var arrival, out _)) return arrival;
            lanes.Remove(lane);
            if (lanes.Count == 0) resting?.TrySetResult();
            return null;
        }
    }
}
