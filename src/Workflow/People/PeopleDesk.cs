using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.People;

/// <summary>What an invitation is to give.</summary>
/// <param name="Until">When the appointment is to end by itself.</param>
/// <param name="ReplacesId">The appointment that ends on redemption.</param>
public sealed record InvitationOrder(
    Role Role, string? SkpdCode = null, string? OfficialName = null, string? Nip = null, string? LetterNumber = null, DateOnly? LetterDate = null, DateTimeOffset? Until = null, long? ReplacesId = null);

/// <summary>Why no invitation was made.</summary>
public enum InvitationRefusal
{
    SkpdMissing,
    SkpdUnknown,
    /// <summary>The role belongs to Kominfo, not to an SKPD.</summary>
    SkpdNotForRole,
}

/// <summary>An invitation's clear code, shown once and kept nowhere, or why there is none.</summary>
public sealed record Invited(string? Code, InvitationRefusal? Refusal, DateTimeOffset ExpiresAt);

/// <summary>What became of a typed code.</summary>
public enum Redemption
{
    Bound,
    Unknown,
    Expired,
    Used,
    TooManyAttempts,
    /// <summary>This account holds that role already; the code stays unused.</summary>
    AlreadyHeld,
}

/// <summary>A redeemed code: who, as what.</summary>
/// <param name="Ended">The appointment that this one took over from.</param>
public sealed record Redeemed(Redemption Result, Member? Member = null, Appointment? Appointment = null, bool NewMember = false, Invitation? Invitation = null, Appointment? Ended = null);

/// <summary>Settings of invitations.</summary>
/// <param name="Life">How long a code works.</param>
/// <param name="AttemptsPerHour">Wrong codes an account may type in an hour.</param>
public sealed record InvitationRules(TimeSpan Life, int AttemptsPerHour)
{
    public static InvitationRules Default { get; } = new(TimeSpan.FromHours(48), 5);
}

/// <summary>Who belongs to the office, and as what (SOP rows A6, A7, A9, B1-B4). Every method works inside the caller's transaction.</summary>
public sealed class PeopleDesk(InvitationRules rules)
{
    /// <summary>Makes a one-time code of 128 random bits; only its SHA-256 is stored.</summary>
    public async Task<Invited> Invite(NewsroomDb db, InvitationOrder order, long? byMemberId, DateTimeOffset now, CancellationToken cancel)
    {
        var skpd = order.SkpdCode?.Trim().ToUpperInvariant();
        if (order.Role.BelongsToSkpd())
        {
            if (string.IsNullOrEmpty(skpd)) return new Invited(null, InvitationRefusal.SkpdMissing, default);
            if (!await db.Skpds.AnyAsync(row => row.Code == skpd && row.Active, cancel)) return new Invited(null, InvitationRefusal.SkpdUnknown, default);
        }
        else if (!string.IsNullOrEmpty(skpd))
        {
            return new Invited(null, InvitationRefusal.SkpdNotForRole, default);
        }

        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var invitation = new Invitation
        {
            CodeHash = HashOf(code),
            Role = order.Role,
            SkpdCode = string.IsNullOrEmpty(skpd) ? null : skpd,
            OfficialName = Trimmed(order.OfficialName),
            Nip = Trimmed(order.Nip),
            LetterNumber = Trimmed(order.LetterNumber),
            LetterDate = order.LetterDate,
            Until = order.Until,
            ReplacesId = order.ReplacesId,
            CreatedById = byMemberId,
            CreatedAt = now,
            ExpiresAt = now + rules.Life,
        };
        db.Invitations.Add(invitation);
        await db.SaveChangesAsync(cancel);
        await AuditChain.Append(db, new AuditEntry(0, now, "Invite", byMemberId, Detail: $"undangan {invitation.Id}: {order.Role} {skpd}".TrimEnd(), Reason: invitation.LetterNumber), now, cancel);
        return new Invited(code, null, invitation.ExpiresAt);
    }

