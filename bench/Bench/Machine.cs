using System.Diagnostics;
using System.Globalization;

namespace KominfoBot.Bench;

/// <summary>What a figure is worth nothing without.</summary>
internal static class Machine
{
    /// <summary>Where the databases of the measurements lie: beside the sources, not on a tmpfs.</summary>
    public static string Workplace { get; } = Directory.CreateDirectory(Path.Combine(Directory.GetCurrentDirectory(), "artifacts", "bench")).FullName;

    /// <summary>Load average of the last minute.</summary>
    public static string Load => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    public static void Print()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown CPU";
        var memory = File.ReadLines("/proc/meminfo").First().Split(':', 2)[1].Trim();
        Console.WriteLine($"machine  {Environment.ProcessorCount} cores, {model}, {memory}, Linux {File.ReadAllText("/proc/sys/kernel/osrelease").Trim()}, .NET {Environment.Version}");
        Console.WriteLine($"disk     {Disk()}");
        Console.WriteLine($"load     {Load} at the beginning");
        Console.WriteLine();
    }

    /// <summary>One line of the table: figure, aim, and the load while it was measured.</summary>
    public static void Row(string what, string figure, string aim = "")
        => Console.WriteLine($"{what,-44} {figure,22} {(aim.Length == 0 ? "" : $"aim {aim}"),-18} load {Load}");

    public static double Percentile(IReadOnlyCollection<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    public static double SecondsSince(long timestamp) => Stopwatch.GetElapsedTime(timestamp).TotalSeconds;

    public static string Rounded(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {unit}");

    private static string Disk()
    {
        var mount = File.ReadLines("/proc/mounts").Select(line => line.Split(' ')).Where(parts => Workplace.StartsWith(parts[1], StringComparison.Ordinal)).MaxBy(parts => parts[1].Length);
        return mount is null ? "unknown" : $"{mount[0]} ({mount[2]}, {mount[3].Split(',')[0]}) at {mount[1]}";
    }
}
