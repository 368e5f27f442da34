using System.Globalization;

namespace KominfoBot.Bot.Photos;

/// <summary>Why the image tool did not do its work.</summary>
public enum ImageFailure
{
    /// <summary>The picture is damaged, cut off, or not what its first bytes claim. Trying again does not help.</summary>
    Unreadable,
    /// <summary>Decoding it takes more memory or processor time than a photo may. Trying again does not help.</summary>
    TooHeavy,
    /// <summary>The tool was killed or crashed, or took too long on a busy machine.</summary>
    Crashed,
    /// <summary>No space for its output.</summary>
    DiskFull,
    /// <summary>The original is not in its place.</summary>
    OriginalMissing,
    /// <summary>libvips is not installed.</summary>
    ToolMissing,
}

/// <summary>The image tool gave up.</summary>
/// <param name="failure">What kind of failure.</param>
/// <param name="detail">What the tool said, for the log.</param>
public sealed class ImageToolException(ImageFailure failure, string detail) : Exception($"{failure}: {detail}")
{
    public ImageFailure Failure { get; } = failure;
}

/// <summary>
/// libvips in a child process with limits (<see cref="LimitedProcess"/>): a picture made to harm a decoder harms only that process. All paths are made by us.
/// </summary>
/// <param name="limits">How much a picture may take.</param>
/// <param name="path">Folders with the programs, colon-separated; the process's PATH when null.</param>
public sealed class ImageTool(ImageToolLimits limits, string? path = null) : IDisposable
{
    private const int CpuLimit = 128 + 24, Signal = 128;

    private readonly LimitedProcess process = new(path);
    private readonly SemaphoreSlim places = new(limits.Processes);

    /// <summary>Null when all programs are there (Debian and Ubuntu have them in libvips-tools and util-linux), else the name of one that is not.</summary>
    public string? MissingProgram() => process.Missing("vips");

    /// <summary>Runs one operation of <c>vips</c> under the limits.</summary>
    /// <param name="threads">How many threads libvips may use.</param>
    /// <exception cref="ImageToolException">It did not succeed.</exception>
    public async Task Run(int threads, CancellationToken cancel, params IEnumerable<string> arguments)
    {
        await places.WaitAsync(cancel);
        try
        {
            await RunOne(threads, arguments, cancel);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Waits until a run could begin.</summary>
    public async Task Turn(CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        places.Release();
    }

    /// <summary>Lets what runs end and keeps all later runs waiting until the result is disposed: practice shows what becomes of items whose photos take their time.</summary>
    public async Task<IDisposable> Hold(CancellationToken cancel)
    {
        var hold = new Held(places);
        try
        {
            while (hold.Places < limits.Processes)
            {
                await places.WaitAsync(cancel);
                hold.Places++;
            }
            return hold;
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    private async Task RunOne(int threads, IEnumerable<string> arguments, CancellationToken cancel)
    {
        if (MissingProgram() is not null) throw new ImageToolException(ImageFailure.ToolMissing, "vips, prlimit");
        // Only the formats' own, fuzzed loaders: no SVG, PDF, ImageMagick.
        (string, string)[] environment = [("VIPS_BLOCK_UNTRUSTED", "1"), ("VIPS_CONCURRENCY", threads.ToString(CultureInfo.InvariantCulture))];
        if (await process.Run("vips", arguments, limits, environment, null, null, cancel) is not var (exitCode, said)) throw new ImageToolException(ImageFailure.Crashed, $"vips: {limits.WallClock}");
        // Success to libvips, a grey half to a reader: data is missing in the middle of a JPEG.
        if (exitCode == 0 && said.Contains("premature end of", StringComparison.OrdinalIgnoreCase)) throw new ImageToolException(ImageFailure.Unreadable, said);
        if (exitCode != 0) throw new ImageToolException(Classify(exitCode, said), $"vips {exitCode}: {said}");
    }

    public void Dispose() => places.Dispose();

    private static ImageFailure Classify(int exitCode, string said)
    {
        if (exitCode == CpuLimit || Says("out of memory") || Says("unable to allocate")) return ImageFailure.TooHeavy;
        if (Says("No space left on device") || Says("Disk quota exceeded")) return ImageFailure.DiskFull;
        return exitCode > Signal && exitCode < 255 ? ImageFailure.Crashed : ImageFailure.Unreadable;

        bool Says(string words) => said.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Held(SemaphoreSlim places) : IDisposable
    {
        public int Places { get; set; }

        public void Dispose()
        {
            if (Places > 0) places.Release(Places);
            Places = 0;
        }
    }
}
