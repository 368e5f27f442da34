using System.Collections.Immutable;

namespace KominfoBot.Workflow.People;

/// <summary>A role in force: for which SKPD, if it is one of an SKPD.</summary>
public sealed record HeldRole(Role Role, string? SkpdCode);

/// <summary>Who acts, with the roles in force at this instant. Made anew for every act, so that a revocation counts from the next press.</summary>
public sealed record Actor(long MemberId, string Name, ImmutableArray<HeldRole> Roles)
{
    public bool Holds(Role role) => Roles.Any(held => held.Role == role);

    public bool WritesFor(string skpdCode) => Roles.Any(held => held.Role == Role.AdminSkpd && held.SkpdCode == skpdCode);

    public bool Reviews => Holds(Role.Kabid) || Holds(Role.Kadis) || Holds(Role.Anggota);

    /// <summary>The agencies written for.</summary>
    public IEnumerable<string> Skpds => Roles.Where(held => held.Role == Role.AdminSkpd && held.SkpdCode is not null).Select(held => held.SkpdCode!).Distinct();

    public static Actor Of(Member member, DateTimeOffset now)
        => new(member.Id, member.DisplayName, [.. member.Appointments.Where(held => held.HoldsAt(now)).Select(held => new HeldRole(held.Role, held.SkpdCode))]);
}
