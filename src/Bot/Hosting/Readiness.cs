using KominfoBot.Bot.Outbox;
using KominfoBot.PublicFeed.State;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KominfoBot.Bot.Hosting;

/// <summary>Updates come in, are handled, and answers go out: judged by age, not by counts (05-faults, "The Telegram side" 19).</summary>
internal sealed class DeliveryCheck(DeliveryHealth delivery, Leadership leadership, TimeProvider clock) : IHealthCheck
{
    /// <summary>A long poll ends after 50 seconds even when nobody writes.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    /// <summary>How long a start tells what was lost before it.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly DateTimeOffset started = clock.GetUtcNow();

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var report = await delivery.Report(cancellationToken);
        if (report.Conflict) return HealthCheckResult.Unhealthy("bot yang sama dijalankan di tempat lain (409)");
        // Who stands by hears of Telegram only what a load balancer passes on.
        if (leadership.IsElected && clock.GetUtcNow() - (report.LastReceived ?? started) > Silence) return HealthCheckResult.Unhealthy("sudah lebih dari 3 menit tidak terhubung dengan Telegram");
        if (report.OldestInbox > Late) return HealthCheckResult.Unhealthy("ada pesan masuk yang lebih dari 2 menit belum diproses");
        if (report.OldestOutbox > Late) return HealthCheckResult.Degraded("ada pesan keluar yang lebih dari 2 menit belum terkirim");
        return report.Lost is { } lost && clock.GetUtcNow() - started < Remembered
            ? HealthCheckResult.Degraded($"sempat mati lebih dari 24 jam; kiriman dari {lost.From:O} sampai {lost.Until:O} tidak disimpan Telegram")
            : HealthCheckResult.Healthy();
    }
}

/// <summary>The feeds show the newest state; while the store is down they go on with the last one.</summary>
internal sealed class FeedCheck(FeedHealth feed) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(feed.Now is { Fresh: true } ? HealthCheckResult.Healthy()
            : feed.Now.Serving ? HealthCheckResult.Degraded("umpan menampilkan keadaan terakhir; basis data sedang tidak terjangkau")
            : HealthCheckResult.Unhealthy("umpan belum siap"));
}
