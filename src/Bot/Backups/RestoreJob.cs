using System.IO.Compression;
using System.Security.Cryptography;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Photos;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Storage;
using Microsoft.Data.Sqlite;

namespace KominfoBot.Bot.Backups;

/// <summary>
/// Puts a backup back onto an empty data directory (and an empty PostgreSQL database). Everything is unpacked and compared first and only then moved to its
/// place; a restore that was interrupted is begun anew, and `serve` refuses meanwhile.
/// </summary>
internal sealed class RestoreJob(Settings settings, BackupOptions options, TimeProvider clock)
{
    /// <summary>Holds what is being unpacked; while it is there, the restore is not done.</summary>
    private const string WorkName = ".restore";

    /// <summary>In it: what was moved to its place already.</summary>
    private const string PlacingName = "placing";

    private static readonly string[] folders = ["photos", "documents", "telegram"];

    /// <summary>May be in a directory that counts as empty.</summary>
    private static readonly string[] harmless = ["kominfo.lock", "control.sock", "backups", "lost+found", "sandbox", WorkName];

    /// <exception cref="OperatorException">A restore of this directory was interrupted.</exception>
    public static void RefuseUnfinished(DataDirectory outer)
    {
        if (Directory.Exists(outer.File(WorkName))) throw new OperatorException($"Pemulihan ke {outer.Path} terputus sebelum selesai. Jalankan `restore <berkas>` sekali lagi.");
    }

    /// <returns>What was restored.</returns>
    /// <exception cref="OperatorException">Nothing was changed; why, in one sentence.</exception>
    public async Task<BackupManifest> Run(string archive, CancellationToken cancel)
    {
        if (!File.Exists(archive)) throw new OperatorException($"Berkas cadangan {archive} tidak ada.");
        var outer = DataDirectory.Of(settings);
        var door = StoreDoor.Of(settings, World.ForCommand(settings).Directory);
        outer.Prepare();
        using var held = InstanceLock.Try(outer, "restore") ?? throw Busy(outer);
        var work = outer.File(WorkName);
        TakeBack(work);
        await RefuseOccupied(World.ForCommand(settings).Directory, door, cancel);
        try
        {
            Directory.CreateDirectory(work);
            var manifest = await Unpack(archive, work, cancel);
            var isPractice = manifest.World == "sandbox";
            if (isPractice && settings.Text(World.TokenSetting) is not null) throw new OperatorException("Cadangan ini berisi data latihan, padahal token bot terisi. Kosongkan Telegram:BotToken, atau pakai cadangan kantor.");
            var world = new World(isPractice, isPractice ? outer.Inside("sandbox") : outer, outer);
            // The backup says which world it is.
            door = StoreDoor.Of(settings, world.Directory);
            world.Directory.Prepare();
            using var inner = isPractice ? InstanceLock.Try(world.Directory, "restore") ?? throw Busy(world.Directory) : null;
            await RefuseOccupied(world.Directory, door, cancel);
            Durable.SyncDisk(work);
            await Place(work, world, door, cancel);
            if (!isPractice) await world.Mark(clock.GetUtcNow(), cancel);
            Directory.Delete(work, recursive: true);
            await Compare(manifest, door, cancel);
            return manifest;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or OperatorException)
        {
            TakeBack(work);
            if (error is OperatorException) throw;
            throw new OperatorException(error is InvalidDataException ? $"Cadangan {archive} tidak utuh: {error.Message}. Tidak ada yang dipulihkan; pakai cadangan lain."
                : Durable.IsDiskFull(error) ? $"Tidak ada ruang disk untuk pemulihan di {outer.Path}; tidak ada yang dipulihkan." : $"Pemulihan gagal: {error.Message}");
        }
    }

