using System.Globalization;
using KominfoBot.Bot.Attachments;
using KominfoBot.Bot.Backups;
using KominfoBot.Bot.Board;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Conversations;
using KominfoBot.Bot.Export;
using KominfoBot.Bot.Findings;
using KominfoBot.Bot.Jobs;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Photos;
using KominfoBot.Bot.Posting;
using KominfoBot.Bot.Search;
using KominfoBot.Bot.Shelf;
using KominfoBot.Bot.Sites;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Updates;
using KominfoBot.Bot.Waiting;
using KominfoBot.Bot.Watch;
using KominfoBot.PublicFeed;
using KominfoBot.PublicFeed.Outside;
using KominfoBot.Sandbox;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Hosting;

/// <summary>What the house is made of: the newsroom, its conversations, and the services that run beside the web host.</summary>
public static class Composition
{
    /// <summary>Everything that the roles of this process ask for.</summary>
    public static WebApplicationBuilder Furnish(this WebApplicationBuilder builder, House house)
    {
        var (services, settings) = (builder.Services, builder.Configuration);
        var (photos, documents) = (Path.Combine(house.World.Directory.Path, "photos"), Path.Combine(house.World.Directory.Path, "documents"));
        var health = services.AddHealthChecks();
        if ((house.Roles & (ProcessRoles.Bot | ProcessRoles.Jobs)) != ProcessRoles.None)
            services.AddSingleton(new ShelfFiles(documents)).AddDesk(new OfficeProfile(house.Office.Name, house.Office.Time(), settings["Feed:BaseUrl"]!.TrimEnd('/'), house.Settings.Get<BootstrapOptions>("Bootstrap").OwnerTelegramId, house.Settings.Get<TelegramOptions>(TelegramOptions.Section).ChannelId is { } channel ? long.Parse(channel, CultureInfo.InvariantCulture) : null), CheckRules.Load(house.Settings), house.Settings.Get<ReviewOptions>("Review").Chain());
        if (house.Roles.HasFlag(ProcessRoles.Bot))
        {
            services.AddTelegramOptions();
            services.AddTelegramDelivery(house.UpdateMode);
            services.AddConversations();
            services.AddPhotos(photos);
            services.AddExports(Path.Combine(house.World.Directory.Path, "exports"));
            services.AddRegisters();
            services.AddRecapPictures().AddPapers().AddBoard();
            if (house.World.IsSandbox) services.AddPractice(house);
            services.AddSites(house);
            if (house.UpdateMode == UpdateMode.Webhook) services.AddHostedService<WebhookRound>();
            health.AddCheck<DeliveryCheck>("telegram", tags: [Health.Ready], timeout: TimeSpan.FromSeconds(5));
        }
        services.AddSingleton<WatchNotes>();
        services.AddSingleton(BackupFolder.Of(house.World, house.Office.Time(), house.Backup));
        services.AddEscalations(house.Jobs.Escalation);
        if (house.Roles.HasFlag(ProcessRoles.Bot) || house.Roles.HasFlag(ProcessRoles.Jobs)) services.AddPosting(house.Posting, house.Reminders);
        if (house.Roles.HasFlag(ProcessRoles.Jobs)) services.AddJobs(house.Jobs).AddPostingNotices(house.Reminders).AddBackups(house);
        if (house.Roles.HasFlag(ProcessRoles.Bot) && !house.World.IsSandbox) services.AddPusher(TimeProvider.System).AddHostedService<PushWorker>();
        if (house.Roles.HasFlag(ProcessRoles.Feed))
        {
            services.AddPublicFeed();
            health.AddCheck<FeedCheck>("feed", tags: [Health.Ready]);
        }
        if ((house.Roles & (ProcessRoles.Feed | ProcessRoles.Bot)) != ProcessRoles.None)
            services.AddFeedSite(settings).Configure<FeedOptions>(feed =>
            {
                feed.OfficeName = house.Office.Name;
                feed.TimeZone = house.Office.TimeZone;
                feed.MediaDirectory = Path.Combine(photos, "public");
                feed.DocumentDirectory = documents;
            });
        builder.AddTelemetry(house.Settings.Get<TelemetryOptions>(TelemetryOptions.Section));
        services.StartWorkersAfterServer();
        return builder;
    }

    /// <summary>Every address of this process.</summary>
    public static void MapRooms(this WebApplication app, House house)
    {
        if (house.Roles.HasFlag(ProcessRoles.Feed)) app.MapPublicFeed();
        app.MapHealth();
        app.MapMetrics();
        if (!house.Roles.HasFlag(ProcessRoles.Bot)) return;
        app.MapWebhook();
        app.Services.GetRequiredService<BoardEndpoints>().Map(app);
        if (!house.World.IsSandbox) return;
        app.MapSandboxTelegram();
        app.MapSandboxPage();
    }

    /// <summary>The desk and the cards: what acts need, whoever carries them out, a person in a chat or a clock.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, OfficeProfile office, TextRules rules, ReviewChain chain)
    {
        services.AddSingleton(office).AddSingleton(rules);
        services.AddSingleton(provider => new NewsDesk(provider.GetRequiredService<OfficeTime>(), rules, chain));
        services.AddSingleton<CardDesk>().AddSingleton<ChannelPost>().AddSingleton<Announcer>().AddSingleton<PhotoSettlement>().AddSingleton<ReasonHint>().AddSingleton<RoleChange>().AddSingleton<RoleTurns>();
        services.AddSingleton(provider => new DueHandler(RoleTurn.Kind, provider.GetRequiredService<RoleTurns>().CarryOut));
        services.AddSingleton(provider => new DueHandler(NewsDesk.PublicationDue, provider.GetRequiredService<PhotoSettlement>().CarryOut));
        services.AddSingleton<StartFindings>().AddSingleton<StartFinding>(TooFewReviewers.Find).AddSingleton<StartFinding>(UnknownHolidays.Find);
        services.AddSingleton<SecondLook>().AddSingleton<Requests>().AddSingleton<Aftermath>();
        services.AddSingleton(provider => new DueHandler(SecondLook.Kind, provider.GetRequiredService<SecondLook>().CarryOut));
        services.AddSingleton<Digest>();
        foreach (var kind in (string[])[Digest.Morning, Digest.Noon]) services.AddSingleton(provider => new DueHandler(kind, provider.GetRequiredService<Digest>().CarryOut));
        return services.AddSingleton(provider => new DueHandler(ReasonHint.Kind, provider.GetRequiredService<ReasonHint>().End));
    }

