using System.Diagnostics;
using System.Globalization;
using System.Text;

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
/// libvips in a child process with limits: a picture made to harm a decoder harms only that process. Arguments are a list, never a shell line; all paths are
/// made by us; the environment is empty but for what is named here, so that no secret of ours is near hostile input.
/// </summary>
/// <param name="limits">How much a picture may take.</param>
/// <param name="path">Folders with the programs, colon-separated; the process's PATH when null.</param>
public sealed class ImageTool(ImageToolLimits limits, string? path = null) : IDisposable
{
    private const int KeptOutput = 2000;
    private const int CpuLimit = 128 + 24, Signal = 128;

    private readonly string path = path ?? Environment.GetEnvironmentVariable("PATH") ?? "";
    private readonly SemaphoreSlim places = new(limits.Processes);

    /// <summary>Null when all programs are there (Debian and Ubuntu have them in libvips-tools and util-linux), else the name of one that is not.</summary>
    public string? MissingProgram() => Find("prlimit") is null ? "prlimit" : Find("vips") is null ? "vips" : null;

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

    private string? Find(string program)
        => path.Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private async Task RunOne(int threads, IEnumerable<string> arguments, CancellationToken cancel)
    {
        if (Find("prlimit") is not { } prlimit || Find("vips") is not { } vips) throw new ImageToolException(ImageFailure.ToolMissing, "vips, prlimit");
        var start = new ProcessStartInfo(prlimit)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["LC_ALL"] = "C.UTF-8";
        // Only the formats' own, fuzzed loaders: no SVG, PDF, ImageMagick.
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = threads.ToString(CultureInfo.InvariantCulture);
        string[] limited =
        [
            $"--as={limits.MemoryBytes.ToString(CultureInfo.InvariantCulture)}",
            // The soft limit's signal tells this end from a kill by the kernel for want of memory.
            $"--cpu={limits.CpuSeconds.ToString(CultureInfo.InvariantCulture)}:{(limits.CpuSeconds + 5).ToString(CultureInfo.InvariantCulture)}",
            "--core=0", "--", vips,
        ];
        foreach (var argument in limited.Concat(arguments)) start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(limits.WallClock);
        try
        {
            process.StandardInput.Close();
            var output = ReadSome(process.StandardOutput.BaseStream, deadline.Token);
            var errors = ReadSome(process.StandardError.BaseStream, deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            await output;
            var said = await errors;
            // Success to libvips, a grey half to a reader: data is missing in the middle of a JPEG.
            if (process.ExitCode == 0 && said.Contains("premature end of", StringComparison.OrdinalIgnoreCase)) throw new ImageToolException(ImageFailure.Unreadable, said);
            if (process.ExitCode != 0) throw new ImageToolException(Classify(process.ExitCode, said), $"vips {process.ExitCode}: {said}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
            throw new ImageToolException(ImageFailure.Crashed, $"vips: {limits.WallClock}");
        }
    }

    public void Dispose() => places.Dispose();

    private static ImageFailure Classify(int exitCode, string said)
    {
        if (exitCode == CpuLimit || Says("out of memory") || Says("unable to allocate")) return ImageFailure.TooHeavy;
        if (Says("No space left on device") || Says("Disk quota exceeded")) return ImageFailure.DiskFull;
        return exitCode > Signal && exitCode < 255 ? ImageFailure.Crashed : ImageFailure.Unreadable;

        bool Says(string words) => said.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads to the end and keeps the beginning: a damaged picture can bring forth megabytes of warnings.</summary>
    private static async Task<string> ReadSome(Stream from, CancellationToken cancel)
    {
        var kept = new byte[KeptOutput];
        var length = await from.ReadAtLeastAsync(kept, KeptOutput, throwOnEndOfStream: false, cancel);
        await from.CopyToAsync(Stream.Null, cancel);
        return Encoding.UTF8.GetString(kept, 0, length).Trim();
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
