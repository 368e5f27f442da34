using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Bot.Tests.Photos;

[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class VariantWorkerTests
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task A_photo_that_a_commit_brings_becomes_ready_and_its_outcome_is_told_once_in_the_same_commit(StoreProvider provider)
    {
        await using var desk = await Desk.Open(provider);
        await desk.Start();
        var hash = await desk.Receive(Pictures.Png(900, 600));

        var photo = await desk.Settled(hash);

        Assert.Equal(PhotoState.Ready, photo.State);
        Assert.Equal(["large jpg 900x600", "medium jpg 800x533", "card jpg 1200x630", "large webp 900x600", "medium webp 800x533"], photo.Variants.Select(made => $"{made.Name} {made.Format} {made.Width}x{made.Height}"));
        Assert.All(photo.Variants, made => Assert.Equal(made.Bytes, new FileInfo(desk.Files.Public(hash, made.Name, made.Format)).Length));
        Assert.Null(photo.Failure);
        Assert.Equal(["Ready"], await desk.Told(hash));
    }

    [Theory, BothStores]
    public async Task A_damaged_photo_fails_at_once_with_words_for_its_author(StoreProvider provider)
    {
        await using var desk = await Desk.Open(provider);
        await desk.Start();
        var good = await desk.Receive(Pictures.Png(60, 40));
        var bad = await desk.Receive(Pictures.JpegFrame(60, 40));

        var photo = await desk.Settled(bad);

        Assert.Equal((PhotoState.Failed, "kata: Unreadable", 0), (photo.State, photo.Failure, photo.Attempts));
        Assert.Empty(photo.Variants);
        Assert.Equal(["Failed"], await desk.Told(bad));
        Assert.Equal(PhotoState.Ready, (await desk.Settled(good)).State);
    }

    [Theory, BothStores]
    public async Task What_waited_while_nothing_ran_is_made_after_the_start(StoreProvider provider)
    {
        await using var desk = await Desk.Open(provider);
        var hashes = new List<string>();
        for (var width = 20; width < 25; width++) hashes.Add(await desk.Receive(Pictures.Png(width, 20)));
        // Nobody hears this signal: a restart has none.
        await desk.At.Reopen();

        await desk.Start();

        foreach (var hash in hashes) Assert.Equal(PhotoState.Ready, (await desk.Settled(hash)).State);
    }

    [Fact]
    public async Task Stopped_in_the_midst_and_started_again_it_finishes()
    {
        await using var desk = await Desk.Open(StoreProvider.Sqlite, "touch \"$0.began\"; read never_comes </dev/zero; exit 1");
        var hash = await desk.Receive(Pictures.Png(60, 40));
        await desk.Start();
        await desk.Until(() => File.Exists(desk.Fake.Beside(".began")));
        await desk.Stop();
        Assert.Equal(PhotoState.Waiting, (await desk.Row(hash)).State);
        Assert.Empty(Directory.GetDirectories(Path.Combine(desk.At.Directory, "photos", "work")));

        desk.Fake.BecomeReal();
        await desk.Start();

        Assert.Equal(PhotoState.Ready, (await desk.Settled(hash)).State);
    }

    [Fact]
    public async Task A_tool_that_crashes_is_tried_three_times_in_all()
    {
        await using var desk = await Desk.Open(StoreProvider.Sqlite, "echo x >> \"$0.runs\"; kill -SEGV $$");
        await desk.Start();
        var hash = await desk.Receive(Pictures.Png(60, 40));

        var photo = await desk.Settled(hash);

        Assert.Equal((PhotoState.Failed, "kata: Crashed", 2), (photo.State, photo.Failure, photo.Attempts));
        Assert.Equal(3, (await File.ReadAllLinesAsync(desk.Fake.Beside(".runs"), cancel)).Length);
    }

    [Fact]
    public async Task A_full_disk_fails_nothing_and_is_tried_again_a_minute_later()
    {
        await using var desk = await Desk.Open(StoreProvider.Sqlite, "echo x >> \"$0.runs\"; echo 'No space left on device' >&2; exit 1");
        await desk.Start();
        var hash = await desk.Receive(Pictures.Png(60, 40));
        await desk.Until(() => desk.Log.Lines.Any(line => line.Level == LogLevel.Error));
        Assert.Equal((PhotoState.Waiting, 0), ((await desk.Row(hash)).State, (await desk.Row(hash)).Attempts));

        desk.Fake.BecomeReal();
        await desk.AdvanceUntilSettled(hash);

        Assert.Equal(PhotoState.Ready, (await desk.Settled(hash)).State);
        Assert.Single(await File.ReadAllLinesAsync(desk.Fake.Beside(".runs"), cancel));
    }

    [Fact]
    public async Task Without_prlimit_photos_wait_the_log_says_once_what_to_install_and_its_arrival_is_noticed()
    {
        await using var desk = await Desk.Open(StoreProvider.Sqlite, isBare: true);
        var hash = await desk.Receive(Pictures.Png(60, 40));
        await desk.Start();
        await desk.Until(() => desk.Log.Lines.Count > 0);
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Contains("apt-get install util-linux", Assert.Single(desk.Log.Lines).Text, StringComparison.Ordinal);
        Assert.Equal(PhotoState.Waiting, (await desk.Row(hash)).State);

        Directory.CreateSymbolicLink(desk.Bin, "/usr/bin");
        await desk.AdvanceUntilSettled(hash);

        Assert.Equal(PhotoState.Ready, (await desk.Settled(hash)).State);
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_told_is_not_committed_and_tried_again()
    {
        await using var desk = await Desk.Open(StoreProvider.Sqlite);
        desk.FailTelling = true;
        await desk.Start();
        var hash = await desk.Receive(Pictures.Png(60, 40));
        await desk.Until(() => desk.Log.Lines.Any(line => line.Level == LogLevel.Error));
        Assert.Equal(PhotoState.Waiting, (await desk.Row(hash)).State);
        Assert.Empty(await desk.Told(hash));

        desk.FailTelling = false;
        await desk.AdvanceUntilSettled(hash);

        Assert.Equal(["Ready"], await desk.Told(hash));
    }

    [Fact]
    public async Task Two_processes_at_the_same_photo_tell_one_outcome()
    {
        await using var desk = await Desk.Open(StoreProvider.Postgres);
        var hashes = new List<string>();
        for (var width = 20; width < 24; width++) hashes.Add(await desk.Receive(Pictures.Png(width, 20)));
        await using var other = desk.At.Connect();

        await desk.Start();
        await desk.Start(other);

        foreach (var hash in hashes) await desk.Settled(hash);
        await desk.Stop();
        foreach (var hash in hashes) Assert.Equal(["Ready"], await desk.Told(hash));
    }
}
