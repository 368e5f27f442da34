using KominfoBot.Bot.Photos.Worker;
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

/// <summary>Has a child process make them (<see cref="ImageWork"/>) and publishes what came out whole.</summary>
public sealed class VariantMaker(PhotoFiles files, ImageTool tool) : IVariantMaker
{
    /// <summary>Long panoramas get a smaller card: filling it would blow them up to many times their size.</summary>
    private const int FillableRatio = 8;

    private static readonly (string Name, string Format)[] Wanted = [("large", "jpg"), ("medium", "jpg"), ("card", "jpg"), ("large", "webp"), ("medium", "webp")];

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
            await tool.Run(new ImageJob(original, folder.Path, FillCard: Math.Max(width, height) <= FillableRatio * Math.Min(width, height)), cancel);
            List<PhotoVariant> variants = [];
            foreach (var (name, ending) in Wanted) variants.Add(await Look(folder, name, ending, cancel));
            var print = PhotoPrint.Of(await File.ReadAllBytesAsync(folder.File(ImageWork.PrintFile), cancel));
            foreach (var variant in variants) files.PublishVariant(folder.File($"{variant.Name}.{variant.Format}"), hash, variant.Name, variant.Format);
            return new MadePhoto(variants, print);
        }
        catch (IOException error) when (Durable.IsDiskFull(error))
        {
            throw new ImageToolException(ImageFailure.DiskFull, error.Message);
        }
    }

    /// <summary>What a child made is looked at as what strangers send is.</summary>
    private static async Task<PhotoVariant> Look(WorkFolder folder, string name, string ending, CancellationToken cancel)
    {
        var file = folder.File($"{name}.{ending}");
        if (!File.Exists(file)) throw new ImageToolException(ImageFailure.Crashed, $"{name}: no {ending} came out");
        if (ending == "webp") await WebPStructure.DropMetadata(file, cancel);
        var header = PhotoProbe.Inspect(await File.ReadAllBytesAsync(file, cancel)).Header;
        if (header?.Format != ending) throw new ImageToolException(ImageFailure.Crashed, $"{name}: what came out is no {ending}");
        return new PhotoVariant(name, ending, header.Width, header.Height, new FileInfo(file).Length);
    }
}
