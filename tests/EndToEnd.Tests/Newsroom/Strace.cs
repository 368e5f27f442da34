using System.Diagnostics;
using System.Globalization;
using KominfoBot.EndToEnd.Tests.Hosting;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>strace on the running bot: sees its system calls, or makes them fail. The test is skipped where there is none, or it may not attach.</summary>
internal sealed class Strace : IDisposable
{
    private readonly Process process;

    private Strace(Process process) => this.process = process;

    public static void Needed() => Assert.SkipUnless(((string[])["/usr/bin/strace", "/bin/strace"]).Any(File.Exists), "strace is not installed");

    /// <summary>Attached when this returns.</summary>
    public static async Task<Strace> Attach(BotProcess bot, params string[] options)
    {
        var process = Process.Start(new ProcessStartInfo("strace", ["-f", "-qq", .. options, "-p", bot.Id.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
        await Office.Until(() => Task.FromResult(process.HasExited || IsTraced(bot.Id)), "strace never attached");
        Assert.SkipWhen(process.HasExited, "strace may not attach to a process here");
        return new Strace(process);
    }

    /// <summary>Lets the bot go on alone.</summary>
    public async Task Detach()
    {
        using (var stop = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)])) await stop.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Ended();
    }

    /// <summary>Ends by itself when the bot does.</summary>
    public Task Ended() => process.WaitForExitAsync(TestContext.Current.CancellationToken);

    public void Dispose() => process.Dispose();

    private static bool IsTraced(int process) => File.ReadLines($"/proc/{process}/status").Any(line => line.StartsWith("TracerPid:", StringComparison.Ordinal) && !line.EndsWith("\t0", StringComparison.Ordinal));
}
