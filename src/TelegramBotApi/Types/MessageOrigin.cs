using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>Where a forwarded message came from. Type <c>MessageOrigin</c>.</summary>
[JsonConverter(typeof(MessageOriginConverter))]
public abstract class MessageOrigin
{
    [JsonIgnore]
    public abstract MessageOriginType Type { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime Date { get; set; }
}

/// <summary>From a user who can be named.</summary>
public sealed class MessageOriginUser : MessageOrigin
{
    [JsonIgnore]
    public override MessageOriginType Type => MessageOriginType.User;

    public User SenderUser { get; set; } = null!;
}

/// <summary>From a user who hides the account; only the shown name is known.</summary>
public sealed class MessageOriginHiddenUser : MessageOrigin
{
    [JsonIgnore]
    public override MessageOriginType Type => MessageOriginType.HiddenUser;

    public string SenderUserName { get; set; } = null!;
}

/// <summary>From a group that wrote as itself.</summary>
public sealed class MessageOriginChat : MessageOrigin
{
    [JsonIgnore]
    public override MessageOriginType Type => MessageOriginType.Chat;

    public Chat SenderChat { get; set; } = null!;

    public string? AuthorSignature { get; set; }
}

/// <summary>From a post of a channel.</summary>
public sealed class MessageOriginChannel : MessageOrigin
{
    [JsonIgnore]
    public override MessageOriginType Type => MessageOriginType.Channel;

    public Chat Chat { get; set; } = null!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int MessageId { get; set; }

    public string? AuthorSignature { get; set; }
}
