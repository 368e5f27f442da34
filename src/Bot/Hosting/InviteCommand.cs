using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Hosting;

/// <summary>`invite`: prints a one-time link on one line.</summary>
internal static class InviteCommand
{
    public static async Task Run(CommandLine line) => Console.Out.WriteLine(await Link(line));

    /// <summary>What it prints.</summary>
    public static Task<string> Link(CommandLine line)
    {
        var order = OrderOf(line);
        return WritingCommand.Run(
            Settings.From(line), "invite", new ControlRequest(Invite: order),
            (settings, store, clock, cancel) => new InvitationCounter(new PeopleDesk(settings.Get<LimitsOptions>("Limits").Invitations()), clock).Invite(store, order, cancel),
            TimeProvider.System, CancellationToken.None);
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
