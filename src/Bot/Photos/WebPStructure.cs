using System.Buffers.Binary;

namespace KominfoBot.Bot.Photos;

/// <summary>The chunks of a WebP file (RFC 9649 section 2.3 and after).</summary>
internal static class WebPStructure
{
    private const int Head = 12, ChunkHead = 8, FlagsAt = 8;

    /// <summary>Bits of VP8X that announce ICC, EXIF and XMP chunks (section 2.7.1).</summary>
    private const byte Announced = 0x20 | 0x08 | 0x04;

    /// <summary>
    /// Takes every chunk out that is not the picture. libvips 8.14 writes an EXIF chunk of its own making even when it was told to strip, and a file without
    /// any is easier to vouch for than one with a harmless one. For what our own tool wrote, not for what was sent to us.
    /// </summary>
    public static async Task DropMetadata(string path, CancellationToken cancel)
    {
        var file = await File.ReadAllBytesAsync(path, cancel);
        var kept = new MemoryStream(file.Length);
        kept.Write(file, 0, Head);
        for (var at = Head; at + ChunkHead <= file.Length;)
        {
            var size = ChunkHead + BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4));
            var chunk = file.AsSpan(at, Math.Min(size + (size & 1), file.Length - at));
            if (chunk.StartsWith("VP8X"u8)) chunk[FlagsAt] &= unchecked((byte)~Announced);
            if (!chunk.StartsWith("EXIF"u8) && !chunk.StartsWith("XMP "u8) && !chunk.StartsWith("ICCP"u8)) kept.Write(chunk);
            at += chunk.Length;
        }
        var bare = kept.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bare.AsSpan(4), bare.Length - 8);
        await File.WriteAllBytesAsync(path, bare, cancel);
    }
}
