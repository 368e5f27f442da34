using System.Globalization;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>
/// The machine's clock is set while the program runs, and while it is down (05-faults D9): an hour back, an hour ahead, a week ahead as after a suspended
/// machine. Only wall time moves (libfaketime), as with `date --set`.
/// </summary>
public sealed class A_moved_clock : IDisposable
{
    private const string Reminder = "belum mengirim berita";
    private readonly TemporaryDirectory folder = new();
    private static readonly DateTimeOffset wednesday = new(2026, 12, 2, 9, 5, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task Reminds_nobody_twice_and_forgets_nobody()
    {
        LongProgram.Only();
        await Set(wednesday.AddDays(-5));
        await using var office = await Office.Staffed(settings: Moved());
        await office.Rests();
        Assert.Equal(0, Reminders(office));

        // While it runs, up to the hour of the reminder, and an hour back.
        await Set(wednesday);
        await office.Hears(Office.Author, Reminder);
        await Set(wednesday.AddHours(-1));
        await office.SaysAndHears(Office.Author, "/status", "Belum ada naskah yang dikirim.");
        await office.Rests();
        // A start looks at once for what is due: before the hour again, and after it again.
        await StartAgain(office);
        await Set(wednesday.AddHours(1));
        await StartAgain(office);
        Assert.Equal(1, Reminders(office));

        // A week later it is due again, once.
        var before = office.Telegram.Revision;
        await Set(wednesday.AddDays(7));
        await office.Hears(Office.Author, Reminder, before);
        await office.Rests();
        await Set(wednesday.AddDays(7).AddHours(-1));
        await StartAgain(office);
        Assert.Equal(2, Reminders(office));

        // What is written then stands in its own order, whatever the clock said.
        await office.Submit(Office.Author, new Sample(900));
        await office.Approve(Office.Author, new Sample(900));
        await office.IsInOrder(acts: 1);
    }

    [Fact]
    public async Task Two_processes_on_one_PostgreSQL_remind_once()
    {
        LongProgram.Only();
        await Set(wednesday.AddDays(-5));
        await using var office = await Office.Staffed(StoreProvider.Postgres, Moved());
        await office.Start(("ASPNETCORE_URLS", "http://127.0.0.1:0"));
        await office.Rests();

        // Both see the hour strike; then the one that spoke is killed, and a third one starts.
        await Set(wednesday);
        await office.Hears(Office.Author, Reminder);
        await StartAgain(office);
        Assert.Equal(1, Reminders(office));

        var before = office.Telegram.Revision;
        await Set(wednesday.AddDays(7));
        await office.Hears(Office.Author, Reminder, before);
        await office.Rests();
        Assert.Equal(2, Reminders(office));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Killed and started, and at work: a start looks at once for what is due.</summary>
    private static async Task StartAgain(Office office)
    {
        await office.KillAndStart();
        await office.SaysAndHears(Office.Author, "/status", "Belum ada naskah yang dikirim.");
        await office.Rests();
    }

    private static int Reminders(Office office) => office.Telegram.History(Office.Author.TelegramId).Count(message => message.FromBot && message.Text.Contains(Reminder, StringComparison.Ordinal));

    private Dictionary<string, string> Moved() => FakeTime.From(folder.File("clock")).ToDictionary(setting => setting.Name, setting => setting.Value);

    /// <summary>Replaced whole: the program reads it whenever it asks for the time.</summary>
    private async Task Set(DateTimeOffset instant)
    {
        var clock = folder.File("clock");
        await File.WriteAllTextAsync(clock + ".new", $"{(instant - TimeProvider.System.GetUtcNow()).TotalSeconds.ToString("+0;-0", CultureInfo.InvariantCulture)}\n");
        File.Move(clock + ".new", clock, overwrite: true);
    }
}
