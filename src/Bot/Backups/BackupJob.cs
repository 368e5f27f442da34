using System.Formats.Tar;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Photos;
using Microsoft.Data.Sqlite;

namespace KominfoBot.Bot.Backups;

/// <summary>
/// Writes one backup: a tar archive with the database's copy, the media and, last, the manifest; encrypted as a whole where a passphrase is set. It is read
/// back and compared before it gets its name, so whatever bears that name is whole. Only reads the data directory; `serve` may run.
/// </summary>
internal sealed class BackupJob(Settings settings, World world, StoreDoor door, BackupOptions options, TimeProvider clock)
{
    private const int MissingNamed = 3;

    private readonly Passphrase? passphrase = Passphrase.Of(options);

    /// <summary>Whether it is encrypted.</summary>
    public bool Encrypted => passphrase is not null;

    /// <param name="target">The file; one that is there is replaced once the new one is whole.</param>
    /// <param name="shelf">Media are kept once beside the archives in the target's folder, not in each of them.</param>
    /// <exception cref="OperatorException">Nothing was written; why, in one sentence.</exception>
    public async Task<BackupManifest> Write(string target, bool shelf, CancellationToken cancel)
    {
        target = Path.GetFullPath(target);
        var work = $"{target}.part";
        try
        {
            PosixFile.KeepFilesPrivate();
            Durable.CreateFolder(Path.GetDirectoryName(target)!);
            // What a killed one left.
            if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
            Directory.CreateDirectory(work);
            try
            {
                return await WriteIn(work, target, shelf, cancel);
            }
            finally
            {
                Directory.Delete(work, recursive: true);
            }
        }
        catch (Exception error) when (Durable.IsDiskFull(error) || error is SqliteException { SqliteErrorCode: 13 })
        {
            throw new OperatorException($"Tidak ada ruang disk untuk cadangan di {Path.GetDirectoryName(target)}; tidak ada yang ditulis. Kosongkan ruang atau pilih disk lain.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new OperatorException($"Cadangan {target} tidak dapat ditulis: {error.Message}");
        }
    }

    private async Task<BackupManifest> WriteIn(string work, string target, bool shelf, CancellationToken cancel)
    {
        var taken = clock.GetUtcNow();
        var copy = await DatabaseCopy.Take(door, options, work, cancel);
        var media = shelf ? new MediaShelf(Path.GetDirectoryName(target)!, passphrase) : null;
        // After the copy: a photo's file is there before its row is.
        var files = BackupFile.In(world.Directory).ToList();
        var archive = Path.Combine(work, "archive");
        BackupManifest manifest;
        await using (var file = new FileStream(archive, PosixFile.ForOwner(FileMode.CreateNew)))
        {
            await using var coded = passphrase is null ? null : new SealedWriter(file, passphrase);
            await using (var tar = new TarWriter((Stream?)coded ?? file, TarEntryFormat.Pax, leaveOpen: true))
            {
                List<BackupEntry> entries = [await Add(tar, copy.Name, File.OpenRead(copy.Path), taken, cancel)];
                foreach (var each in files)
                    entries.Add(media is not null && each.Fixed ? media.Keep(each) : await Add(tar, each.Name, each.Fixed ? File.OpenRead(each.Path) : new MemoryStream(await File.ReadAllBytesAsync(each.Path, cancel)), taken, cancel));
                manifest = new BackupManifest(BackupManifest.CurrentFormat, Version, taken, world.IsSandbox ? "sandbox" : "telegram", door.Provider, copy.Schema, copy.Items, copy.Audit.Events, copy.Audit.Head, settings.WithoutSecrets(), entries, Faults(copy, entries));
                await Add(tar, BackupManifest.Name, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJson.Default.BackupManifest)), taken, cancel);
            }
            coded?.End();
            file.Flush(flushToDisk: true);
        }
        if (media is not null)
        {
            Durable.SyncDisk(Path.GetDirectoryName(target)!);
            media.Close();
        }
        await BackupArchive.Verify(archive, passphrase, cancel);
        Durable.Publish(archive, target);
        return manifest;
    }

    private static string Version => typeof(BackupJob).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private static async Task<BackupEntry> Add(TarWriter tar, string name, Stream content, DateTimeOffset taken, CancellationToken cancel)
    {
        await using (content)
        {
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
            content.Position = 0;
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite, ModificationTime = taken }, cancel);
            return new BackupEntry(name, content.Length, hash);
        }
    }

    /// <summary>What is wrong with the data that were copied, not with the copy.</summary>
    private static List<string> Faults(DatabaseCopy copy, List<BackupEntry> entries)
    {
        List<string> faults = [];
        if (!copy.Audit.Whole) faults.Add($"rantai audit rusak pada peristiwa {copy.Audit.BrokenAt}: {copy.Audit.Fault}");
        if (entries.Where(entry => BackupFile.Promised(entry.Name) is { } promised && promised != entry.Sha256).Select(entry => entry.Name).ToList() is { Count: > 0 } changed)
            faults.Add($"isi {changed.Count} berkas berubah di disk: {Named(changed)}");
        var present = entries.Select(entry => entry.Name.Split('/')[^1]).ToHashSet(StringComparer.Ordinal);
        if (copy.Photos.Where(photo => !present.Contains(photo)).ToList() is { Count: > 0 } missing) faults.Add($"{missing.Count} foto yang tercatat tidak ada di disk: {Named(missing)}");
        return faults;
    }

    private static string Named(List<string> names) => string.Join(", ", names.Take(MissingNamed)) + (names.Count > MissingNamed ? ", …" : "");
}
