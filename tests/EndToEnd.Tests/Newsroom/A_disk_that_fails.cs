namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>The disk answers EIO when it is asked to keep what was written (05-faults D4): nothing is acknowledged that was not kept, and a restart goes on.</summary>
public sealed class A_disk_that_fails
{
    [Fact]
    public async Task Loses_nothing_that_was_acknowledged()
    {
        LongProgram.Only();
        Strace.Needed();
        await using var office = await Office.Staffed();
        var item = new Sample(820);
        await office.Submit(Office.Author, item);
        await office.Rests();

        using var strace = await Strace.Attach(office.Bot, "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO");

        // The Kabid endorses while no commit can be kept.
        var acts = await office.Acts();
        await office.Press(Office.Kabid, "Setujui", item.Title);
        await office.Bot.Line(line => line.Contains("disk I/O error", StringComparison.Ordinal));
        Assert.Equal(acts, await office.Acts());

        await office.Kill();
        await strace.Ended();
        await office.Start();
        // Her press was never acknowledged to Telegram: it comes again by itself.
        await office.Press(Office.Kadis, "Setujui", item.Title);
        await office.Press(Office.Kadis, "Ya, terbitkan", item.Title);
        await office.ShowsPublished(item, photos: 1);
        await office.Rests();
        await office.IsInOrder(acts: 1);
    }
}
