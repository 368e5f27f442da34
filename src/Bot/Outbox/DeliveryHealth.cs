using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Outbox;

/// <summary>How updates flow in and messages flow out. Red by age, not by count.</summary>
/// <param name="clock">The office's.</param>
public sealed class DeliveryHealth(NewsroomStore store, TimeProvider clock)
{
    private long lastReceivedTicks;
    private long tooManyRequests;
    private long refused;
    private int conflict;
    private volatile Loss? lost;

    /// <summary>Updates came in, or the server said that there are none.</summary>
    public void Received()
    {
        Interlocked.Exchange(ref lastReceivedTicks, clock.GetUtcNow().UtcTicks);
        Interlocked.Exchange(ref conflict, 0);
    }

    /// <summary>Another program takes the updates (409).</summary>
    /// <returns>True the first time, so that it is logged once.</returns>
    public bool BeginConflict() => Interlocked.Exchange(ref conflict, 1) == 0;

    /// <summary>The server asked to slow down (429).</summary>
    public void CountTooManyRequests() => Interlocked.Increment(ref tooManyRequests);

    /// <summary>The server refused a message for good.</summary>
    public void CountRefused() => Interlocked.Increment(ref refused);

    /// <summary>429 answers since the start.</summary>
    public long TooManyRequests => Interlocked.Read(ref tooManyRequests);

    /// <summary>Messages that the server refused for good since the start.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>The last successful getUpdates or webhook call of this process.</summary>
    public DateTimeOffset? LastReceived => Interlocked.Read(ref lastReceivedTicks) is var ticks and not 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>What people sent while this program was down for longer than the server keeps it; null when nothing was lost.</summary>
    public Loss? Lost
    {
        get => lost;
        set => lost = value;
    }

    /// <summary>Reads the ages of the oldest waiting rows from the store.</summary>
    public async Task<DeliveryReport> Report(CancellationToken cancel)
    {
        var (inbox, outbox, deadLetters) = await store.Read(async db => (
            await db.Received.Where(row => row.State == ReceivedState.Waiting).OrderBy(row => row.Sequence).Select(row => (DateTimeOffset?)row.ReceivedAt).FirstOrDefaultAsync(cancel),
            await db.ToSend.Where(row => row.State == ToSendState.Waiting).OrderBy(row => row.Sequence).Select(row => (DateTimeOffset?)row.CreatedAt).FirstOrDefaultAsync(cancel),
            await db.Received.CountAsync(row => row.State == ReceivedState.Failed, cancel)), cancel);
        var now = clock.GetUtcNow();
        return new(
            LastReceived, now - (inbox ?? now), now - (outbox ?? now), deadLetters,
            TooManyRequests, Refused, Volatile.Read(ref conflict) == 1, Lost);
    }
}

/// <param name="LastReceived">The last successful getUpdates or webhook call of this process.</param>
/// <param name="OldestInbox">Age of the update that waits longest; zero when none waits.</param>
/// <param name="OldestOutbox">Age of the message that waits longest; zero when none waits.</param>
/// <param name="DeadLetters">Updates that were given up.</param>
/// <param name="TooManyRequests">429 answers since the start.</param>
/// <param name="Refused">Messages that the server refused for good since the start.</param>
/// <param name="Conflict">Another program takes the updates.</param>
/// <param name="Lost">What the server did not keep until this start; null: nothing.</param>
public sealed record DeliveryReport(
    DateTimeOffset? LastReceived, TimeSpan OldestInbox, TimeSpan OldestOutbox, int DeadLetters, long TooManyRequests, long Refused, bool Conflict, Loss? Lost);

/// <summary>Messages of this time never came: the server drops what waits for longer than 24 hours.</summary>
/// <param name="From">When the program last lived.</param>
/// <param name="Until">24 hours before its next start.</param>
public sealed record Loss(DateTimeOffset From, DateTimeOffset Until);
