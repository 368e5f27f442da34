using System.Globalization;
using System.Text.RegularExpressions;
using KominfoBot.Bot.Hosting;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Backups;

/// <summary>A backup of the office's own folder.</summary>
/// <param name="At">When it was begun.</param>
public sealed record KeptBackup(string Path, DateTimeOffset At);

/// <summary>Where scheduled backups lie: <c>kominfo-20261126-020000.tar</c>, in the office's time; encrypted ones end in <c>.tar.enc</c>.</summary>
public sealed partial class BackupFolder(string path, OfficeTime office, BackupOptions options)
{
    private const string Format = "yyyyMMdd-HHmmss";

    /// <summary>No backup takes so long.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(12);

    public string Path => path;

    public static BackupFolder Of(World world, OfficeTime office, BackupOptions options)
        => new(string.IsNullOrWhiteSpace(options.Directory) ? world.Directory.File("backups") : System.IO.Path.GetFullPath(options.Directory), office, options);

    /// <summary>The file of a backup that begins now.</summary>
    /// <param name="why">Part of the name, e.g. "sebelum-migrasi"; empty for the daily one.</param>
    public string NameAt(DateTimeOffset now, bool encrypted, string why = "")
        => System.IO.Path.Combine(path, $"kominfo-{office.Local(now).ToString(Format, CultureInfo.InvariantCulture)}{(why.Length > 0 ? "-" + why : "")}.tar{(encrypted ? ".enc" : "")}");

    /// <summary>What is there, the newest first.</summary>
    public IReadOnlyList<KeptBackup> List()
    {
        if (!Directory.Exists(path)) return [];
        return [.. Directory.EnumerateFiles(path).Select(file => (file, Match: NamePattern().Match(System.IO.Path.GetFileName(file)))).Where(each => each.Match.Success)
            .Select(each => new KeptBackup(each.file, At(each.Match.Groups[1].Value))).OrderByDescending(backup => backup.At)];
    }

    /// <summary>Removes what is older than is to be kept; the newest always stays.</summary>
    public void Sweep(DateTimeOffset now)
    {
        // What a killed one left in the making.
        foreach (var broken in Directory.Exists(path) ? Directory.EnumerateDirectories(path, "kominfo-*.part") : [])
            if (now.UtcDateTime - Directory.GetLastWriteTimeUtc(broken) > Abandoned) Directory.Delete(broken, recursive: true);
        var today = office.Today(now);
        var months = new HashSet<(int, int)>();
        // From the oldest on: the first of each month is the one that stays.
        foreach (var backup in List().Skip(1).Reverse())
        {
            var day = office.Today(backup.At);
            if (day > today.AddDays(-options.KeepDays)) continue;
            if (day > today.AddMonths(-options.KeepMonths) && months.Add((day.Year, day.Month))) continue;
            File.Delete(backup.Path);
        }
    }

    private DateTimeOffset At(string text)
    {
        var local = DateTime.ParseExact(text, Format, CultureInfo.InvariantCulture);
        return office.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    [GeneratedRegex(@"^kominfo-(\d{8}-\d{6})(-[a-z-]+)?\.tar(\.enc)?$")]
    private static partial Regex NamePattern();
}
