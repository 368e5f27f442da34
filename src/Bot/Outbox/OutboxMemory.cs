using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Outbox;

/// <summary>How long rows that were sent or became useless are kept. Refused and unreachable ones stay for the operator.</summary>
/// <param name="clock">The office's.</param>
public sealed class OutboxMemory(NewsroomStore store, TimeProvider clock)
{
    public static readonly TimeSpan Plain = TimeSpan.FromDays(30);

    /// <summary>A row with a key is the proof that something was said once; no key comes again after a year.</summary>
    public static readonly TimeSpan Keyed = TimeSpan.FromDays(400);

    private const int Batch = 500;

    /// <summary>Deletes old rows in small transactions.</summary>
    public async Task Sweep(CancellationToken cancel)
    {
        var (plain, keyed) = (clock.GetUtcNow() - Plain, clock.GetUtcNow() - Keyed);
        for (var deleted = Batch; deleted == Batch;)
            deleted = await store.Write(async db =>
            {
                var old = await db.ToSend
                    .Where(row => (row.State == ToSendState.Sent || row.State == ToSendState.Void) && row.CreatedAt < (row.Key == null ? plain : keyed))
                    .OrderBy(row => row.Sequence).Take(Batch).Select(row => row.Sequence).ToListAsync(cancel);
                return old.Count == 0 ? 0 : await db.ToSend.Where(row => old.Contains(row.Sequence)).ExecuteDeleteAsync(cancel);
            }, cancel);
    }
}
