using KominfoBot.Sandbox.BotApi;
using KominfoBot.Sandbox.Checks;
using KominfoBot.Sandbox.Faults;
using KominfoBot.Sandbox.Page;
using KominfoBot.Sandbox.Phones;
using KominfoBot.Sandbox.Scenes;
using KominfoBot.Sandbox.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KominfoBot.Sandbox;

/// <summary>Puts the practice Telegram into a host.</summary>
public static class SandboxSetup
{
    /// <summary>Adds the practice Telegram: <see cref="SandboxDriver"/> and, unless the options bring their own clock, a <see cref="SandboxClock"/>.
    /// Any <see cref="SandboxScene"/> and a <see cref="MachineView"/> among the services appear on the page.</summary>
    public static IServiceCollection AddSandboxTelegram(this IServiceCollection services, SandboxOptions options)
    {
        var world = new World(options, options.TimeProvider ?? new SandboxClock(options.Directory));
        services.AddSingleton(options);
        // From a factory, so that the container disposes it.
        services.AddSingleton(_ => world);
        services.AddSingleton(_ => options.ApiDescriptionPath is { } path ? new CheckHolder(new RequestCheck(ApiDescription.Read(path))) : new CheckHolder(null));
        if (world.Clock is SandboxClock clock)
            services.AddSingleton(clock);
        services.AddSingleton<FaultList>();
        services.AddSingleton(_ => new FloodGate(options.Flood));
        services.AddSingleton<CallLog>();
        services.AddSingleton<PhoneActs>();
        services.AddSingleton<Webhook>();
        services.AddSingleton<MethodTable>();
        services.AddSingleton(host => new BotApiEndpoint(world, host.GetRequiredService<MethodTable>(), host.GetRequiredService<FaultList>(),
            host.GetRequiredService<FloodGate>(), host.GetRequiredService<CallLog>(), host.GetRequiredService<CheckHolder>().Check));
        services.AddSingleton(host => new SandboxDriver(world, host.GetRequiredService<PhoneActs>(), host.GetRequiredService<FaultList>(),
            host.GetRequiredService<CallLog>(), host.GetRequiredService<CheckHolder>().Check));
        services.AddSingleton<Beginning>();
        services.AddSingleton<SceneLoader>();
        services.AddSingleton<DriverApi>();
        services.AddHostedService<SandboxStart>();
        return services;
    }

    /// <summary>Maps the Bot API: <c>/bot{token}/{method}</c> and <c>/file/bot{token}/{path}</c>.</summary>
    public static IEndpointRouteBuilder MapSandboxTelegram(this IEndpointRouteBuilder routes)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<BotApiEndpoint>();
        routes.MapMethods("/bot{token}/{method}", ["GET", "POST"], (HttpContext context, string token, string method) => endpoint.HandleAsync(context, token, method));
        routes.MapGet("/file/bot{token}/{**path}", (HttpContext context, string token, string path) => endpoint.DownloadAsync(context, token, path));
        return routes;
    }

    /// <summary>Maps the page <c>/sandbox</c> and what it calls under <c>/sandbox/api</c>.</summary>
    public static IEndpointRouteBuilder MapSandboxPage(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<DriverApi>().Map(routes);
        return routes;
    }

    /// <summary>Holds the check, which exists only with a description.</summary>
    private sealed record CheckHolder(RequestCheck? Check);

    /// <summary>Resumes a webhook's deliveries and lets the phones press Start at the first run.</summary>
    private sealed class SandboxStart(SandboxOptions options, World world, PhoneActs acts, Webhook webhook, CheckHolder check, IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            world.Stopping = lifetime.ApplicationStopping;
            if (check.Check is { } updates)
                world.Do(() => world.Updates.OnMade = updates.CheckUpdate);
            webhook.Start();
            if (options.PressStart)
                FirstSteps.PressStart(world, acts);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
