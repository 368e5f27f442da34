using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Sandbox;

/// <summary>A practice Telegram of its own on a loopback port, for tests that start and kill the bot.</summary>
public sealed class SandboxTelegram : IAsyncDisposable
{
    private readonly WebApplication app;

    private SandboxTelegram(WebApplication app, SandboxOptions options)
    {
        this.app = app;
        Token = options.Token;
        BaseUrl = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Driver = app.Services.GetRequiredService<SandboxDriver>();
    }

    /// <summary>What the bot takes for <c>https://api.telegram.org</c>.</summary>
    public string BaseUrl { get; }

    /// <summary>The token that it accepts.</summary>
    public string Token { get; }

    /// <summary>The people's hands and eyes.</summary>
    public SandboxDriver Driver { get; }

    /// <summary>Starts it on a free port, or on <paramref name="port"/>, so that it can be stopped and started again under one address.</summary>
    /// <param name="host">What a host adds: scenes, a machine view.</param>
    public static async Task<SandboxTelegram> StartAsync(SandboxOptions? options = null, int port = 0, Action<IServiceCollection>? host = null, CancellationToken stop = default)
    {
        options ??= new SandboxOptions();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        builder.Services.AddSandboxTelegram(options);
        host?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseRouting();
        app.MapSandboxTelegram();
        app.MapSandboxPage();
        await app.StartAsync(stop);
        return new SandboxTelegram(app, options);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
