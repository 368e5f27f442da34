using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KominfoBot.Testing;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Backups;

/// <summary>What ten years leave: texts of 50,000 items, 250,000 events, 50,000 photos with two variants each. A long program; prints how long it takes.</summary>
public sealed class Ten_years
{
    private const int Items = 50_000;
    private const int EventsEach = 5;

    [Fact]
    public async Task Are_backed_up_and_come_back()
    {
        Assert.SkipUnless(LongRun.IsOn, "A long program: ./test --long runs it.");
        await using var desk = await BackupDesk.Open(StoreProvider.Sqlite);
        await Fill(desk);

        var began = Stopwatch.GetTimestamp();
        var made = await desk.Job().Write(desk.File("b.tar"), shelf: false, BackupDesk.Cancel);
        var backup = Stopwatch.GetElapsedTime(began);
        began = Stopwatch.GetTimestamp();
        var settings = desk.Settings($"--DataDirectory={desk.File("new")}", $"--Store:ConnectionString=Data Source={desk.File("new", "kominfo.db")}");
        await BackupDesk.Restore(settings).Run(desk.File("b.tar"), BackupDesk.Cancel);
        var restore = Stopwatch.GetElapsedTime(began);

        Assert.Empty(made.Faults);
        Assert.Equal(Items * EventsEach, made.AuditEvents);
        Assert.Equal(3 * Items, Directory.EnumerateFiles(desk.File("new", "photos"), "*", SearchOption.AllDirectories).Count());
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(desk.File("kominfo.db")).Length >> 20} MB database, {made.Entries.Count} files: backup {backup.TotalSeconds:0} s, restore {restore.TotalSeconds:0} s"));
    }

    private static async Task Fill(BackupDesk desk)
    {
        var at = ManualClock.WednesdayMorning;
        await desk.Store.Write(async db =>
        {
            var (previous, text) = (AuditChain.Genesis, new string('b', 4000));
            for (var number = 1L; number <= Items * EventsEach; number++)
            {
                var canonical = JsonSerializer.SerializeToUtf8Bytes(new { sequence = number, at, act = "Submit" });
                var hash = Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(previous), .. canonical]));
                await db.Database.ExecuteSqlAsync($"""INSERT INTO "AuditEvents" ("Sequence", "At", "Act", "Canonical", "PreviousHash", "Hash") VALUES ({number}, {at.UtcTicks}, 'Submit', {canonical}, {previous}, {hash})""", BackupDesk.Cancel);
                previous = hash;
            }
            db.AuditHeads.Add(new AuditHead { Sequence = Items * EventsEach, Hash = previous });
            for (var number = 0; number < Items; number++)
            {
                byte[] photo = [.. Encoding.UTF8.GetBytes($"photo {number} "), .. new byte[1500]];
                var name = Convert.ToHexStringLower(SHA256.HashData(photo));
                desk.Write(photo, "photos", "originals", name[..2], $"{name}.jpg");
                foreach (var variant in (string[])["large", "medium"]) desk.Write(photo[..900], "photos", "public", name[..2], $"{name}-{variant}.jpg");
                db.Photos.Add(new PhotoRow { Hash = name, Format = "jpg", Width = 10, Height = 10, Bytes = photo.Length, AddedAt = at });
                db.Facts.Add(new FactRow { Name = $"item {number}", Value = text });
            }
        }, BackupDesk.Cancel);
    }
}
