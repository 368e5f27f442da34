using KominfoBot.Bot.Backups;
using KominfoBot.Bot.Jobs;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Posting;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Updates;
using KominfoBot.PublicFeed;
using KominfoBot.Sandbox;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Search;
using KominfoBot.Workflow.Storage;
using Microsoft.Extensions.Options;

namespace KominfoBot.Bot.Hosting;

/// <summary>
/// What `serve` owns for as long as it runs, opened in this order: settings, data directory, lock, store, its world's mark, the office's data. The store is made
/// ready while the web host is built; whatever fails fails before anybody is called or listened to.
/// </summary>
public sealed class House : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> owned = [];
    private OfficeData? data;
    /// <summary>As the file has them.</summary>
    private IReadOnlyList<Holiday> holidays = [];
    private PostgresLock? sole;
    private string? migrationBackup;
    private IReadOnlyDictionary<string, string?> addresses = new Dictionary<string, string?>();
    /// <summary>Completes when the store has its newest schema, its world's mark and the office's data.</summary>
    public Task Ready { get; private set; } = Task.CompletedTask;

    private House(Settings settings, World world)
    {
        Settings = settings;
        World = world;
    }

    public Settings Settings { get; }

    public World World { get; }

    public ProcessRoles Roles { get; private init; }

    public UpdateMode UpdateMode { get; private init; }

    /// <summary>The office's clock.</summary>
    public TimeProvider Clock { get; private init; } = TimeProvider.System;

    public OfficeOptions Office { get; private init; } = new();

    public WorkingCalendar Calendar { get; private init; } = null!;

    public JobsOptions Jobs { get; private init; } = new();

    public PostingOptions Posting { get; private init; } = new();

    public ReminderOptions Reminders { get; private init; } = new();

    public BackupOptions Backup { get; private init; } = new();

    public StoreProvider Provider { get; private set; }

    public NewsroomStore Store { get; private set; } = null!;

    public PeopleDesk People { get; private init; } = null!;

    public static async Task<House> Open(CommandLine line, CancellationToken cancel = default)
    {
        var settings = Settings.From(line);
        var world = World.ForServe(settings);
        var office = settings.Get<OfficeOptions>("Office");
        Wording.Use(WordingFile.Load(office.TextFile));
        var shipped = OfficeData.Load(office);
        var (calendar, jobs) = (office.Calendar(), settings.Get<JobsOptions>("Jobs"));
        var (posting, reminders) = (settings.Get<PostingOptions>("Posting"), settings.Get<ReminderOptions>("Posting:Reminders"));
        // Every setting is looked at before anything is made or marked.
        var (addresses, mode) = (Addresses.FollowingFrom(settings, world), world.IsSandbox ? UpdateMode.Polling : settings.Get<TelegramOptions>(TelegramOptions.Section).Mode);
        world.Outer.Prepare();
        RestoreJob.RefuseUnfinished(world.Outer);
        world.Directory.Prepare();
        var house = new House(settings, world)
        {
            Clock = world.IsSandbox ? new SandboxClock(Practice.ChatsIn(world.Directory)) : TimeProvider.System,
            data = shipped,
            addresses = addresses,
            UpdateMode = mode,
            Roles = RolesIn(settings),
            Office = office,
            Calendar = calendar,
            Jobs = jobs,
            Posting = posting,
            Reminders = reminders,
            Backup = settings.Get<BackupOptions>(BackupOptions.Section),
            holidays = [.. calendar.Holidays],
            People = new PeopleDesk(settings.Get<LimitsOptions>("Limits").Invitations()),
        };
        if (house.Roles == ProcessRoles.Feed) FeedServer.PrepareSocketThreads();
        try
        {
            await house.OpenStore(cancel);
            return house;
        }
        catch
        {
            await house.DisposeAsync();
            throw;
        }
    }

    private async Task OpenStore(CancellationToken cancel)
    {
        var door = StoreDoor.Of(Settings, World.Directory);
        Provider = door.Provider;
        if (Provider == StoreProvider.Sqlite) owned.Add(new LockHolder(await InstanceLock.TakeForServe(World.Directory, TimeProvider.System, cancel)));
        else if (Roles.HasFlag(ProcessRoles.Bot)) owned.Add(sole = await PostgresLock.Open(door.ConnectionString, TimeProvider.System, cancel));
        if (World.IsSandbox && sole is { Elected.IsCompleted: false }) throw await sole.Refusal(cancel);
        owned.Add(Store = door.Make());
        Ready = Task.Run(async () =>
        {
            await Store.Examine(cancel);
            migrationBackup = await MigrationBackup.Take(Settings, World, door, Store, Clock, cancel);
            await Store.Migrate(cancel);
            await SearchIndex.CatchUp(Store, cancel);
            await Seed(cancel);
        }, cancel);
    }

    /// <summary>"Mulai dari awal" of the sandbox: an empty newsroom with the same people.</summary>
    public async Task StartOver()
    {
        await Store.Empty(CancellationToken.None);
        await Seed(CancellationToken.None);
    }

    private async Task Seed(CancellationToken cancel)
    {
        await World.Claim(Store, Clock.GetUtcNow(), cancel);
        await data!.Seed(Store, cancel);
        await SeedHolidays(cancel);
        if (World.IsSandbox) await Practice.SeedPhones(Store, Clock.GetUtcNow(), cancel);
    }

    private async Task SeedHolidays(CancellationToken cancel)
    {
        await Store.Write(db => HolidayDesk.Seed(db, holidays, Clock.GetUtcNow(), cancel), cancel);
        await Store.Read(async db => { await new CalendarBook(Calendar).Renew(db, cancel); return 0; }, cancel);
    }

    /// <summary>The web host, with what every part may ask for. A slim one: nothing is watched, discovered or defaulted that this program does not use.</summary>
    public WebApplicationBuilder CreateBuilder()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "KominfoBot" });
        builder.Configuration.AddConfiguration(Settings.Configuration);
        builder.Configuration.AddInMemoryCollection(addresses);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel((context, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Configure(context.Configuration.GetSection("Kestrel"));
        });
        if (Roles == ProcessRoles.Feed) builder.WebHost.AnswerOnSocketThreads();
        builder.Logging.AddLogLines(Settings.Configuration, plain: World.IsSandbox);

        var services = builder.Services;
        services.AddRoutingCore();
        services.AddHealth();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(8));
        services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        services.AddSingleton(this).AddSingleton(Backup);
        services.AddSingleton(Store).AddSingleton(Store.Signals).AddSingleton(Clock).AddSingleton(World.Directory).AddSingleton(World).AddSingleton(People);
        // The watch of the calendar runs in every process, also in one that only feeds the public.
        services.AddSingleton(RealTime.System);
        services.AddSingleton(Calendar).AddSingleton(Calendar.Office).AddSingleton<CalendarBook>().AddHostedService<CalendarWatch>();
        services.AddSingleton(Options.Create(Office));
        Settings.Provide<BootstrapOptions>(services, "Bootstrap");
        Settings.Provide<LimitsOptions>(services, "Limits");
        Settings.Provide<ReviewOptions>(services, "Review");
        services.AddSingleton<InvitationCounter>().AddSingleton<SkpdImport>().AddSingleton<FirstAdmin>();
        services.AddSingleton(new Leadership(sole?.Elected ?? Task.CompletedTask)).AddHostedService<StoreNews>();
        if (Provider == StoreProvider.Sqlite) services.AddHostedService<ControlServer>();
        return builder;
    }

    /// <summary>Runs until SIGTERM, Ctrl-C or a fatal fault, then stops in good order.</summary>
    /// <exception cref="OperatorException">It ended because of a fault.</exception>
    public async Task Run(WebApplication app)
    {
        await Ready;
        var log = app.Services.GetRequiredService<ILogger<House>>();
        if (migrationBackup is not null) log.LogInformation("Skema basis data diperbarui. Cadangan sebelum itu: {File}", migrationBackup);
        var holding = sole is null ? Task.CompletedTask : StopWhenLost(sole.Hold(log, app.Lifetime.ApplicationStopping), app.Lifetime);
        try
        {
            await app.StartAsync();
            Announce(app, log);
            // Where the bot is: who only feeds the public goes on without the store.
            if (Roles.HasFlag(ProcessRoles.Bot)) await app.Services.GetRequiredService<FirstAdmin>().Announce(log, app.Lifetime.ApplicationStopping);
            await app.WaitForShutdownAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Asked to stop while it was still starting.
            await app.StopAsync();
        }
        catch (Exception error) when (!Exit.IsExplained(error))
        {
            log.LogCritical(error, "The program ends because of a fault");
            throw;
        }

        await holding;
        if (app.Services.GetService<FatalStop>()?.Sentence is { } sentence) throw new OperatorException(sentence);
        if (app.Services.GetServices<IHostedService>().OfType<BackgroundService>().FirstOrDefault(service => service.ExecuteTask is { IsFaulted: true }) is not { ExecuteTask.Exception.InnerException: { } fault }) return;
        log.LogCritical(fault, "The program ends because one of its workers failed");
        throw new OperatorException($"Program berhenti karena satu bagiannya gagal: {Exit.SentenceOf(fault)}");
    }

    /// <summary>In reverse order: the lock goes last.</summary>
    public async ValueTask DisposeAsync()
    {
        // Its fault, if any, was told by Run; here only the end matters.
        await Ready.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        for (var last = owned.Count - 1; last >= 0; last--) await owned[last].DisposeAsync();
    }

    private void Announce(WebApplication app, ILogger log)
    {
        if (World.IsSandbox) log.LogInformation("Latihan tanpa token. Buka {Address}/sandbox di peramban. Data latihan: {Directory}", Addresses.OwnAddress(string.Join(';', app.Urls)), World.Directory.Path);
        else log.LogInformation("KominfoBot untuk {Office} berjalan di {Addresses}, data di {Directory}, basis data {Provider}", Office.Name, string.Join(' ', app.Urls), World.Directory.Path, Provider);
    }

    private static async Task StopWhenLost(Task holding, IHostApplicationLifetime lifetime)
    {
        try
        {
            await holding;
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Held to the end.
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private static ProcessRoles RolesIn(Settings settings)
    {
        var roles = ProcessRoles.None;
        foreach (var name in (settings.Text("Roles") ?? "Bot,Jobs,Feed").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            roles |= name.ToLowerInvariant() switch
            {
                "bot" => ProcessRoles.Bot,
                "jobs" => ProcessRoles.Jobs,
                "feed" => ProcessRoles.Feed,
                _ => throw new OperatorException($"Setelan Roles memuat \"{name}\", yang tidak dikenal; isinya gabungan dari Bot, Jobs, Feed, misalnya \"Bot,Jobs,Feed\". {Settings.Remedy("Roles")}"),
            };
        return roles;
    }

    private sealed class LockHolder(InstanceLock held) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            held.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
