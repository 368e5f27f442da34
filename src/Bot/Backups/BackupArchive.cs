using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;
using KominfoBot.Bot.Hosting;

namespace KominfoBot.Bot.Backups;

/// <summary>Reads an archive from its beginning to its manifest, comparing every byte with it.</summary>
internal static class BackupArchive
{
    /// <summary>Reads everything and keeps nothing.</summary>
    /// <exception cref="InvalidDataException">It is not whole.</exception>
    public static Task<BackupManifest> Verify(string archive, Passphrase? passphrase, CancellationToken cancel) => Read(archive, passphrase, (_, content) => content.CopyToAsync(Stream.Null, cancel), cancel);

    /// <param name="take">Gets each file of the archive before it is known to be right.</param>
    /// <exception cref="InvalidDataException">It is not whole; why, in Indonesian.</exception>
    /// <exception cref="OperatorException">It is encrypted and no passphrase is set.</exception>
    public static async Task<BackupManifest> Read(string archive, Passphrase? passphrase, Func<string, Stream, Task> take, CancellationToken cancel)
    {
        await using var file = File.OpenRead(archive);
        var beginning = new byte[SealedFormat.Header];
        file.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var isSealed = SealedFormat.Begins(beginning);
        if (isSealed && passphrase is null) throw new OperatorException($"Cadangan {archive} tersandi. Isi Backup:PassphraseFile dengan berkas kata sandinya, misalnya --Backup:PassphraseFile=/etc/kominfobot/backup.key.");
        await using var content = isSealed ? new SealedReader(file, passphrase!) : (Stream)file;
        Dictionary<string, BackupEntry> seen = new(StringComparer.Ordinal);
        try
        {
            await using var tar = new TarReader(content, leaveOpen: true);
            while (await tar.GetNextEntryAsync(copyData: false, cancel) is { } entry)
            {
                if (entry.EntryType != TarEntryType.RegularFile) throw new InvalidDataException($"memuat {entry.Name}, yang bukan berkas");
                if (entry.Name == BackupManifest.Name)
                {
                    var manifest = await JsonSerializer.DeserializeAsync(entry.DataStream ?? Stream.Null, BackupJson.Default.BackupManifest, cancel);
                    // To the end of the encrypted file: only that proves that nothing was cut off.
                    if (isSealed) await content.CopyToAsync(Stream.Null, cancel);
                    return Compared(manifest ?? throw new InvalidDataException("daftar isinya kosong"), seen);
                }
                if (entry.Name is not (BackupFile.Sqlite or BackupFile.Postgres) && !BackupFile.IsMedia(entry.Name)) throw new InvalidDataException($"memuat {entry.Name}, yang tidak dikenal");
                using var counted = new CountedStream(entry.DataStream ?? Stream.Null);
                await take(entry.Name, counted);
                seen[entry.Name] = counted.End(entry.Name);
            }
        }
        catch (Exception error) when (error is EndOfStreamException or JsonException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("berkasnya terpotong atau bukan cadangan KominfoBot");
        }
        throw new InvalidDataException("berkasnya terpotong: daftar isinya tidak ada");
    }

    private static BackupManifest Compared(BackupManifest manifest, Dictionary<string, BackupEntry> seen)
    {
        if (manifest.Format != BackupManifest.CurrentFormat) throw new InvalidDataException($"bentuknya ({manifest.Format}) tidak dikenal program ini; pakai versi {manifest.Program}");
        foreach (var entry in manifest.Entries.Where(entry => !entry.Beside))
            if (!seen.Remove(entry.Name, out var found) || found != entry) throw new InvalidDataException($"{entry.Name} tidak ada atau isinya berubah");
        return seen.Count == 0 ? manifest : throw new InvalidDataException($"{seen.Keys.First()} tidak ada dalam daftar isinya");
    }

    /// <summary>Hashes what is read through it.</summary>
    private sealed class CountedStream(Stream inner) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private long bytes;

        /// <summary>What it was, after the rest of it.</summary>
        public BackupEntry End(string name)
        {
            CopyTo(Null);
            return new BackupEntry(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => bytes;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            hash.AppendData(buffer, offset, read);
            bytes += read;
            return read;
        }

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
