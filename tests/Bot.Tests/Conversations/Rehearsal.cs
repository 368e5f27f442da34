using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Photos;
using KominfoBot.Bot.Updates;
using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>
/// The whole bot as it serves an office, in this process, against a practice Telegram with its people. Every act of a person waits until the bot has nothing
/// left to do or to say, so that a transcript reads line by line, and silence can be asserted.
/// </summary>
public sealed class Rehearsal : IAsyncDisposable
{
    /// <summary>Where the public finds the portal.</summary>
    public const string Portal = "https://berita.contoh.go.id";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly TemporaryDirectory directory = new();
    private readonly PostgresDatabase? database;
    private readonly SandboxTelegram telegram;
    private readonly SandboxPhone secondKabid = new(7_001_000_007, "Budi Hartono", "Kabid", null, "Kabid kedua");
    private readonly Dictionary<long, Person> people = [];
    private readonly string[] settings;
    private House? house;
    private WebApplication? app;
    private HttpClient? web;

    private Rehearsal(SandboxTelegram telegram, PostgresDatabase? database, string[] settings)
    {
        (this.telegram, this.database, this.settings) = (telegram, database, settings);
        foreach (var phone in SandboxOffice.Phones) people.Add(phone.TelegramId, new Person(this, phone));
        Driver.AddPhone(secondKabid);
        people.Add(secondKabid.TelegramId, new Person(this, secondKabid));
    }

    public SandboxDriver Driver => telegram.Driver;

    /// <summary>The office's clock and the practice Telegram's: real time, until a test moves it on.</summary>
    public SandboxClock Clock => (SandboxClock)telegram.Driver.Clock;

    public NewsroomStore Store => house!.Store;

    /// <summary>As all parts of the program see it.</summary>
    public Workflow.Calendar.WorkingCalendar Calendar => house!.Calendar;

    /// <summary>The data directory.</summary>
    public string Directory => directory.Path;

    public TestLog Log { get; } = new();

    /// <summary>The bot's.</summary>
    public string Token => telegram.Token;

    /// <summary>What the public sees.</summary>
    public HttpClient Web => web!;

    /// <summary>How many buttons were pressed.</summary>
    public int Presses { get; set; }

    /// <summary>Admin of DISDUKCAPIL.</summary>
    public Person Rina => people[7_001_000_001];

    /// <summary>Admin of DINKES.</summary>
    public Person Hendri => people[7_001_000_002];

    /// <summary>Kabid.</summary>
    public Person Yeni => people[7_001_000_003];

    /// <summary>The second Kabid.</summary>
    public Person Budi => people[secondKabid.TelegramId];

    /// <summary>Kadis.</summary>
    public Person Joni => people[7_001_000_004];

    /// <summary>Koordinator.</summary>
    public Person Desi => people[7_001_000_005];

    /// <summary>AdminPortal.</summary>
    public Person Fajar => people[7_001_000_006];

    /// <param name="settings">As typed behind `serve`.</param>
    public static async Task<Rehearsal> Begin(StoreProvider provider, params string[] settings)
    {
        var database = provider == StoreProvider.Postgres ? await (await PostgresServer.Shared()).CreateMigratedDatabase() : null;
        var telegram = await SandboxTelegram.StartAsync(new SandboxOptions { PressStart = true, ApiDescriptionPath = DescriptionPath() });
        var rehearsal = new Rehearsal(telegram, database, settings);
        if (database is null) await SqliteTemplate.CopyTo(rehearsal.directory.File("kominfo.db"));
        await rehearsal.Start();
        await rehearsal.Quiet();
        await rehearsal.Budi.Says("/start");
        foreach (var person in rehearsal.people.Values) person.Forgets();
        return rehearsal;
    }

    /// <summary>Somebody nobody knows.</summary>
    public Person Stranger(string name = "Orang Asing")
    {
        var phone = new SandboxPhone(7_009_000_000 + people.Count, name, "", null, name);
        Driver.AddPhone(phone);
        return people[phone.TelegramId] = new Person(this, phone);
    }

    /// <summary>Gives a person one more role, as the command line or an invitation would.</summary>
    public Task Appoint(Person person, Role role, string? skpd = null) => Write(db => PeopleDesk.Bind(db, person.Id, person.Name, role, skpd, Clock.GetUtcNow(), CancellationToken.None));

    /// <summary>Takes all roles from a person.</summary>
    public Task Dismiss(Person person) => Write(async db =>
    {
        foreach (var held in (await PeopleDesk.Find(db, person.Id, CancellationToken.None))!.Appointments) await PeopleDesk.Revoke(db, held, null, Clock.GetUtcNow(), CancellationToken.None);
    });

    public Task Write(Func<NewsroomDb, Task> act) => Store.Write(act, CancellationToken.None);

    public Task<T> Read<T>(Func<NewsroomDb, Task<T>> read) => Store.Read(read, CancellationToken.None);

    /// <summary>The newest edition, with its item and revisions.</summary>
    public Task<Edition> Newest() => Read(db => db.Editions.Include(edition => edition.Item).Include(edition => edition.Revisions).OrderByDescending(edition => edition.Id).FirstAsync());

