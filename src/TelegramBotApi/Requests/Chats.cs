using System.Text.Json.Serialization;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>Asks for a chat by id or @username. Bot API method <c>getChat</c>.</summary>
public sealed class GetChatRequest() : RequestBase<ChatFullInfo>("getChat"), IChatTargetable
{
    public required ChatId ChatId { get; set; }
}

/// <summary>Pins a message. Bot API method <c>pinChatMessage</c>.</summary>
public sealed class PinChatMessageRequest() : RequestBase<bool>("pinChatMessage"), IChatTargetable
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }

    public string? BusinessConnectionId { get; set; }

    public bool DisableNotification { get; set; }
}

/// <summary>Unpins a message, the newest pinned one when none is named. Bot API method <c>unpinChatMessage</c>.</summary>
public sealed class UnpinChatMessageRequest() : RequestBase<bool>("unpinChatMessage"), IChatTargetable
{
    public required ChatId ChatId { get; set; }

    public string? BusinessConnectionId { get; set; }

    public int? MessageId { get; set; }
}
