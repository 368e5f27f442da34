namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>A process whose wall clock is another than the machine's (libfaketime); what it measures by the monotonic clock stays true.</summary>
internal static class FakeTime
{
    private static readonly string? library = Directory.Exists("/usr/lib") ? Directory.EnumerateFiles("/usr/lib", "libfaketime.so.1", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).FirstOrDefault() : null;

    /// <summary>Its clock is off by as much, as "-4m".</summary>
    public static IEnumerable<(string Name, string Value)> By(string offset) => [.. Usual(), ("FAKETIME", offset)];

    /// <summary>Its clock is off by what stands in a file, which may be replaced while it runs.</summary>
    public static IEnumerable<(string Name, string Value)> From(string file) => [.. Usual(), ("FAKETIME_TIMESTAMP_FILE", file), ("FAKETIME_NO_CACHE", "1")];

    private static IEnumerable<(string Name, string Value)> Usual()
    {
        Assert.True(library is not null, "libfaketime is not installed: ./test does it, or `apt-get install faketime`.");
        // Without the last one waits for a condition end at once, and the runtime spins.
        return [("LD_PRELOAD", library), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"), ("FAKETIME_FORCE_MONOTONIC_FIX", "0")];
    }
}
