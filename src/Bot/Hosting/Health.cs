using System.Text.Json;
using KominfoBot.Workflow.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KominfoBot.Bot.Hosting;

/// <summary>
/// <c>/healthz</c>: the process answers. <c>/readyz</c>: every check tagged <see cref="Ready"/> passes (the store is reachable; parts add their own, such as
/// whether updates flow), else 503; both say so in JSON.
/// </summary>
public static class Health
{
    /// <summary>Tag of the checks that `/readyz` asks.</summary>
    public const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services)
        => services.AddHealthChecks().AddCheck<StoreReachable>("store", tags: [Ready], timeout: TimeSpan.FromSeconds(5));

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write });
        app.MapHealthChecks("/readyz", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(Ready),
            ResponseWriter = Write,
            // Degraded still serves; the text says what is amiss.
            ResultStatusCodes = { [HealthStatus.Healthy] = 200, [HealthStatus.Degraded] = 200, [HealthStatus.Unhealthy] = 503 },
        });
    }

    private static async Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", report.Status == HealthStatus.Unhealthy ? "unready" : context.Request.Path == "/healthz" ? "alive" : "ready");
        json.WriteStartObject("checks");
        foreach (var (name, entry) in report.Entries)
        {
            json.WriteStartObject(name);
            json.WriteString("status", entry.Status switch { HealthStatus.Healthy => "ok", HealthStatus.Degraded => "degraded", _ => "failed" });
            // Exceptions stay in the log: this page is public.
            if (entry.Description is { } description) json.WriteString("detail", Redaction.WithoutTokens(description));
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
    }

    /// <summary>One row is read.</summary>
    private sealed class StoreReachable(NewsroomStore store) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await store.Read(db => db.Facts.AnyAsync(cancellationToken), cancellationToken);
                return HealthCheckResult.Healthy();
            }
#pragma warning disable CA1031 // Whatever it is, the answer is "not reachable"; the health service logs the exception.
            catch (Exception error)
#pragma warning restore CA1031
            {
                return HealthCheckResult.Unhealthy("basis data tidak terjangkau", error);
            }
        }
    }
}
