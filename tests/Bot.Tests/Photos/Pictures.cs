using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace KominfoBot.Bot.Tests.Photos;

/// <summary>Pictures and things that pretend to be some, made in code.</summary>
internal static class Pictures
{
    public static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] PngEnd => PngChunk("IEND", []);

    /// <summary>An 8-bit RGB PNG.</summary>
    public static byte[] Png(int width, int height, Func<int, int, (byte R, byte G, byte B)> pixel)
    {
        var raw = new byte[height * (1 + width * 3)];
        for (var (y, at) = (0, 0); y < height; y++)
        {
            raw[at++] = 0;
            for (var x = 0; x < width; x++)
                (raw[at++], raw[at++], raw[at++]) = pixel(x, y);
        }
        return [.. PngSignature, .. PngHeader(width, height), .. PngChunk("IDAT", Deflated(raw)), .. PngEnd];
    }

    /// <summary>A photo-like picture: shades and a bright spot, so that an attention crop has something to find.</summary>
    public static byte[] Png(int width, int height)
        => Png(width, height, (x, y) => ((byte)(x * 255 / width), (byte)(y * 255 / height), (byte)((x ^ y) & 0x3F)));

    public static byte[] Png16(int width, int height)
    {
        var raw = new byte[height * (1 + width * 6)];
        Array.Fill(raw, (byte)0x7F);
        for (var y = 0; y < height; y++) raw[y * (1 + width * 6)] = 0;
        return [.. PngSignature, .. PngHeader(width, height, bits: 16), .. PngChunk("IDAT", Deflated(raw)), .. PngEnd];
    }

    /// <summary>RGBA, fully transparent on the left half.</summary>
    public static byte[] PngWithAlpha(int width, int height)
    {
        var raw = new byte[height * (1 + width * 4)];
        for (var (y, at) = (0, 0); y < height; y++)
        {
            raw[at++] = 0;
            for (var x = 0; x < width; x++)
                (raw[at++], raw[at++], raw[at++], raw[at++]) = (0, 0, 0, (byte)(x < width / 2 ? 0 : 255));
        }
        return [.. PngSignature, .. PngHeader(width, height, color: 6), .. PngChunk("IDAT", Deflated(raw)), .. PngEnd];
    }

    public static byte[] PngHeader(int width, int height, byte bits = 8, byte color = 2)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (bits, color);
        return PngChunk("IHDR", header);
    }

    public static byte[] PngChunk(string type, byte[] data)
    {
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. BigEndian(data.Length), .. typed, .. BigEndian((int)Crc(typed))];
    }

    public static byte[] Deflated(byte[] raw)
    {
        using var output = new MemoryStream();
        using (var deflate = new ZLibStream(output, CompressionLevel.Fastest)) deflate.Write(raw);
        return output.ToArray();
    }

    public static byte[] Gzipped(byte[] raw)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest)) gzip.Write(raw);
        return output.ToArray();
    }

    /// <summary>A JPEG's headers around nothing that could be decoded.</summary>
    public static byte[] JpegFrame(int width, int height, byte marker = 0xC0)
        => [0xFF, 0xD8, 0xFF, marker, 0, 17, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9];

    /// <summary>Puts a segment behind a JPEG's first two bytes.</summary>
    public static byte[] WithSegment(byte[] jpeg, byte marker, byte[] data)
        => [0xFF, 0xD8, 0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data, .. jpeg[2..]];

    /// <summary>An Exif segment with an orientation and a place (GPS), as a phone writes it.</summary>
    public static byte[] Exif(ushort orientation, bool little = true, ushort count = 3, bool loop = false)
    {
        var tiff = new List<byte>();
        tiff.AddRange(little ? "II*\0"u8.ToArray() : "MM\0*"u8.ToArray());
        tiff.AddRange(Int(8));
        tiff.AddRange(Short(count));
        Entry(0x0112, 3, 1, [.. Short(orientation), 0, 0]); // Orientation
        Entry(0x010F, 2, 4, "HP1\0"u8.ToArray());                                                     // Make
        Entry(0x8825, 4, 1, Int(50));                                                                 // GPS directory
        tiff.AddRange(Int(loop ? 8 : 0));                                                             // the next directory: itself
        tiff.AddRange(Short(1));
        Entry(0x0001, 2, 2, "S\0\0\0"u8.ToArray());                                                   // GPSLatitudeRef
        tiff.AddRange(Int(0));
        tiff.AddRange("RAHASIA-GPS"u8.ToArray());
        return [.. "Exif\0\0"u8, .. tiff];

        void Entry(ushort tag, ushort type, int values, byte[] value)
        {
            tiff.AddRange(Short(tag));
            tiff.AddRange(Short(type));
            tiff.AddRange(Int(values));
            tiff.AddRange(value);
        }

        byte[] Short(ushort value) => little ? [(byte)value, (byte)(value >> 8)] : [(byte)(value >> 8), (byte)value];
        byte[] Int(int value) => little ? [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)] : BigEndian(value);
    }

    private static byte[] BigEndian(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static uint Crc(byte[] data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var octet in data)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
        }
        return ~crc;
    }
}
