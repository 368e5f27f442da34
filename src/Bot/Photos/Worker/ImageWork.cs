using KominfoBot.Workflow.Checks;

namespace KominfoBot.Bot.Photos.Worker;

/// <summary>
/// What is made of a photo: <c>large</c> (longest side 1600) and <c>medium</c> (800) as JPEG, which every reader takes, and as WebP, which pages
/// offer to browsers for two thirds of the bytes; <c>card</c> (1200x630, cropped to what catches the eye) as JPEG, which link previews want; and the few pixels of its
/// <see cref="PhotoPrint"/>. Upright, sRGB, on white, without metadata. The photo is decoded once, as small as its format allows.
/// </summary>
internal static class ImageWork
{
    /// <summary>The file with the pixels of the print, red-green-blue.</summary>
    public const string PrintFile = "print.raw";

    private const string LargeSide = "1600", MediumSide = "800", CardWidth = "1200", CardHeight = "630";

    /// <summary>As <see cref="PhotoPrint"/> has them.</summary>
    private const string PrintWidth = "9", PrintHeight = "8";

    private const string JpegQuality = "82", WebPQuality = "80";

    /// <summary>Effort 4, libwebp's own default, takes twice as long for a few hundredths less.</summary>
    private const string WebPEffort = "2";

    private const string White = "255";

    /// <exception cref="VipsException">The photo is not whole, or a file could not be written.</exception>
    public static void Do(ImageJob job)
    {
        using var large = Decoded(job.Original);
        Make(large, job.FillCard, job.Folder);
    }

    /// <summary>Makes the same of a black spot while nobody waits, since the first time takes longer, and keeps nothing of it.</summary>
    public static void Rehearse()
    {
        using var black = new VipsOperation("black").With("width", "64").With("height", "64").With("bands", "3").Image();
        using var spot = new VipsOperation("copy").With("in", black).With("interpretation", "srgb").Image();
        using var large = spot.InMemory();
        Make(large, fillCard: false, null);
    }

    private static VipsImage Decoded(string original)
    {
        using var upright = Upright(original);
        using var eight = upright.IsBytes ? null : new VipsOperation("colourspace").With("in", upright).With("space", "srgb").Image();
        var plain = eight ?? upright;
        // What is transparent would be black in JPEG, and in WebP whatever the page's colour is.
        using var flat = plain.HasAlpha ? new VipsOperation("flatten").With("in", plain).With("background", White).Image() : null;
        return (flat ?? plain).InMemory();
    }

    private static VipsImage Upright(string original)
    {
        using var header = VipsImage.Open(original);
        var thumbnail = new VipsOperation("thumbnail").With("filename", original).With("width", LargeSide).With("height", LargeSide).With("size", "down").With("fail-on", "truncated");
        return (header.IsPlain ? thumbnail : thumbnail.With("output-profile", "srgb")).Image();
    }

    private static void Make(VipsImage large, bool fillCard, string? folder)
    {
        using var medium = Thumbnail(large, MediumSide, MediumSide, "down").Image().InMemory();
        // What takes longest begins first.
        Action[] making =
        [
            () => Save("webpsave", large, "large.webp", folder),
            () => Card(large, fillCard, folder),
            () => Save("jpegsave", large, "large.jpg", folder),
            () => Save("webpsave", medium, "medium.webp", folder),
            () => Save("jpegsave", medium, "medium.jpg", folder),
            () => Print(large, folder),
        ];
        SideBySide.Do(making);
    }

    private static void Card(VipsImage large, bool fillCard, string? folder)
    {
        using var card = Thumbnail(large, CardWidth, CardHeight, fillCard ? "both" : "down").With("crop", "attention").Image();
        Save("jpegsave", card, "card.jpg", folder);
    }

    private static void Print(VipsImage large, string? folder)
    {
        using var print = Thumbnail(large, PrintWidth, PrintHeight, "force").Image();
        var pixels = print.Pixels();
        if (folder is not null) File.WriteAllBytes(Path.Combine(folder, PrintFile), pixels);
    }

    private static VipsOperation Thumbnail(VipsImage of, string width, string height, string size)
        => new VipsOperation("thumbnail_image").With("in", of).With("width", width).With("height", height).With("size", size).With("no-rotate", "true");

    private static void Save(string saver, VipsImage image, string name, string? folder)
    {
        var saving = folder is null ? new VipsOperation($"{saver}_buffer") : new VipsOperation(saver).With("filename", Path.Combine(folder, name));
        saving = saving.With("in", image).With("keep", "none");
        saving = saver == "jpegsave" ? saving.With("Q", JpegQuality).With("optimize-coding", "true") : saving.With("Q", WebPQuality).With("effort", WebPEffort);
        saving.Run();
    }
}
