using System.Text.Json.Serialization;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>Deletes a message, with limits of age and right. Bot API method <c>deleteMessage</c>.</summary>
public sealed class DeleteMessageRequest() : RequestBase<bool>("deleteMessage"), IChatTargetable
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }
}

/// <summary>Deletes 1-100 messages; those that are gone already are skipped. Bot API method <c>deleteMessages</c>.</summary>
public sealed class DeleteMessagesRequest() : RequestBase<bool>("deleteMessages"), IChatTargetable
{
    public required ChatId ChatId { get; set; }

    public required IEnumerable<int> MessageIds { get; set; }
}
