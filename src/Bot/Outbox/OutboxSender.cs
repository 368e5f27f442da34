using System.Collections.Concurrent;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KominfoBot.Bot.Outbox;

/// <summary>
/// Sends what was committed: answers to presses first, then by priority across chats, strictly in order within a chat. One process sends for a store:
/// the limits of the chat server are those of the bot, whoever sends.
/// </summary>
/// <param name="time">The machine's clock: pacing, back-off, parking.</param>
internal sealed class OutboxSender(
    NewsroomStore store, OutboxDelivery delivery, OutboxMemory memory, GroupCommit marks, IOptions<TelegramOptions> options, RealTime time, ILogger<OutboxSender> logger) : BackgroundService, ILeadersWork
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);
    /// <summary>Where a transaction with a lower number may commit after one with a higher.</summary>
    private const int Overlap = 256;

    private readonly OutboxQueue queue = new(time.Clock, options.Value.MessagesPerSecond);
    private readonly ConcurrentDictionary<Task, bool> underway = [];
    private readonly Signal wake = new();
    private long newest;
    private volatile bool arrived = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What is on its way when the process stops gets a moment to arrive and to be marked, so that it is not sent twice.
        using var end = new CancellationTokenSource();
        var committing = marks.Run(end.Token);
        await using var timer = time.Clock.CreateTimer(_ => wake.Raise(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var listening = Task.WhenAll(Listen(stoppingToken), Forget(stoppingToken));
        try
        {
            await delivery.Rehearse(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                await LoadArrived(stoppingToken);
                timer.Change(Dispatch(end.Token) ?? Safety, Timeout.InfiniteTimeSpan);
                await wake.Wait(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
        end.CancelAfter(Grace);
        await Task.WhenAll(underway.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await end.CancelAsync();
        await Task.WhenAll(committing, listening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Sends all that may be sent now; returns how long until there may be more.</summary>
    private TimeSpan? Dispatch(CancellationToken end)
    {
        TimeSpan? wait;
        while (queue.TryTake(out wait) is { } row)
        {
            var task = Task.Run(() => Send(row, end), CancellationToken.None);
            underway.TryAdd(task, true);
            _ = task.ContinueWith(done => underway.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
        // Timers count whole milliseconds.
        return wait is { } time && time < Safety ? time + TimeSpan.FromMilliseconds(1) : null;
    }

    private async Task Send(QueuedRow row, CancellationToken end)
    {
        try
        {
            switch (await delivery.Deliver(row, end))
            {
                case Progress.Finished(var called):
                    queue.Finish(row, called);
                    break;
                case Progress.Later(var after):
                    queue.Retry(row, after);
                    break;
                case Progress.TooMany(var after):
                    queue.CountTooMany(after);
                    queue.Retry(row, after);
                    break;
            }
        }
        catch (Exception error)
        {
            // The store could not be read or written, or the process ends; the row waits.
            if (!end.IsCancellationRequested) logger.LogError("Kiriman {Sequence} tertunda: {Error}", row.Sequence, Redaction.WithoutTokens(error.ToString()));
            queue.Retry(row, Backoff.After(++row.Failures, Safety));
        }
        finally
        {
            wake.Raise();
        }
    }

    private async Task Listen(CancellationToken stop)
    {
        using var safety = time.Clock.CreateTimer(_ => Arrive(all: true), null, Safety, Safety);
        while (true)
        {
            await store.Signals.ToSend.Wait(stop);
            Arrive(all: false);
        }
    }

    private async Task Forget(CancellationToken stop)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), time.Clock);
        while (await hourly.WaitForNextTickAsync(stop))
        {
            try
            {
                await memory.Sweep(stop);
            }
            catch (Exception error) when (!stop.IsCancellationRequested)
            {
                logger.LogError("Kiriman lama belum terhapus: {Error}", Redaction.WithoutTokens(error.ToString()));
            }
        }
    }

    private void Arrive(bool all)
    {
        if (all) Interlocked.Exchange(ref newest, 0);
        arrived = true;
        wake.Raise();
    }

    private async Task LoadArrived(CancellationToken stop)
    {
        if (!arrived) return;
        arrived = false;
        try
        {
            await Load(stop);
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            logger.LogError("Tabel kiriman tidak terbaca, dicoba lagi: {Error}", Redaction.WithoutTokens(error.ToString()));
        }
    }

    private async Task Load(CancellationToken stop)
    {
        var after = Interlocked.Read(ref newest) - (store.CommitsInOrder ? 0 : Overlap);
        var rows = await store.Read(db => db.ToSend
            .Where(row => row.State == ToSendState.Waiting && row.Sequence > after)
            .OrderBy(row => row.Sequence)
            .Select(row => new { row.Sequence, row.ChatId, row.Priority, row.NotBefore, Beginning = row.Payload.Substring(0, 20) })
            .ToListAsync(stop), stop);
        foreach (var row in rows)
            queue.Add(new(row.Sequence, row.ChatId, (Priority)row.Priority, Outgoing.IsNewMessage(row.Beginning), row.NotBefore));
        if (rows.Count > 0) Interlocked.Exchange(ref newest, Math.Max(Interlocked.Read(ref newest), rows[^1].Sequence));
    }
}
