using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>WAL with synchronous=FULL, seen from outside the process (D2): an update is acknowledged only after an fsync, and handled with another.</summary>
public sealed class Every_commit_reaches_the_disk
{
    private const int Messages = 10;

    [Fact]
    public async Task Before_it_is_acknowledged()
    {
        Strace.Needed();
        using var directory = new TemporaryDirectory();
        await using var office = await Office.Staffed();
        await office.Rests();
        var trace = directory.File("trace");
        using var strace = await Strace.Attach(office.Bot, "-e", "trace=fsync,fdatasync", "-o", trace);

        for (var index = 0; index < Messages; index++) await office.SaysAndHears(Office.Author, "/status", "Belum ada naskah yang dikirim.");
        await office.Rests();

        await strace.Detach();
        var synced = (await File.ReadAllLinesAsync(trace, TestContext.Current.CancellationToken)).Count(line => line.Contains("sync(", StringComparison.Ordinal) && !line.Contains("= -1", StringComparison.Ordinal));
        TestContext.Current.TestOutputHelper?.WriteLine($"{synced} fsyncs for {Messages} updates");
        // One for the stored update, one for the act with its answers; the sent marks may share theirs.
        Assert.InRange(synced, 2 * Messages, 20 * Messages);
        await office.IsInOrder(acts: 0);
    }
}
