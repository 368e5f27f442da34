using KominfoBot.Bot.Backups;
using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Backups;

public sealed class The_daily_backup
{
    private static readonly string[] nightly = ["--Backup:Schedule=0 0 2 * * ?"];

    [Theory, BothStores]
    public async Task Is_made_at_night_and_old_ones_go(StoreProvider provider)
    {
        await using var office = await Rehearsal.Begin(provider, nightly);
        await office.Rina.Submits();
        var old = Path.Combine(Directory.CreateDirectory(Path.Combine(office.Directory, "backups")).FullName, "kominfo-20200115-020000.tar");
        await File.WriteAllTextAsync(old, "", TestContext.Current.CancellationToken);

        office.Clock.Advance(TimeSpan.FromDays(1));

        var made = await Made(office, 1);
        Assert.Equal(1, (await BackupArchive.Verify(made[0], null, TestContext.Current.CancellationToken)).Items);
        await Until(() => !File.Exists(old));
    }

    [Fact]
    public async Task One_that_was_missed_is_made_at_the_start()
    {
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite, nightly);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await Made(office, 1);
        await office.Stop();
        office.Clock.Advance(TimeSpan.FromDays(3));

        await office.Start();

        await Made(office, 2);
    }

    [Fact]
    public async Task One_that_fails_is_told_once_in_the_log_and_tried_again()
    {
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite, nightly);
        var obstacle = Path.Combine(office.Directory, "backups");
        await File.WriteAllTextAsync(obstacle, "", TestContext.Current.CancellationToken);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await Until(() => office.Log.Lines.Any(line => line.Text.Contains("Cadangan gagal", StringComparison.Ordinal)));

        File.Delete(obstacle);
        office.Clock.Advance(TimeSpan.FromDays(1));

        await Made(office, 1);
    }

    private static async Task<string[]> Made(Rehearsal office, int count)
    {
        var folder = Path.Combine(office.Directory, "backups");
        string[] files = [];
        await Until(() => (files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.tar").Where(file => new FileInfo(file).Length > 0).Order(StringComparer.Ordinal)] : []).Length >= count);
        return files;
    }

    /// <summary>No event tells when a file appears: asked again and again.</summary>
    private static async Task Until(Func<bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!holds()) await Task.Delay(10, limit.Token);
    }
}
