using Quartz;

namespace KominfoBot.Bot.Jobs;

/// <summary>What a timetable does on a day on which the office is closed.</summary>
public enum OnClosedDays
{
    Anyway,
    Skip,
    /// <summary>At the same hour of the next working day.</summary>
    NextWorkingDay,
}

/// <summary>Something that recurs by the office's clocks. Each occurrence is a due thing of this kind; its subject is the instant, as <see cref="TimetableDesk"/> writes it.</summary>
/// <param name="Cron">As Quartz writes it: seconds first. Its own time zone does not matter, the office's does.</param>
/// <param name="EachCounts">Of several that were missed each is carried out, in order; its handler judges what is still useful. Else only the last one is.</param>
public sealed record Timetable(string Kind, string Cron, OnClosedDays OnClosedDays, bool EachCounts = false)
{
    /// <summary>Why a setting is no schedule, for a sentence that names it; null when it is one. Nothing means never.</summary>
    public static string? Fault(string? cron)
    {
        if (string.IsNullOrWhiteSpace(cron)) return null;
        if (!CronExpression.TryParse(cron, out var expression))
            return "bukan jadwal cron; isinya enam kolom (detik menit jam tanggal bulan hari), misalnya \"0 30 7 ? * MON-FRI\" untuk pukul 07.30 Senin sampai Jumat, atau kosong agar tidak pernah.";
        return expression.GetNextValidTimeAfter(DateTimeOffset.UnixEpoch) is null ? "tidak pernah tiba pada tanggal mana pun; periksa tanggal dan bulannya." : null;
    }
}
