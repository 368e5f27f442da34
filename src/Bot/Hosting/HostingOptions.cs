using System.ComponentModel.DataAnnotations;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Hosting;

/// <summary>Settings <c>Bootstrap:*</c>: how the first person gets in.</summary>
public sealed class BootstrapOptions
{
    /// <summary>This chat account becomes the first AdminPortal when it sends /start; null: the start prints a one-time code instead.</summary>
    [Range(1, long.MaxValue, ErrorMessage = "harus id pengguna Telegram, bilangan positif.")]
    public long? OwnerTelegramId { get; set; }
}

/// <summary>Settings <c>Limits:*</c>.</summary>
public sealed class LimitsOptions
{
    /// <summary>New drafts of one person in an hour.</summary>
    [Range(1, 10_000, ErrorMessage = "harus 1 sampai 10000.")]
    public int DraftsPerHourPerPerson { get; set; } = 60;

    /// <summary>New drafts of one SKPD in an hour.</summary>
    [Range(1, 100_000, ErrorMessage = "harus 1 sampai 100000.")]
    public int DraftsPerHourPerSkpd { get; set; } = 500;

    /// <summary>Wrong invitation codes that one account may type in an hour.</summary>
    [Range(1, 100, ErrorMessage = "harus 1 sampai 100.")]
    public int InvitationAttemptsPerHour { get; set; } = InvitationRules.Default.AttemptsPerHour;

    /// <summary>Hours for which an invitation works; at most a week.</summary>
    [Range(1, 168, ErrorMessage = "harus 1 sampai 168 jam.")]
    public int InvitationHours { get; set; } = (int)InvitationRules.Default.Life.TotalHours;

    /// <summary>Searches (<c>?q=</c>) that one address may make in a minute.</summary>
    [Range(1, 1_000_000, ErrorMessage = "harus 1 sampai 1000000.")]
    public int SearchesPerMinute { get; set; } = 60;

    public InvitationRules Invitations() => new(TimeSpan.FromHours(InvitationHours), InvitationAttemptsPerHour);
}

/// <summary>Settings <c>Review:*</c>: the chain between submission and publication.</summary>
public sealed class ReviewOptions
{
    private static readonly ReviewStepOptions[] KabidThenKadis = [new() { Role = Role.Kabid, Hours = 8 }, new() { Role = Role.Kadis, Hours = 4 }];

    /// <summary>As configured; null or empty: <see cref="Chain"/> is Kabid, then Kadis. (A default here would be added to, not replaced, by configuration.)</summary>
    public IReadOnlyList<ReviewStepOptions>? Steps { get; set; }

    public IReadOnlyList<ReviewStepOptions> Chain() => Steps is { Count: > 0 } ? Steps : KabidThenKadis;
}

/// <summary>One step of the chain.</summary>
public sealed class ReviewStepOptions
{
    public Role Role { get; set; }

    /// <summary>Working hours after which the step is called late. Nothing is ever approved by time passing.</summary>
    [Range(1, 1000, ErrorMessage = "harus 1 sampai 1000 jam kerja.")]
    public int Hours { get; set; } = 8;
}

/// <summary>Which parts this process runs; several processes may share one PostgreSQL.</summary>
[Flags]
public enum ProcessRoles
{
    None = 0,
    /// <summary>Receives updates and sends messages.</summary>
    Bot = 1,
    /// <summary>Reminders and other timed work.</summary>
    Jobs = 2,
    /// <summary>What the public reads.</summary>
    Feed = 4,
    All = Bot | Jobs | Feed,
}
