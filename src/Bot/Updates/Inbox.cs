using System.Threading.Channels;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Updates;

/// <summary>A stored update that waits to be handled.</summary>
/// <param name="Row">What was stored, where it is at hand; otherwise it is read when its turn comes.</param>
public sealed record Arrival(long Sequence, long Lane, ReceivedRow? Row = null);

/// <summary>
/// Stores updates before they are acknowledged: when <see cref="Accept"/> returns, they are on the disk. The same update twice is stored once, whatever its
/// number: membership in the set of known ones decides, never the order, since update ids may go down.
/// </summary>
/// <param name="clock">The office's.</param>
public sealed class Inbox(NewsroomStore store, TimeProvider clock) : IDisposable
{
    /// <summary>How long a handled update is remembered, so that it is recognised when it comes again.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    private const int SweepBatch = 500;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Channel<Arrival> arrivals = Channel.CreateUnbounded<Arrival>(new() { SingleReader = true });

    /// <summary>What was stored in this process and was not yet taken by the worker, in order of arrival.</summary>
    internal ChannelReader<Arrival> Arrivals => arrivals.Reader;

    /// <summary>Commits the updates of one batch in their order and hands the new ones to the worker.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> Accept(IReadOnlyList<ReceivedUpdate> updates, CancellationToken cancel)
    {
        if (updates.Count == 0) return 0;
        // One batch after the other: what arrived first gets the lower sequence and is committed first.
        await turn.WaitAsync(cancel);
        try
        {
            var rows = await store.Write(db => Add(db, updates, cancel), cancel);
            foreach (var row in rows.Where(row => row.State == ReceivedState.Waiting))
                arrivals.Writer.TryWrite(new(row.Sequence, row.Lane, row));
            return rows.Count;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Forgets updates that were handled more than <see cref="Memory"/> ago, in small transactions.</summary>
    public async Task Sweep(CancellationToken cancel)
    {
        var limit = clock.GetUtcNow() - Memory;
        for (var deleted = SweepBatch; deleted == SweepBatch;)
            deleted = await store.Write(async db =>
            {
                var old = await db.Received
                    .Where(row => row.State == ReceivedState.Done && row.ReceivedAt < limit)
                    .OrderBy(row => row.Sequence).Take(SweepBatch).Select(row => row.Sequence).ToListAsync(cancel);
                return old.Count == 0 ? 0 : await db.Received.Where(row => old.Contains(row.Sequence)).ExecuteDeleteAsync(cancel);
            }, cancel);
    }

    public void Dispose() => turn.Dispose();

    private async Task<List<ReceivedRow>> Add(NewsroomDb db, IReadOnlyList<ReceivedUpdate> updates, CancellationToken cancel)
    {
        var ids = updates.Select(update => update.UpdateId ?? 0).Distinct().ToList();
        var known = (await db.Received.Where(row => ids.Contains(row.UpdateId)).Select(row => new { row.UpdateId, row.Fingerprint }).ToListAsync(cancel))
            .Select(row => (row.UpdateId, row.Fingerprint)).ToHashSet();
        var now = clock.GetUtcNow();
        var rows = updates
            .Where(update => known.Add((update.UpdateId ?? 0, update.Fingerprint)))
            .Select(update => new ReceivedRow
            {
                UpdateId = update.UpdateId ?? 0,
                Fingerprint = update.Fingerprint,
                Lane = update.Lane,
                Payload = update.Raw,
                ReceivedAt = now,
                State = update.UpdateId is null ? ReceivedState.Failed : ReceivedState.Waiting,
                LastError = update.UpdateId is null ? "Bukan update Bot API." : null,
            })
            .ToList();
        db.Received.AddRange(rows);
        // Saved here, so that a retried transaction starts from rows without numbers.
        await db.SaveChangesAsync(cancel);
        return rows;
    }
}
