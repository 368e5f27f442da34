using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>The number of a message. Type <c>MessageId</c>, the answer of <c>copyMessage</c>.</summary>
public sealed class MessageId
{
    [JsonPropertyName("message_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Id { get; set; }

    public static implicit operator MessageId(Message msg) => new() { Id = msg.Id };

    public static implicit operator int(MessageId self) => self.Id;

    public static implicit operator MessageId(int id) => new() { Id = id };
}

/// <summary>Which message is answered. Type <c>ReplyParameters</c>.</summary>
public sealed class ReplyParameters
{
    public int? MessageId { get; set; }

    public ChatId? ChatId { get; set; }

    /// <summary>Send even when the answered message is gone.</summary>
    public bool AllowSendingWithoutReply { get; set; }

    public string? Quote { get; set; }

    public ParseMode QuoteParseMode { get; set; }

    public MessageEntity[]? QuoteEntities { get; set; }

    public int? QuotePosition { get; set; }

    public static implicit operator ReplyParameters(int replyToMessageId) => new() { MessageId = replyToMessageId };

    [return: NotNullIfNotNull(nameof(msg))]
    public static implicit operator ReplyParameters?(Message? msg) => msg is null ? null : new() { MessageId = msg.Id, ChatId = msg.Chat.Id };
}
