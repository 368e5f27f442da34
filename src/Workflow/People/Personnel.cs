using System.Globalization;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.People;

/// <summary>Why the record of a person was not changed.</summary>
public enum PersonnelRefusal
{
    /// <summary>Only AdminPortal keeps the record.</summary>
    NotYours,
    /// <summary>It would leave the office without an AdminPortal who can be reached.</summary>
    LastAdminPortal,
    /// <summary>The role has ended already.</summary>
    Ended,
    /// <summary>The end lies in the past.</summary>
    Past,
}

/// <summary>The record of people, kept by AdminPortal (SOP rows A7, A9): ends of roles, training, names. Every method works inside the caller's transaction and authorises anew.</summary>
public static class Personnel
{
    public const int LongestName = 100;
    public const int LongestNip = 30;

    /// <summary>Ends one role of a person at once; counts from the next press.</summary>
    public static async Task<PersonnelRefusal?> Revoke(NewsroomDb db, Appointment held, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Hindrance(db, by, held.MemberId, [held], now, cancel) is { } refusal) return refusal;
        if (!held.HoldsAt(now)) return PersonnelRefusal.Ended;
        await PeopleDesk.Revoke(db, held, by.MemberId, now, cancel);
        return null;
    }

    /// <summary>Ends every role of a person, and whatever the person acts in.</summary>
    public static async Task<PersonnelRefusal?> Deactivate(NewsroomDb db, Member member, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        var held = member.Appointments.Where(each => each.RevokedAt is null && (each.Until is null || now < each.Until)).ToList();
        var acting = member.Delegations.Where(each => each.IsOpenAt(now)).ToList();
        if (await Hindrance(db, by, member.Id, held, now, cancel) is { } refusal) return refusal;
        if (held.Count + acting.Count == 0) return PersonnelRefusal.Ended;
        foreach (var each in held) await PeopleDesk.Revoke(db, each, by.MemberId, now, cancel, "dinonaktifkan");
        foreach (var each in acting) await DelegationDesk.End(db, each, by, now, cancel);
        return null;
    }

    /// <summary>When a role is to end by itself; null: not until it is revoked.</summary>
    public static async Task<PersonnelRefusal?> SetEnd(NewsroomDb db, Appointment held, DateTimeOffset? until, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Hindrance(db, by, held.MemberId, until is null ? [] : [held], now, cancel) is { } refusal) return refusal;
        if (!held.HoldsAt(now)) return PersonnelRefusal.Ended;
        if (until <= now) return PersonnelRefusal.Past;
        held.Until = until;
        await RoleTurn.Plan(db, held, now, cancel);
        await Note(db, "SetEnd", by, held.MemberId, $"{held.Role} {held.SkpdCode}".TrimEnd() + $" sampai {until?.ToString("O", CultureInfo.InvariantCulture) ?? "dicabut"}", now, cancel);
        return null;
    }

    /// <summary>Whether an Anggota endorses in place of the Kabid.</summary>
    public static async Task<PersonnelRefusal?> SetEndorsing(NewsroomDb db, Appointment held, bool may, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (!by.Holds(Role.AdminPortal)) return PersonnelRefusal.NotYours;
        if (held.Role != Role.Anggota || !held.HoldsAt(now)) return PersonnelRefusal.Ended;
        if (held.MayEndorse == may) return null;
        held.MayEndorse = may;
        await Note(db, "SetEndorsing", by, held.MemberId, may ? "boleh mengevaluasi" : "tidak mengevaluasi", now, cancel);
        return null;
    }

    public static async Task<PersonnelRefusal?> SetTraining(NewsroomDb db, Member member, DateOnly? on, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (!by.Holds(Role.AdminPortal)) return PersonnelRefusal.NotYours;
        if (member.TrainedOn == on) return null;
        member.TrainedOn = on;
        await Note(db, "SetTraining", by, member.Id, on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "belum", now, cancel);
        return null;
    }

    /// <summary>The official name: corrected by AdminPortal, or given by the person while there is none.</summary>
    public static async Task<PersonnelRefusal?> SetName(NewsroomDb db, Member member, string name, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (!by.Holds(Role.AdminPortal) && (by.MemberId != member.Id || member.OfficialName is not null)) return PersonnelRefusal.NotYours;
        if (member.OfficialName == name) return null;
        var before = member.DisplayName;
        member.OfficialName = name;
        await Note(db, "SetName", by, member.Id, $"{before} menjadi {name}", now, cancel);
        return null;
    }

    /// <param name="nip">Null: none.</param>
    public static async Task<PersonnelRefusal?> SetNip(NewsroomDb db, Member member, string? nip, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (!by.Holds(Role.AdminPortal)) return PersonnelRefusal.NotYours;
        if (member.Nip == nip) return null;
        member.Nip = nip;
        await Note(db, "SetNip", by, member.Id, $"NIP {nip ?? "dihapus"}", now, cancel);
        return null;
    }

    /// <summary>NIP as it is written today: 18 digits, blanks aside; null when it is none.</summary>
    public static string? NipOf(string text)
    {
        var digits = string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
        return digits.Length == 18 && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    private static async Task<PersonnelRefusal?> Hindrance(NewsroomDb db, Actor by, long memberId, IReadOnlyCollection<Appointment> ending, DateTimeOffset now, CancellationToken cancel)
    {
        if (!by.Holds(Role.AdminPortal)) return PersonnelRefusal.NotYours;
        if (!ending.Any(held => held.Role == Role.AdminPortal && held.HoldsAt(now))) return null;
        // Two who revoke each other at once: the second waits here and sees that the first has gone.
        await db.LockAuditHead(cancel);
        var others = await db.Members.AsNoTracking().Include(member => member.Appointments).Where(member => member.ChatUserId != null && member.Id != memberId && member.Reachable).ToListAsync(cancel);
        // Whose own role ends by itself some day does not keep the office open.
        return others.Exists(other => other.Appointments.Exists(held => held.Role == Role.AdminPortal && held.HoldsAt(now) && held.Until is null)) ? null : PersonnelRefusal.LastAdminPortal;
    }

    private static Task<AuditEvent> Note(NewsroomDb db, string act, Actor by, long memberId, string what, DateTimeOffset now, CancellationToken cancel)
        => AuditChain.Append(db, new AuditEntry(0, now, act, by.MemberId, by.Name, by.Holds(Role.AdminPortal) ? nameof(Role.AdminPortal) : null, Detail: $"anggota {memberId}: {what}"), now, cancel);
}
