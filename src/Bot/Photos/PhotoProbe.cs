using System.Buffers.Binary;

namespace KominfoBot.Bot.Photos;

/// <summary>
/// Decides by the content alone whether a file is a whole JPEG, PNG or WebP of a bearable size, before any decoder sees it: the decoder's own guessing can
/// hang (libvips 8.14 on a damaged svgz) and its memory follows the width and height that the file claims. Decodes nothing and never throws on what it reads.
/// </summary>
public static class PhotoProbe
{
    /// <summary>Width times height; 40 million is beyond any phone's ordinary photo.</summary>
    public const long MaxPixels = 40_000_000;

    private const int SniffBytes = 256;

    public static PhotoProbeResult Inspect(ReadOnlySpan<byte> file)
    {
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        return Inspect(stream);
    }

    /// <param name="file">Seekable; read from its beginning.</param>
    /// <exception cref="IOException">The file cannot be read at all.</exception>
    public static PhotoProbeResult Inspect(Stream file)
    {
        file.Position = 0;
        Span<byte> start = stackalloc byte[SniffBytes];
        start = start[..file.ReadAtLeast(start, SniffBytes, throwOnEndOfStream: false)];
        if (start.IsEmpty) return PhotoRefusal.Empty;
        if (start.StartsWith(JpegStructure.Start)) return Bounded(JpegStructure.Read(file));
        if (start.StartsWith(PngStructure.Signature)) return Bounded(PngStructure.Read(file));
        if (start.StartsWith("RIFF"u8) && start.Length >= 12 && start[8..12].SequenceEqual("WEBP"u8)) return Bounded(WebP(start, file.Length));
        return Unwanted(start);
    }

    private static PhotoProbeResult Bounded(PhotoProbeResult result)
    {
        if (result.Header is not { } header) return result;
        if (header.Width <= 0 || header.Height <= 0) return PhotoRefusal.Broken;
        return (long)header.Width * header.Height > MaxPixels ? PhotoRefusal.TooManyPixels : result;
    }

    /// <summary>RFC 9649: the first chunk is VP8X (canvas), VP8 (key frame header) or VP8L.</summary>
    private static PhotoProbeResult WebP(ReadOnlySpan<byte> start, long length)
    {
        if (length < 8L + BinaryPrimitives.ReadUInt32LittleEndian(start[4..]) || start.Length < 30) return PhotoRefusal.CutOff;
        var chunk = start[12..16];
        var data = start[20..];
        if (chunk.SequenceEqual("VP8X"u8))
            return new PhotoHeader("webp", 1 + UInt24(data[4..]), 1 + UInt24(data[7..]));
        if (chunk.SequenceEqual("VP8 "u8))
            return (data[0] & 1) != 0 || data[3] != 0x9D || data[4] != 0x01 || data[5] != 0x2A
                ? PhotoRefusal.Broken
                : new PhotoHeader("webp", BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
        if (!chunk.SequenceEqual("VP8L"u8) || data[0] != 0x2F) return PhotoRefusal.Broken;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return new PhotoHeader("webp", 1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF));
    }

    private static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;

    /// <summary>Names what it is instead, as far as the sender can use that.</summary>
    private static PhotoRefusal Unwanted(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8)) return PhotoRefusal.Gif;
        if (start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8)) return Brand(start);
        if (start.StartsWith("BM"u8) || start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8) || start.StartsWith("8BPS"u8)
            || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A]) || start.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 12, 0x4A, 0x58, 0x4C, 0x20]) || start.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 12, 0x6A, 0x50, 0x20, 0x20]))
            return PhotoRefusal.OtherFormat;
        // An XML file that is a drawing; a byte order mark, a prologue or a comment may stand before it.
        return start.IndexOf("<svg"u8) >= 0 ? PhotoRefusal.OtherFormat : PhotoRefusal.NotAnImage;
    }

    /// <summary>ISO 14496-12 section 4.3: a major brand, a version, then compatible brands to the end of the box.</summary>
    private static PhotoRefusal Brand(ReadOnlySpan<byte> start)
    {
        var end = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(start), (uint)start.Length);
        var (heic, avif) = (false, false);
        for (var at = 8; at + 4 <= Math.Max(end, 12); at += at == 8 ? 8 : 4)
        {
            var brand = start.Slice(at, 4);
            avif |= brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8);
            heic |= brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8);
        }
        return avif ? PhotoRefusal.OtherFormat : heic ? PhotoRefusal.Heic : PhotoRefusal.NotAnImage;
    }
}
