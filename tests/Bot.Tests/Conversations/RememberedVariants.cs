using System.Collections.Concurrent;
using KominfoBot.Bot.Photos;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>
/// What libvips made of a photo is put in its place again instead of made anew: transcripts send the same few photos hundreds of times, and their subject is what
/// is said. The first of each is real, and `VariantMakerTests` speak of the making.
/// </summary>
public sealed class RememberedVariants(PhotoFiles files, ImageTool tool) : IVariantMaker
{
    private static readonly ConcurrentDictionary<string, (MadePhoto Made, List<byte[]> Contents)> remembered = new();
    private readonly VariantMaker maker = new(files, tool);

    public string? MissingProgram() => maker.MissingProgram();

    public async Task<MadePhoto> Make(string hash, string format, int width, int height, CancellationToken cancel)
    {
        if (remembered.TryGetValue(hash, out var known) && File.Exists(files.Original(hash, format)))
        {
            // Whoever holds the tool holds this as well.
            await tool.Turn(cancel);
            foreach (var (variant, content) in known.Made.Variants.Zip(known.Contents))
            {
                var file = files.Public(hash, variant.Name, variant.Format);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllBytesAsync(file, content, cancel);
            }
            return known.Made;
        }
        var made = await maker.Make(hash, format, width, height, cancel);
        List<byte[]> contents = [];
        foreach (var variant in made.Variants) contents.Add(await File.ReadAllBytesAsync(files.Public(hash, variant.Name, variant.Format), cancel));
        remembered[hash] = (made, contents);
        return made;
    }
}
