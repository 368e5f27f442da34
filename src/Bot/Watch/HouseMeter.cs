using System.Diagnostics.Metrics;
using KominfoBot.Bot.Backups;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Outbox;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Watch;

/// <summary>The state of the house as gauges, read anew when somebody asks and at most every few seconds.</summary>
public sealed class HouseMeter
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly NewsroomStore store;
    private readonly DataDirectory directory;
    private readonly BackupFolder backups;
    private readonly TimeProvider clock;
    private readonly ILogger<HouseMeter> logger;
    private HouseState? state;
    private long readAt;

    public HouseMeter(IMeterFactory meters, NewsroomStore store, DataDirectory directory, BackupFolder backups, TimeProvider clock, ILogger<HouseMeter> logger, DeliveryHealth? delivery = null)
    {
        (this.store, this.directory, this.backups, this.clock, this.logger) = (store, directory, backups, clock, logger);
        var meter = meters.Create(Telemetry.Name);
        Gauge("kominfo.inbox.oldest", "s", "Age of the update that waits longest.", now => now.OldestInbox.TotalSeconds);
        Gauge("kominfo.inbox.waiting", "{update}", "Updates that wait.", now => now.Inbox);
        Gauge("kominfo.outbox.oldest", "s", "Age of the message that waits longest.", now => now.OldestOutbox.TotalSeconds);
        Gauge("kominfo.outbox.waiting", "{message}", "Messages that wait.", now => now.Outbox);
        Gauge("kominfo.inbox.failed", "{update}", "Updates that were given up.", now => now.DeadLetters);
        Gauge("kominfo.due.failed", "{thing}", "Due things that were given up.", now => now.FailedDue);
        Gauge("kominfo.people.unreachable", "{person}", "People in office whom messages do not reach.", now => now.Unreachable);
        Gauge("kominfo.published", "{item}", "Items ever published.", now => now.Published);
        Gauge("kominfo.disk.free", "By", "Room on the disk of the data directory.", now => now.DiskFree);
        Gauge("kominfo.backup.age", "s", "Age of the newest backup; absent while there is none.", now => now.NewestBackup is { } at ? (clock.GetUtcNow() - at).TotalSeconds : null);
        if (delivery is null) return;
        meter.CreateObservableCounter("kominfo.telegram.slowdowns", () => delivery.TooManyRequests, "{answer}", "429 answers since the start.");
        meter.CreateObservableCounter("kominfo.telegram.refused", () => delivery.Refused, "{message}", "Messages refused for good since the start.");
        meter.CreateObservableGauge("kominfo.telegram.silence", () => delivery.LastReceived is { } at ? (IEnumerable<Measurement<double>>)[new((clock.GetUtcNow() - at).TotalSeconds)] : [], "s", "Since the last getUpdates or webhook call.");

        void Gauge(string name, string unit, string description, Func<HouseState, double?> value)
            => meter.CreateObservableGauge(name, () => state is { } now && value(now) is { } figure ? (IEnumerable<Measurement<double>>)[new(figure)] : [], unit, description);
    }

    /// <summary>Reads the state; when the store is away, the gauges of it are absent.</summary>
    public async Task Refresh(CancellationToken cancel)
    {
        if (state is not null && clock.GetElapsedTime(readAt) < Fresh) return;
        try
        {
            state = await store.Read(db => HouseState.Of(db, directory.Path, backups, clock.GetUtcNow(), cancel), cancel);
            readAt = clock.GetTimestamp();
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            state = null;
            logger.LogWarning("Angka untuk /metrics tidak terbaca: {Error}", Redaction.WithoutTokens(error.Message));
        }
    }
}

/// <summary>Keeps the gauges fresh where they are sent and nobody asks for them.</summary>
internal sealed class HouseMeterRound(HouseMeter meter) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do await meter.Refresh(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

/// <summary>What is done, counted as it is done.</summary>
public sealed class DeliveryMeter
{
    private readonly Histogram<double> handled;
    private readonly Counter<long> sent;

    public DeliveryMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Telemetry.Name);
        handled = meter.CreateHistogram("kominfo.update.duration", "s", "From taking an update up to its commit.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] });
        sent = meter.CreateCounter<long>("kominfo.messages", "{call}", "Calls that were to reach a chat, by outcome.");
    }

    public void Handled(TimeSpan took) => handled.Record(took.TotalSeconds);

    /// <param name="outcome">One of a few words.</param>
    public void Sent(string outcome) => sent.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
