using KominfoBot.Bot.Updates;

namespace KominfoBot.Bot.Hosting;

/// <summary>
/// The host starts its services before the web server. Here the workers wait for the server: nobody is called by a process that then finds its port taken,
/// and in the sandbox the Telegram that the bot calls is this very server. What only one process does waits until this is the one. All but the poller wait for
/// the first getUpdates as well: side by side they would hold it up with their first queries.
/// </summary>
internal static class ServerFirst
{
    /// <summary>A process that stands by does not poll, and Telegram may be away: then nobody waits longer than this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Makes every worker of this program registered so far wait until the server listens.</summary>
    public static void StartWorkersAfterServer(this IServiceCollection services)
    {
        for (var at = 0; at < services.Count; at++)
            if (services[at] is { IsKeyedService: false, ImplementationType: { } worker } service && service.ServiceType == typeof(IHostedService)
                && typeof(BackgroundService).IsAssignableFrom(worker) && worker.Assembly == typeof(ServerFirst).Assembly)
                services[at] = ServiceDescriptor.Singleton<IHostedService>(provider
                    => new Waiting((BackgroundService)ActivatorUtilities.CreateInstance(provider, worker), provider.GetRequiredService<IHostApplicationLifetime>(),
                        typeof(ILeadersWork).IsAssignableFrom(worker) ? provider.GetRequiredService<Leadership>().Elected : Task.CompletedTask,
                        worker == typeof(UpdatePoller) ? null : provider.GetService<FirstPoll>()));
    }

    /// <summary>Runs a worker from the moment the server listens; its faults are its own.</summary>
    private sealed class Waiting(BackgroundService worker, IHostApplicationLifetime lifetime, Task elected, FirstPoll? first) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
            await listening.Task.WaitAsync(stoppingToken);
            await elected.WaitAsync(stoppingToken);
            if (first is not null) await Task.WhenAny(first.Made, Task.Delay(LongestWait, stoppingToken));
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
