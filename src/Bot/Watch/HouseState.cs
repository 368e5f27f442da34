using KominfoBot.Bot.Backups;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Watch;

/// <summary>How the house stands: what waits and for how long, the room on the disk, the newest backup. Asked by `doctor`, by the alerts and by the metrics.</summary>
/// <param name="OldestInbox">Age of the update that waits longest; zero when none waits.</param>
/// <param name="OldestOutbox">Age of the message that may be sent and waits longest; zero when none waits.</param>
/// <param name="DeadLetters">Updates that were given up.</param>
/// <param name="FailedDue">Due things that were given up.</param>
/// <param name="DiskFree">Bytes.</param>
/// <param name="NewestBackup">Null while there is none.</param>
public sealed record HouseState(
    TimeSpan OldestInbox, int Inbox, TimeSpan OldestOutbox, int Outbox, int DeadLetters, int FailedDue, int Unreachable, int Published, long DiskFree, DateTimeOffset? NewestBackup)
{
    /// <param name="path">The data directory.</param>
    public static async Task<HouseState> Of(NewsroomDb db, string path, BackupFolder backups, DateTimeOffset now, CancellationToken cancel)
    {
        var inbox = db.Received.Where(row => row.State == ReceivedState.Waiting);
        // What the server told to wait for is not late.
        var outbox = db.ToSend.Where(row => row.State == ToSendState.Waiting && row.NotBefore <= now);
        var oldestIn = await inbox.OrderBy(row => row.Sequence).Select(row => (DateTimeOffset?)row.ReceivedAt).FirstOrDefaultAsync(cancel);
        var oldestOut = await outbox.OrderBy(row => row.Sequence).Select(row => (DateTimeOffset?)row.CreatedAt).FirstOrDefaultAsync(cancel);
        return new HouseState(
            Age(oldestIn), await inbox.CountAsync(cancel), Age(oldestOut), await outbox.CountAsync(cancel),
            await db.Received.CountAsync(row => row.State == ReceivedState.Failed, cancel), await db.Due.CountAsync(row => row.State == DueState.Failed, cancel),
            await db.Members.CountAsync(member => !member.Reachable && member.Appointments.Any(), cancel), await db.Publications.CountAsync(cancel),
            FreeAt(path), backups.List() is [{ } newest, ..] ? newest.At : null);

        TimeSpan Age(DateTimeOffset? since) => since is { } from && now > from ? now - from : TimeSpan.Zero;
    }

    /// <summary>Bytes that this process may still write there.</summary>
    public static long FreeAt(string path) => new DriveInfo(path).AvailableFreeSpace;
}
