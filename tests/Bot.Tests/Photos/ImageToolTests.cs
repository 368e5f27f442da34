using KominfoBot.Bot.Photos;
using KominfoBot.Bot.Photos.Worker;
using KominfoBot.Testing;

namespace KominfoBot.Bot.Tests.Photos;

/// <summary>The children: one photo each, one that waits for the next, none that is left over.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class ImageToolTests : IDisposable
{
    private static readonly ImageToolLimits limits = new();

    private readonly TemporaryDirectory directory = new();
    private readonly ManualClock clock = new();

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_child_never_gets_a_second_photo_and_one_that_has_started_waits_for_the_next()
    {
        var fake = FakeWorker.In(directory.Path, """echo $$ >> "$0.started"; echo "$$ $(tr '\0' ' ')" >> "$0.jobs" """);
        using var tool = new ImageTool(limits, clock, fake.Program);

        await tool.Run(new ImageJob("/a", "/x", true), cancel);
        await Until(() => Lines(fake, ".started").Length == 2);
        await tool.Run(new ImageJob("/b", "/y", false), cancel);
        await Until(() => Lines(fake, ".started").Length == 3);

        var started = Lines(fake, ".started");
        Assert.Equal(3, started.Distinct().Count());
        Assert.Equal([$"{started[0]} /a /x fill", $"{started[1]} /b /y"], Lines(fake, ".jobs").Select(line => line.TrimEnd()));
    }

    [Fact]
    public async Task What_waits_is_ended_when_no_photo_comes_and_at_the_end()
    {
        var fake = FakeWorker.In(directory.Path, """echo $$ >> "$0.started"; exec cat > /dev/null""");
        using (var tool = new ImageTool(limits, clock, fake.Program))
        {
            await tool.Run(new ImageJob("/a", "/x", true), cancel);
            await Until(() => Lines(fake, ".started").Length == 2);
            clock.Advance(SpareChild.Patience - TimeSpan.FromSeconds(1));
            Assert.True(Lives(Lines(fake, ".started")[1]));
            clock.Advance(TimeSpan.FromSeconds(1));
            await Until(() => !Lives(Lines(fake, ".started")[1]));

            await tool.Run(new ImageJob("/b", "/x", true), cancel);
            await Until(() => Lines(fake, ".started").Length == 4);
        }
        await Until(() => !Lines(fake, ".started").Any(Lives));
    }

    [Fact]
    public async Task A_child_that_died_while_it_waited_costs_no_photo()
    {
        var fake = FakeWorker.In(directory.Path, """echo $$ >> "$0.started"; exec cat > /dev/null""");
        using var tool = new ImageTool(limits, clock, fake.Program);
        await tool.Run(new ImageJob("/a", "/x", true), cancel);
        await Until(() => Lines(fake, ".started").Length == 2);
        using (var waiting = System.Diagnostics.Process.GetProcessById(int.Parse(Lines(fake, ".started")[1], System.Globalization.CultureInfo.InvariantCulture))) waiting.Kill();
        await Until(() => !Lives(Lines(fake, ".started")[1]));

        await tool.Run(new ImageJob("/b", "/x", true), cancel);
    }

    [Fact]
    public async Task What_is_stopped_in_the_midst_leaves_no_process()
    {
        var fake = FakeWorker.In(directory.Path, """echo $$ >> "$0.started"; read never_comes </dev/zero""");
        using var tool = new ImageTool(limits, clock, fake.Program);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var running = tool.Run(new ImageJob("/a", "/x", true), stop.Token);
        await Until(() => Lines(fake, ".started").Length == 1);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.False(Lives(Lines(fake, ".started")[0]));
    }

    [Fact]
    public async Task No_more_children_work_at_once_than_there_are_places()
    {
        var fake = FakeWorker.In(directory.Path, """cat > /dev/null; mkdir "$0.busy" || exit 1; sleep 0.05; rmdir "$0.busy" """);
        using var tool = new ImageTool(new ImageToolLimits { Processes = 1 }, clock, fake.Program);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => tool.Run(new ImageJob("/a", "/x", true), cancel)));
    }

    [Fact]
    public async Task Whether_libvips_starts_is_told_without_a_photo()
    {
        using var real = new ImageTool(limits, clock);
        Assert.Null(await real.Trouble(cancel));
        using var broken = new ImageTool(limits, clock, FakeWorker.In(directory.Path, "echo 'no libvips' >&2; exit 3").Program);
        Assert.Equal("3: no libvips", await broken.Trouble(cancel));
        using var bare = new ImageTool(limits, clock, path: directory.Path);
        Assert.Equal("prlimit", await bare.Trouble(cancel));
    }

    [Fact]
    public async Task A_format_whose_reader_is_not_trusted_is_not_read()
    {
        var drawing = directory.File("drawing.png");
        await File.WriteAllTextAsync(drawing, """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>""", cancel);
        using var tool = new ImageTool(limits, clock);
        Assert.Equal(ImageFailure.Unreadable, (await Assert.ThrowsAsync<ImageToolException>(() => tool.Run(new ImageJob(drawing, directory.Path, true), cancel))).Failure);
    }

    private static string[] Lines(FakeWorker fake, string ending) => File.Exists(fake.Beside(ending)) ? File.ReadAllLines(fake.Beside(ending)) : [];

    private static bool Lives(string process) => Directory.Exists($"/proc/{process}");

    private static async Task Until(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        while (!condition()) await Task.Delay(20, patience.Token);
    }
}
