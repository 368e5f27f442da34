using System.Runtime.InteropServices;
using KominfoBot.Bot.Photos.Worker;

namespace KominfoBot.Bot.Photos;

/// <summary>How a child process that works on one photo is started.</summary>
/// <param name="File">The program's path.</param>
/// <param name="Arguments">What it is given.</param>
public sealed record ImageProgram(string File, IReadOnlyList<string> Arguments)
{
    private const string Name = "KominfoBot";

    /// <summary>
    /// A small heap, reserved as such (.NET would reserve more address space than the limit leaves); no door for debuggers; C's memory kept and in large pages,
    /// since it serves one photo and ends (about a quarter less processor time).
    /// </summary>
    internal static readonly (string Name, string Value)[] Environment =
    [
        ("DOTNET_GCHeapHardLimit", "0x2000000"), ("DOTNET_EnableDiagnostics", "0"), ("DOTNET_TieredPGO", "0"),
        ("MALLOC_ARENA_MAX", "2"), ("MALLOC_MMAP_THRESHOLD_", "67108864"), ("MALLOC_TRIM_THRESHOLD_", "1073741824"), ("MALLOC_TOP_PAD_", "16777216"),
        ("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1"),
    ];

    /// <summary>This program itself (<see cref="ImageWorker"/>), on the runtime on which it runs.</summary>
    public static ImageProgram Own { get; } = In(AppContext.BaseDirectory);

    /// <summary>The program that lies in a folder: with its own runtime, or on that of this process.</summary>
    public static ImageProgram In(string folder)
    {
        if (System.IO.File.Exists(Path.Combine(folder, "libcoreclr.so"))) return new ImageProgram(Path.Combine(folder, Name), [ImageWorker.Command]);
        // …/dotnet/shared/Microsoft.NETCore.App/10.0.1/
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        return new ImageProgram(dotnet, [Path.Combine(folder, $"{Name}.dll"), ImageWorker.Command]);
    }
}
