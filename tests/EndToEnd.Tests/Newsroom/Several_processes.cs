using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KominfoBot.EndToEnd.Tests.Hosting;
using KominfoBot.Sandbox;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>
/// Two processes with the role Bot and one with the role Feed on one PostgreSQL, behind a load balancer: updates come in at both, each has one effect, those of a
/// chat in their order; when the one that speaks with Telegram is killed, the other goes on.
/// </summary>
public sealed class Several_processes
{
    private const string Secret = "rahasia-webhook_2026";
    private static readonly Sample item = new(600);

    /// <summary>./test --long: 20 people write 500 passages each (KOMINFO_PASSAGES), and a process is killed every ten seconds.</summary>
    private static readonly (int People, int Each, TimeSpan Life) much = LongProgram.Runs
        ? (20, int.Parse(Environment.GetEnvironmentVariable("KOMINFO_PASSAGES") ?? "500", CultureInfo.InvariantCulture), TimeSpan.FromSeconds(10)) : (4, 25, TimeSpan.FromSeconds(4));

    [Fact]
    public async Task An_item_goes_through_whichever_of_them_takes_it_and_the_feed_hears_at_once()
    {
        LongProgram.Only();
        await using var balancer = new Balancer();
        await using var office = await Open(balancer);
        await Node(office, balancer);
        await Node(office, balancer);
        await office.Staff();

        await office.Submit(Office.Author, item);
        await office.Approve(Office.Author, item);

        await office.ShowsPublished(item, photos: 1);
        await office.Rests();
        await office.IsInOrder(acts: 1);
    }

    [Fact]
    public async Task One_that_stands_by_speaks_when_the_other_is_killed()
    {
        await using var balancer = new Balancer();
        await using var office = await Open(balancer);
        var first = await Node(office, balancer);
        var second = await Node(office, balancer);
        Assert.Contains($"pid {first.Id} di 127.0.0.1) berbicara dengan Telegram; proses ini siaga", second.Everything, StringComparison.Ordinal);
        await office.Staff();

        var killed = Stopwatch.GetTimestamp();
        await first.Kill();
        await second.Line(line => line.Contains("sekarang yang berbicara dengan Telegram", StringComparison.Ordinal));
        await office.SaysAndHears(Office.Author, "/status", "Belum ada naskah yang dikirim.");
        TestContext.Current.TestOutputHelper?.WriteLine($"taken over and answered after {Stopwatch.GetElapsedTime(killed).TotalSeconds:0.0} s");

        await Node(office, balancer);
        await office.Submit(Office.Author, item);
        await second.Kill();
        await office.Approve(Office.Author, item);
        await office.ShowsPublished(item, photos: 1);
        await office.Rests();
        await office.IsInOrder(acts: 1);
    }

    [Theory]
    [InlineData("-90s")]
    [InlineData("+90s")]
    public async Task Clocks_that_differ_delay_by_as_much_and_do_no_harm(string by)
    {
        LongProgram.Only();
        await using var balancer = new Balancer();
        await using var office = await Open(balancer);
        var punctual = await Node(office, balancer);
        var second = await Node(office, balancer, [.. FakeTime.By(by)]);
        await office.Staff();

        await office.Submit(Office.Author, item);
        await office.Approve(Office.Author, item);
        // The other one speaks and decides alone, then an exact clock goes on with what it wrote.
        await punctual.Kill();
        await office.Submit(Office.Author, new Sample(601));
        await Node(office, balancer);
        await second.Kill();
        await office.Approve(Office.Author, new Sample(601));

        await office.ShowsPublished(item, photos: 1);
        await office.ShowsPublished(new Sample(601), photos: 1);
        await office.Rests();
        await office.IsInOrder(acts: 2);
    }

    [Fact]
    public async Task When_polling_one_asks_and_the_other_takes_over()
    {
        await using var office = await Office.Staffed(StoreProvider.Postgres);
        var first = office.Bot;
        await office.Start(("ASPNETCORE_URLS", "http://127.0.0.1:0"));
        await first.Kill();
        await office.Submit(Office.Author, item);
        await office.Approve(Office.Author, item);
        await office.Rests();
        // Nobody else asked meanwhile: two that ask get 409.
        Assert.DoesNotContain("409", office.Bot.Everything, StringComparison.Ordinal);
        Assert.Equal(1, await office.Count("Publications"));
    }

