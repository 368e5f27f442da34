using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Due;

/// <summary>
/// Plans things and has them carried out, each once. Works inside the caller's transaction: a thing is planned if and only if the act that plans it commits,
/// and it is settled by the commit of its own effect. So whatever stops, restarts, fires twice or runs twice, there is one effect or none, and none is tried again.
/// </summary>
public static class DueDesk
{
    /// <summary>A thing that threw this often is given up.</summary>
    public const int Attempts = 6;

    /// <summary>How long a settled thing is remembered, so that it is not planned again: no key comes again after a year.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(400);

    private const int ReasonLimit = 500;
    private const int SweepBatch = 500;

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4)];

    /// <summary>Plans it, or moves it while it waits. One that was cancelled or has failed waits anew; one that was done or skipped stays so.</summary>
    /// <param name="key">Names what happens once; at most <see cref="DueRow.KeyLimit"/> characters.</param>
    /// <returns>Whether it waits now.</returns>
    public static async Task<bool> Plan(NewsroomDb db, string key, string kind, string subject, DateTimeOffset dueAt, string? payload, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, DueRow.KeyLimit, nameof(key));
        var row = await db.Due.FindAsync([key], cancel);
        if (row is null)
        {
            db.Due.Add(new DueRow { Key = key, Kind = kind, Subject = subject, DueAt = dueAt, TryAt = dueAt, Payload = payload, PlannedAt = now });
            return true;
        }
        if (row.State is DueState.Done or DueState.Skipped) return false;
        // What did not change is not written, so planning the same again wakes nobody.
        if (row.State == DueState.Waiting && row.DueAt == dueAt && row.Payload == payload) return true;
        (row.DueAt, row.TryAt, row.Payload, row.State, row.Attempts, row.Reason, row.PlannedAt, row.SettledAt) = (dueAt, dueAt, payload, DueState.Waiting, 0, null, now, null);
        return true;
    }

    /// <summary>Takes it back while it waits.</summary>
    /// <returns>False when there is nothing that waits under this key.</returns>
    public static async Task<bool> Cancel(NewsroomDb db, string key, DateTimeOffset now, CancellationToken cancel)
        => await End(db, key, DueState.Cancelled, null, now, cancel);

    /// <summary>Puts it on record as not done, for good, while it waits.</summary>
    /// <param name="reason">Shown to people: Indonesian, one sentence.</param>
    /// <returns>False when there is nothing that waits under this key.</returns>
    public static async Task<bool> Skip(NewsroomDb db, string key, string reason, DateTimeOffset now, CancellationToken cancel)
        => await End(db, key, DueState.Skipped, reason, now, cancel);

    /// <summary>What was done and only queued has been taken out of the queue before it reached anybody: it is on record as skipped after all.</summary>
    public static async Task Unsay(NewsroomDb db, string key, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Due.FindAsync([key], cancel) is { State: DueState.Done } row) (row.State, row.Reason, row.SettledAt) = (DueState.Skipped, Brief(reason), now);
    }

    /// <summary>Takes back whatever of these kinds waits for the subject: the edition was withdrawn, say.</summary>
    public static async Task<int> CancelAll(NewsroomDb db, IReadOnlyCollection<string> kinds, string subject, DateTimeOffset now, CancellationToken cancel)
    {
        var keys = await db.Due.Where(row => kinds.Contains(row.Kind) && row.Subject == subject && row.State == DueState.Waiting).Select(row => row.Key).ToListAsync(cancel);
        // Also what this very transaction has planned and not saved yet.
        keys.AddRange(db.Due.Local.Where(row => kinds.Contains(row.Kind) && row.Subject == subject && row.State == DueState.Waiting).Select(row => row.Key).Except(keys).ToList());
        var cancelled = 0;
        foreach (var key in keys)
            if (await Cancel(db, key, now, cancel))
                cancelled++;
        return cancelled;
    }

    /// <summary>What is due and of these kinds, the longest overdue first.</summary>
    public static async Task<IReadOnlyList<DueRow>> DueNow(NewsroomDb db, IReadOnlyCollection<string> kinds, DateTimeOffset now, int limit, CancellationToken cancel)
        => await db.Due.AsNoTracking().Where(row => row.State == DueState.Waiting && row.TryAt <= now && kinds.Contains(row.Kind))
            .OrderBy(row => row.TryAt).ThenBy(row => row.Key).Take(limit).ToListAsync(cancel);

    /// <summary>Whether anything of these kinds is due, and the first instant after <paramref name="since"/> (when was last looked) at which something is or will be.</summary>
    public static async Task<(bool DueNow, DateTimeOffset? Next)> Outlook(NewsroomDb db, IReadOnlyCollection<string> kinds, DateTimeOffset now, DateTimeOffset since, CancellationToken cancel)
    {
        var waiting = db.Due.Where(row => row.State == DueState.Waiting && kinds.Contains(row.Kind));
        return (
            await waiting.AnyAsync(row => row.TryAt <= now, cancel),
            await waiting.Where(row => row.TryAt > since).OrderBy(row => row.TryAt).Select(row => (DateTimeOffset?)row.TryAt).FirstOrDefaultAsync(cancel));
    }

    /// <summary>
    /// Carries it out and settles it, in this transaction. It is read here, again: what was settled, moved or cancelled since it was seen as due is left alone.
    /// Two processes that get here at the same time do not both commit: the row carries a version.
    /// </summary>
    /// <param name="act">The effect, inside this transaction and nowhere else.</param>
    /// <returns>False when there was nothing to do, or another process is at it.</returns>
    public static async Task<bool> CarryOut(NewsroomDb db, string key, DateTimeOffset now, Func<DueRow, Task<Settlement>> act, CancellationToken cancel)
    {
        if (!await db.TryTakeDue(key, cancel)) return false;
        if (await db.Due.FindAsync([key], cancel) is not { State: DueState.Waiting } row || row.TryAt > now) return false;
        var settlement = await act(row);
        // The act may have moved or cancelled its own row; what it says at the end counts.
        row.Attempts++;
        switch (settlement)
        {
            case Settlement.Useless(var reason):
                (row.State, row.Reason, row.SettledAt) = (DueState.Skipped, Brief(reason), now);
                break;
            case Settlement.PutOff(var at):
                // Never at once again: an act that puts off into the past would keep the office busy for ever.
                (row.State, row.Attempts, row.TryAt) = (DueState.Waiting, 0, at > now ? at : now + Pauses[0]);
                break;
            default:
                (row.State, row.Reason, row.SettledAt) = (DueState.Done, null, now);
                break;
        }
        return true;
    }

    /// <summary>Notes in a transaction of its own that carrying it out threw, and so had no effect: it is tried again after a pause, and given up after <see cref="Attempts"/>.</summary>
    /// <returns>The row as it is now; null when it waits no longer.</returns>
    public static async Task<DueRow?> NoteFailure(NewsroomDb db, string key, string error, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Due.FindAsync([key], cancel) is not { State: DueState.Waiting } row) return null;
        row.Attempts++;
        row.Reason = Brief(error);
        if (row.Attempts >= Attempts) (row.State, row.SettledAt) = (DueState.Failed, now);
        else row.TryAt = now + Pauses[Math.Min(row.Attempts, Pauses.Length) - 1];
        return row;
    }

    /// <summary>Forgets some of what was settled more than <see cref="Memory"/> ago.</summary>
    /// <returns>Whether there may be more.</returns>
    public static async Task<bool> Sweep(NewsroomDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var limit = now - Memory;
        var old = await db.Due.Where(row => row.State != DueState.Waiting && row.SettledAt < limit).OrderBy(row => row.SettledAt).Take(SweepBatch).Select(row => row.Key).ToListAsync(cancel);
        if (old.Count > 0) await db.Due.Where(row => old.Contains(row.Key) && row.State != DueState.Waiting).ExecuteDeleteAsync(cancel);
        return old.Count == SweepBatch;
    }

    private static async Task<bool> End(NewsroomDb db, string key, DueState state, string? reason, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Due.FindAsync([key], cancel) is not { State: DueState.Waiting } row) return false;
        (row.State, row.Reason, row.SettledAt) = (state, reason is null ? null : Brief(reason), now);
        return true;
    }

    // PostgreSQL keeps no NUL.
    private static string Brief(string text) => text[..Math.Min(text.Length, ReasonLimit)].Replace("\0", "", StringComparison.Ordinal);
}
