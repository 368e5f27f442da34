using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Jobs;

/// <summary>Something that is looked at when a round has ended, at least every minute; it judges by itself whether it is time.</summary>
public delegate Task RoundEnd(DateTimeOffset now, CancellationToken cancel);

/// <summary>
/// One look at the table: plans what recurs, then hands each due thing to the handler of its kind, one transaction each. A thing that throws holds up no other.
/// One round at a time.
/// </summary>
public sealed class DueRound(NewsroomStore store, TimetableDesk timetables, IEnumerable<DueHandler> handlers, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<DueRound> logger, CalendarBook? calendar = null, NewsDesk? desk = null, IEnumerable<RoundEnd>? ends = null)
{
    private const int Batch = 50;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromDays(1);

    private readonly Dictionary<string, DueHandler> handlers = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);

    private volatile bool troubled;
    private long lookedAt;
    private DateTimeOffset sweptAt = DateTimeOffset.MinValue;

    /// <summary>The kinds that this process carries out.</summary>
    public IReadOnlyCollection<string> Kinds => handlers.Keys;

    /// <summary>Whether the store kept the newest round from ending well.</summary>
    public bool Troubled => troubled;

    /// <summary>The office's time of the newest look: what was due by then has been tried.</summary>
    public DateTimeOffset LookedAt => new(Volatile.Read(ref lookedAt), TimeSpan.Zero);

    /// <summary>Raised at the end of each round, however it ended.</summary>
    public Signal Ended { get; } = new();

    /// <summary>Never throws but for <paramref name="cancel"/>: trouble of the store is said once, and the next round tries again.</summary>
    public async Task Run(CancellationToken cancel)
    {
        try
        {
            await CarryOutAll(cancel);
            await Forget(cancel);
            foreach (var end in ends ?? []) await end(clock.GetUtcNow(), cancel);
            if (troubled) logger.LogInformation("Pekerjaan terjadwal berjalan lagi.");
            troubled = false;
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            if (!troubled) logger.LogError("Pekerjaan terjadwal tidak dapat berjalan, dicoba lagi terus: {Error}", Redaction.WithoutTokens(error.ToString()));
            troubled = true;
        }
        finally
        {
            Ended.Raise();
        }
    }

    private async Task CarryOutAll(CancellationToken cancel)
    {
        // What another process holds, or what the store refuses, stays due: each thing gets one try in a round.
        HashSet<string> tried = [];
        while (true)
        {
            var now = clock.GetUtcNow();
            Volatile.Write(ref lookedAt, now.UtcTicks);
            // Another process may have changed the holidays since.
            if (calendar is not null) await store.Read(async db => { await calendar.Renew(db, cancel); return 0; }, cancel);
            await store.Write(db => timetables.Plan(db, now, cancel), cancel);
            var due = await store.Read(db => DueDesk.DueNow(db, Kinds, now, Batch + tried.Count, cancel), cancel);
            var fresh = due.Where(row => tried.Add(row.Key)).ToList();
            if (fresh.Count == 0) return;
            foreach (var row in fresh)
            {
                // The one in hand is finished, the others wait for the next start.
                if (lifetime.ApplicationStopping.IsCancellationRequested) return;
                await CarryOut(row, cancel);
            }
        }
    }

    /// <summary>What was settled long ago goes, once a day of the office.</summary>
    private async Task Forget(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (now - sweptAt < SweepEvery) return;
        sweptAt = now;
        while (await store.Write(db => DueDesk.Sweep(db, now, cancel), cancel)) { }
        while (desk is not null && await store.Write(db => desk.Forget(db, now, cancel), cancel)) { }
    }

    private async Task CarryOut(DueRow row, CancellationToken cancel)
    {
        var handler = handlers[row.Kind];
        try
        {
            await store.Write(db =>
            {
                var now = clock.GetUtcNow();
                return DueDesk.CarryOut(db, row.Key, now, held => handler.CarryOut(new DueWork(db, new OutboxWriter(db, now), held, now, cancel)), cancel);
            }, cancel);
        }
        // The store's own trouble is not the thing's fault: it ends the round.
        catch (Exception error) when (!cancel.IsCancellationRequested && !StoreTrouble.Is(error))
        {
            var failed = await store.Write(db => DueDesk.NoteFailure(db, row.Key, $"{error.GetType().Name}: {Redaction.WithoutTokens(error.Message)}", clock.GetUtcNow(), cancel), cancel);
            if (failed is { State: DueState.Failed })
                logger.LogError("{Key} gagal {Attempts} kali dan tidak dicoba lagi: {Error}", row.Key, failed.Attempts, Redaction.WithoutTokens(error.ToString()));
            else if (failed is { Attempts: 1 })
                logger.LogWarning("{Key} gagal, dicoba lagi sampai {Attempts} kali: {Error}", row.Key, DueDesk.Attempts, Redaction.WithoutTokens(error.ToString()));
        }
    }
}
