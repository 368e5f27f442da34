using System.Buffers.Binary;

namespace KominfoBot.Bot.Photos;

/// <summary>Walks the segments of a JPEG (ITU-T T.81 annex B) to its pixels, takes the size and the Exif orientation on the way, and looks for its end.</summary>
internal static class JpegStructure
{
    /// <summary>A real photo has some dozens; a colour profile or a large thumbnail may take 255.</summary>
    private const int MaxSegments = 2000;

    private const int ExifBytes = 4096;

    public static ReadOnlySpan<byte> Start => [0xFF, 0xD8, 0xFF];

    public static PhotoProbeResult Read(Stream file)
    {
        file.Position = 2;
        var orientation = 1;
        PhotoHeader? header = null;
        Span<byte> head = stackalloc byte[2];
        Span<byte> frame = stackalloc byte[6];
        for (var segment = 0; segment < MaxSegments; segment++)
        {
            // Any number of FF may stand before the marker's second byte.
            var marker = file.ReadByte();
            if (marker is not (0xFF or -1)) return PhotoRefusal.Broken;
            while (marker == 0xFF) marker = file.ReadByte();
            if (marker == -1 || file.ReadAtLeast(head, 2, throwOnEndOfStream: false) < 2) return PhotoRefusal.CutOff;
            var length = BinaryPrimitives.ReadUInt16BigEndian(head);
            if (marker is < 0xC0 or 0xD8 or 0xD9 or (>= 0xD0 and <= 0xD7) || length < 2) return PhotoRefusal.Broken;
            var next = file.Position + length - 2;
            if (next > file.Length) return PhotoRefusal.CutOff;

            if (marker == 0xDA)
            {
                file.Position = next;
                return header is null ? PhotoRefusal.Broken : HasEnd(file) ? Upright(header, orientation) : PhotoRefusal.CutOff;
            }
            if (header is null && marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (length < 8 || file.ReadAtLeast(frame, 6, throwOnEndOfStream: false) < 6) return PhotoRefusal.Broken;
                var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
                header = new PhotoHeader("jpg", width, height);
            }
            if (marker == 0xE1 && orientation == 1) orientation = ExifOrientation(file, length - 2);
            file.Position = next;
        }
        return PhotoRefusal.Broken;
    }

    private static PhotoHeader Upright(PhotoHeader header, int orientation)
        => orientation >= 5 ? new PhotoHeader("jpg", header.Height, header.Width, orientation) : header with { Orientation = orientation };

    /// <summary>Among pixels FF D9 stands only for the end (section B.1.1.5: a data byte FF is followed by 00).</summary>
    private static bool HasEnd(Stream file)
    {
        var buffer = new byte[1 << 16];
        for (int kept = 0, read; (read = file.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var seen = buffer.AsSpan(0, kept + read);
            if (seen.IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0) return true;
            kept = seen[^1] == 0xFF ? 1 : 0;
            buffer[0] = 0xFF;
        }
        return false;
    }

    /// <summary>Tag 0x0112 of the first directory (Exif 2.32 section 4.6); other directories, and so loops of them, are never followed.</summary>
    private static int ExifOrientation(Stream file, int length)
    {
        Span<byte> segment = stackalloc byte[ExifBytes];
        segment = segment[..file.ReadAtLeast(segment[..Math.Min(length, ExifBytes)], Math.Min(length, ExifBytes), throwOnEndOfStream: false)];
        if (segment.Length < 14 || !segment.StartsWith("Exif\0\0"u8)) return 1;
        var tiff = segment[6..];
        bool little;
        if (tiff.StartsWith("II*\0"u8)) little = true;
        else if (tiff.StartsWith("MM\0*"u8)) little = false;
        else return 1;

        var directory = UInt32(tiff[4..], little);
        if (directory > (uint)tiff.Length - 2) return 1;
        var entries = tiff[(int)directory..];
        var count = UInt16(entries, little);
        entries = entries[2..];
        for (var entry = 0; entry < count && entries.Length >= 12; entry++, entries = entries[12..])
        {
            if (UInt16(entries, little) != 0x0112) continue;
            var value = UInt16(entries[8..], little);
            return UInt16(entries[2..], little) == 3 && UInt32(entries[4..], little) == 1 && value is >= 1 and <= 8 ? value : 1;
        }
        return 1;
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool little)
        => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool little)
        => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
