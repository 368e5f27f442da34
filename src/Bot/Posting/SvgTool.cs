using System.Text;
using KominfoBot.Bot.Photos;

namespace KominfoBot.Bot.Posting;

/// <summary>No picture was made.</summary>
public sealed class SvgToolException(string detail) : Exception(detail);

/// <summary>rsvg-convert (Debian's librsvg2-bin) in a child process with limits. The drawing is ours; names in it are people's.</summary>
/// <param name="path">Folders with the programs, colon-separated; the process's PATH when null.</param>
public sealed class SvgTool(string? path = null)
{
    private static readonly ImageToolLimits limits = new() { MemoryBytes = 768L * 1024 * 1024, CpuSeconds = 10, WallClock = TimeSpan.FromSeconds(60) };

    private readonly LimitedProcess process = new(path);

    /// <summary>Null when the program is there, else its name.</summary>
    public string? MissingProgram() => process.Missing("rsvg-convert");

    /// <exception cref="SvgToolException">It is not installed, or gave up.</exception>
    public async Task<byte[]> ToPng(string svg, CancellationToken cancel)
    {
        if (MissingProgram() is { } missing) throw new SvgToolException($"{missing} tidak terpasang");
        using var png = new MemoryStream();
        // Read from its input it has no place of its own, so that nothing outside the drawing can be named in it.
        var ended = await process.Run("rsvg-convert", ["--format=png"], limits, [], Encoding.UTF8.GetBytes(svg), png, cancel);
        return ended is { ExitCode: 0 } && png.Length > 0 ? png.ToArray() : throw new SvgToolException($"rsvg-convert {ended?.ExitCode}: {ended?.Said}");
    }
}