    /// <summary>Binds a chat account to the role that the code gives. A code works once, for whoever comes first.</summary>
    public async Task<Redeemed> Redeem(NewsroomDb db, string code, long chatUserId, string chatName, DateTimeOffset now, CancellationToken cancel)
    {
        var hourAgo = now - TimeSpan.FromHours(1);
        if (await db.FailedAttempts.CountAsync(attempt => attempt.ChatUserId == chatUserId && attempt.At > hourAgo, cancel) >= rules.AttemptsPerHour)
            return new Redeemed(Redemption.TooManyAttempts);

        var hash = HashOf(code.Trim());
        var invitation = await db.Invitations.FirstOrDefaultAsync(row => row.CodeHash == hash, cancel);
        if (invitation is null || invitation.RevokedAt is not null) return Failed(db, Redemption.Unknown, chatUserId, now);
        if (invitation.UsedAt is not null) return Failed(db, Redemption.Used, chatUserId, now);
        if (invitation.ExpiresAt <= now || invitation.Until <= now) return Failed(db, Redemption.Expired, chatUserId, now);

        var member = await Find(db, chatUserId, cancel);
        if (member is not null && Actor.Of(member, now).Roles.Contains(new HeldRole(invitation.Role, invitation.SkpdCode)))
            return new Redeemed(Redemption.AlreadyHeld, member);

        // One UPDATE decides who came first, whatever two sessions read before it.
        if (await db.Invitations.Where(row => row.Id == invitation.Id && row.UsedAt == null).ExecuteUpdateAsync(row => row.SetProperty(x => x.UsedAt, now), cancel) == 0)
            return Failed(db, Redemption.Used, chatUserId, now);

        var isNew = member is null;
        if (member is null) db.Members.Add(member = new Member { ChatUserId = chatUserId, ChatName = chatName, JoinedAt = now });
        member.OfficialName = invitation.OfficialName ?? member.OfficialName;
        member.Nip = invitation.Nip ?? member.Nip;
        member.Reachable = true;
        await db.SaveChangesAsync(cancel);
        await db.Invitations.Where(row => row.Id == invitation.Id).ExecuteUpdateAsync(row => row.SetProperty(x => x.UsedById, member.Id), cancel);
        var appointment = await Appoint(db, member, invitation.Role, invitation.SkpdCode, invitation, now, cancel);
        return new Redeemed(Redemption.Bound, member, appointment, isNew, invitation, await EndReplaced(db, invitation, member, now, cancel));
    }

    /// <summary>A handover: the one who handed over gives up the role at the moment it is taken, unless it has ended already.</summary>
    private static async Task<Appointment?> EndReplaced(NewsroomDb db, Invitation invitation, Member successor, DateTimeOffset now, CancellationToken cancel)
    {
        if (invitation.ReplacesId is not { } id || await db.Appointments.FirstOrDefaultAsync(held => held.Id == id, cancel) is not { } held || !held.HoldsAt(now)) return null;
        await Revoke(db, held, invitation.CreatedById, now, cancel, $"serah terima kepada {successor.DisplayName}");
        return held;
    }

    /// <summary>Takes an invitation back while nobody has used it.</summary>
    /// <returns>False when it works no longer anyway.</returns>
    public static async Task<bool> Withdraw(NewsroomDb db, Invitation invitation, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Invitations.Where(row => row.Id == invitation.Id && row.UsedAt == null && row.RevokedAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(row => row.SetProperty(x => x.RevokedAt, now).SetProperty(x => x.RevokedById, by.MemberId), cancel) == 0) return false;
        await AuditChain.Append(db, new AuditEntry(0, now, "WithdrawInvitation", by.MemberId, by.Name, Detail: $"undangan {invitation.Id}: {invitation.Role} {invitation.SkpdCode}".TrimEnd()), now, cancel);
        return true;
    }