    private async Task<BackupManifest> Unpack(string archive, string work, CancellationToken cancel)
    {
        var passphrase = Passphrase.Of(options);
        var manifest = await BackupArchive.Read(archive, passphrase, async (name, content) =>
        {
            await using var file = Create(work, name == BackupFile.Sqlite ? "kominfo.db" : name);
            await using var unpacked = name == BackupFile.Sqlite ? new GZipStream(content, CompressionMode.Decompress, leaveOpen: true) : null;
            await (unpacked ?? content).CopyToAsync(file, cancel);
        }, cancel);

        var provider = settings.Get<StoreOptions>("Store").Provider;
        if (manifest.Provider != provider) throw new OperatorException($"Cadangan ini dari {manifest.Provider}, sedangkan Store:Provider sekarang {provider}. Jalankan lagi dengan --Store:Provider={manifest.Provider}.");
        if (string.CompareOrdinal(manifest.Schema, SchemaVersion.NewestOf(provider)) > 0) throw new OperatorException($"Cadangan ini dari KominfoBot yang lebih baru ({manifest.Program}, skema {manifest.Schema}). Pasang versi itu lebih dahulu.");

        var shelf = new MediaShelf(Path.GetDirectoryName(Path.GetFullPath(archive))!, passphrase);
        foreach (var entry in manifest.Entries.Where(entry => entry.Beside))
        {
            if (!BackupFile.IsMedia(entry.Name)) throw new InvalidDataException($"memuat {entry.Name}, yang tidak dikenal");
            await using (var source = shelf.Open(entry.Name))
            await using (var file = Create(work, entry.Name))
                await source.CopyToAsync(file, cancel);
            await using var written = File.OpenRead(Path.Combine(work, entry.Name));
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancel)) != entry.Sha256) throw new InvalidDataException($"{entry.Name} berubah");
        }
        return manifest;
    }

    private static FileStream Create(string work, string name)
    {
        var path = Path.Combine(work, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, PosixFile.ForOwner(FileMode.CreateNew));
    }

    /// <summary>The database last: without it nothing starts.</summary>
    private async Task Place(string work, World world, StoreDoor door, CancellationToken cancel)
    {
        List<(string From, string To)> moves = [.. folders.Where(folder => Directory.Exists(Path.Combine(work, folder))).Select(folder => (Path.Combine(work, folder), world.Directory.File(folder)))];
        if (door.Provider == StoreProvider.Sqlite) moves.Add((Path.Combine(work, "kominfo.db"), FileOf(door)));
        await File.WriteAllLinesAsync(Path.Combine(work, PlacingName), moves.Select(move => move.To), cancel);
        Durable.SyncDisk(work);
        foreach (var (from, to) in moves)
            if (Directory.Exists(from)) Directory.Move(from, to);
            else File.Move(from, to);
        if (door.Provider == StoreProvider.Postgres) await new PostgresPrograms(options, door.ConnectionString).Restore(Path.Combine(work, BackupFile.Postgres), cancel);
        Durable.SyncDisk(work);
    }

    /// <summary>What an interrupted restore left: its unpacked files, and what it had moved.</summary>
    private static void TakeBack(string work)
    {
        if (!Directory.Exists(work)) return;
        var placing = Path.Combine(work, PlacingName);
        if (File.Exists(placing))
            foreach (var path in File.ReadAllLines(placing))
                if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
                else if (File.Exists(path)) File.Delete(path);
        Directory.Delete(work, recursive: true);
    }

    private static async Task RefuseOccupied(DataDirectory directory, StoreDoor door, CancellationToken cancel)
    {
        if (Directory.Exists(directory.Path) && Directory.EnumerateFileSystemEntries(directory.Path).Select(path => Path.GetFileName(path)!).Except(harmless).FirstOrDefault() is { } found)
            throw new OperatorException($"{directory.Path} tidak kosong (ada {found}); pemulihan hanya ke direktori kosong agar tidak ada yang tertimpa. Pindahkan dahulu isinya, misalnya `mv {directory.Path} {directory.Path}.lama`, atau pilih direktori lain dengan --DataDirectory.");
        if (door.Provider == StoreProvider.Sqlite && File.Exists(FileOf(door))) throw new OperatorException($"Basis data {FileOf(door)} sudah ada; pemulihan tidak menimpanya. Pindahkan dahulu berkas itu.");
        if (door.Provider == StoreProvider.Postgres && !await door.IsEmpty(cancel)) throw new OperatorException("Basis data PostgreSQL tidak kosong; pemulihan tidak menimpanya. Buat basis data baru (createdb) dan arahkan Store:ConnectionString ke sana.");
    }

    private static async Task Compare(BackupManifest manifest, StoreDoor door, CancellationToken cancel)
    {
        var verdict = await door.Look(db => AuditChain.Verify(db, cancel), cancel);
        // A chain that was broken when it was backed up is so still; verify-audit tells where.
        if (verdict.Head != manifest.AuditHead || verdict.Events != manifest.AuditEvents)
            throw new OperatorException("Rantai audit yang dipulihkan tidak sama dengan cadangannya. Jangan jalankan serve; ulangi dengan cadangan lain.");
    }

    private static string FileOf(StoreDoor door) => Path.GetFullPath(new SqliteConnectionStringBuilder(door.ConnectionString).DataSource);

    private static OperatorException Busy(DataDirectory directory) => new($"DataDirectory {directory.Path} sedang dipakai KominfoBot. Hentikan serve dahulu (misalnya `systemctl stop kominfobot`), lalu jalankan `restore` lagi.");
}
