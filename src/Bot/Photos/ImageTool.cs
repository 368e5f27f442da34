using KominfoBot.Bot.Photos.Worker;

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
    /// <summary>A program is not installed, or libvips does not start.</summary>
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
/// libvips in a child process with limits (<see cref="LimitedProcess"/>): a picture made to harm a decoder harms only that process. Each child serves one photo
/// and ends; all paths are made by us.
/// </summary>
public sealed class ImageTool : IDisposable
{
    private const int CpuLimit = 128 + 24, Signal = 128;

    private readonly ImageToolLimits limits;
    private readonly ImageProgram program;
    private readonly LimitedProcess process;
    private readonly SemaphoreSlim places;
    private readonly SpareChild spare;

    /// <param name="limits">How much a picture may take.</param>
    /// <param name="clock">By which a child that waits in vain is ended.</param>
    /// <param name="program">What is started; this program itself when null.</param>
    /// <param name="path">Folders with <c>prlimit</c>, colon-separated; the process's PATH when null.</param>
    public ImageTool(ImageToolLimits limits, TimeProvider clock, ImageProgram? program = null, string? path = null)
    {
        (this.limits, this.program, process, places) = (limits, program ?? ImageProgram.Own, new LimitedProcess(path), new SemaphoreSlim(limits.Processes));
        spare = new SpareChild(() => process.Start(this.program.File, this.program.Arguments, limits, ImageProgram.Environment), clock);
    }

    /// <summary>Null when all programs are there (prlimit is in util-linux of Debian and Ubuntu; libvips comes with this program), else the name of one that is not.</summary>
    public string? MissingProgram() => process.Missing(program.File);

    /// <summary>Null when a child starts, and libvips in it; else why not.</summary>
    public async Task<string?> Trouble(CancellationToken cancel)
    {
        if (MissingProgram() is { } missing) return missing;
        using var child = spare.Take();
        var end = await child.Finish(null, null, limits.WallClock, cancel);
        return end is null ? $"{limits.WallClock}" : end.ExitCode == 0 ? null : $"{end.ExitCode}: {end.Said}";
    }

    /// <summary>Has a child make all variants of one photo, under the limits.</summary>
    /// <exception cref="ImageToolException">It did not succeed.</exception>
    public async Task Run(ImageJob job, CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        try
        {
            await RunOne(job, cancel);
        }
        finally
        {
            places.Release();
        }
        // Not beside another photo, which needs the processors.
        if (places.CurrentCount == limits.Processes) spare.Prepare();
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

    private async Task RunOne(ImageJob job, CancellationToken cancel)
    {
        if (MissingProgram() is { } missing) throw new ImageToolException(ImageFailure.ToolMissing, missing);
        using var child = spare.Take();
        if (await child.Finish(job.Written(), null, limits.WallClock, cancel) is not var (exitCode, said)) throw new ImageToolException(ImageFailure.Crashed, $"{limits.WallClock}");
        // Success to libvips, a grey half to a reader: data is missing in the middle of a JPEG.
        if (exitCode == 0 && said.Contains("premature end of", StringComparison.OrdinalIgnoreCase)) throw new ImageToolException(ImageFailure.Unreadable, said);
        if (exitCode != 0) throw new ImageToolException(Classify(exitCode, said), $"{exitCode}: {said}");
    }

    public void Dispose()
    {
        spare.Dispose();
        places.Dispose();
    }

    private static ImageFailure Classify(int exitCode, string said)
    {
        if (exitCode == ImageWorker.NotStarted) return ImageFailure.ToolMissing;
        if (exitCode == CpuLimit || Says("out of memory") || Says("unable to allocate") || Says("allocate memory")) return ImageFailure.TooHeavy;
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
