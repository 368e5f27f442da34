namespace KominfoBot.Bot.Hosting;

/// <summary>
/// The host starts its services before the web server. Here the workers wait for the server: nobody is called by a process that then finds its port taken,
/// and in the sandbox the Telegram that the bot calls is this very server. What only one process does waits until this is the one.
/// </summary>
internal static class ServerFirst
{
    /// <summary>Makes every worker of this program registered so far wait until the server listens.</summary>
    public static void StartWorkersAfterServer(this IServiceCollection services)
    {
        for (var at = 0; at < services.Count; at++)
            if (services[at] is { IsKeyedService: false, ImplementationType: { } worker } service && service.ServiceType == typeof(IHostedService)
                && typeof(BackgroundService).IsAssignableFrom(worker) && worker.Assembly == typeof(ServerFirst).Assembly)
                services[at] = ServiceDescriptor.Singleton<IHostedService>(provider
                    => new Waiting((BackgroundService)ActivatorUtilities.CreateInstance(provider, worker), provider.GetRequiredService<IHostApplicationLifetime>(),
                        typeof(ILeadersWork).IsAssignableFrom(worker) ? provider.GetRequiredService<Leadership>().Elected : Task.CompletedTask));
    }

    /// <summary>Runs a worker from the moment the server listens; its faults are its own.</summary>
    private sealed class Waiting(BackgroundService worker, IHostApplicationLifetime lifetime, Task elected) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
            await listening.Task.WaitAsync(stoppingToken);
            await elected.WaitAsync(stoppingToken);
            await worker.StartAsync(stoppingToken);
            if (worker.ExecuteTask is { } running) await running;
        }

        public override async Task StopAsync(CancellationToken cancellationToken)
        {
            await worker.StopAsync(cancellationToken);
            await base.StopAsync(cancellationToken);
        }

        public override void Dispose()
        {
            worker.Dispose();
            base.Dispose();
        }
    }
}
