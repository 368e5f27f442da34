using System.Diagnostics;
using KominfoBot.Bot.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KominfoBot.Bot.Watch;

/// <summary>Settings <c>Telemetry:*</c>: where figures, traces and logs are sent beside <c>/metrics</c> and the log on stdout.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>An OTLP collector, e.g. http://127.0.0.1:4317; null: nothing is sent anywhere.</summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary><c>Grpc</c> (default) or <c>HttpProtobuf</c>.</summary>
    public OtlpExportProtocol OtlpProtocol { get; set; } = OtlpExportProtocol.Grpc;

    /// <summary>"name=value,name=value", e.g. a key that the collector asks for; a secret.</summary>
    public string? OtlpHeaders { get; set; }
}

/// <summary>Puts figures, traces and logs together. Only sources of our own are traced: the address of a call to the Bot API holds the token.</summary>
public static class Telemetry
{
    /// <summary>Of the meter and of the traces.</summary>
    public const string Name = "KominfoBot";

    public static readonly ActivitySource Source = new(Name);

    public static void AddTelemetry(this WebApplicationBuilder builder, TelemetryOptions options)
    {
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService(Name));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(Name, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel").AddPrometheusExporter();
            if (options.OtlpEndpoint is not null) metrics.AddOtlpExporter(exporter => Configure(exporter, "metrics"));
        });
        // Its hosted service would build all of it before the server listens; ours does so afterwards.
        foreach (var early in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly.GetName().Name == "OpenTelemetry.Extensions.Hosting").ToList()) builder.Services.Remove(early);
        builder.Services.AddSingleton<HouseMeter>().AddHostedService<TelemetryStart>();
        if (options.OtlpEndpoint is null) return;
        builder.Services.AddHostedService<HouseMeterRound>();
        telemetry.WithTracing(traces => traces.AddSource(Name).AddOtlpExporter(exporter => Configure(exporter, "traces")));
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
            logging.SetResourceBuilder(ResourceBuilder.CreateDefault().AddService(Name));
            logging.AddProcessor(new Redactor());
            logging.AddOtlpExporter(exporter => Configure(exporter, "logs"));
        });

        void Configure(OtlpExporterOptions exporter, string signal)
        {
            // Over HTTP each signal has an address of its own (OTLP 1.x, "OTLP/HTTP Request").
            exporter.Endpoint = options.OtlpProtocol == OtlpExportProtocol.HttpProtobuf ? new Uri($"{options.OtlpEndpoint!.ToString().TrimEnd('/')}/v1/{signal}") : options.OtlpEndpoint!;
            (exporter.Protocol, exporter.Headers) = (options.OtlpProtocol, options.OtlpHeaders ?? "");
        }
    }

    /// <summary><c>/metrics</c>, in Prometheus' text format; the state of the house is read when it is asked.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        // Built when it is first asked for.
        var exporter = new Lazy<RequestDelegate>(() =>
        {
            var branch = ((IApplicationBuilder)app).New();
            branch.UseOpenTelemetryPrometheusScrapingEndpoint();
            return branch.Build();
        });
        app.MapGet("/metrics", async (HttpContext context, HouseMeter meter) =>
        {
            await meter.Refresh(context.RequestAborted);
            await exporter.Value(context);
        }).ExcludeFromDescription();
    }

    /// <summary>Begins to collect as soon as the server listens.</summary>
    private sealed class TelemetryStart(IServiceProvider services) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            services.GetService<MeterProvider>();
            services.GetService<TracerProvider>();
            return Task.CompletedTask;
        }
    }

    /// <summary>No token leaves by a log line either.</summary>
    private sealed class Redactor : BaseProcessor<LogRecord>
    {
        public override void OnEnd(LogRecord data)
        {
            List<KeyValuePair<string, object?>> attributes = [.. (data.Attributes ?? []).Select(pair => pair.Value is string text ? new(pair.Key, Redaction.WithoutTokens(text)) : pair)];
            if (data.Exception is { } error) attributes.Add(new("exception.stacktrace", Redaction.WithoutTokens(error.ToString())));
            data.Attributes = attributes;
            data.FormattedMessage = data.FormattedMessage is { } message ? Redaction.WithoutTokens(message) : null;
            data.Body = data.Body is { } body ? Redaction.WithoutTokens(body) : null;
            data.Exception = null;
        }
    }
}
