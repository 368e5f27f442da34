using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Updates;
using KominfoBot.Bot.Watch;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Outbox;

/// <summary>How a row goes on after one try.</summary>
internal abstract record Progress
{
    /// <param name="Called">Whether the server was asked.</param>
    public sealed record Finished(bool Called) : Progress;

    public sealed record Later(TimeSpan After) : Progress;

    /// <summary>The server asked for this pause.</summary>
    public sealed record TooMany(TimeSpan After) : Progress;
}

/// <summary>
/// One try of one row: read it, ask the server, write down what came of it. A row leaves the waiting state only after the server's answer, so a killed process
/// sends again what it does not know to be sent. No transaction is open while the server is asked.
/// </summary>
/// <param name="clock">The office's: when things are said and expire.</param>
/// <param name="time">The machine's: parking, back-off.</param>
internal sealed class OutboxDelivery(
    NewsroomStore store, Courier courier, GroupCommit marks, UnreachableHook unreachable, DeliveryHealth health, FatalStop fatal,
    TimeProvider clock, RealTime time, DeliveryMeter meter, ILogger<OutboxDelivery> logger)
{
    /// <summary>A longer wait is kept in the store, not in memory.</summary>
    private static readonly TimeSpan LongestInMemory = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(300);
    /// <summary>A row that failed this often (most of an hour) while others went through is itself the cause.</summary>
    private const int MostFailures = 20;

    private long lastSuccess;

    public async Task<Progress> Deliver(QueuedRow queued, CancellationToken cancel)
    {
        var (row, posted) = await store.Read(async db =>
        {
            var found = await db.ToSend.FirstOrDefaultAsync(x => x.Sequence == queued.Sequence, cancel);
            return (found, found?.Slot is null ? null : await db.Posted.FirstOrDefaultAsync(x => x.ChatId == found.ChatId && x.Slot == found.Slot, cancel));
        }, cancel);
        if (row is not { State: ToSendState.Waiting }) return new Progress.Finished(Called: false);
        if (row.ExpiresAt <= clock.GetUtcNow())
        {
            await Mark(db => OutboxMarks.Closed(db, row.Sequence, ToSendState.Void, "kedaluwarsa", cancel), cancel);
            return new Progress.Finished(Called: false);
        }
        using var trace = Telemetry.Source.StartActivity("send");
        trace?.SetTag("kominfo.message", queued.Sequence);
        try
        {
            var result = await courier.Deliver(row, Outgoing.FromPayload(row.Payload), posted, cancel);
            Interlocked.Exchange(ref lastSuccess, time.Clock.GetTimestamp());
            await Mark(db => OutboxMarks.Sent(db, row, result, clock.GetUtcNow(), cancel), cancel);
            if (result.Called) meter.Sent("sent");
            return new Progress.Finished(result.Called);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            var fault = Fault.Of(error);
            meter.Sent(fault.Kind.ToString().ToLowerInvariant());
            return await After(fault, queued, row, cancel);
        }
    }

    /// <summary>
    /// Walks the way of a mark once, for a row that does not exist: the first message of a process is then followed by its mark within a millisecond, and one
    /// that is killed in its first second does not say the same again in its next life.
    /// </summary>
    public async Task Rehearse(CancellationToken cancel)
    {
        var nobody = new ToSendRow { ChatId = 0, Payload = "", Slot = "", Priority = (int)Priority.Notice, CreatedAt = clock.GetUtcNow() };
        try
        {
            await marks.Write(db => OutboxMarks.Sent(db, nobody, new Delivery(new SlotChange.Shows("")), clock.GetUtcNow(), cancel));
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            logger.LogError("Tabel kiriman belum dapat ditulisi: {Error}", Redaction.WithoutTokens(error.ToString()));
        }
    }

    private async Task<Progress> After(Fault fault, QueuedRow queued, ToSendRow row, CancellationToken cancel)
    {
        var answer = row.Priority == (int)Priority.Answer;
        switch (fault.Kind)
        {
            case FaultKind.TooMany:
                return await Slower(fault, row, cancel);
            case FaultKind.Migrated when !queued.Migrated:
                queued.Migrated = true;
                await Mark(db => ChatMigration.Apply(db, row.ChatId, fault.NewChatId, cancel), cancel);
                return new Progress.Later(TimeSpan.Zero);
            case FaultKind.Unreachable when row.ChatId != 0:
                await CloseChat(row, fault, cancel);
                return new Progress.Finished(Called: true);
            case FaultKind.Unauthorized:
                fatal.BecauseTokenRefused();
                return new Progress.Later(LongestBackoff);
            // The press may have been answered, and it is answered once; the decision stands either way.
            case FaultKind.Timeout when answer:
                await Mark(db => OutboxMarks.Closed(db, row.Sequence, ToSendState.Void, fault.What, cancel), cancel);
                return new Progress.Finished(Called: true);
            case FaultKind.Transient or FaultKind.Timeout when !IsItselfTheCause(queued):
                if (queued.Failures++ == 0) queued.FirstFailure = time.Clock.GetTimestamp();
                if (queued.Failures == 1) logger.LogWarning("Kiriman {Sequence} dicoba lagi: {Error}", row.Sequence, Redaction.WithoutTokens(fault.What));
                return new Progress.Later(Backoff.After(queued.Failures, LongestBackoff));
            default:
                health.CountRefused();
                logger.LogError("Kiriman {Sequence} ke obrolan {ChatId} ditolak dan disisihkan: {Error}", row.Sequence, row.ChatId, Redaction.WithoutTokens(fault.What));
                await Mark(db => OutboxMarks.Closed(db, row.Sequence, ToSendState.Refused, Redaction.WithoutTokens(fault.What), cancel), cancel);
                return new Progress.Finished(Called: true);
        }
    }

    private async Task<Progress> Slower(Fault fault, ToSendRow row, CancellationToken cancel)
    {
        health.CountTooManyRequests();
        var wait = fault.Wait + TimeSpan.FromMilliseconds(Random.Shared.Next(50, 500));
        if (wait > LongestInMemory)
        {
            logger.LogWarning("Server meminta jeda {Seconds} detik untuk obrolan {ChatId}.", (int)fault.Wait.TotalSeconds, row.ChatId);
            await Mark(db => OutboxMarks.Parked(db, row.Sequence, time.Clock.GetUtcNow() + wait, fault.What, cancel), cancel);
        }
        return new Progress.TooMany(wait);
    }

    private async Task CloseChat(ToSendRow row, Fault fault, CancellationToken cancel)
    {
        async Task Close(NewsroomDb db, bool tell)
        {
            if (await OutboxMarks.Unreachable(db, row.ChatId, fault.What, cancel) && tell)
                await unreachable(db, new OutboxWriter(db, clock.GetUtcNow()), row.ChatId, cancel);
        }
        logger.LogWarning("Obrolan {ChatId} tidak terjangkau: {Error}", row.ChatId, Redaction.WithoutTokens(fault.What));
        try
        {
            await marks.Write(db => Close(db, tell: true));
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            logger.LogError("Pemberitahuan tentang obrolan {ChatId} yang tidak terjangkau gagal: {Error}", row.ChatId, Redaction.WithoutTokens(error.ToString()));
            await Mark(db => Close(db, tell: false), cancel);
        }
    }

    /// <summary>What the server has done must be written down before anything else of the chat is sent, however long the store takes.</summary>
    private async Task Mark(Func<NewsroomDb, Task> mark, CancellationToken cancel)
    {
        for (var failures = 0; ; )
        {
            try
            {
                await marks.Write(mark);
                return;
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                if (failures == 0) logger.LogError("Hasil kiriman belum tercatat, dicoba lagi: {Error}", Redaction.WithoutTokens(error.ToString()));
                await Task.Delay(Backoff.After(++failures, TimeSpan.FromSeconds(30)), time.Clock, cancel);
            }
        }
    }

    private bool IsItselfTheCause(QueuedRow row) => row.Failures >= MostFailures && Interlocked.Read(ref lastSuccess) > row.FirstFailure;
}
