using System.Text.Json;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Watch;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace KominfoBot.Bot.Updates;

/// <summary>
/// Handles stored updates: of a chat one at a time in order of arrival, chats side by side. The act, what is said about it and the mark that the update is
/// done are one transaction, so a process killed at any instant continues where it was. An update that keeps failing becomes a dead letter, and the next one
/// of its chat runs. Of several processes on one store each handles what it stored; a chat is in the hands of one of them at a time, and what a killed one
/// left comes first.
/// </summary>
/// <param name="clock">The office's.</param>
/// <param name="time">For back-off.</param>
public sealed class UpdateWorker(
    NewsroomStore store, Inbox inbox, ITurnHandler handler, TimeProvider clock, RealTime time, DeliveryMeter meter, ILogger<UpdateWorker> logger) : BackgroundService
{
    /// <summary>An update that threw this often is given up.</summary>
    public const int Attempts = 4;

    private const int SideBySide = 16;
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    /// <summary>How often is looked for what a killed process left; alone on the store, there is hardly a way that anything is left.</summary>
    private TimeSpan Safety => store.CommitsInOrder ? TimeSpan.FromSeconds(30) : TimeSpan.FromSeconds(3);

    /// <summary>Between two questions for a chat that another process has in its hands.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(5), LongestWait = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var lanes = new UpdateLanes(SideBySide, arrival => HandleSafely(arrival, stoppingToken), lane => Hold(lane, stoppingToken), store.Release);
        try
        {
            // What an earlier run left comes first; rows that arrive from now on have higher numbers.
            await AddWaiting(lanes, stoppingToken);
            await Task.WhenAll(TakeArrivals(lanes, stoppingToken), LookAgain(lanes, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await lanes.Rest();
        }
    }

    private async Task TakeArrivals(UpdateLanes lanes, CancellationToken stop)
    {
        await foreach (var arrival in inbox.Arrivals.ReadAllAsync(stop))
            lanes.Add(arrival);
    }

    /// <summary>Finds rows that another process stored, and forgets old ones.</summary>
    private async Task LookAgain(UpdateLanes lanes, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Safety, time.Clock);
        var swept = time.Clock.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stop))
        {
            await AddWaiting(lanes, stop);
            if (time.Clock.GetElapsedTime(swept) < SweepEvery) continue;
            swept = time.Clock.GetTimestamp();
            await Quietly(() => inbox.Sweep(stop), stop);
        }
    }

    private async Task AddWaiting(UpdateLanes lanes, CancellationToken stop) => await Quietly(async () =>
    {
        var waiting = await store.Read(db => db.Received.AsNoTracking()
            .Where(row => row.State == ReceivedState.Waiting).OrderBy(row => row.Sequence)
            .Select(row => new Arrival(row.Sequence, row.Lane, null)).ToListAsync(stop), stop);
        foreach (var arrival in waiting) lanes.Add(arrival);
    }, stop);

    private async Task Quietly(Func<Task> work, CancellationToken stop)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            logger.LogError("Tabel pembaruan tidak terbaca, dicoba lagi: {Error}", Redaction.WithoutTokens(error.ToString()));
        }
    }

    /// <summary>Waits until the chat is in the hands of this process. While the store is away it is asked again: nothing could be handled either.</summary>
    private async Task Hold(long lane, CancellationToken stop)
    {
        for (var wait = ShortestWait; !stop.IsCancellationRequested; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                if (await store.TryHold(lane, stop)) return;
            }
            catch (Exception error) when (!stop.IsCancellationRequested)
            {
                logger.LogError("Giliran obrolan belum dapat diambil, dicoba lagi: {Error}", Redaction.WithoutTokens(error.Message));
                wait = LongestWait;
            }
            await Pause(wait, stop);
        }
    }

    private async Task HandleSafely(Arrival arrival, CancellationToken stop)
    {
        var troubles = 0;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await HandleOne(arrival.Sequence, troubles == 0 ? arrival.Row : null, stop);
                return;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // Only the store's own trouble comes here (disk full, server away): the update is not to blame and waits.
                if (troubles++ == 0) logger.LogError("Penyimpanan bermasalah pada pembaruan {Sequence}, dicoba lagi: {Error}", arrival.Sequence, Redaction.WithoutTokens(error.Message));
                await Pause(Backoff.After(troubles, LongestBackoff), stop);
            }
        }
    }

    private async Task HandleOne(long sequence, ReceivedRow? atHand, CancellationToken stop)
    {
        // Whether it still waits is asked again where it is marked as done.
        var row = atHand ?? await store.Read(db => db.Received.AsNoTracking().FirstOrDefaultAsync(received => received.Sequence == sequence, stop), stop);
        if (row is not { State: ReceivedState.Waiting }) return;
        var began = time.Clock.GetTimestamp();
        using var trace = Telemetry.Source.StartActivity("update");
        trace?.SetTag("kominfo.update", row.UpdateId);
        // Every line that is logged on the way bears the update's id.
        using var scope = logger.BeginScope(new KeyValuePair<string, object?>[] { new("update", row.UpdateId) });
        if (Parse(row) is not { } update)
        {
            await GiveUp(row, null, "Bentuknya bukan update Bot API.", stop);
            return;
        }
        for (var attempt = row.Attempts + 1; ; attempt++)
        {
            try
            {
                var prepared = await handler.Prepare(update, stop);
                var handled = await store.Write(async db =>
                {
                    if (!await MarkDone(db, row, stop)) return false;
                    await handler.Handle(TurnIn(db, update, prepared, stop));
                    return true;
                }, stop);
                if (!handled && await HandleEarlier(row, stop)) continue;
                meter.Handled(time.Clock.GetElapsedTime(began));
                return;
            }
            catch (Exception error) when (!stop.IsCancellationRequested && !StoreTrouble.Is(error))
            {
                if (attempt >= Attempts)
                {
                    logger.LogError("Pembaruan {UpdateId} gagal {Attempts} kali dan disisihkan: {Error}", row.UpdateId, attempt, Redaction.WithoutTokens(error.ToString()));
                    await GiveUp(row, (update, error), Redaction.WithoutTokens($"{error.GetType().Name}: {error.Message}"), stop);
                    return;
                }
                logger.LogWarning("Pembaruan {UpdateId} gagal ({Error}), percobaan {Attempt}.", row.UpdateId, error.GetType().Name, attempt);
                await store.Write(db => db.Received.Where(received => received.Sequence == sequence)
                    .ExecuteUpdateAsync(set => set.SetProperty(received => received.Attempts, attempt), stop), stop);
                await Pause(PauseAfter(error, attempt), stop);
            }
        }
    }

    /// <summary>Null when the update cannot be read; it is logged without what it says.</summary>
    private Update? Parse(ReceivedRow row)
    {
        try
        {
            return ReceivedUpdate.Parse(row.Payload);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException or FormatException or NotSupportedException)
        {
            logger.LogError("Pembaruan {UpdateId} tidak terbaca ({Error}) dan disisihkan.", row.UpdateId, error.GetType().Name);
            return null;
        }
    }

    /// <summary>Handles what a killed process left in this chat. False when there is nothing: the update itself was handled by somebody else.</summary>
    private async Task<bool> HandleEarlier(ReceivedRow row, CancellationToken stop)
    {
        var earlier = await store.Read(db => db.Received.Where(other => other.Lane == row.Lane && other.Sequence < row.Sequence && other.State == ReceivedState.Waiting)
            .OrderBy(other => other.Sequence).Select(other => other.Sequence).ToListAsync(stop), stop);
        foreach (var sequence in earlier) await HandleOne(sequence, null, stop);
        return earlier.Count > 0;
    }

    /// <summary>False when somebody else has handled it already, or an earlier one of its chat still waits. What was said in it is not kept longer than needed.</summary>
    /// <remarks>In SQL, as each update begins with it: 0 waits, 1 is done (<see cref="ReceivedState"/>); as constants, or SQLite would not use the index of what waits.</remarks>
    private static async Task<bool> MarkDone(NewsroomDb db, ReceivedRow row, CancellationToken cancel)
        => await db.Database.ExecuteSqlAsync($"""
            UPDATE "Received" SET "State" = 1, "Payload" = ''
            WHERE "Sequence" = {row.Sequence} AND "State" = 0 AND NOT EXISTS (SELECT 1 FROM "Received" AS "other" WHERE "other"."Lane" = {row.Lane} AND "other"."Sequence" < {row.Sequence} AND "other"."State" = 0)
            """, cancel) == 1;

    private async Task GiveUp(ReceivedRow row, (Update Update, Exception Error)? failed, string why, CancellationToken stop)
    {
        if (failed is var (update, error))
        {
            try
            {
                await store.Write(async db =>
                {
                    if (await MarkFailed(db, row.Sequence, why, stop)) await handler.GaveUp(TurnIn(db, update, Prepared.Nothing, stop), error);
                }, stop);
                return;
            }
            catch (Exception telling) when (!stop.IsCancellationRequested && !StoreTrouble.Is(telling))
            {
                logger.LogError("Kegagalan pembaruan {UpdateId} tidak dapat diberitahukan: {Error}", row.UpdateId, Redaction.WithoutTokens(telling.ToString()));
            }
        }
        await store.Write(db => MarkFailed(db, row.Sequence, why, stop), stop);
    }

    private static async Task<bool> MarkFailed(NewsroomDb db, long sequence, string why, CancellationToken cancel)
    {
        var brief = why[..Math.Min(why.Length, 500)].Replace("\0", "", StringComparison.Ordinal);
        return await db.Received
            .Where(row => row.Sequence == sequence && row.State == ReceivedState.Waiting)
            .ExecuteUpdateAsync(row => row.SetProperty(x => x.State, ReceivedState.Failed).SetProperty(x => x.Attempts, x => x.Attempts + 1).SetProperty(x => x.LastError, brief), cancel) == 1;
    }

    private Turn TurnIn(NewsroomDb db, Update update, Prepared prepared, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return new(update, prepared, db, new OutboxWriter(db, now), now, cancel);
    }

    /// <summary>A file that the server does not give at once is worth some seconds; a defect of ours is not.</summary>
    private static TimeSpan PauseAfter(Exception error, int attempt)
        => error is RequestException and not ApiRequestException ? TimeSpan.FromSeconds(Math.Pow(3, attempt - 1)) : TimeSpan.FromMilliseconds(100 * Math.Pow(4, attempt - 1));

    private async Task Pause(TimeSpan pause, CancellationToken stop)
        => await Task.Delay(pause, time.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
