using System.Text.Json.Serialization;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Requests;

/// <summary>Replaces the text of a sent message. Bot API method <c>editMessageText</c>; equal text and keyboard answer 400 "message is not modified".</summary>
public sealed class EditMessageTextRequest() : FileRequestBase<Message>("editMessageText"), IChatTargetable
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }

    public string? BusinessConnectionId { get; set; }

    public string? Text { get; set; }

    public ParseMode ParseMode { get; set; }

    public IEnumerable<MessageEntity>? Entities { get; set; }

    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}

/// <summary>Replaces the text of a message sent through inline mode. Bot API method <c>editMessageText</c>; equal text and keyboard answer 400 "message is not modified".</summary>
public sealed class EditInlineMessageTextRequest() : FileRequestBase<bool>("editMessageText")
{
    public string? BusinessConnectionId { get; set; }

    public required string InlineMessageId { get; set; }

    public string? Text { get; set; }

    public ParseMode ParseMode { get; set; }

    public IEnumerable<MessageEntity>? Entities { get; set; }

    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}

/// <summary>Replaces the caption of a sent message. Bot API method <c>editMessageCaption</c>.</summary>
public sealed class EditMessageCaptionRequest() : RequestBase<Message>("editMessageCaption"), IChatTargetable
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }

    public string? BusinessConnectionId { get; set; }

    public string? Caption { get; set; }

    public ParseMode ParseMode { get; set; }

    public IEnumerable<MessageEntity>? CaptionEntities { get; set; }

    public bool ShowCaptionAboveMedia { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}

/// <summary>Replaces the caption of a message sent through inline mode. Bot API method <c>editMessageCaption</c>.</summary>
public sealed class EditInlineMessageCaptionRequest() : RequestBase<bool>("editMessageCaption")
{
    public string? BusinessConnectionId { get; set; }

    public required string InlineMessageId { get; set; }

    public string? Caption { get; set; }

    public ParseMode ParseMode { get; set; }

    public IEnumerable<MessageEntity>? CaptionEntities { get; set; }

    public bool ShowCaptionAboveMedia { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}

/// <summary>Replaces the photo, document, ... of a sent message. Bot API method <c>editMessageMedia</c>.</summary>
public sealed class EditMessageMediaRequest() : FileRequestBase<Message>("editMessageMedia"), IChatTargetable
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }

    public required InputMedia Media { get; set; }

    public string? BusinessConnectionId { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}

/// <summary>Replaces the photo, document, ... of a message sent through inline mode. Bot API method <c>editMessageMedia</c>.</summary>
public sealed class EditInlineMessageMediaRequest() : FileRequestBase<bool>("editMessageMedia")
{
    public string? BusinessConnectionId { get; set; }

    public required string InlineMessageId { get; set; }

    public required InputMedia Media { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}

/// <summary>Replaces only the buttons of a sent message; an empty keyboard removes them. Bot API method <c>editMessageReplyMarkup</c>.</summary>
public sealed class EditMessageReplyMarkupRequest() : RequestBase<Message>("editMessageReplyMarkup"), IChatTargetable
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }

    public string? BusinessConnectionId { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}

/// <summary>Replaces only the buttons of a message sent through inline mode; an empty keyboard removes them. Bot API method <c>editMessageReplyMarkup</c>.</summary>
public sealed class EditInlineMessageReplyMarkupRequest() : RequestBase<bool>("editMessageReplyMarkup")
{
    public string? BusinessConnectionId { get; set; }

    public required string InlineMessageId { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}
