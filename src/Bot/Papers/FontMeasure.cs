using System.Buffers.Binary;
using System.Text;

namespace KominfoBot.Bot.Papers;

/// <summary>
/// How wide a TrueType font draws a text (OpenType 1.9: head, hhea, hmtx, and cmap format 4). Kerning and shaping are left to who draws: the sum of the advances
/// is what a line is broken by.
/// </summary>
internal sealed class FontMeasure
{
    /// <summary>Of a character that the font lacks, in em: another font will draw it.</summary>
    private const double Foreign = 1.05;

    private readonly Dictionary<int, double> advances;

    private FontMeasure(Dictionary<int, double> advances) => this.advances = advances;

    /// <summary>Without a font at hand: as wide as a wide font.</summary>
    public static FontMeasure Rough { get; } = new(Enumerable.Range(' ', 0x180 - ' ').ToDictionary(code => code, code => char.IsUpper((char)code) ? 0.78 : 0.64));

    /// <exception cref="InvalidDataException">It is no TrueType font with a table of Unicode characters.</exception>
    public static FontMeasure Read(string path)
    {
        var font = File.ReadAllBytes(path);
        try
        {
            int head = Table(font, "head"), hhea = Table(font, "hhea"), hmtx = Table(font, "hmtx");
            double em = U16(font, head + 18);
            int measured = U16(font, hhea + 34);
            return new(Characters(font).ToDictionary(pair => pair.Code, pair => U16(font, hmtx + (4 * Math.Min(pair.Glyph, measured - 1))) / em));
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new InvalidDataException(path, error);
        }
    }

    /// <summary>In the unit of <paramref name="size"/>.</summary>
    public double Width(string text, double size)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
            width += advances.TryGetValue(rune.Value, out var advance) ? advance : Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format ? 0 : Foreign;
        return width * size;
    }

    private static IEnumerable<(int Code, int Glyph)> Characters(byte[] font)
    {
        var cmap = Table(font, "cmap");
        // Windows, Unicode BMP: every font of a system has it.
        var unicode = Enumerable.Range(0, U16(font, cmap + 2)).Select(at => cmap + 4 + (8 * at)).First(record => U16(font, record) == 3 && U16(font, record + 2) == 1);
        var table = cmap + (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(unicode + 4));
        var segments = U16(font, table + 6) / 2;
        int ends = table + 14, starts = ends + (2 * segments) + 2, deltas = starts + (2 * segments), offsets = deltas + (2 * segments);
        for (var segment = 0; segment < segments; segment++)
        {
            int first = U16(font, starts + (2 * segment)), last = U16(font, ends + (2 * segment)), delta = U16(font, deltas + (2 * segment)), offset = U16(font, offsets + (2 * segment));
            for (var code = first; code <= last && code < 0xFFFF; code++)
            {
                var glyph = offset == 0 ? code + delta : U16(font, offsets + (2 * segment) + offset + (2 * (code - first))) is > 0 and var listed ? listed + delta : 0;
                if ((glyph & 0xFFFF) > 0) yield return (code, glyph & 0xFFFF);
            }
        }
    }

    private static int Table(byte[] font, string tag)
    {
        for (var record = 12; record < 12 + (16 * U16(font, 4)); record += 16)
            if (font.AsSpan(record, 4).SequenceEqual(Encoding.ASCII.GetBytes(tag))) return (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(record + 8));
        throw new InvalidDataException($"No table {tag}.");
    }

    private static int U16(byte[] font, int at) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at));
}

/// <summary>The family that a paper is set in, and how wide it runs.</summary>
internal sealed record PaperFonts(string Family, FontMeasure Regular, FontMeasure Bold)
{
    /// <summary>Liberation Sans runs like Arial, the letter of official papers; DejaVu Sans is there wherever the program is.</summary>
    private static readonly (string Family, string Regular, string Bold)[] known =
    [
        ("Liberation Sans", "liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf"),
        ("Liberation Sans", "liberation2/LiberationSans-Regular.ttf", "liberation2/LiberationSans-Bold.ttf"),
        ("DejaVu Sans", "dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"),
    ];

    /// <summary>The first of them that is installed in that folder.</summary>
    public static PaperFonts In(string folder = "/usr/share/fonts/truetype")
    {
        foreach (var (family, regular, bold) in known)
            if (File.Exists(Path.Combine(folder, regular)) && File.Exists(Path.Combine(folder, bold))) return new(family, FontMeasure.Read(Path.Combine(folder, regular)), FontMeasure.Read(Path.Combine(folder, bold)));
        return new("sans-serif", FontMeasure.Rough, FontMeasure.Rough);
    }
}
