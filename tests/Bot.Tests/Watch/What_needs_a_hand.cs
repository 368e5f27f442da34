using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Watch;

/// <summary>AdminPortal is told by chat what the house needs, each cause once, and that it is over.</summary>
public sealed class What_needs_a_hand
{
    private static readonly string[] watched = ["--Alerts:EveryMinutes=5"];

    [Theory, BothStores]
    public async Task A_disk_without_room_is_told_once_to_AdminPortal_alone(StoreProvider provider)
    {
        await using var office = await Rehearsal.Begin(provider, [.. watched, "--Alerts:DiskFreeMegabytes=10000000"]);

        for (var look = 0; look < 3; look++) await Later(office, TimeSpan.FromMinutes(6));

        Assert.Single(office.Fajar.Chat, message => message.Text.Contains("Ruang disk server tinggal", StringComparison.Ordinal));
        foreach (var other in new[] { office.Rina, office.Yeni, office.Joni, office.Desi }) Assert.DoesNotContain(other.Chat, message => message.Text.Contains("server", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backup_that_fails_and_the_one_that_then_succeeds()
    {
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite, [.. watched, "--Backup:Schedule=0 0 2 * * ?"]);
        var obstacle = Path.Combine(office.Directory, "backups");
        await File.WriteAllTextAsync(obstacle, "", TestContext.Current.CancellationToken);
        await Later(office, TimeSpan.FromDays(1));
        await Logged(office, "Cadangan gagal");
        await Later(office, TimeSpan.FromMinutes(6));
        office.Fajar.HearsOnly("Cadangan terakhir gagal");
        office.Fajar.Forgets();

        File.Delete(obstacle);
        await Later(office, TimeSpan.FromDays(1));
        await Logged(office, "dibuat dan diperiksa");
        await Later(office, TimeSpan.FromMinutes(6));
        office.Fajar.HearsOnly("sudah beres");
    }

    private static async Task Later(Rehearsal office, TimeSpan span)
    {
        office.Clock.Advance(span);
        await office.Round();
    }

    private static async Task Logged(Rehearsal office, string text)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!office.Log.Lines.Any(line => line.Text.Contains(text, StringComparison.Ordinal))) await Task.Delay(10, limit.Token);
    }
}