    /// <summary>Gives a role without a code: the owner named in the settings, the sandbox's phones.</summary>
    public static async Task<Member> Bind(NewsroomDb db, long chatUserId, string name, Role role, string? skpdCode, DateTimeOffset now, CancellationToken cancel)
    {
        var member = await Find(db, chatUserId, cancel);
        if (member is null)
        {
            db.Members.Add(member = new Member { ChatUserId = chatUserId, ChatName = name, JoinedAt = now });
            await db.SaveChangesAsync(cancel);
        }
        if (!Actor.Of(member, now).Roles.Contains(new HeldRole(role, skpdCode))) await Appoint(db, member, role, skpdCode, null, now, cancel);
        return member;
    }

    /// <summary>The person behind a chat account, with the whole appointment record; null for strangers.</summary>
    public static Task<Member?> Find(NewsroomDb db, long chatUserId, CancellationToken cancel)
        => db.Frequent.MemberByChat(db, chatUserId, cancel);

    public static async Task<Member> ById(NewsroomDb db, long memberId, CancellationToken cancel)
        => await Whole(db).FirstAsync(member => member.Id == memberId, cancel);

    /// <summary>People with their appointments and delegations.</summary>
    public static IQueryable<Member> Whole(NewsroomDb db) => db.Members.Include(member => member.Appointments).Include(member => member.Delegations);

    /// <summary>Everybody who holds the role now (for SKPD roles: of that SKPD) or acts in it, with a chat account.</summary>
    public static async Task<IReadOnlyList<Member>> Holders(NewsroomDb db, Role role, string? skpdCode, DateTimeOffset now, CancellationToken cancel)
    {
        var members = await Whole(db)
            .Where(member => member.ChatUserId != null
                && (member.Appointments.Any(held => held.Role == role && held.RevokedAt == null && (skpdCode == null || held.SkpdCode == skpdCode))
                    || (role == Role.Kadis && member.Delegations.Any(acting => acting.EndedAt == null))))
            .OrderBy(member => member.Id).ToListAsync(cancel);
        return [.. members.Where(member => Actor.Of(member, now).Roles.Any(held => held.Role == role && (skpdCode is null || held.SkpdCode == skpdCode)))];
    }

    /// <summary>Ends a role at once; counts from the next press.</summary>
    public static async Task Revoke(NewsroomDb db, Appointment appointment, long? byMemberId, DateTimeOffset now, CancellationToken cancel, string? reason = null)
    {
        appointment.RevokedAt = now;
        appointment.RevokedById = byMemberId;
        await RoleTurn.Plan(db, appointment, now, cancel);
        await AuditChain.Append(db, new AuditEntry(0, now, "Revoke", byMemberId, Detail: $"anggota {appointment.MemberId}: {appointment.Role} {appointment.SkpdCode}".TrimEnd(), Reason: reason), now, cancel);
    }

    private static async Task<Appointment> Appoint(NewsroomDb db, Member member, Role role, string? skpdCode, Invitation? by, DateTimeOffset now, CancellationToken cancel)
    {
        var appointment = new Appointment
        {
            MemberId = member.Id, Role = role, SkpdCode = skpdCode, LetterNumber = by?.LetterNumber, LetterDate = by?.LetterDate, AppointedById = by?.CreatedById, From = now, Until = by?.Until,
        };
        db.Appointments.Add(appointment);
        await db.SaveChangesAsync(cancel);
        await RoleTurn.Plan(db, appointment, now, cancel);
        await AuditChain.Append(db, new AuditEntry(0, now, "Appoint", member.Id, member.DisplayName, Detail: $"{role} {skpdCode}".TrimEnd(), Reason: by?.LetterNumber), now, cancel);
        return appointment;
    }

    private static Redeemed Failed(NewsroomDb db, Redemption why, long chatUserId, DateTimeOffset now)
    {
        db.FailedAttempts.Add(new FailedAttempt { ChatUserId = chatUserId, At = now });
        return new Redeemed(why);
    }

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What a role is tied to.</summary>
public static class Roles
{
    /// <summary>True for roles that exist once per SKPD.</summary>
    public static bool BelongsToSkpd(this Role role) => role is Role.AdminSkpd or Role.KepalaSkpd;
}
