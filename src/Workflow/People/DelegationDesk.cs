using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.People;

/// <summary>What a delegation is to be.</summary>
public sealed record DelegationOrder(long MemberId, ActingKind Kind, string LetterNumber, DateTimeOffset From, DateTimeOffset Until);

/// <summary>Why nobody was made acting head, or a delegation was not ended.</summary>
public enum DelegationRefusal
{
    /// <summary>Only the Kadis, or AdminPortal by letter, delegates.</summary>
    NotYours,
    /// <summary>Who only acts does not hand on.</summary>
    Chain,
    LetterMissing,
    /// <summary>Not to oneself: AdminPortal never approves by that role.</summary>
    Self,
    /// <summary>The person is not known, or has no role in force.</summary>
    NoMember,
    /// <summary>The person is Kadis already.</summary>
    IsKadis,
    /// <summary>It would end before it begins, or has passed already.</summary>
    WrongTimes,
    /// <summary>Another one holds in that time: one acting head at a time.</summary>
    Overlaps,
    /// <summary>It has ended already.</summary>
    Ended,
}

/// <summary>The delegation, or why there is none.</summary>
public sealed record Delegated(Delegation? Delegation, DelegationRefusal? Refusal);

/// <summary>The Kadis's office handed to an acting officer and taken back. Every method works inside the caller's transaction.</summary>
public static class DelegationDesk
{
    /// <summary>A letter's number as it may be typed.</summary>
    public const int LongestLetter = 100;

    /// <summary>Those that hold now or will, the next first.</summary>
    public static async Task<IReadOnlyList<Delegation>> Open(NewsroomDb db, DateTimeOffset now, CancellationToken cancel)
        => await db.Delegations.Where(acting => acting.EndedAt == null && acting.Until > now).OrderBy(acting => acting.From).ThenBy(acting => acting.Id).ToListAsync(cancel);

    /// <summary>Why this actor may delegate to nobody; null when he may.</summary>
    public static DelegationRefusal? MayDelegate(Actor by)
        => by.HoldsInOwnRight(Role.Kadis) || by.Holds(Role.AdminPortal) ? null : by.Holds(Role.Kadis) ? DelegationRefusal.Chain : DelegationRefusal.NotYours;

    /// <summary>Whether the order can be carried out; the same that <see cref="Delegate"/> asks.</summary>
    public static async Task<DelegationRefusal?> Fault(NewsroomDb db, Actor by, DelegationOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        if (MayDelegate(by) is { } forbidden) return forbidden;
        if (order.MemberId == by.MemberId) return DelegationRefusal.Self;
        if (string.IsNullOrWhiteSpace(order.LetterNumber)) return DelegationRefusal.LetterMissing;
        if (order.Until <= order.From || order.Until <= now) return DelegationRefusal.WrongTimes;
        if (await PeopleDesk.Whole(db).FirstOrDefaultAsync(member => member.Id == order.MemberId, cancel) is not { ChatUserId: not null } member) return DelegationRefusal.NoMember;
        var actor = Actor.Of(member, now);
        if (actor.HoldsInOwnRight(Role.Kadis)) return DelegationRefusal.IsKadis;
        if (actor.Roles.IsEmpty) return DelegationRefusal.NoMember;
        return (await Open(db, now, cancel)).Any(other => other.From < order.Until && order.From < other.Until) ? DelegationRefusal.Overlaps : null;
    }

    public static async Task<Delegated> Delegate(NewsroomDb db, Actor by, DelegationOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        // Also orders delegations of two sessions: the second one sees the first.
        await db.LockAuditHead(cancel);
        if (await Fault(db, by, order, now, cancel) is { } refusal) return new Delegated(null, refusal);
        var acting = new Delegation
        {
            MemberId = order.MemberId, Kind = order.Kind, LetterNumber = order.LetterNumber.Trim(), GivenById = by.MemberId, GivenAt = now,
            From = order.From < now ? now : order.From, Until = order.Until,
        };
        db.Delegations.Add(acting);
        await db.SaveChangesAsync(cancel);
        await RoleTurn.Plan(db, acting, now, cancel);
        await AuditChain.Append(db, Entry("Delegate", by, acting, now) with { Detail = $"anggota {acting.MemberId}: {acting.Capacity}, {acting.From:O} sampai {acting.Until:O}", Reason = acting.LetterNumber }, now, cancel);
        return new Delegated(acting, null);
    }

    /// <summary>Ends it before its time; counts from the next press.</summary>
    /// <param name="by">The Kadis, AdminPortal, or who acts.</param>
    public static async Task<DelegationRefusal?> End(NewsroomDb db, Delegation acting, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (!by.HoldsInOwnRight(Role.Kadis) && !by.Holds(Role.AdminPortal) && by.MemberId != acting.MemberId) return DelegationRefusal.NotYours;
        if (!acting.IsOpenAt(now)) return DelegationRefusal.Ended;
        acting.EndedAt = now;
        acting.EndedById = by.MemberId;
        await RoleTurn.Cancel(db, acting, now, cancel);
        await AuditChain.Append(db, Entry("EndDelegation", by, acting, now) with { Detail = $"anggota {acting.MemberId}: {acting.Capacity}", Reason = acting.LetterNumber }, now, cancel);
        return null;
    }

    private static AuditEntry Entry(string act, Actor by, Delegation acting, DateTimeOffset now)
        => new(0, now, act, by.MemberId, by.Name, by.HoldsInOwnRight(Role.Kadis) ? nameof(Role.Kadis) : by.Holds(Role.AdminPortal) ? nameof(Role.AdminPortal) : acting.Capacity);
}
