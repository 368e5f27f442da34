using System.Buffers.Binary;
using System.Text;

namespace KominfoBot.Bot.Releases;

/// <summary>One file of a ZIP package, as its directory declares it.</summary>
internal readonly record struct PackageEntry(string Name, long Packed, long Unpacked, bool Encrypted);

/// <summary>
/// The central directory of a ZIP file (APPNOTE.TXT 4.3.12, 4.3.16), read before the library opens the file: the library makes an object of each entry first
/// and asks questions afterwards, and 20 MB hold some 400,000 entries.
/// </summary>
internal static class PackageDirectory
{
    private const int EndLength = 22, HeaderLength = 46, LongestComment = 0xFFFF;
    private const uint EndSignature = 0x06054b50, HeaderSignature = 0x02014b50;

    /// <param name="file">Seekable.</param>
    /// <exception cref="ReleaseRefusedException">No end, too many entries, or a directory that contradicts itself.</exception>
    public static List<PackageEntry> Read(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndLength + LongestComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = LastEnd(tail);
        if (end < 0) throw new ReleaseRefusedException(ReleaseFault.Broken);
        var record = tail.AsSpan(end);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        if (count > ReleaseLimits.MaxEntries) throw new ReleaseRefusedException(ReleaseFault.TooManyEntries, count);
        file.Position = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]) is var start && start < file.Length ? start : throw new ReleaseRefusedException(ReleaseFault.Broken);

        var entries = new List<PackageEntry>(count);
        Span<byte> header = stackalloc byte[HeaderLength];
        var name = new byte[0xFFFF];
        while (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength && BinaryPrimitives.ReadUInt32LittleEndian(header) == HeaderSignature)
        {
            // The count may lie; the library would go on all the same.
            if (entries.Count == ReleaseLimits.MaxEntries) throw new ReleaseRefusedException(ReleaseFault.TooManyEntries, entries.Count + 1);
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
            if (file.ReadAtLeast(name.AsSpan(0, nameLength), nameLength, throwOnEndOfStream: false) < nameLength) throw new ReleaseRefusedException(ReleaseFault.Broken);
            file.Position += BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
            entries.Add(new PackageEntry(
                Encoding.UTF8.GetString(name, 0, nameLength),
                BinaryPrimitives.ReadUInt32LittleEndian(header[20..]),
                BinaryPrimitives.ReadUInt32LittleEndian(header[24..]),
                (header[8] & 1) != 0));
        }
        return entries.Count == count ? entries : throw new ReleaseRefusedException(ReleaseFault.Broken);
    }

    private static int LastEnd(ReadOnlySpan<byte> tail)
    {
        for (var at = tail.Length - EndLength; at >= 0; at--)
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail[at..]) == EndSignature) return at;
        return -1;
    }
}
