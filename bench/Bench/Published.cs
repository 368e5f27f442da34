using System.Diagnostics;

namespace KominfoBot.Bench;

/// <summary>The program as an office runs it: published, ReadyToRun. Made once for each run of the bench.</summary>
internal static class Published
{
    private static readonly Lazy<Task<string>> made = new(Make);

    /// <summary>Its KominfoBot.dll.</summary>
    public static Task<string> Program() => made.Value;

    private static async Task<string> Make()
    {
        var folder = Path.Combine("artifacts", "publish");
        using var publish = Process.Start(new ProcessStartInfo("tools/publish", [folder]) { RedirectStandardOutput = true })!;
        await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) throw new InvalidOperationException("tools/publish failed; run the bench from the repository's root");
        return Path.GetFullPath(Path.Combine(folder, "KominfoBot.dll"));
    }
}
