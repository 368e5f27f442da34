using System.Globalization;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.Bot.Photos;

/// <summary>What was made of a photo.</summary>
/// <param name="Print">What it looks like (<see cref="PhotoPrint"/>); null for a picture that looks like any other.</param>
public sealed record MadePhoto(List<PhotoVariant> Variants, long? Print);

/// <summary>Makes what the public sees of a photo.</summary>
public interface IVariantMaker
{
    /// <inheritdoc cref="ImageTool.MissingProgram"/>
    string? MissingProgram();

    /// <summary>Makes and publishes all variants; files of an earlier try are replaced by the same.</summary>
    /// <exception cref="ImageToolException">The picture cannot be read, or the tool fails; nothing was published that was not whole.</exception>
    Task<MadePhoto> Make(string hash, string format, int width, int height, CancellationToken cancel);
}

/// <summary>
/// By libvips: <c>large</c> (longest side 1600) and <c>medium</c> (800) as JPEG, which every reader takes, and as WebP, which pages
/// offer to browsers for two thirds of the bytes; <c>card</c> (1200x630, cropped to what catches the eye) as JPEG, which link previews want. Upright, sRGB,
/// on white, without a byte of metadata. The original is decoded once, to a lossless master that all are made of side by side.
/// </summary>
public sealed class VariantMaker(PhotoFiles files, ImageTool tool) : IVariantMaker
{
    private const int LargeSide = 1600, MediumSide = 800, CardWidth = 1200, CardHeight = 630;

    /// <summary>Long panoramas get a smaller card: filling it would blow them up to many times their size.</summary>
    private const int FillableRatio = 8;

    private const string Jpeg = "[Q=82,optimize-coding,strip]";

    /// <summary>Effort 4, libwebp's own default, takes twice as long for a few hundredths less.</summary>
    private const string WebP = "[Q=80,effort=2,strip]";

    /// <inheritdoc/>
    public string? MissingProgram() => tool.MissingProgram();

    /// <inheritdoc/>
    public async Task<MadePhoto> Make(string hash, string format, int width, int height, CancellationToken cancel)
    {
        var original = files.Original(hash, format);
        if (!File.Exists(original)) throw new ImageToolException(ImageFailure.OriginalMissing, original);
        try
        {
            using var folder = files.OpenWorkFolder();
            var master = folder.File("master.png");
            await Thumbnail(2, original, $"{master}[compression=0,strip]", LargeSide, LargeSide, cancel, "--size", "down", "--fail-on", "truncated");
            if (PngStructure.HasAlpha(master))
            {
                // What is transparent would be black in JPEG, and in WebP whatever the page's colour is.
                var flat = folder.File("flat.png");
                await tool.Run(1, cancel, "flatten", master, $"{flat}[compression=0,strip]", "--background", "255");
                master = flat;
            }

            var fill = Math.Max(width, height) <= FillableRatio * Math.Min(width, height) ? "both" : "down";
            Task<PhotoVariant>[] making =
            [
                Variant("large", "jpg", Jpeg, (to, end) => tool.Run(1, end, "copy", master, to)),
                Variant("medium", "jpg", Jpeg, (to, end) => Thumbnail(1, master, to, MediumSide, MediumSide, end, "--size", "down")),
                Variant("card", "jpg", Jpeg, (to, end) => Thumbnail(1, master, to, CardWidth, CardHeight, end, "--size", fill, "--crop", "attention")),
                Variant("large", "webp", WebP, (to, end) => tool.Run(1, end, "copy", master, to)),
                Variant("medium", "webp", WebP, (to, end) => Thumbnail(1, master, to, MediumSide, MediumSide, end, "--size", "down")),
            ];
            var print = Print(folder, master, cancel);
            // All must have ended before the folder goes.
            await Task.WhenAll([.. making, print]);
            var variants = making.Select(made => made.Result).ToList();
            foreach (var variant in variants) files.PublishVariant(folder.File($"{variant.Name}.{variant.Format}"), hash, variant.Name, variant.Format);
            return new MadePhoto(variants, print.Result);

            async Task<PhotoVariant> Variant(string name, string ending, string saver, Func<string, CancellationToken, Task> make)
            {
                var file = folder.File($"{name}.{ending}");
                await make(file + saver, cancel);
                if (ending == "webp") await WebPStructure.DropMetadata(file, cancel);
                var header = PhotoProbe.Inspect(await File.ReadAllBytesAsync(file, cancel)).Header;
                if (header?.Format != ending) throw new ImageToolException(ImageFailure.Crashed, $"{name}: no {ending} came out");
                return new PhotoVariant(name, ending, header.Width, header.Height, new FileInfo(file).Length);
            }
        }
        catch (IOException error) when (Durable.IsDiskFull(error))
        {
            throw new ImageToolException(ImageFailure.DiskFull, error.Message);
        }
    }

    /// <summary>What the picture looks like, from a few pixels without compression.</summary>
    private async Task<long?> Print(WorkFolder folder, string master, CancellationToken cancel)
    {
        var pixels = folder.File("print.raw");
        await Thumbnail(1, master, pixels, PhotoPrint.Width, PhotoPrint.Height, cancel, "--size", "force");
        return PhotoPrint.Of(await File.ReadAllBytesAsync(pixels, cancel));
    }

    private Task Thumbnail(int threads, string from, string to, int width, int height, CancellationToken cancel, params ReadOnlySpan<string> more)
        => tool.Run(threads, cancel, ["thumbnail", from, to, Number(width), "--height", Number(height), "--export-profile", "srgb", .. more]);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