    /// <summary>A file that the bot sent, as the phone gets it.</summary>
    public async Task<byte[]> Fetch(SeenMessage message)
    {
        using var http = new HttpClient();
        var id = System.Text.Json.Nodes.JsonNode.Parse(message.Json)!["document"]!["file_id"]!.GetValue<string>();
        var file = System.Text.Json.Nodes.JsonNode.Parse(await http.GetStringAsync($"{telegram.BaseUrl}/bot{telegram.Token}/getFile?file_id={Uri.EscapeDataString(id)}"))!;
        return await http.GetByteArrayAsync($"{telegram.BaseUrl}/file/bot{telegram.Token}/{file["result"]!["file_path"]!.GetValue<string>()}");
    }

    /// <summary>A public document; polled, as its readers do, until it has the text.</summary>
    public async Task<string> Reads(string path, string text)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var document = await Web.GetStringAsync(path, limit.Token);
            if (document.Contains(text, StringComparison.Ordinal)) return document;
        }
    }

    /// <summary>Until every update is handled, nothing waits to be published, and everything is said. The store raises no event for "nothing left", so it is asked.</summary>
    public async Task Quiet()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            await Driver.UntilDrainedAsync(Patience, limit.Token);
            // In the order of the way through the house: each station hands over to the next in one commit.
            if (!await IsDue()
                && !await Read(db => db.Received.AnyAsync(row => row.State == ReceivedState.Waiting))
                && !await Read(db => IsWaitingForPhotos(db))
                && !await Read(db => db.ToSend.AnyAsync(row => row.State == ToSendState.Waiting))
                && Driver.PendingUpdates == 0)
                return;
            await Task.Delay(3, limit.Token);
        }
    }

    private Task<bool> IsWaitingForPhotos(NewsroomDb db)
    {
        var now = Clock.GetUtcNow();
        return db.Editions.AnyAsync(edition => edition.State == EditionState.Scheduled && edition.DueAt <= now);
    }

    private Task<bool> IsDue()
    {
        var now = Clock.GetUtcNow();
        return Read(db => db.Due.AnyAsync(row => row.State == DueState.Waiting && row.TryAt <= now));
    }

    /// <summary>The office's clock moves on, and what falls due by it is done.</summary>
    public async Task PassesBy(TimeSpan time)
    {
        Clock.Advance(time);
        await Quiet();
    }

    /// <summary>A round of due things, as there is one every minute.</summary>
    public async Task Round()
    {
        await Quiet();
        await app!.Services.GetRequiredService<KominfoBot.Bot.Jobs.DueRound>().Run(CancellationToken.None);
        await Quiet();
    }

    /// <summary>The process ends in good order and starts again on what it left.</summary>
    public async Task Restart()
    {
        await Stop();
        await Start();
        await Quiet();
    }

    /// <summary>A part of the running program.</summary>
    public T Part<T>() where T : notnull => app!.Services.GetRequiredService<T>();

    /// <param name="more">Settings of this start alone.</param>
    public async Task Start(params string[] more)
    {
        List<string> line =
        [
            "serve", $"--DataDirectory={directory.Path}", "--urls=http://127.0.0.1:0", $"--Telegram:BotToken={telegram.Token}", $"--Telegram:BaseUrl={telegram.BaseUrl}",
            "--Telegram:MessagesPerSecond=1000", $"--Feed:BaseUrl={Portal}", "--Logging:Console:LogLevel:Default=None",
            // What recurs by the clock would speak into transcripts that are made at that hour.
            "--Jobs:AuditHead=", "--Jobs:LaneReport=", "--Jobs:MorningDigest=", "--Jobs:NoonDigest=", "--Jobs:MissingAdmins=", "--Posting:Reminders:None=", "--Posting:Reminders:Few=", "--Posting:Reminders:Escalation=", "--Posting:Reminders:Recap=", "--Posting:Reminders:Dormancy=", "--Posting:Reminders:NextYear=", "--Backup:Schedule=", "--Alerts:EveryMinutes=0",
            .. settings, .. more,
        ];
        if (database is not null) line.AddRange(["--Store:Provider=Postgres", $"--Store:ConnectionString={database.ConnectionString}"]);
        house = await House.Open(CommandLine.Parse(line));
        await house.Ready;
        await Practice.SeedPhones(house.Store, Clock.GetUtcNow(), CancellationToken.None);
        await Appoint(Budi, Role.Kabid);
        var builder = house.CreateBuilder().Furnish(house);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(new RealTime(new HurriedClock()));
        builder.Services.AddSingleton<IVariantMaker, RememberedVariants>();
        builder.Logging.AddProvider(Log);
        app = builder.Build();
        app.MapRooms(house);
        await app.StartAsync();
        web = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async Task Stop()
    {
        web?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        if (house is not null) await house.DisposeAsync();
        (app, house) = (null, null);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await telegram.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        directory.Dispose();
    }

    /// <summary>Lies beside the repository where its makers work; a stranger's clone goes without.</summary>
    private static string? DescriptionPath() => RepositoryRoot.File("..", "shared", "telegram-bot-api.json") is var file && File.Exists(file) ? file : null;
}
