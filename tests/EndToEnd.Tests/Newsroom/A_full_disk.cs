using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>No space left in the data directory (D3): the public goes on reading, nobody is told that something was saved which was not, and it recovers by itself.</summary>
public sealed class A_full_disk
{
    [Fact]
    public async Task Loses_nothing_and_recovers_by_itself()
    {
        using var directory = new TemporaryDirectory();
        await using var disk = await SmallDisk.Mount(directory.File("disk"), megabytes: 24);
        Assert.SkipWhen(disk is null, SmallDisk.Missing);
        await using var office = await Office.Staffed(settings: new Dictionary<string, string> { ["DataDirectory"] = disk.Path });
        var (first, second) = (new Sample(800), new Sample(801));
        await office.Submit(Office.Author, first);
        await office.Approve(Office.Author, first);
        await office.ShowsPublished(first, photos: 1);
        await office.Rests();

        disk.Fill();
        var before = office.Telegram.Revision;
        office.Telegram.SendPhoto(Office.Author.TelegramId, Office.Photo(801), second.Whole);
        // Either the store still has room for the message and the missing photo is said, or the message stays at Telegram.
        await office.Telegram.UntilAsync(() => Told(office, before) || office.Telegram.PendingUpdates > 0, Office.Patience, TestContext.Current.CancellationToken);
        await office.ShowsPublished(first, photos: 1);
        Assert.DoesNotContain(office.Telegram.History(Office.Author.TelegramId), message => message.FromBot && message.Text.Contains(second.Title, StringComparison.Ordinal));

        disk.Free();
        await office.Telegram.UntilAsync(() => Told(office, before) || office.Telegram.History(Office.Author.TelegramId).Any(message => message.FromBot && message.Text.Contains(second.Title, StringComparison.Ordinal)), Office.Patience, TestContext.Current.CancellationToken);
        if (Told(office, before)) await office.Submit(Office.Author, second);
        else await office.SendDraft(Office.Author, second);
        await office.Approve(Office.Author, second);
        await office.ShowsPublished(second, photos: 1);
        await office.Rests();
        await office.IsInOrder(acts: 2);
    }

    private static bool Told(Office office, long since)
        => office.Telegram.History(Office.Author.TelegramId).Any(message => message.FromBot && message.Revision > since && message.Text.Contains("ruang penyimpanan penuh", StringComparison.Ordinal));
}
