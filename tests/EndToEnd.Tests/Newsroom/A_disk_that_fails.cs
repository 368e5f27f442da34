using System.Diagnostics;
using System.Globalization;
using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>The disk answers EIO when it is asked to keep what was written (05-faults D4): nothing is acknowledged that was not kept, and a restart goes on.</summary>
public sealed class A_disk_that_fails
{
    [Fact]
    public async Task Loses_nothing_that_was_acknowledged()
    {
        Assert.SkipUnless(((string[])["/usr/bin/strace", "/bin/strace"]).Any(File.Exists), "strace is not installed");
        await using var office = await Office.Staffed();
        var item = new Sample(820);
        await office.Submit(Office.Author, item);
        await office.Rests();

        using var strace = Process.Start(new ProcessStartInfo("strace", ["-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO", "-p", office.Bot.Id.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
        await Office.Until(() => Task.FromResult(strace.HasExited || IsTraced(office.Bot.Id)), "strace never attached");
        Assert.SkipWhen(strace.HasExited, "strace may not attach to a process here");

        // The Kabid endorses while no commit can be kept.
        var acts = await office.Acts();
        await office.Press(Office.Kabid, "Setujui", item.Title);
        await office.Bot.Line(line => line.Contains("disk I/O error", StringComparison.Ordinal));
        Assert.Equal(acts, await office.Acts());

        await office.Kill();
        await strace.WaitForExitAsync(TestContext.Current.CancellationToken);
        await office.Start();
        // Her press was never acknowledged to Telegram: it comes again by itself.
        await office.Press(Office.Kadis, "Setujui", item.Title);
        await office.Press(Office.Kadis, "Ya, terbitkan", item.Title);
        await office.ShowsPublished(item, photos: 1);
        await office.Rests();
        await office.IsInOrder(acts: 1);
    }

    private static bool IsTraced(int process) => File.ReadLines($"/proc/{process}/status").Any(line => line.StartsWith("TracerPid:", StringComparison.Ordinal) && !line.EndsWith("\t0", StringComparison.Ordinal));
}
