using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KominfoBot.EndToEnd.Tests.Hosting;

/// <summary>A Bot API server on which nothing ever happens: enough for a program that only has to run.</summary>
public sealed class StubBotApi : IAsyncDisposable
{
    /// <summary>Looks like a real token.</summary>
    public const string Token = "8123456789:AAH-rahasia_yang_tidak_boleh_tercetak0";

    private readonly WebApplication app;

    private StubBotApi(WebApplication app) => this.app = app;

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The methods called, in order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>With it the program runs as for a real bot.</summary>
    public string[] Settings(string directory)
        => ["--DataDirectory", directory, $"--Telegram:BaseUrl={Address}", "--Feed:BaseUrl=https://berita.example.go.id"];

    public static async Task<StubBotApi> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new StubBotApi(app);
        app.Map("/bot{token}/{method}", stub.Answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Answer(HttpContext http, string token, string method)
    {
        Calls.Enqueue(method);
        http.Response.ContentType = "application/json";
        if (token != Token)
        {
            http.Response.StatusCode = 401;
            await http.Response.WriteAsync("""{"ok":false,"error_code":401,"description":"Unauthorized"}""");
            return;
        }
        // Long polling: nothing comes until the caller goes.
        if (method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase))
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }
        var result = method.ToUpperInvariant() switch
        {
            "GETME" => """{"id":8123456789,"is_bot":true,"first_name":"Berita","username":"BeritaUjiBot"}""",
            "GETWEBHOOKINFO" => """{"url":"","has_custom_certificate":false,"pending_update_count":0}""",
            _ => "true",
        };
        await http.Response.WriteAsync($$"""{"ok":true,"result":{{result}}}""");
    }
}
