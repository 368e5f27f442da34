using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.Storage;
using Quartz;

namespace KominfoBot.Bot.Jobs;

/// <summary>
/// Runs Quartz, off the path of the start, and triggers its job: at start (for what was missed), when the office's clock reaches the nearest due instant or
/// jumps over it, when a commit plans something for now, and every minute of the machine's time (for what another process planned and for a clock that was set;
/// sooner while the store is away).
/// </summary>
public sealed class DueWatch(ISchedulerFactory quartz, NewsroomStore store, DueRound round, TimeProvider clock, RealTime time, ILogger<DueWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Safety = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private int troubles;

    /// <summary>When a round was last asked for: it tries what is due by then.</summary>
    private DateTimeOffset asked;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scheduler = await quartz.GetScheduler(stoppingToken);
        try
        {
            await scheduler.Start(stoppingToken);
            await Watch(scheduler, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop: below.
        }
        finally
        {
            // A round in hand is finished first.
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        }
    }

    private async Task Watch(IScheduler scheduler, CancellationToken stop)
    {
        var (planned, ended, safety) = (Planned(), Ended(), Later(Safety));
        await Ask(scheduler, clock.GetUtcNow(), stop);
        DateTimeOffset? next = null;
        while (true)
        {
            using var nap = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var alarm = Reaches(next, nap.Token);
            await Task.WhenAny(planned, ended, safety, alarm);
            // Asked once: what completes from here on is for the next turn.
            var (isPlanned, isEnded, isSafety, isAlarm) = (planned.IsCompleted, ended.IsCompleted, safety.IsCompleted, alarm.IsCompletedSuccessfully);
            await nap.CancelAsync();
            stop.ThrowIfCancellationRequested();
            if (isPlanned) planned = Planned();
            if (isEnded) ended = Ended();
            var now = clock.GetUtcNow();
            (var dueNow, next) = await Outlook(now, stop);
            if (troubles > 0) safety = Later(Backoff.After(troubles, Safety));
            else if (isSafety) safety = Later(Safety);

            // What is still due after a round was just tried by it; only a plan or the time is news.
            if (!isSafety && !isAlarm && !(isPlanned && dueNow)) continue;
            // The round's end tells what comes next.
            next = null;
            await Ask(scheduler, now, stop);
        }

        Task Planned() => store.Signals.Due.Wait(stop).AsTask();
        Task Ended() => round.Ended.Wait(stop).AsTask();
        Task Later(TimeSpan pause) => Task.Delay(pause, time.Clock, stop);
    }

    private async Task Ask(IScheduler scheduler, DateTimeOffset now, CancellationToken cancel)
    {
        asked = now;
        await scheduler.TriggerJob(CarryOutDue.Key, cancellationToken: cancel);
    }

    private async Task<(bool DueNow, DateTimeOffset? Next)> Outlook(DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            // The clock may have jumped since the round looked, or been set back.
            var looked = round.LookedAt > asked ? round.LookedAt : asked;
            var outlook = await store.Read(db => DueDesk.Outlook(db, round.Kinds, now, looked < now ? looked : now, cancel), cancel);
            troubles = round.Troubled ? troubles + 1 : 0;
            return outlook;
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            if (troubles++ == 0) logger.LogError("Tabel jadwal tidak terbaca, dicoba lagi terus: {Error}", Redaction.WithoutTokens(error.ToString()));
            return (false, null);
        }
    }

    /// <summary>Returns when the office's clock shows that instant or a later one; never, when there is none.</summary>
    private async Task Reaches(DateTimeOffset? instant, CancellationToken cancel)
    {
        if (instant is not { } at) await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        else
            for (var now = clock.GetUtcNow(); now < at; now = clock.GetUtcNow())
            {
                var timer = Task.Delay(TimeSpan.FromTicks(Math.Clamp((at - now).Ticks, ShortestWait.Ticks, LongestWait.Ticks)), clock, cancel);
                // A clock that jumped while the timer was made did not know of it.
                if (clock.GetUtcNow() < at) await timer;
            }
    }
}