    /// <summary>The conversations: everything between an update and what is said about it.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<DraftFixes>().AddSingleton<DraftPreview>().AddSingleton<Submitting>().AddSingleton<UnreachableNotice>();
        services.AddSingleton<AfterConversation>().AddSingleton<ScheduleConversation>().AddSingleton<UrgentConversation>().AddSingleton<CorrectionConversation>().AddSingleton<SpellingConversation>().AddSingleton<RequestConversation>();
        services.AddSingleton<DraftLimits>().AddSingleton<StartConversation>().AddSingleton<WritingConversation>().AddSingleton<EditedMessages>().AddSingleton<AuthorConversation>().AddSingleton<ReviewConversation>().AddSingleton<EditingConversation>().AddSingleton<FurtherActs>().AddSingleton<RecapConversation>();
        services.AddSingleton<ItemConversation>().AddSingleton<SearchConversation>();
        services.AddSingleton<ChatFiles>().AddSingleton<Writers>().AddSingleton<IncomingPhotos>().AddSingleton<IncomingReleases>().AddSingleton(new PdfExamination()).AddSingleton<IncomingAttachments>().AddSingleton<ITurnHandler, UpdateRouter>();
        services.AddSingleton<UnreachableHook>(provider => provider.GetRequiredService<UnreachableNotice>().Tell);
        services.AddHostedService<CardRepair>();
        return services;
    }

    /// <summary>The registers that are kept by chat: people, agencies, delegations, documents.</summary>
    public static IServiceCollection AddRegisters(this IServiceCollection services)
    {
        services.AddSingleton<Desks>().AddSingleton<IncomingFiles>();
        services.AddSingleton<InviteConversation>().AddSingleton<CategoryConversation>().AddSingleton<SkpdExchange>();
        services.AddSingleton<DeskConversation>(provider => provider.GetRequiredService<InviteConversation>()).AddSingleton<DeskConversation>(provider => provider.GetRequiredService<CategoryConversation>());
        foreach (var desk in (Type[])[typeof(PeopleConversation), typeof(NameConversation), typeof(SkpdConversation), typeof(DelegationConversation), typeof(HolidayConversation), typeof(HandoverConversation), typeof(NeedConversation), typeof(ShelfConversation), typeof(SiteConversation)])
            services.AddSingleton(typeof(DeskConversation), desk);
        return services.AddHostedService<StartFindingsPost>();
    }

    /// <summary>Files that AdminPortal asks for by chat.</summary>
    public static IServiceCollection AddExports(this IServiceCollection services, string directory)
    {
        services.AddSingleton(provider => new ExportFiles(directory, provider.GetRequiredService<NewsroomStore>(), provider.GetRequiredService<OfficeProfile>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ExportConversation>();
        services.AddSingleton(provider => new DueHandler(ExportFiles.Kind, _ => provider.GetRequiredService<ExportFiles>().Sweep()));
        return services;
    }

    /// <summary>Scheduled backups, and the alerts of what needs a hand; practice has neither.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services, House house)
    {
        services.AddSingleton<BackupWatch>();
        if (house.World.IsSandbox) return services;
        services.AddSingleton(new Timetable(BackupWorker.Kind, house.Backup.Schedule ?? "", OnClosedDays.Anyway));
        services.AddSingleton(provider => new DueHandler(BackupWorker.Kind, _ => BackupWorker.CarryOut(provider.GetRequiredService<BackupWatch>())));
        services.AddSingleton(house.Settings.Get<AlertOptions>(AlertOptions.Section)).AddSingleton<Alerts>().AddSingleton<RoundEnd>(provider => provider.GetRequiredService<Alerts>().AtRoundEnd);
        return services.AddHostedService<BackupWorker>();
    }

    /// <summary>Agencies' own sites; practice stays on this machine.</summary>
    public static IServiceCollection AddSites(this IServiceCollection services, House house)
    {
        if (house.World.IsSandbox) return services;
        var options = house.Settings.Get<SiteOptions>(SiteOptions.Section);
        services.AddSingleton(options).AddSingleton(_ => new OutsideHttp(options.AllowPrivate));
        return services.AddHostedService<SiteWatch>();
    }

    /// <summary>The photos' shelves and the worker that makes their variants.</summary>
    public static IServiceCollection AddPhotos(this IServiceCollection services, string directory)
    {
        services.AddSingleton(new PhotoFiles(directory)).AddSingleton<PhotoOpener>(provider => provider.GetRequiredService<PhotoFiles>().OpenForSending).AddSingleton(provider => new ImageTool(new ImageToolLimits(), provider.GetRequiredService<TimeProvider>())).AddSingleton<IVariantMaker, VariantMaker>();
        services.AddSingleton(provider => new VariantOutcome(provider.GetRequiredService<PhotoSettlement>().Settled, FotoTeks.Gagal));
        services.AddHostedService<VariantWorker>();
        return services;
    }
}
