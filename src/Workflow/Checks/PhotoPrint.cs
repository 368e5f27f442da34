using System.Numerics;

namespace KominfoBot.Workflow.Checks;

/// <summary>
/// What a photo looks like in 64 bits (difference hash): 9x8 pixels, one bit for each pair of neighbours, set when the left one is brighter. The same photo in
/// another size, file format or compression differs in a few bits at most.
/// </summary>
public static class PhotoPrint
{
    public const int Width = 9, Height = 8;

    /// <summary>Photos whose prints differ in no more bits are the same picture. With four keys at least one of them is equal then.</summary>
    public const int SameWithin = 3;

    private const int Keyed = 4;

    /// <summary>A picture with fewer (or all but so many) bits set is a plain area or an even gradient: its print would be like that of any other.</summary>
    private const int Telling = 8;

    /// <summary>The print of a picture, or null when it has too little in it to be told from others.</summary>
    /// <param name="pixels">9x8 pixels, row by row, one byte a channel: grey or red-green-blue, each with or without alpha.</param>
    /// <exception cref="ArgumentException">Not that many bytes.</exception>
    public static long? Of(ReadOnlySpan<byte> pixels)
    {
        var (channels, rest) = Math.DivRem(pixels.Length, Width * Height);
        if (rest != 0 || channels is < 1 or > 4) throw new ArgumentException($"{pixels.Length} bytes are no 9x8 pixels.", nameof(pixels));
        var print = 0UL;
        for (var row = 0; row < Height; row++)
            for (var column = 0; column < Width - 1; column++)
            {
                var at = ((row * Width) + column) * channels;
                print = (print << 1) | (Brightness(pixels.Slice(at, channels)) > Brightness(pixels.Slice(at + channels, channels)) ? 1UL : 0UL);
            }
        return BitOperations.PopCount(print) is >= Telling and <= 64 - Telling ? (long)print : null;
    }

    public static int Distance(long one, long other) => BitOperations.PopCount((ulong)(one ^ other));

    /// <summary>What such a picture is found by. Every fourth bit makes a key: skies and walls fill whole rows alike.</summary>
    public static IReadOnlyList<int> Keys(long print)
    {
        var keys = new int[Keyed];
        for (var key = 0; key < Keyed; key++)
        {
            keys[key] = key << 16;
            for (var bit = 0; bit < 16; bit++) keys[key] |= (int)((ulong)print >> ((bit * Keyed) + key) & 1) << bit;
        }
        return keys;
    }

    /// <summary>ITU-R BT.601 luma, times a thousand.</summary>
    private static int Brightness(ReadOnlySpan<byte> pixel) => pixel.Length >= 3 ? (299 * pixel[0]) + (587 * pixel[1]) + (114 * pixel[2]) : 1000 * pixel[0];
}
