using KominfoBot.Bot.Jobs;
using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Bot.Updates;
using KominfoBot.Bot.Watch;
using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Telegram.Bot;

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

    [Fact]
    public async Task A_backup_that_is_too_old()
    {
        // Next due on the first of January, after whatever today is.
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite, [.. watched, "--Backup:Schedule=0 0 2 1 1 ? 2099"]);
        var made = office.Clock.GetUtcNow().AddHours(-40).ToOffset(TimeSpan.FromHours(7));
        Directory.CreateDirectory(Path.Combine(office.Directory, "backups"));
        await File.WriteAllTextAsync(Path.Combine(office.Directory, "backups", $"kominfo-{made:yyyyMMdd-HHmmss}.tar"), "", TestContext.Current.CancellationToken);

        await Later(office, TimeSpan.FromMinutes(6));

        office.Fajar.HearsOnly("Cadangan terakhir sudah", "jam lalu", "menjalankan `backup` sekarang");
    }

    [Fact]
    public async Task Messages_that_the_server_does_not_take()
    {
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite, watched);
        office.Driver.Plan(new Fault(FaultKind.ServerError) { ChatId = office.Rina.Id, Times = int.MaxValue });
        office.Driver.Say(office.Rina.Id, "/draf");
        while (!await office.Read(db => db.ToSend.AnyAsync(row => row.ChatId == office.Rina.Id && row.State == ToSendState.Waiting))) await Task.Delay(10, TestContext.Current.CancellationToken);
        office.Clock.Advance(TimeSpan.FromMinutes(20));
        // The server is there: it hands over what others write.
        var before = office.Driver.Revision;
        office.Driver.Say(office.Hendri.Id, "/draf");
        await office.Driver.HearsAsync(office.Hendri.Id, "draf", before, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        // One that has not looked yet; the office's own may have looked while the server was still silent.
        await ActivatorUtilities.CreateInstance<Alerts>(office.Part<IServiceProvider>()).AtRoundEnd(office.Clock.GetUtcNow(), TestContext.Current.CancellationToken);

        await Hears(office, "pesan belum terkirim, yang tertua sudah 20 menit", "menjalankan `doctor`");
        office.Driver.ClearFaults();
    }

    /// <summary>Its process is gone; the one of the timed work goes on, and what it has to say is sent when somebody can.</summary>
    [Fact]
    public async Task Updates_that_nobody_handles()
    {
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite, watched);
        await office.Stop();
        await office.Start("--Roles=Jobs,Feed");
        await office.Write(db => { db.Received.Add(new ReceivedRow { UpdateId = 1, Fingerprint = "message:1:1", Lane = 1, Payload = "{}", ReceivedAt = office.Clock.GetUtcNow() }); return Task.CompletedTask; });
        office.Clock.Advance(TimeSpan.FromMinutes(20));

        await office.Part<DueRound>().Run(TestContext.Current.CancellationToken);

        // The clock's own round may have been faster, and its look is then still under way.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        List<ToSendRow> said;
        while (!(said = await office.Read(db => db.ToSend.Where(row => row.State == ToSendState.Waiting).ToListAsync(limit.Token))).Exists(row => row.ChatId == office.Fajar.Id)) await Task.Delay(10, limit.Token);
        Assert.Contains("1 kiriman belum diproses, yang tertua sudah 20 menit", Assert.Single(said, row => row.ChatId == office.Fajar.Id).Payload, StringComparison.Ordinal);
    }

    /// <summary>The practice server knows of no webhook: as if another program had taken ours away.</summary>
    [Fact]
    public async Task A_webhook_that_another_program_took_away()
    {
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite, watched);
        var options = Options.Create(new TelegramOptions { WebhookUrl = "https://berita.contoh.go.id/tg/x" });
        using var round = new WebhookRound(office.Part<ITelegramBotClient>(), options, office.Part<WatchNotes>(), office.Clock, office.Part<RealTime>(), NullLogger<WebhookRound>.Instance);

        await round.Ask(TestContext.Current.CancellationToken);
        await Later(office, TimeSpan.FromMinutes(6));

        office.Fajar.HearsOnly("Telegram tidak dapat menghubungi server: alamatnya diganti program lain", "memeriksa sertifikat dan alamat webhook");
    }

    [Fact]
    public async Task A_webhook_that_the_server_cannot_call()
    {
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite, watched);
        await using var telegram = await SandboxTelegram.StartAsync(stop: TestContext.Current.CancellationToken);
        var bot = new TelegramBotClient(new TelegramBotClientOptions(telegram.Token, telegram.BaseUrl));
        // Nobody listens there.
        var options = Options.Create(new TelegramOptions { WebhookUrl = "http://127.0.0.1:9/tg/x" });
        await bot.SetWebhook(options.Value.WebhookUrl!, cancellationToken: TestContext.Current.CancellationToken);
        telegram.Driver.Say(SandboxOffice.Phones[0].TelegramId, "/start");
        while ((await bot.GetWebhookInfo(TestContext.Current.CancellationToken)).LastErrorMessage is null) await Task.Delay(20, TestContext.Current.CancellationToken);
        using var round = new WebhookRound(bot, options, office.Part<WatchNotes>(), office.Clock, office.Part<RealTime>(), NullLogger<WebhookRound>.Instance);

        await round.Ask(TestContext.Current.CancellationToken);
        await Later(office, TimeSpan.FromMinutes(6));

        office.Fajar.HearsOnly("Telegram tidak dapat menghubungi server: Connection refused.", "memeriksa sertifikat dan alamat webhook");
    }

    [Fact]
    public async Task A_year_without_its_holidays()
    {
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite, watched);

        await Later(office, new DateTimeOffset(2031, 3, 3, 3, 0, 0, TimeSpan.Zero) - office.Clock.GetUtcNow());
        await Later(office, TimeSpan.FromMinutes(6));

        Assert.Single(office.Fajar.Chat, message => message.Text.Contains("libur", StringComparison.Ordinal) && message.Text.Contains("2031", StringComparison.Ordinal) && message.Text.Contains("/libur", StringComparison.Ordinal));
    }

    /// <summary>Neither a clock that is set back nor one that comes and goes makes a cause heard more than once in six hours.</summary>
    [Fact]
    public async Task A_cause_that_comes_and_goes_while_the_clock_is_set()
    {
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite, watched);
        var (alerts, notes, now) = (office.Part<Alerts>(), office.Part<WatchNotes>(), office.Clock.GetUtcNow());

        await At(10, "galat");
        office.Fajar.HearsOnly("Telegram tidak dapat menghubungi server: galat");
        office.Fajar.Forgets();
        await At(-50, "galat");
        await At(70, "galat");
        office.Fajar.HearsNothing();
        await At(80, null);
        office.Fajar.HearsOnly("sudah beres");
        office.Fajar.Forgets();
        await At(90, "galat");
        office.Fajar.HearsNothing();
        await At(8 * 60, "galat");
        office.Fajar.HearsOnly("Telegram tidak dapat menghubungi server: galat");

        async Task At(int minutes, string? trouble)
        {
            await notes.Write(WatchNotes.Webhook, trouble, TestContext.Current.CancellationToken);
            await alerts.AtRoundEnd(now.AddMinutes(minutes), TestContext.Current.CancellationToken);
            await office.Quiet();
        }
    }

    private static Task<SeenMessage> Hears(Rehearsal office, params string[] words)
        => office.Driver.HearsAsync(office.Fajar.Id, message => words.All(word => message.Text.Contains(word, StringComparison.Ordinal)), 0, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

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
