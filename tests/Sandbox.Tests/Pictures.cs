using KominfoBot.Sandbox.Page;

namespace KominfoBot.Sandbox.Tests;

/// <summary>Pictures to send.</summary>
internal static class Pictures
{
    /// <summary>The head of a JPEG of a given size; enough for a sandbox that decodes nothing.</summary>
    public static byte[] Jpeg(int width, int height, byte tail = 0) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8,
        (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, tail, 0xFF, 0xD9,
    ];

    public static byte[] Sample(int index) => SamplePhotos.Read(SamplePhotos.Names[index]);
}
