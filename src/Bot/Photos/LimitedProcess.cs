using System.Diagnostics;
using System.Globalization;

namespace KominfoBot.Bot.Photos;

/// <summary>How a child process ended.</summary>
/// <param name="Said">The beginning of what it wrote to its standard error.</param>
public sealed record ProcessEnd(int ExitCode, string Said);

/// <summary>
/// A program in a child process with limits of memory, processor and real time. Arguments are a list, never a shell line; the environment is empty but for what
/// is named here, so that no secret of ours is near hostile input.
/// </summary>
/// <param name="path">Folders with the programs, colon-separated; the process's PATH when null.</param>
public sealed class LimitedProcess(string? path)
{
    private readonly string path = path ?? Environment.GetEnvironmentVariable("PATH") ?? "";

    /// <summary>Null when the program can be run under limits, else the name of what is not installed.</summary>
    public string? Missing(string program) => Find("prlimit") is null ? "prlimit" : Find(program) is null ? program : null;

    /// <param name="input">Given on the standard input.</param>
    /// <param name="output">Takes the standard output; null: nobody needs it.</param>
    /// <returns>Null when it took longer than it may and was killed.</returns>
    /// <exception cref="FileNotFoundException">A program is not installed.</exception>
    public async Task<ProcessEnd?> Run(string program, IEnumerable<string> arguments, ImageToolLimits limits, IEnumerable<(string Name, string Value)> environment, byte[]? input, Stream? output, CancellationToken cancel)
    {
        using var child = Start(program, arguments, limits, environment);
        return await child.Finish(input, output, limits.WallClock, cancel);
    }

    /// <summary>Starts a program that waits for its input.</summary>
    /// <param name="program">Its name, or its whole path.</param>
    /// <exception cref="FileNotFoundException">A program is not installed.</exception>
    public LimitedChild Start(string program, IEnumerable<string> arguments, ImageToolLimits limits, IEnumerable<(string Name, string Value)> environment)
    {
        if (Find("prlimit") is not { } prlimit || Find(program) is not { } found) throw new FileNotFoundException(Missing(program));
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
        foreach (var (name, value) in environment) start.Environment[name] = value;
        string[] limited =
        [
            $"--as={limits.MemoryBytes.ToString(CultureInfo.InvariantCulture)}",
            // The soft limit's signal tells this end from a kill by the kernel for want of memory.
            $"--cpu={limits.CpuSeconds.ToString(CultureInfo.InvariantCulture)}:{(limits.CpuSeconds + 5).ToString(CultureInfo.InvariantCulture)}",
            "--core=0", "--", found,
        ];
        foreach (var argument in limited.Concat(arguments)) start.ArgumentList.Add(argument);
        return new LimitedChild(Process.Start(start)!);
    }

    private string? Find(string program)
        => path.Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
