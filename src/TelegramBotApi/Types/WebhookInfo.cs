using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>How the pushing of updates stands. Type <c>WebhookInfo</c>.</summary>
public sealed class WebhookInfo
{
    /// <summary>Empty while polling is in use.</summary>
    public string Url { get; set; } = null!;

    public bool HasCustomCertificate { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int PendingUpdateCount { get; set; }

    public string? IpAddress { get; set; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime? LastErrorDate { get; set; }

    /// <summary>Why the newest delivery failed.</summary>
    public string? LastErrorMessage { get; set; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime? LastSynchronizationErrorDate { get; set; }

    public int? MaxConnections { get; set; }

    public UpdateType[]? AllowedUpdates { get; set; }
}
