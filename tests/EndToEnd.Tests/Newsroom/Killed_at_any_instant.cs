using System.Diagnostics;
using System.Globalization;
using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>
/// People write and decide at the same time while the bot is killed at random instants, its start included (05-faults D1): what they were told is there, every act
/// has one effect, all messages go out in the end, the chain verifies. KOMINFO_SEED repeats a run; ./test kills a few times, ./test --long two hundred times (KOMINFO_KILLS).
/// </summary>
public sealed class Killed_at_any_instant
{
    private static readonly int target = int.Parse(Environment.GetEnvironmentVariable("KOMINFO_KILLS") ?? (LongProgram.Runs ? "200" : "5"), CultureInfo.InvariantCulture);
    private static readonly int seed = int.Parse(Environment.GetEnvironmentVariable("KOMINFO_SEED") ?? "20261122", CultureInfo.InvariantCulture);

    [Theory, BothStores]
    public async Task What_was_acknowledged_is_there_once(StoreProvider provider)
    {
        await using var office = await Office.OpenMigrated(provider);
        var began = Stopwatch.GetTimestamp();
        await office.Start();
        await office.Greet();
        // How long this machine needs from a start to the first answer.
        var usual = Math.Min(Stopwatch.GetElapsedTime(began).TotalSeconds, 3) * TimeSpan.FromSeconds(1);
        await office.Invite(Office.Author, "AdminSkpd", "--skpd", "DISDIK");
        await office.Invite(Office.Kabid, "Kabid");
        await office.Invite(Office.Kadis, "Kadis");
        await office.Invite(Office.SecondAuthor, "AdminSkpd", "--skpd", "DINKES");
        await office.Invite(Office.SecondKabid, "Kabid");
        using var written = new CancellationTokenSource();

        var authors = Task.WhenAll(Write(office, Office.Author, 1000, photos: 1), Write(office, Office.SecondAuthor, 3000, photos: 3));
        SandboxPhone[] phones = [Office.Kabid, Office.SecondKabid, Office.Kadis];
        var reviewing = phones.Select(phone => Review(office, phone, written.Token)).ToArray();
        var reviewers = Task.WhenAll(reviewing);
        var killing = KillAgainAndAgain(office, usual);
        List<(string Number, Sample Sample)> acknowledged;
        try
        {
            // Who reviews goes on until told to stop: one of them ending is a failure, and so is the killer's end.
            await await Task.WhenAny([authors, .. reviewing, killing]);
            Assert.True(authors.IsCompleted);
            acknowledged = [.. (await authors).SelectMany(each => each)];
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"{await office.State()}\n{string.Join("\n\n", phones.Select(phone => $"{phone.Name} saw:\n{office.Telegram.Transcript(phone.TelegramId)}"))}", error);
        }
        await written.CancelAsync();
        await reviewers;
        await office.Rests();

        TestContext.Current.TestOutputHelper?.WriteLine($"{office.Kills} kills, {acknowledged.Count} items, {office.Expired} presses expired, {office.SaidTwice().Count} messages twice, start {usual.TotalSeconds:0.0} s, seed {seed}");
        Assert.True(office.Kills >= target);
        var numbers = await office.Query("""SELECT "Number" FROM "Publications" ORDER BY "Number" """);
        Assert.Equal(acknowledged.Select(item => item.Number).Order(StringComparer.Ordinal), numbers.Order(StringComparer.Ordinal));
        Assert.Equal(acknowledged.Count, await office.Count("Items"));
        var acts = await office.Acts();
        foreach (var act in (string[])["Submit", "Endorse", "Approve"]) Assert.Equal(acknowledged.Count, acts.Count(each => each == act));
        foreach (var (number, sample) in acknowledged) Assert.Contains(sample.Title, await office.Read($"/api/items/{number}"), StringComparison.Ordinal);
        // Per kill at most the one message of each chat that was underway.
        foreach (var chat in office.SaidTwice().Where(said => !said.Contains("lagi menunggu Anda", StringComparison.Ordinal)).CountBy(said => said.Split(':')[0])) Assert.InRange(chat.Value, 0, office.Kills);
        await office.IsInOrder(acts: acknowledged.Count);
    }

    /// <summary>Most lives are long enough to do something; some end while the program is still starting.</summary>
    private static async Task KillAgainAndAgain(Office office, TimeSpan usual)
    {
        var random = new Random(seed);
        while (office.Kills < target)
        {
            await Task.Delay(3 * random.NextDouble() * usual, TestContext.Current.CancellationToken);
            await office.Kill();
            if (office.Kills < target) office.Launch();
        }
        await office.Start();
        // Its end must not end the waiting for the others.
        await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task<List<(string Number, Sample Sample)>> Write(Office office, SandboxPhone author, int first, int photos)
    {
        List<(string Number, Sample Sample)> acknowledged = [];
        do
        {
            var sample = new Sample(first + acknowledged.Count, photos);
            acknowledged.Add((await office.Submit(author, sample), sample));
            // One after the other: a chat takes one message a second, and what is tested here is kills, not queues.
            await office.Telegram.HearsAsync(author.TelegramId, message => Office.IsOut(message) && message.Text.Contains(sample.Title, StringComparison.Ordinal), 0, TimeSpan.FromMinutes(10), TestContext.Current.CancellationToken);
        }
        while (office.Kills < target);
        return acknowledged;
    }

    /// <summary>Presses whatever stands there to be pressed until told to stop: two Kabid may well press the same.</summary>
    private static async Task Review(Office office, SandboxPhone phone, CancellationToken done)
    {
        string[] buttons = ["Ya, terbitkan", "Setujui"];
        while (!done.IsCancellationRequested)
        {
            (SeenMessage Message, string Button)? next = null;
            try
            {
                await office.Telegram.UntilAsync(phone.TelegramId, history => (next = Pressable(history, buttons)) is not null, TimeSpan.FromMinutes(5), done);
                var (message, button) = next!.Value;
                await office.PressUntilAnswered(phone, message, button, done);
                await office.Telegram.UntilAsync(phone.TelegramId, history => !history.Any(each => each.Id == message.Id && each.Revision == message.Revision), TimeSpan.FromSeconds(20), done);
            }
            catch (OperationCanceledException) when (done.IsCancellationRequested)
            {
                return;
            }
            catch (TimeoutException)
            {
                // The question was answered and the bot killed before it stood on the card, which looks as before: a person presses again.
            }
            catch (ArgumentException)
            {
                // The button went away between the look and the tap, as it may for a person; the next look sees what there is.
            }
        }
    }

    private static (SeenMessage, string)? Pressable(IReadOnlyList<SeenMessage> history, string[] buttons)
        => history.Where(message => message.FromBot)
            .SelectMany(message => message.AllButtons.Where(button => buttons.Contains(button.Text)).Select(button => ((SeenMessage, string)?)(message, button.Text)))
            .FirstOrDefault();
}
