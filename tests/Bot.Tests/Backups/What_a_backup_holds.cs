using System.Security.Cryptography;
using KominfoBot.Bot.Backups;
using KominfoBot.Bot.Hosting;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KominfoBot.Bot.Tests.Backups;

public sealed class What_a_backup_holds
{
    [Theory, BothStores]
    public async Task Database_media_audit_head_and_settings_without_secrets(StoreProvider provider)
    {
        await using var desk = await BackupDesk.Open(provider);
        await desk.Happens(3);
        var hash = await desk.Photo(1);
        desk.Write("%PDF-"u8.ToArray(), "documents", "ab", $"{Convert.ToHexStringLower(SHA256.HashData("%PDF-"u8))}.pdf");
        desk.Write([1], "photos", "work", "half", "original");
        desk.Write([1], "exports", "ekspor.xlsx");

        var manifest = await desk.Job("--Office:Name=Diskominfo Uji").Write(desk.File("b.tar"), shelf: false, BackupDesk.Cancel);

        Assert.Empty(manifest.Faults);
        Assert.Equal(3, manifest.AuditEvents);
        Assert.Equal((await desk.Store.Read(db => db.AuditHeads.SingleAsync(BackupDesk.Cancel), BackupDesk.Cancel)).Hash, manifest.AuditHead);
        Assert.Equal([provider == StoreProvider.Sqlite ? "database.sqlite.gz" : "database.pgdump", "documents", "photos", "photos"], manifest.Entries.Select(entry => entry.Name.Split('/')[0]));
        Assert.Equal(hash, manifest.Entries.Single(entry => entry.Name.StartsWith("photos/originals/", StringComparison.Ordinal)).Sha256);
        Assert.Equal("Diskominfo Uji", manifest.Settings["Office:Name"]);
        Assert.DoesNotContain(manifest.Settings, pair => pair.Key.Contains("Token", StringComparison.Ordinal) || pair.Key.Contains("ConnectionString", StringComparison.Ordinal));
        Assert.Equal(["b.tar"], Directory.EnumerateFileSystemEntries(desk.File(), "b.*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_is_amiss_with_the_data_is_named_and_the_rest_is_kept()
    {
        await using var desk = await BackupDesk.Open(StoreProvider.Sqlite);
        await desk.Happens(2);
        var (missing, rotten) = (await desk.Photo(1, onDisk: false), await desk.Photo(2));
        desk.Write([0xFF, 0xD8, 9], "photos", "originals", rotten[..2], $"{rotten}.jpg");

        var manifest = await desk.Job().Write(desk.File("b.tar"), shelf: false, BackupDesk.Cancel);

        Assert.Contains(manifest.Faults, fault => fault.Contains(missing, StringComparison.Ordinal));
        Assert.Contains(manifest.Faults, fault => fault.Contains(rotten, StringComparison.Ordinal));
        Assert.True(File.Exists(desk.File("b.tar")));
    }

    [Fact]
    public async Task A_damaged_database_is_no_backup()
    {
        await using var desk = await BackupDesk.Open(StoreProvider.Sqlite);
        await desk.Happens(2);
        await StoreDoor.Of(desk.Settings(), World.ForCommand(desk.Settings()).Directory).CopyTo(desk.File("rusak.db"), BackupDesk.Cancel);
        var job = desk.Job($"--Store:ConnectionString=Data Source={desk.File("rusak.db")}");
        using (var file = new FileStream(desk.File("rusak.db"), FileMode.Open))
        {
            file.Position = 100;
            file.Write(RandomNumberGenerator.GetBytes(4000));
        }

        await Assert.ThrowsAnyAsync<Exception>(() => job.Write(desk.File("b.tar"), shelf: false, BackupDesk.Cancel));

        Assert.Empty(Directory.EnumerateFileSystemEntries(desk.File(), "b.*"));
    }

    /// <summary>Each day costs what is new: the photo of the first day is neither read again nor stored again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Daily_ones_share_their_media_and_come_back(bool encrypted)
    {
        await using var desk = await BackupDesk.Open(StoreProvider.Sqlite);
        await File.WriteAllTextAsync(desk.File("key"), "sebelas ekor itik di sawah", BackupDesk.Cancel);
        string[] typed = encrypted ? [$"--Backup:PassphraseFile={desk.File("key")}"] : [];
        await desk.Happens(1);
        var first = await desk.Photo(1);
        await desk.Job(typed).Write(desk.File("backups", "1.tar"), shelf: true, BackupDesk.Cancel);
        var second = await desk.Photo(2);
        var manifest = await desk.Job(typed).Write(desk.File("backups", "2.tar"), shelf: true, BackupDesk.Cancel);

        Assert.Equal(4, manifest.Entries.Count(entry => entry.Beside));
        Assert.Equal(4, Directory.EnumerateFiles(desk.File("backups", "media"), encrypted ? "*.enc" : "*.jpg", SearchOption.AllDirectories).Count());
        var settings = desk.Settings([.. typed, $"--DataDirectory={desk.File("new")}", $"--Store:ConnectionString=Data Source={desk.File("new", "kominfo.db")}"]);
        await BackupDesk.Restore(settings).Run(desk.File("backups", "2.tar"), BackupDesk.Cancel);
        foreach (var hash in (string[])[first, second])
        {
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(desk.Data, "photos", "originals", hash[..2], $"{hash}.jpg"), BackupDesk.Cancel), await File.ReadAllBytesAsync(desk.File("new", "photos", "originals", hash[..2], $"{hash}.jpg"), BackupDesk.Cancel));
            Assert.True(File.Exists(desk.File("new", "photos", "public", hash[..2], $"{hash}-large.jpg")));
        }
        Assert.True(File.Exists(desk.File("new", "ran-with-token")));
        Assert.False(Directory.Exists(desk.File("new", ".restore")));
    }

    [Fact]
    public async Task An_archive_without_the_media_beside_it_says_so()
    {
        await using var desk = await BackupDesk.Open(StoreProvider.Sqlite);
        await desk.Photo(1);
        await desk.Job().Write(desk.File("backups", "1.tar"), shelf: true, BackupDesk.Cancel);
        File.Move(desk.File("backups", "1.tar"), desk.File("1.tar"));
        var settings = desk.Settings($"--DataDirectory={desk.File("new")}", $"--Store:ConnectionString=Data Source={desk.File("new", "kominfo.db")}");

        var refusal = await Assert.ThrowsAsync<OperatorException>(() => BackupDesk.Restore(settings).Run(desk.File("1.tar"), BackupDesk.Cancel));

        Assert.Contains("salin folder itu bersama", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(desk.File("new", "kominfo.db")));
    }

    [Fact]
    public async Task What_a_killed_one_left_is_swept_and_never_bears_the_name()
    {
        await using var desk = await BackupDesk.Open(StoreProvider.Sqlite);
        Directory.CreateDirectory(desk.File("b.tar.part"));
        await File.WriteAllTextAsync(desk.File("b.tar.part", "archive"), "half", BackupDesk.Cancel);
        using var killed = new CancellationTokenSource();
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.Job().Write(desk.File("b.tar"), shelf: false, killed.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(desk.File(), "b.*"));

        await desk.Job().Write(desk.File("b.tar"), shelf: false, BackupDesk.Cancel);

        Assert.Equal(["b.tar"], Directory.EnumerateFileSystemEntries(desk.File(), "b.*").Select(Path.GetFileName));
    }

    [Theory, BothStores]
    public async Task Without_room_there_is_the_old_one_or_none_and_never_half_of_one(StoreProvider provider)
    {
        await using var desk = await BackupDesk.Open(provider);
        await desk.Happens(2);
        await desk.Photo(1);
        await using var disk = await SmallDisk.Mount(desk.File("disk"), megabytes: 4);
        Assert.SkipWhen(disk is null, SmallDisk.Missing);
        var target = Path.Combine(disk.Path, "b.tar");
        await desk.Job().Write(target, shelf: false, BackupDesk.Cancel);
        var old = await File.ReadAllBytesAsync(target, BackupDesk.Cancel);
        disk.Fill();

        var refusal = await Assert.ThrowsAsync<OperatorException>(() => desk.Job().Write(target, shelf: false, BackupDesk.Cancel));

        Assert.Contains("disk", refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(old, await File.ReadAllBytesAsync(target, BackupDesk.Cancel));
        Assert.Equal(["b.tar", "penuh"], Directory.EnumerateFileSystemEntries(disk.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        disk.Free();
        await desk.Job().Write(target, shelf: false, BackupDesk.Cancel);
    }

    [Theory, BothStores]
    public async Task Before_a_migration_the_old_schema_is_backed_up_once(StoreProvider provider)
    {
        await using var desk = await BackupDesk.Open(provider, migrated: false);
        var settings = desk.Settings();
        var (world, clock) = (World.ForCommand(settings), new ManualClock());
        var door = StoreDoor.Of(settings, world.Directory);
        Assert.Null(await MigrationBackup.Take(settings, world, door, desk.Store, clock, BackupDesk.Cancel));

        var old = await desk.Store.Read(db => Task.FromResult(db.Database.GetMigrations().TakeLast(2).First()), BackupDesk.Cancel);
        await Migrate(provider, door.ConnectionString, old);
        var file = await MigrationBackup.Take(settings, world, door, desk.Store, clock, BackupDesk.Cancel);

        Assert.Contains("sebelum-migrasi", file, StringComparison.Ordinal);
        Assert.Equal(old, (await BackupArchive.Verify(file!, null, BackupDesk.Cancel)).Schema);
        await desk.Store.Migrate(BackupDesk.Cancel);
        Assert.Null(await MigrationBackup.Take(settings, world, door, desk.Store, clock, BackupDesk.Cancel));
    }

    private static async Task Migrate(StoreProvider provider, string connectionString, string migration)
    {
        await using NewsroomDb db = provider == StoreProvider.Sqlite
            ? new SqliteNewsroomDb(new DbContextOptionsBuilder<SqliteNewsroomDb>().UseSqlite(connectionString).Options)
            : new PostgresNewsroomDb(new DbContextOptionsBuilder<PostgresNewsroomDb>().UseNpgsql(connectionString).Options);
        await db.GetService<IMigrator>().MigrateAsync(migration, BackupDesk.Cancel);
    }
}
