using System.Collections.Immutable;

namespace KominfoBot.Workflow.People;

/// <summary>A role in force: for which SKPD, if it is one of an SKPD.</summary>
/// <param name="Acting">The capacity of somebody who only acts in it, e.g. "Plh. Kepala Dinas"; null: in one's own right.</param>
public sealed record HeldRole(Role Role, string? SkpdCode, string? Acting = null);

/// <summary>Who acts, with the roles in force at this instant. Made anew for every act, so that a revocation counts from the next press.</summary>
public sealed record Actor(long MemberId, string Name, ImmutableArray<HeldRole> Roles)
{
    public bool Holds(Role role) => Roles.Any(held => held.Role == role);

    /// <summary>Whether this is one whose turn it is.</summary>
    public bool Holds(HeldRole turn) => Roles.Any(held => held.Role == turn.Role && held.SkpdCode == turn.SkpdCode);

    /// <summary>An Anggota who may endorse in place of the Kabid.</summary>
    public bool MayEndorse { get; init; }

    public bool WritesFor(string skpdCode) => Roles.Any(held => held.Role == Role.AdminSkpd && held.SkpdCode == skpdCode);

    /// <summary>Holds one of these roles for that SKPD.</summary>
    public bool BelongsTo(string skpdCode, ImmutableArray<Role> roles) => Roles.Any(held => held.SkpdCode == skpdCode && roles.Contains(held.Role));

    public bool Reviews => Holds(Role.Kabid) || Holds(Role.Kadis) || Holds(Role.Anggota);

    /// <summary>Oversees the posting rule of all SKPDs: recaps, papers, the board.</summary>
    public bool SeesAllSkpds => Holds(Role.Kabid) || Holds(Role.Kadis) || Holds(Role.Koordinator);

    /// <summary>The agencies written for.</summary>
    public IEnumerable<string> Skpds => Roles.Where(held => held.Role == Role.AdminSkpd && held.SkpdCode is not null).Select(held => held.SkpdCode!).Distinct();

    /// <summary>Known only by the name of the chat account.</summary>
    public bool IsNameless { get; init; }

    /// <summary>By appointment, not by delegation.</summary>
    public bool HoldsInOwnRight(Role role) => Roles.Any(held => held.Role == role && held.Acting is null);

    /// <summary>In which capacity the actor acts in this role about an item of that SKPD: "Kabid", "AdminSkpd DISDIK", "Plh. Kepala Dinas".</summary>
    public string CapacityAs(Role role, string skpdCode)
        => role.BelongsToSkpd() ? $"{role} {skpdCode}" : HoldsInOwnRight(role) ? role.ToString() : Roles.FirstOrDefault(held => held.Role == role)?.Acting ?? role.ToString();

    public static Actor Of(Member member, DateTimeOffset now) => new(member.Id, member.DisplayName,
    [
        .. member.Appointments.Where(held => held.HoldsAt(now)).Select(held => new HeldRole(held.Role, held.SkpdCode)),
        .. member.Delegations.Where(acting => acting.HoldsAt(now)).Select(acting => new HeldRole(Role.Kadis, null, acting.Capacity)),
    ]) {
        IsNameless = member.OfficialName is null,
        MayEndorse = member.Appointments.Any(held => held.MayEndorse && held.HoldsAt(now)),
    };
}
