using KominfoBot.Bot.Backups;
using KominfoBot.Bot.Office;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Hosting;

/// <summary>
/// A command that writes. On SQLite the running `serve` does it; when nothing runs the command takes the lock and writes itself. On PostgreSQL it connects directly.
/// </summary>
internal static class WritingCommand
{
    /// <summary>A start that migrates on a busy machine may take this long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="write">Does it here.</param>
    /// <returns>What to print.</returns>
    /// <exception cref="OperatorException">It was refused, or nobody answers.</exception>
    public static async Task<string> Run(
        Settings settings, string command, ControlRequest request, Func<Settings, NewsroomStore, TimeProvider, CancellationToken, Task<string>> write, TimeProvider clock, CancellationToken cancel)
    {
        var world = World.ForCommand(settings);
        var door = StoreDoor.Of(settings, world.Directory);
        if (door.Provider == StoreProvider.Postgres) return await Write();

        world.Outer.Prepare();
        world.Directory.Prepare();
        var start = clock.GetTimestamp();
        while (true)
        {
            if (await ControlClient.Ask(world.Directory, request, cancel) is { } answer) return answer;
            using (var taken = InstanceLock.Try(world.Directory, command))
                if (taken is not null) return await Write();
            // Locked, yet nobody listens: a `serve` that is starting or ending, or another command. Each is over soon.
            if (clock.GetElapsedTime(start) > Patience) throw new OperatorException($"DataDirectory {world.Directory.Path} sedang dipakai, tetapi tidak ada yang menjawab. Coba lagi sebentar; bila tetap begitu, mulai ulang serve.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancel);
        }

        async Task<string> Write()
        {
            var data = OfficeData.Load(settings.Get<OfficeOptions>("Office"));
            await using var store = await door.Open(opened => MigrationBackup.Take(settings, world, door, opened, clock, cancel), cancel);
            await data.Seed(store, cancel);
            return await write(settings, store, clock, cancel);
        }
    }
}
