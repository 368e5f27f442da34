namespace KominfoBot.Workflow.People;

/// <summary>What a person may be. Offices keep their Indonesian names; the glossary explains them.</summary>
public enum Role
{
    AdminSkpd,
    KepalaSkpd,
    Anggota,
    AdminPortal,
    Kabid,
    Kadis,
    Koordinator,
}

/// <summary>An agency that writes news (SOP row A5).</summary>
public sealed class Skpd
{
    /// <summary>Upper case, e.g. DISDIK or KEC-HARAU; part of item numbers.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required string ShortName { get; set; }
    public string? SiteUrl { get; set; }
    public string? FeedUrl { get; set; }
    public string? Head { get; set; }
    public string? Address { get; set; }
    public string? Phone { get; set; }
    public string? DefaultCategory { get; set; }
    public bool Active { get; set; } = true;
    /// <summary>Since when it is not active; the week in which it closes is no longer owed. Null for one that is active, or was closed nobody knows when.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
    /// <summary>Free from the posting rule.</summary>
    public bool Exempt { get; set; }
    /// <summary>Its head agrees before Kominfo sees a text.</summary>
    public bool HeadApproves { get; set; }
    /// <summary>The number last given, per year, for item numbers.</summary>
    public int NumberYear { get; set; }
    public int LastNumber { get; set; }
}

/// <summary>A kind of news.</summary>
public sealed class Category
{
    /// <summary>Lower case, ASCII; part of addresses.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required int Order { get; set; }
}

/// <summary>A person of the office or of an SKPD, bound to a chat account by an invitation.</summary>
public sealed class Member
{
    public long Id { get; init; }
    /// <summary>The chat account; null after a handover of the account.</summary>
    public long? ChatUserId { get; set; }
    /// <summary>As in the letter of appointment; null until given.</summary>
    public string? OfficialName { get; set; }
    /// <summary>The chat's own name, used only while there is no official one.</summary>
    public required string ChatName { get; set; }
    public string? Nip { get; set; }
    public required DateTimeOffset JoinedAt { get; init; }
    /// <summary>False while the person has blocked the bot.</summary>
    public bool Reachable { get; set; } = true;
    /// <summary>The SKPD written for last, offered first.</summary>
    public string? LastSkpdCode { get; set; }
    /// <summary>When the person was trained (SOP row B5); null: not yet.</summary>
    public DateOnly? TrainedOn { get; set; }
    public List<Appointment> Appointments { get; init; } = [];
    /// <summary>When this person acts, or acted, for the Kadis.</summary>
    public List<Delegation> Delegations { get; init; } = [];

    public string DisplayName => OfficialName ?? ChatName;
}

/// <summary>A role held by a person, with its record (SOP rows A6, A9, B1-B4). Never deleted: the history is the archive.</summary>
public sealed class Appointment
{
    public long Id { get; init; }
    public required long MemberId { get; init; }
    public required Role Role { get; init; }
    /// <summary>For AdminSkpd and KepalaSkpd.</summary>
    public string? SkpdCode { get; init; }
    public string? LetterNumber { get; init; }
    public DateOnly? LetterDate { get; init; }
    /// <summary>Of an Anggota: endorses in place of the Kabid.</summary>
    public bool MayEndorse { get; set; }
    public long? AppointedById { get; init; }
    public required DateTimeOffset From { get; init; }
    /// <summary>From this instant on it holds no longer; null: until it is revoked.</summary>
    public DateTimeOffset? Until { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
    public long? RevokedById { get; set; }

    /// <summary>An appointment holds from when it is made: what is read here has begun, also when the clock of the process that wrote it is ahead of this one's.</summary>
    public bool HoldsAt(DateTimeOffset now) => RevokedAt is null && (Until is null || now < Until);
}

/// <summary>A one-time key to a role. Only the hash of its code is kept.</summary>
public sealed class Invitation
{
    public long Id { get; init; }
    /// <summary>Lower-case hexadecimal SHA-256 of the code.</summary>
    public required string CodeHash { get; init; }
    public required Role Role { get; init; }
    public string? SkpdCode { get; init; }
    public string? OfficialName { get; init; }
    public string? Nip { get; init; }
    public string? LetterNumber { get; init; }
    public DateOnly? LetterDate { get; init; }
    /// <summary>When the appointment is to end by itself.</summary>
    public DateTimeOffset? Until { get; init; }
    /// <summary>The appointment that ends when this invitation is redeemed: a handover.</summary>
    public long? ReplacesId { get; init; }
    public long? CreatedById { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
    public long? UsedById { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
    public long? RevokedById { get; set; }

    public bool IsOpenAt(DateTimeOffset now) => UsedAt is null && RevokedAt is null && now < ExpiresAt;
}

/// <summary>A wrong code typed by an account: attempts are limited.</summary>
public sealed class FailedAttempt
{
    public long Id { get; init; }
    public required long ChatUserId { get; init; }
    public required DateTimeOffset At { get; init; }
}