    [Fact]
    public async Task Passages_that_many_people_write_while_one_after_the_other_is_killed_are_there_once_and_in_order()
    {
        var people = Writers(much.People);
        await using var balancer = new Balancer();
        await using var office = await Open(balancer, people);
        List<BotProcess> nodes = [await Node(office, balancer), await Node(office, balancer)];
        await office.Staff();
        await BeginWriting(office, people);

        using var written = new CancellationTokenSource();
        var began = Stopwatch.GetTimestamp();
        var killing = KillInTurn(office, balancer, nodes, written.Token);
        foreach (var person in people)
        for (var number = 1; number <= much.Each; number++)
            office.Telegram.Say(person.TelegramId, Passage(number));
        await Office.Until(async () => await office.Count("Received", "\"State\" = 1 AND \"Payload\" = ''") >= much.People * much.Each && office.Telegram.PendingUpdates == 0, $"updates were not handled\n{await office.State()}", Patience);
        var took = Stopwatch.GetElapsedTime(began);
        await written.CancelAsync();
        var (kills, readings) = await killing;
        await office.Rests();

        TestContext.Current.TestOutputHelper?.WriteLine($"{much.People * much.Each} updates in {took.TotalSeconds:0} s ({much.People * much.Each / took.TotalSeconds:0}/s), {kills} kills, {readings} readings of the feed, none failed");
        foreach (var draft in (await office.Query("""SELECT "Draft" FROM "Editions" ORDER BY "Id" """)).Select(json => JsonDocument.Parse(json).RootElement))
        {
            var passages = Property(draft, "passages").EnumerateArray().Select(passage => Property(Property(passage, "text"), "text").GetString()).ToList();
            Assert.Equal(Enumerable.Range(1, much.Each).Select(Passage), passages);
        }
        Assert.Equal(much.People, await office.Count("Editions"));
        await office.IsInOrder(acts: 0);
    }

    [Fact]
    public async Task How_much_two_handle_against_one_is_told()
    {
        LongProgram.Only();
        List<double> rates = [];
        foreach (var nodes in (int[])[1, 2, 1, 2]) rates.Add(await Rate(nodes, people: 20, each: 100));
        TestContext.Current.TestOutputHelper?.WriteLine($"updates a second with one process {rates[0]:0} and {rates[2]:0}, with two {rates[1]:0} and {rates[3]:0}: ratio {(rates[1] + rates[3]) / (rates[0] + rates[2]):0.00} on {Environment.ProcessorCount} cores that PostgreSQL and Telegram share");
    }

    /// <summary>Updates a second from the first call to the last effect, of passages that so many people write.</summary>
    private static async Task<double> Rate(int nodes, int people, int each)
    {
        var writers = Writers(people);
        await using var balancer = new Balancer();
        await using var office = await Open(balancer, writers);
        for (var node = 0; node < nodes; node++) await Node(office, balancer);
        await office.Staff();
        await BeginWriting(office, writers);
        await office.Rests();
        office.Telegram.HoldUpdates();
        foreach (var person in writers)
        for (var number = 1; number <= each; number++)
            office.Telegram.Say(person.TelegramId, Passage(number));
        var before = await office.Count("Received", "\"State\" = 1");
        var began = Stopwatch.GetTimestamp();
        office.Telegram.ReleaseUpdates();
        await Office.Until(async () => await office.Count("Received", "\"State\" = 1") - before >= people * each, "updates were not handled", Patience);
        return people * each / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static SandboxPhone[] Writers(int count) => [.. Enumerable.Range(0, count).Select(index => new SandboxPhone(7_100_000_000 + index, $"Penulis {index:00}", "", null, $"penulis {index}"))];

    /// <summary>Each is invited and has said a title: what follows is the body.</summary>
    private static async Task BeginWriting(Office office, SandboxPhone[] people)
    {
        foreach (var person in people)
        {
            await office.Invite(person, "AdminSkpd", "--skpd", "DINKES");
            await office.SaysAndHears(person, "/tulis", "Judul");
            await office.SaysAndHears(person, $"Catatan panjang dari {person.Name} tentang gotong royong", "isi beritanya");
        }
    }

    private static readonly TimeSpan Patience = LongProgram.Runs ? TimeSpan.FromMinutes(20) : Office.Patience;

    private static string Passage(int number) => $"Alinea {number} dari catatan ini.";

    private static JsonElement Property(JsonElement of, string name) => of.EnumerateObject().Single(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>SIGKILL for the oldest, a new one in its place, and so on; the feed, which is never killed, must answer all the while.</summary>
    private static async Task<(int Kills, int Readings)> KillInTurn(Office office, Balancer balancer, List<BotProcess> nodes, CancellationToken done)
    {
        var (kills, readings) = (0, 0);
        while (!done.IsCancellationRequested)
        {
            using var life = new CancellationTokenSource(much.Life);
            while (!life.IsCancellationRequested && !done.IsCancellationRequested)
            {
                await office.Read("/feed.json");
                readings++;
                await Task.Delay(20, CancellationToken.None);
            }
            if (done.IsCancellationRequested) break;
            await nodes[0].Kill();
            nodes.RemoveAt(0);
            kills++;
            nodes.Add(await Node(office, balancer));
        }
        return (kills, readings);
    }

    private static async Task<Office> Open(Balancer balancer, params SandboxPhone[] more)
    {
        var office = await Office.OpenMigrated(StoreProvider.Postgres, new Dictionary<string, string>
        {
            ["Telegram__Mode"] = "Webhook",
            ["Telegram__WebhookUrl"] = $"{balancer.Address}kait/telegram",
            ["Telegram__WebhookSecret"] = Secret,
        }, more);
        await office.Start(("Roles", "Feed"));
        return office;
    }

    /// <summary>One more process with the roles Bot and Jobs, in service when this returns.</summary>
    private static async Task<BotProcess> Node(Office office, Balancer balancer, params (string Name, string Value)[] more)
    {
        office.Launch([("Roles", "Bot,Jobs"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), .. more]);
        var node = office.Bot;
        balancer.Add(await node.Address());
        return node;
    }
}
