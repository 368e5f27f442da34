namespace KominfoBot.Bot.Photos;

/// <summary>How much the decoding of one picture may take.</summary>
public sealed record ImageToolLimits
{
    /// <summary>Address space of the child process; 40 megapixels of the worst kind (CMYK of many scans, 16 bits interlaced) take less than two thirds of it, what .NET reserves included.</summary>
    public long MemoryBytes { get; init; } = 1536L * 1024 * 1024;

    /// <summary>Processor time; a 12-megapixel photo takes less than one second.</summary>
    public int CpuSeconds { get; init; } = 20;

    /// <summary>Real time, on a machine that may be busy.</summary>
    public TimeSpan WallClock { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Child processes at once.</summary>
    public int Processes { get; init; } = Math.Max(1, Environment.ProcessorCount);
}
