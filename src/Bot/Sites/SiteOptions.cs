using System.ComponentModel.DataAnnotations;

namespace KominfoBot.Bot.Sites;

/// <summary>Settings <c>Sites:*</c>: agencies' own sites, read through the feed that the register names.</summary>
public sealed class SiteOptions
{
    public const string Section = "Sites";

    /// <summary>Minutes between two readings of a feed; 0: never.</summary>
    [Range(0, 1440, ErrorMessage = "harus 0 sampai 1440 menit.")]
    public int EveryMinutes { get; set; } = 30;

    /// <summary>Also sites within the office's own network.</summary>
    public bool AllowPrivate { get; set; }
}
