using System.Security.Cryptography;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Photos;

namespace KominfoBot.Bot.Backups;

/// <summary>
/// Photos and documents beside the daily archives: each is kept once, by hard link where it lies on the same disk, so that a day costs only what is new.
/// <c>SHA256SUMS</c> lists them as <c>sha256sum -c</c> reads it.
/// </summary>
internal sealed class MediaShelf
{
    public const string FolderName = "media";

    private const string Sums = "SHA256SUMS";

    private readonly string root;
    private readonly Passphrase? passphrase;
    private readonly Dictionary<string, string> sums = new(StringComparer.Ordinal);
    private bool changed;

    /// <param name="directory">Where the archives lie.</param>
    public MediaShelf(string directory, Passphrase? passphrase)
    {
        (root, this.passphrase) = (Path.Combine(directory, FolderName), passphrase);
        if (!File.Exists(Path.Combine(root, Sums))) return;
        foreach (var line in File.ReadLines(Path.Combine(root, Sums)))
            if (line.Split("  ", 2) is [{ Length: 64 } hash, var name]) sums[name] = hash;
    }

    /// <summary>Keeps a file whose content never changes; quick when it is here.</summary>
    public BackupEntry Keep(BackupFile file)
    {
        var (place, bytes) = (PathOf(file.Name), new FileInfo(file.Path).Length);
        var there = new FileInfo(place);
        if (sums.TryGetValue(file.Name, out var known) && there.Exists && (passphrase is not null || there.Length == bytes)) return new BackupEntry(file.Name, bytes, known, Beside: true);

        Durable.CreateFolder(Path.GetDirectoryName(place)!);
        File.Delete(place);
        if (passphrase is not null || !PosixFile.Link(file.Path, place)) Copy(file.Path, place);
        using (var written = Open(file.Name)) sums[file.Name] = Convert.ToHexStringLower(SHA256.HashData(written));
        changed = true;
        return new BackupEntry(file.Name, bytes, sums[file.Name], Beside: true);
    }

    /// <summary>A kept file, not encrypted.</summary>
    /// <exception cref="InvalidDataException">It is not here.</exception>
    public Stream Open(string name)
    {
        try
        {
            var file = File.OpenRead(PathOf(name));
            return passphrase is null ? file : new SealedReader(file, passphrase);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"{name} tidak ada dalam folder {root}; salin folder itu bersama berkas cadangannya");
        }
    }

    /// <summary>Makes the list durable.</summary>
    public void Close()
    {
        if (!changed) return;
        var temporary = Path.Combine(root, $"{Sums}.part");
        File.WriteAllLines(temporary, sums.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value}  {pair.Key}"));
        Durable.SyncFile(temporary);
        Durable.Publish(temporary, Path.Combine(root, Sums));
    }

    private string PathOf(string name) => Path.Combine(root, name) + (passphrase is null ? "" : ".enc");

    private void Copy(string from, string to)
    {
        var temporary = $"{to}.part";
        using (var source = File.OpenRead(from))
        using (var target = new FileStream(temporary, PosixFile.ForOwner(FileMode.Create)))
        {
            if (passphrase is null) source.CopyTo(target);
            else
            {
                using var coded = new SealedWriter(target, passphrase);
                source.CopyTo(coded);
                coded.End();
            }
            target.Flush(flushToDisk: true);
        }
        Durable.Publish(temporary, to);
    }
}
