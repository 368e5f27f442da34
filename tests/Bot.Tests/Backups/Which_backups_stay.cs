using KominfoBot.Bot.Backups;
using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Tests.Backups;

public sealed class Which_backups_stay : IDisposable
{
    private static readonly OfficeTime office = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));

    private readonly TemporaryDirectory directory = new();

    [Fact]
    public void Those_of_two_weeks_and_the_first_of_each_month()
    {
        var folder = new BackupFolder(directory.Path, office, new BackupOptions());
        var now = new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.FromHours(7));
        for (var day = 0; day < 800; day++) File.WriteAllText(folder.NameAt(now.AddDays(-day), encrypted: day % 2 == 0), "");
        File.WriteAllText(directory.File("catatan.txt"), "");

        folder.Sweep(now);

        var days = folder.List().Select(backup => office.Today(backup.At)).ToList();
        Assert.Equal(Enumerable.Range(0, 14).Select(day => new DateOnly(2026, 11, 26).AddDays(-day)), days.Take(14));
        Assert.Equal(Enumerable.Range(0, 12).Select(month => new DateOnly(2026, 11, 1).AddMonths(-month)).Where(day => day > new DateOnly(2025, 11, 26)), days.Skip(14).Take(12).Where(day => day.Day == 1));
        Assert.InRange(days.Count, 25, 27);
        Assert.True(File.Exists(directory.File("catatan.txt")));
    }

    [Fact]
    public void The_newest_stays_however_old_it_is()
    {
        var folder = new BackupFolder(directory.Path, office, new BackupOptions { KeepMonths = 0 });
        var now = new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.FromHours(7));
        foreach (var days in (int[])[400, 500]) File.WriteAllText(folder.NameAt(now.AddDays(-days), encrypted: false), "");

        folder.Sweep(now);

        Assert.Equal(now.AddDays(-400), Assert.Single(folder.List()).At);
    }

    [Fact]
    public void What_a_killed_one_left_goes_when_nobody_works_on_it_any_more()
    {
        var folder = new BackupFolder(directory.Path, office, new BackupOptions());
        var now = new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.FromHours(7));
        foreach (var hours in (int[])[1, 13]) Directory.SetLastWriteTimeUtc(Directory.CreateDirectory(folder.NameAt(now.AddHours(-hours), encrypted: false) + ".part").FullName, now.AddHours(-hours).UtcDateTime);

        folder.Sweep(now);

        Assert.Equal([folder.NameAt(now.AddHours(-1), encrypted: false) + ".part"], Directory.GetDirectories(directory.Path));
    }

    public void Dispose() => directory.Dispose();
}
