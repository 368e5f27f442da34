using System.Net;
using System.Net.Sockets;
using KominfoBot.Bot.Hosting;
using KominfoBot.EndToEnd.Tests.Hosting;
using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>
/// An office with the real program: a Telegram that stays alive in the test's process, and a bot process that knows it only by its settings and may be
/// killed and started again at any instant, always with the same data and the same address.
/// </summary>
internal sealed partial class Office : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly List<BotProcess> processes = [];
    private readonly List<PostgresDatabase> databases = [];
    private PostgresDatabase? database => databases.LastOrDefault();
    private readonly SandboxTelegram telegram;
    private readonly Dictionary<string, string> settings;

    private Office(SandboxTelegram telegram, PostgresDatabase? database, IReadOnlyDictionary<string, string> more)
    {
        this.telegram = telegram;
        if (database is not null) databases.Add(database);
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        Data = more.GetValueOrDefault("DataDirectory") ?? directory.File("data");
        var feed = Address.ToString().TrimEnd('/');
        settings = new()
        {
            ["Telegram__BotToken"] = StubBotApi.Token,
            ["Telegram__BaseUrl"] = telegram.BaseUrl,
            ["DataDirectory"] = Data,
            ["Bootstrap__OwnerTelegramId"] = $"{Owner.TelegramId}",
            ["Feed__BaseUrl"] = feed,
            ["ASPNETCORE_URLS"] = Address.ToString(),
            ["Limits__DraftsPerHourPerPerson"] = "10000",
            ["Limits__DraftsPerHourPerSkpd"] = "100000",
        };
        if (database is not null) (settings["Store__Provider"], settings["Store__ConnectionString"]) = ("Postgres", database.ConnectionString);
        foreach (var (key, value) in more) settings[key] = value.Replace("{address}", feed, StringComparison.Ordinal);
    }

    /// <summary>Where the feed is read.</summary>
    public Uri Address { get; }

    /// <summary>The data directory.</summary>
    public string Data { get; private set; }

    public SandboxDriver Telegram => telegram.Driver;

    /// <summary>The process that runs now, or ran last.</summary>
    public BotProcess Bot => processes[^1];

    /// <summary>How often the bot was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>An office before the bot's first start.</summary>
    public static async Task<Office> Open(StoreProvider provider = StoreProvider.Sqlite, IReadOnlyDictionary<string, string>? settings = null, params SandboxPhone[] more)
        => await Furnished(provider == StoreProvider.Postgres ? await (await PostgresServer.Shared()).CreateDatabase() : null, settings, more);

    /// <summary>The same, on a store that has the newest schema already: a start that need not make it.</summary>
    public static async Task<Office> OpenMigrated(StoreProvider provider = StoreProvider.Sqlite, IReadOnlyDictionary<string, string>? settings = null, params SandboxPhone[] more)
    {
        if (provider == StoreProvider.Postgres) return await Furnished(await (await PostgresServer.Shared()).CreateMigratedDatabase(), settings, more);
        var office = await Furnished(null, settings, more);
        Directory.CreateDirectory(office.Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await SqliteTemplate.CopyTo(Path.Combine(office.Data, "kominfo.db"));
        return office;
    }

    /// <summary>An office on a database of the test's own server.</summary>
    public static Task<Office> On(PostgresDatabase database) => Furnished(database, null);

    private static async Task<Office> Furnished(PostgresDatabase? database, IReadOnlyDictionary<string, string>? settings, params SandboxPhone[] more)
    {
        var telegram = await SandboxTelegram.StartAsync(
            new SandboxOptions { Token = StubBotApi.Token, Phones = [Owner, Author, SecondAuthor, Kabid, SecondKabid, Kadis, .. more], ApiDescriptionPath = ApiDescription, WebhookRetry = TimeSpan.FromSeconds(1) },
            stop: TestContext.Current.CancellationToken);
        return new Office(telegram, database, settings ?? new Dictionary<string, string>());
    }

    /// <summary>An office whose people are bound: owner, an author of DISDIK, a Kabid and a Kadis.</summary>
    public static async Task<Office> Staffed(StoreProvider provider = StoreProvider.Sqlite, IReadOnlyDictionary<string, string>? settings = null)
    {
        var office = await OpenMigrated(provider, settings);
        await office.Start();
        await office.Staff();
        return office;
    }

    /// <summary>Starts the bot and waits until it listens.</summary>
    public async Task Start(params (string Name, string Value)[] other)
    {
        Launch(other);
        await Bot.Address();
    }

    /// <summary>Starts the bot and does not wait.</summary>
    public void Launch(params (string Name, string Value)[] other)
        => processes.Add(BotProcess.Start(directory.Path, [], [.. settings.Where(setting => !other.Any(each => each.Name == setting.Key)).Select(setting => (setting.Key, setting.Value)), .. other]));

    /// <summary>Where its Telegram listens.</summary>
    public string TelegramAddress => telegram.BaseUrl;

    /// <summary>Starts a process in another network namespace of this machine; <see cref="Bot"/> stays who it was, or will be.</summary>
    public async Task<BotProcess> StartIn(string space, params (string Name, string Value)[] other)
    {
        var process = BotProcess.StartWith(["/usr/sbin/ip", "netns", "exec", space], directory.Path, [], [.. settings.Where(setting => !other.Any(each => each.Name == setting.Key)).Select(setting => (setting.Key, setting.Value)), .. other]);
        processes.Insert(0, process);
        await process.Address();
        return process;
    }

    /// <summary>SIGKILL.</summary>
    public async Task Kill()
    {
        await Bot.Kill();
        Kills++;
    }

    public async Task KillAndStart()
    {
        await Kill();
        await Start();
    }

    /// <summary>A file of the test's, outside the data directory.</summary>
    public string File(string name) => directory.File(name);

    /// <summary>The disk is gone: from here on an empty data directory, and on PostgreSQL an empty database.</summary>
    public async Task LosesItsDisk()
    {
        if (Directory.Exists(Data)) Directory.Delete(Data, recursive: true);
        settings["DataDirectory"] = Data = directory.File($"data-{databases.Count}-{processes.Count}");
        if (database is null) return;
        databases.Add(await (await PostgresServer.Shared()).CreateDatabase());
        settings["Store__ConnectionString"] = databases[^1].ConnectionString;
    }

    /// <summary>A link from `invite` as the command makes it, without a process for it; beside a moved clock it must be one that has that clock too.</summary>
    private async Task<string> Link(string[] typed)
    {
        if (!settings.ContainsKey("LD_PRELOAD"))
            return await InviteCommand.Link(CommandLine.Parse([.. typed, .. settings.Select(setting => (Key: setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value)).Where(setting => CommandLine.IsSetting(setting.Key)).Select(setting => $"--{setting.Key}={setting.Value}")]));
        return await LinkByCommand(typed);
    }

    private async Task<string> LinkByCommand(string[] typed)
    {
        var invited = await Command(typed);
        Assert.True(invited.Code == 0, invited.Everything);
        return Assert.Single(invited.Out);
    }

    /// <summary>A command of the program with the same settings, while `serve` runs or not.</summary>
    public Task<Finished> Command(params string[] typed) => BotProcess.Run(directory.Path, typed, [.. settings.Select(setting => (setting.Key, setting.Value))]);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes) await process.DisposeAsync();
        await telegram.DisposeAsync();
        foreach (var each in databases) await each.DisposeAsync();
        directory.Dispose();
    }

    /// <summary>The Bot API's description, where it lies beside the repository.</summary>
    private static string? ApiDescription
    {
        get
        {
            for (var folder = Path.GetDirectoryName(RepositoryRoot.Path); folder is not null; folder = Path.GetDirectoryName(folder))
                if (Path.Combine(folder, "shared", "telegram-bot-api.json") is var file && System.IO.File.Exists(file))
                    return file;
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
