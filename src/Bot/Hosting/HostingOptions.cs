using System.ComponentModel.DataAnnotations;
using KominfoBot.Workflow.News;
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

    /// <summary>How often one address may ask for the board in a minute; an open board asks twice.</summary>
    [Range(10, 1_000_000, ErrorMessage = "harus 10 sampai 1000000.")]
    public int BoardPerMinute { get; set; } = 240;

    public InvitationRules Invitations() => new(TimeSpan.FromHours(InvitationHours), InvitationAttemptsPerHour);
}

/// <summary>Settings <c>Review:*</c>: the chain between submission and publication.</summary>
public sealed class ReviewOptions : IValidatableObject
{
    private static readonly ReviewStepOptions[] KabidThenKadis = [new() { Role = Role.Kabid, Hours = 8 }, new() { Role = Role.Kadis, Hours = 4 }];

    /// <summary>As configured; null or empty: <see cref="Chain"/> is Kabid, then Kadis. (A default here would be added to, not replaced, by configuration.)</summary>
    public IReadOnlyList<ReviewStepOptions>? Steps { get; set; }

    /// <summary>One person may edit, endorse and approve what somebody else wrote; for tiny offices. Each use is recorded.</summary>
    public bool SingleReviewer { get; set; }

    /// <summary>Minutes for which opening a text for editing keeps others from editing it.</summary>
    [Range(5, 480, ErrorMessage = "harus 5 sampai 480 menit.")]
    public int LeaseMinutes { get; set; } = 30;

    /// <summary>Words that a correction of spelling may change.</summary>
    [Range(1, 50, ErrorMessage = "harus 1 sampai 50 kata.")]
    public int FastLaneWords { get; set; } = 5;

    public ReviewChain Chain() => new([.. (Steps is { Count: > 0 } ? Steps : KabidThenKadis).Select(step => new ReviewStep(step.Role, step.Hours))], SingleReviewer, TimeSpan.FromMinutes(LeaseMinutes), FastLaneWords);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var step in Steps ?? [])
            if (step.Role is Role.AdminSkpd or Role.KepalaSkpd or Role.AdminPortal)
                yield return new ValidationResult($"memuat {step.Role}, yang tidak dapat menjadi langkah pemeriksaan; isinya Anggota, Kabid, Kadis atau Koordinator.", [nameof(Steps)]);
        if (Steps is { Count: > 0 } steps && steps.DistinctBy(step => step.Role).Count() != steps.Count)
            yield return new ValidationResult("memuat peran yang sama dua kali; tiap langkah perlu peran lain.", [nameof(Steps)]);
    }
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
