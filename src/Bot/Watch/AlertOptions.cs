using System.ComponentModel.DataAnnotations;

namespace KominfoBot.Bot.Watch;

/// <summary>Settings <c>Alerts:*</c>: when AdminPortal is told by chat that something of the house needs a hand.</summary>
public sealed class AlertOptions
{
    public const string Section = "Alerts";

    /// <summary>Minutes between two looks; 0: never.</summary>
    [Range(0, 1440, ErrorMessage = "harus 0 sampai 1440 menit.")]
    public int EveryMinutes { get; set; } = 5;

    /// <summary>Minutes for which an update or a message may wait.</summary>
    [Range(1, 1440, ErrorMessage = "harus 1 sampai 1440 menit.")]
    public int QueueMinutes { get; set; } = 15;

    /// <summary>Room that the disk must have.</summary>
    [Range(0, 10_000_000, ErrorMessage = "harus 0 sampai 10000000 MB.")]
    public int DiskFreeMegabytes { get; set; } = 1024;

    /// <summary>Hours after which the newest backup is too old; counts only where backups are scheduled.</summary>
    [Range(1, 10_000, ErrorMessage = "harus 1 sampai 10000 jam.")]
    public int BackupHours { get; set; } = 36;
}
