using System.Diagnostics;
using System.Globalization;
using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>WAL with synchronous=FULL, seen from outside the process (D2): an update is acknowledged only after an fsync, and handled with another.</summary>
public sealed class Every_commit_reaches_the_disk
{
    private const int Messages = 10;

    [Fact]
    public async Task Before_it_is_acknowledged()
    {
        Assert.SkipUnless(((string[])["/usr/bin/strace", "/bin/strace"]).Any(File.Exists), "strace is not installed");
        using var directory = new TemporaryDirectory();
        await using var office = await Office.Staffed();
        await office.Rests();
        var trace = directory.File("trace");
        using var strace = Process.Start(new ProcessStartInfo("strace", ["-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", trace, "-p", office.Bot.Id.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
        await Office.Until(() => Task.FromResult(strace.HasExited || IsTraced(office.Bot.Id)), "strace never attached");
        Assert.SkipWhen(strace.HasExited, "strace may not attach to a process here");

        for (var index = 0; index < Messages; index++) await office.SaysAndHears(Office.Author, "/status", "Belum ada naskah yang dikirim.");
        await office.Rests();

        using (var stop = Process.Start("kill", ["-INT", strace.Id.ToString(CultureInfo.InvariantCulture)])) await stop.WaitForExitAsync(TestContext.Current.CancellationToken);
        await strace.WaitForExitAsync(TestContext.Current.CancellationToken);
        var synced = (await File.ReadAllLinesAsync(trace, TestContext.Current.CancellationToken)).Count(line => line.Contains("sync(", StringComparison.Ordinal) && !line.Contains("= -1", StringComparison.Ordinal));
        TestContext.Current.TestOutputHelper?.WriteLine($"{synced} fsyncs for {Messages} updates");
        // One for the stored update, one for the act with its answers; the sent marks may share theirs.
        Assert.InRange(synced, 2 * Messages, 20 * Messages);
        await office.IsInOrder(acts: 0);
    }

    private static bool IsTraced(int process) => File.ReadLines($"/proc/{process}/status").Any(line => line.StartsWith("TracerPid:", StringComparison.Ordinal) && !line.EndsWith("\t0", StringComparison.Ordinal));
}
