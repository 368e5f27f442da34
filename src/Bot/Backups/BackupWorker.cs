using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Updates;
using KominfoBot.Bot.Watch;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.Storage;
using Quartz;

namespace KominfoBot.Bot.Backups;

/// <summary>
/// Makes the scheduled backups, beside the table of due things: a copy takes too long for a transaction. The due thing wakes it; a start makes up for one
/// that was missed or broken off, and one that failed is tried again after an hour.
/// </summary>
public sealed class BackupWorker(House house, BackupOptions options, BackupFolder folder, BackupWatch watch, WatchNotes notes, OfficeTime office, TimeProvider clock, RealTime time, ILogger<BackupWorker> logger) : BackgroundService
{
    public const string Kind = "backup";

    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    /// <summary>The due thing's effect: it wakes the worker.</summary>
    public static Task<Settlement> CarryOut(BackupWatch watch)
    {
        watch.Wanted.Raise();
        return Task.FromResult(Settlement.Done);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrWhiteSpace(options.Schedule)) return;
        var cron = new CronExpression(options.Schedule, office.Zone);
        // No backup since the last time that one was due. (In an office that never had one, the due row comes soon enough.)
        var missed = folder.List() is [{ } newest, ..] && cron.GetNextValidTimeAfter(newest.At) <= clock.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            if (missed && !await Make(stoppingToken)) await Task.WhenAny(watch.Wanted.Wait(stoppingToken).AsTask(), Task.Delay(Again, time.Clock, stoppingToken));
            else await watch.Wanted.Wait(stoppingToken).AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            missed = true;
        }
    }

    /// <summary>One backup, and the sweep of old ones after it.</summary>
    private async Task<bool> Make(CancellationToken cancel)
    {
        try
        {
            var job = new BackupJob(house.Settings, house.World, StoreDoor.Of(house.Settings, house.World.Directory), options, clock);
            var file = folder.NameAt(clock.GetUtcNow(), job.Encrypted);
            var manifest = await job.Write(file, shelf: true, cancel);
            await Note(cancel, (WatchNotes.BackupFailure, null), (WatchNotes.BackupFaults, string.Join('\n', manifest.Faults)));
            if (manifest.Faults.Count > 0) logger.LogError("Cadangan {File} dibuat, tetapi datanya bermasalah: {Faults}. Cadangan lama tidak dihapus.", file, string.Join("; ", manifest.Faults));
            else
            {
                folder.Sweep(clock.GetUtcNow());
                logger.LogInformation("Cadangan {File} dibuat dan diperiksa: {Items} naskah, {Files} berkas.", file, manifest.Items, manifest.Entries.Count);
            }
            return true;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception error)
        {
            logger.LogError("Cadangan gagal, dicoba lagi sejam kemudian: {Error}", Redaction.WithoutTokens(Exit.SentenceOf(error)));
            await Note(cancel, (WatchNotes.BackupFailure, Redaction.WithoutTokens(Exit.SentenceOf(error))));
            return false;
        }
    }

    /// <summary>How it went, all at once. That it cannot be written makes no bad backup of a good one.</summary>
    private async Task Note(CancellationToken cancel, params (string Name, string? Value)[] lines)
    {
        try
        {
            await notes.Write(lines, cancel);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested && StoreTrouble.Is(error))
        {
            // The store itself is away, which others say; the log has the sentence.
            logger.LogError("Hasil cadangan belum tercatat: {Error}", Redaction.WithoutTokens(error.Message));
        }
    }
}

/// <summary>Wakes the worker.</summary>
public sealed class BackupWatch
{
    /// <summary>Raised when a backup is due.</summary>
    public Signal Wanted { get; } = new();
}
