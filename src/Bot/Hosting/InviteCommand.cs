using KominfoBot.Bot.Office;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Hosting;

/// <summary>
/// `invite`: prints a one-time link on one line. On SQLite the running `serve` makes it; when nothing runs the command takes the lock and writes itself.
/// On PostgreSQL it connects directly.
/// </summary>
internal static class InviteCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task Run(CommandLine line)
    {
        var order = OrderOf(line);
        Console.Out.WriteLine(await Invite(Settings.From(line), order, TimeProvider.System, CancellationToken.None));
    }

    private static async Task<string> Invite(Settings settings, InvitationOrder order, TimeProvider clock, CancellationToken cancel)
    {
        var world = World.ForCommand(settings);
        var door = StoreDoor.Of(settings, world.Directory);
        if (door.Provider == StoreProvider.Postgres) return await Write(settings, door, order, clock, cancel);

        world.Outer.Prepare();
        world.Directory.Prepare();
        var start = clock.GetTimestamp();
        while (true)
        {
            if (await ControlClient.Ask(world.Directory, new ControlRequest(Invite: order), cancel) is { } answer) return answer;
            using (var taken = InstanceLock.Try(world.Directory, "invite"))
                if (taken is not null) return await Write(settings, door, order, clock, cancel);
            // Locked, yet nobody listens: a `serve` that is starting or ending, or another command. Each is over soon.
            if (clock.GetElapsedTime(start) > Patience) throw new OperatorException($"DataDirectory {world.Directory.Path} sedang dipakai, tetapi tidak ada yang menjawab. Coba lagi sebentar; bila tetap begitu, mulai ulang serve.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancel);
        }
    }

    private static async Task<string> Write(Settings settings, StoreDoor door, InvitationOrder order, TimeProvider clock, CancellationToken cancel)
    {
        var data = OfficeData.Load(settings.Get<OfficeOptions>("Office"));
        await using var store = await door.Open(cancel);
        await data.Seed(store, cancel);
        return await new InvitationCounter(new PeopleDesk(settings.Get<LimitsOptions>("Limits").Invitations()), clock).Invite(store, order, cancel);
    }

    private static InvitationOrder OrderOf(CommandLine line)
    {
        var roles = string.Join(", ", Enum.GetNames<Role>());
        var given = line.Option("role") ?? throw new UsageException($"`invite` memerlukan --role. Peran yang ada: {roles}.");
        // A number would parse as well, so the name is compared.
        if (!Enum.TryParse<Role>(given, ignoreCase: true, out var role) || !string.Equals(role.ToString(), given, StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"Peran \"{given}\" tidak ada. Peran yang ada: {roles}.");
        if (role.BelongsToSkpd() && string.IsNullOrWhiteSpace(line.Option("skpd"))) throw new UsageException($"Peran {role} memerlukan --skpd <kode>, misalnya --skpd DISDIK.");
        if (!role.BelongsToSkpd() && line.Option("skpd") is not null) throw new UsageException($"Peran {role} bukan peran SKPD; hilangkan --skpd.");
        return new InvitationOrder(role, line.Option("skpd"), line.Option("name"), line.Option("nip"), line.Option("letter"));
    }
}
