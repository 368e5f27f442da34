using System.Buffers;
using System.Security.Cryptography;

namespace KominfoBot.Bot.Photos;

/// <summary>A photo whose original lies in the store.</summary>
/// <param name="Hash">Lower-case hexadecimal SHA-256 of the original.</param>
public sealed record StoredPhoto(string Hash, PhotoHeader Header, long Bytes);

/// <summary>One of the two is null.</summary>
public readonly record struct PhotoIntake(StoredPhoto? Photo, PhotoRefusal? Refusal);

/// <summary>No space is left for a photo. Nothing of it was kept; the same photo may be sent again.</summary>
public sealed class PhotoDiskFullException(Exception cause) : IOException("Tidak ada ruang disk untuk foto.", cause);

/// <summary>
/// The files of the photos, named by their content, so that the same photo is kept once however often it is sent:
/// <c>originals/ab/abc….jpg</c> as received (private) and <c>public/ab/abc…-large.jpg</c> re-encoded (for all).
/// </summary>
public sealed class PhotoFiles
{
    /// <summary>What the Bot API's getFile delivers at most: 20 MB.</summary>
    public const long MaxBytes = 20 * 1024 * 1024;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private readonly string originals, published, work;

    /// <summary>Opens the folder, makes it where it is missing, and sweeps away what a crash left in the making.</summary>
    /// <param name="directory">The photos' own folder, on a local disk.</param>
    public PhotoFiles(string directory)
    {
        var root = Path.GetFullPath(directory);
        (originals, published, work) = (Path.Combine(root, "originals"), Path.Combine(root, "public"), Path.Combine(root, "work"));
        Durable.CreateFolder(originals);
        Durable.CreateFolder(published);
        Durable.CreateFolder(work);
        WorkFolder.Sweep(work);
    }

    /// <summary>Where the original lies.</summary>
    public string Original(string hash, string format) => Path.Combine(originals, Shelf(hash), $"{hash}.{format}");

    /// <summary>Where a re-encoded file lies: <paramref name="variant"/> is <c>large</c>, <c>medium</c> or <c>card</c>.</summary>
    public string Public(string hash, string variant, string format) => Path.Combine(published, Shelf(hash), $"{hash}-{variant}.{format}");

    /// <summary>The photo as a chat can take it: the large variant, or the original while there is none; null when neither is here.</summary>
    public Stream? OpenForSending(string hash)
    {
        string[] places = [Public(hash, "large", "jpg"), Original(hash, "jpg"), Original(hash, "png"), Original(hash, "webp")];
        return places.FirstOrDefault(File.Exists) is { } path ? File.OpenRead(path) : null;
    }

    /// <summary>
    /// Takes a file in: counted and hashed while it is written, looked at, synced, renamed. When this returns a photo, it survives a power cut.
    /// </summary>
    /// <param name="content">Read to its end, or to one byte more than is allowed.</param>
    /// <param name="announcedBytes">The size that the sender's server gave, if it did; more is refused.</param>
    /// <exception cref="PhotoDiskFullException">No space; nothing was kept.</exception>
    /// <exception cref="IOException">The stream broke off, or the disk refuses; nothing was kept.</exception>
    public async Task<PhotoIntake> Store(Stream content, long? announcedBytes, CancellationToken cancel)
    {
        if (announcedBytes > MaxBytes) return new(null, PhotoRefusal.TooManyBytes);
        try
        {
            using var folder = new WorkFolder(work);
            var temporary = folder.File("original");
            string hash;
            long bytes;
            PhotoProbeResult probe;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous))
            {
                (hash, bytes) = await Copy(content, file, Math.Min(announcedBytes ?? MaxBytes, MaxBytes), cancel);
                if (bytes < 0) return new(null, PhotoRefusal.TooManyBytes);
                probe = PhotoProbe.Inspect(file);
                if (probe.Header is null) return new(null, probe.Refusal);
                file.Flush(flushToDisk: true);
            }
            Keep(temporary, Original(hash, probe.Header.Format), bytes);
            return new(new StoredPhoto(hash, probe.Header, bytes), null);
        }
        catch (IOException error) when (Durable.IsDiskFull(error))
        {
            throw new PhotoDiskFullException(error);
        }
    }

    internal WorkFolder OpenWorkFolder() => new(work);

    /// <summary>Gives a finished variant its public name.</summary>
    internal void PublishVariant(string temporary, string hash, string variant, string format)
    {
        var final = Public(hash, variant, format);
        Durable.CreateFolder(Path.GetDirectoryName(final)!);
        Durable.SyncFile(temporary);
        Durable.Publish(temporary, final);
    }

    private static void Keep(string temporary, string final, long bytes)
    {
        // The name is the content: a file of that name and size is that photo.
        if (new FileInfo(final) is { Exists: true } there && there.Length == bytes) return;
        Durable.CreateFolder(Path.GetDirectoryName(final)!);
        Durable.Publish(temporary, final);
    }

    /// <returns>The hash and the size; size -1 when the limit was passed.</returns>
    private static async Task<(string Hash, long Bytes)> Copy(Stream from, FileStream to, long limit, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var bytes = 0L;
        for (int read; (read = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, limit + 1 - bytes)), cancel)) > 0;)
        {
            bytes += read;
            if (bytes > limit) return ("", -1);
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        await to.FlushAsync(cancel);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
    }

    private static string Shelf(string hash)
        => hash.Length == 64 && !hash.AsSpan().ContainsAnyExcept(Digits) ? hash[..2] : throw new ArgumentException("Not a photo's hash.", nameof(hash));
}
