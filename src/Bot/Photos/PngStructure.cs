using System.Buffers.Binary;

namespace KominfoBot.Bot.Photos;

/// <summary>Walks the chunks of a PNG (PNG specification, section 5) to its end.</summary>
internal static class PngStructure
{
    /// <summary>20 MB in the 8 KB pieces that libpng writes are 2,560.</summary>
    private const int MaxChunks = 50_000;

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static PhotoProbeResult Read(Stream file)
    {
        Span<byte> head = stackalloc byte[8];
        Span<byte> size = stackalloc byte[8];
        file.Position = Signature.Length;
        PhotoHeader? header = null;
        for (var chunk = 0; chunk < MaxChunks; chunk++)
        {
            if (file.ReadAtLeast(head, 8, throwOnEndOfStream: false) < 8) return PhotoRefusal.CutOff;
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            if (length > int.MaxValue) return PhotoRefusal.Broken;
            var next = file.Position + length + 4;
            if (header is null)
            {
                // Section 11.2.1: IHDR comes first, 13 bytes long, width and height before all else.
                if (length != 13 || !head[4..].SequenceEqual("IHDR"u8)) return PhotoRefusal.Broken;
                if (file.ReadAtLeast(size, 8, throwOnEndOfStream: false) < 8) return PhotoRefusal.CutOff;
                var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(size), BinaryPrimitives.ReadUInt32BigEndian(size[4..]));
                if (width > int.MaxValue || height > int.MaxValue) return PhotoRefusal.Broken;
                header = new PhotoHeader("png", (int)width, (int)height);
            }
            if (next > file.Length) return PhotoRefusal.CutOff;
            if (head[4..].SequenceEqual("IEND"u8)) return header;
            file.Position = next;
        }
        return PhotoRefusal.Broken;
    }
}
