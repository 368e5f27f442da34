namespace Telegram.Bot.Types;

/// <summary>What a failed call may do next. Type <c>ResponseParameters</c>.</summary>
public sealed class ResponseParameters
{
    /// <summary>The group became a supergroup with this id.</summary>
    public long? MigrateToChatId { get; set; }

    /// <summary>Seconds to wait before the same call.</summary>
    public int? RetryAfter { get; set; }
}
