using System.Text;
using KominfoBot.Bot.Photos;

namespace KominfoBot.Bot.Posting;

/// <summary>No picture was made.</summary>
public sealed class SvgToolException(string detail) : Exception(detail);

/// <summary>rsvg-convert (Debian's librsvg2-bin) in a child process with limits. The drawing is ours; names in it are people's.</summary>
/// <param name="path">Folders with the programs, colon-separated; the process's PATH when null.</param>
public sealed class SvgTool(string? path = null)
{
    private static readonly ImageToolLimits limits = new() { MemoryBytes = 768L * 1024 * 1024, CpuSeconds = 20, WallClock = TimeSpan.FromSeconds(60) };

    private readonly LimitedProcess process = new(path);

    /// <summary>Null when the program is there, else its name.</summary>
    public string? MissingProgram() => process.Missing("rsvg-convert");

    /// <exception cref="SvgToolException">It is not installed, or gave up.</exception>
    public Task<byte[]> ToPng(string svg, CancellationToken cancel)
        // Read from its input it has no place of its own, so that nothing outside the drawing can be named in it.
        => Run(["--format=png"], Encoding.UTF8.GetBytes(svg), cancel);

    /// <summary>A document of these sheets, in vectors and with text that can be searched and copied.</summary>
    /// <exception cref="SvgToolException">It is not installed, or gave up.</exception>
    public async Task<byte[]> ToPdf(IReadOnlyList<string> sheets, CancellationToken cancel)
    {
        // Several sheets can only be given as files: in a folder of their own, where there is nothing else to be named.
        var folder = Directory.CreateTempSubdirectory("kominfobot-");
        try
        {
            List<string> files = [];
            foreach (var sheet in sheets)
            {
                files.Add(Path.Combine(folder.FullName, $"{files.Count + 1}.svg"));
                await File.WriteAllTextAsync(files[^1], sheet, cancel);
            }
            return await Run(["--format=pdf", .. files], [], cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<byte[]> Run(IEnumerable<string> arguments, byte[] input, CancellationToken cancel)
    {
        if (MissingProgram() is { } missing) throw new SvgToolException($"{missing} tidak terpasang");
        using var output = new MemoryStream();
        var ended = await process.Run("rsvg-convert", arguments, limits, [], input, output, cancel);
        return ended is { ExitCode: 0 } && output.Length > 0 ? output.ToArray() : throw new SvgToolException($"rsvg-convert {ended?.ExitCode}: {ended?.Said}");
    }
}
