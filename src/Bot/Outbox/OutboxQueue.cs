namespace KominfoBot.Bot.Outbox;

/// <summary>A waiting row as the queue knows it.</summary>
internal sealed class QueuedRow(long sequence, long chatId, Priority priority, bool takesToken, DateTimeOffset notBefore)
{
    public long Sequence { get; } = sequence;
    public long ChatId { get; } = chatId;
    public Priority Priority { get; } = priority;
    public DateTimeOffset NotBefore { get; } = notBefore;
    /// <summary>A new message; edits, deletes and answers take no token of the chat.</summary>
    public bool TakesToken { get; } = takesToken;
    public int Failures { get; set; }
    public long FirstFailure { get; set; }
    public bool Migrated { get; set; }
}

/// <summary>
/// Which row is sent next. Of a chat strictly in order and one at a time; across chats by priority; never faster than the server allows. Answers to presses
/// belong to no chat and wait for nobody. Kept in memory: the rows themselves are in the store.
/// </summary>
/// <param name="clock">The machine's.</param>
internal sealed class OutboxQueue(TimeProvider clock, int messagesPerSecond)
{
    private const int SideBySide = 16;
    private static readonly TimeSpan PauseWindow = TimeSpan.FromSeconds(10);
    private const int PauseAfter = 3;

    private readonly Lock gate = new();
    private readonly Dictionary<(long Chat, long Answer), Lane> lanes = [];
    private readonly HashSet<long> known = [];
    // Evenly, with a little to catch up on late timers; and in no second more than allowed.
    private readonly TokenBucket total = new(Math.Max(1, messagesPerSecond / 10.0), messagesPerSecond, clock);
    private readonly RateWindow window = new(messagesPerSecond, TimeSpan.FromSeconds(1.02), clock);
    private readonly Queue<long> tooMany = [];
    private long pausedUntil = long.MinValue;
    private int answersUnderway;
    private int othersUnderway;

    /// <summary>Adds a row unless it is there already.</summary>
    public void Add(QueuedRow row)
    {
        lock (gate)
        {
            if (!known.Add(row.Sequence)) return;
            var key = LaneOf(row);
            if (!lanes.TryGetValue(key, out var lane)) lanes.Add(key, lane = new(Bucket(row)));
            lane.Rows.Enqueue(row, row.Sequence);
            lane.Counts[(int)row.Priority]++;
        }
    }

    /// <summary>Takes the row to be sent now, or says how long until there may be one (null: when something happens).</summary>
    public QueuedRow? TryTake(out TimeSpan? wait)
    {
        lock (gate)
        {
            wait = null;
            var now = clock.GetTimestamp();
            if (now < pausedUntil)
            {
                wait = clock.GetElapsedTime(now, pausedUntil);
                return null;
            }
            Lane? best = null;
            foreach (var lane in lanes.Values)
            {
                if (lane.Busy || !lane.Rows.TryPeek(out var head, out _) || IsFull(head)) continue;
                var until = Until(lane, head, now);
                if (until > TimeSpan.Zero)
                    wait = wait is null || until < wait ? until : wait;
                else if (best is null || lane.Before(best))
                    best = lane;
            }
            if (best is null) return null;
            if (Longer(total.Wait(), window.Wait()) is var pace && pace > TimeSpan.Zero)
            {
                wait = pace;
                return null;
            }
            return Take(best);
        }
    }

    /// <summary>The row needs nothing more.</summary>
    /// <param name="called">False when the server was not asked: its share of the rate is given back.</param>
    public void Finish(QueuedRow row, bool called)
    {
        lock (gate)
        {
            var lane = lanes[LaneOf(row)];
            lane.Rows.Dequeue();
            lane.Counts[(int)row.Priority]--;
            known.Remove(row.Sequence);
            Release(lane, row);
            if (!called)
            {
                total.Return();
                window.Return();
                if (row.TakesToken) lane.Bucket?.Return();
            }
            if (row.Priority == Priority.Answer) lanes.Remove(LaneOf(row));
        }
    }

    /// <summary>The row stays first of its chat and is tried again after a while.</summary>
    public void Retry(QueuedRow row, TimeSpan after)
    {
        lock (gate)
        {
            var lane = lanes[LaneOf(row)];
            Release(lane, row);
            lane.ReadyAt = clock.GetTimestamp() + Ticks(after);
        }
    }

    /// <summary>The server asked for a pause (429). The chat waits by <see cref="Retry"/>; after several in a short time all do.</summary>
    public void CountTooMany(TimeSpan wait)
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            tooMany.Enqueue(now);
            while (clock.GetElapsedTime(tooMany.Peek(), now) > PauseWindow) tooMany.Dequeue();
            if (tooMany.Count >= PauseAfter) pausedUntil = Math.Max(pausedUntil, now + Ticks(wait));
        }
    }

    private QueuedRow Take(Lane lane)
    {
        var row = lane.Rows.Peek();
        lane.Busy = true;
        if (row.Priority == Priority.Answer) answersUnderway++;
        else othersUnderway++;
        total.Take();
        window.Take();
        if (row.TakesToken) lane.Bucket?.Take();
        return row;
    }

    private void Release(Lane lane, QueuedRow row)
    {
        lane.Busy = false;
        if (row.Priority == Priority.Answer) answersUnderway--;
        else othersUnderway--;
    }

    private bool IsFull(QueuedRow row) => (row.Priority == Priority.Answer ? answersUnderway : othersUnderway) >= SideBySide;

    private TimeSpan Until(Lane lane, QueuedRow head, long now)
    {
        var until = lane.ReadyAt > now ? clock.GetElapsedTime(now, lane.ReadyAt) : TimeSpan.Zero;
        var parked = head.NotBefore - clock.GetUtcNow();
        if (parked > until) until = parked;
        if (head.TakesToken && lane.Bucket?.Wait() is { } pace && pace > until) until = pace;
        return until;
    }

    private static (long, long) LaneOf(QueuedRow row) => row.Priority == Priority.Answer ? (0, row.Sequence) : (row.ChatId, 0);

    /// <summary>In a private chat one a second, in a group (negative id) 20 a minute: 5 at once and the rest over the minute.</summary>
    private TokenBucket? Bucket(QueuedRow row)
        => row.Priority == Priority.Answer ? null : row.ChatId < 0 ? new(5, 15 / 60.0, clock) : new(5, 1, clock);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * clock.TimestampFrequency);

    private sealed class Lane(TokenBucket? bucket)
    {
        public PriorityQueue<QueuedRow, long> Rows { get; } = new();
        /// <summary>Waiting rows by priority: a reply makes its whole chat urgent, since what is before it must go first.</summary>
        public int[] Counts { get; } = new int[Enum.GetValues<Priority>().Length];
        public TokenBucket? Bucket { get; } = bucket;
        public bool Busy { get; set; }
        public long ReadyAt { get; set; } = long.MinValue;

        public bool Before(Lane other)
            => (Array.FindIndex(Counts, count => count > 0), Rows.Peek().Sequence).CompareTo((Array.FindIndex(other.Counts, count => count > 0), other.Rows.Peek().Sequence)) < 0;
    }
}
