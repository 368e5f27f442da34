using System.Text.Json.Serialization;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Requests;

/// <summary>Sends one text of 1-4096 UTF-16 units after entities are parsed. Bot API method <c>sendMessage</c>; the result is the message as sent.</summary>
public sealed class SendMessageRequest() : RequestBase<Message>("sendMessage"), IChatTargetable
{
    public required ChatId ChatId { get; set; }

    public required string Text { get; set; }

    public string? BusinessConnectionId { get; set; }

    public int? MessageThreadId { get; set; }

    public long? DirectMessagesTopicId { get; set; }

    public ParseMode ParseMode { get; set; }

    public IEnumerable<MessageEntity>? Entities { get; set; }

    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    public bool DisableNotification { get; set; }

    public bool ProtectContent { get; set; }

    public bool AllowPaidBroadcast { get; set; }

    public string? MessageEffectId { get; set; }

    public ReplyParameters? ReplyParameters { get; set; }

    public ReplyMarkup? ReplyMarkup { get; set; }
}

/// <summary>Sends one photo of at most 10 MB with a caption of at most 1024 units. Bot API method <c>sendPhoto</c>.</summary>
public sealed class SendPhotoRequest() : FileRequestBase<Message>("sendPhoto"), IChatTargetable
{
    public required ChatId ChatId { get; set; }

    public required InputFile Photo { get; set; }

    public string? BusinessConnectionId { get; set; }

    public int? MessageThreadId { get; set; }

    public long? DirectMessagesTopicId { get; set; }

    public string? Caption { get; set; }

    public ParseMode ParseMode { get; set; }

    public IEnumerable<MessageEntity>? CaptionEntities { get; set; }

    public bool ShowCaptionAboveMedia { get; set; }

    public bool HasSpoiler { get; set; }

    public bool DisableNotification { get; set; }

    public bool ProtectContent { get; set; }

    public bool AllowPaidBroadcast { get; set; }

    public string? MessageEffectId { get; set; }

    public ReplyParameters? ReplyParameters { get; set; }

    public ReplyMarkup? ReplyMarkup { get; set; }
}

/// <summary>Sends 2-10 items as one album. Bot API method <c>sendMediaGroup</c>; the result has one message per item.</summary>
public sealed class SendMediaGroupRequest() : FileRequestBase<Message[]>("sendMediaGroup"), IChatTargetable
{
    public required ChatId ChatId { get; set; }

    public required IEnumerable<IAlbumInputMedia> Media { get; set; }

    public string? BusinessConnectionId { get; set; }

    public int? MessageThreadId { get; set; }

    public long? DirectMessagesTopicId { get; set; }

    public bool DisableNotification { get; set; }

    public bool ProtectContent { get; set; }

    public bool AllowPaidBroadcast { get; set; }

    public string? MessageEffectId { get; set; }

    public ReplyParameters? ReplyParameters { get; set; }
}

/// <summary>Sends one file of at most 50 MB. Bot API method <c>sendDocument</c>.</summary>
public sealed class SendDocumentRequest() : FileRequestBase<Message>("sendDocument"), IChatTargetable
{
    public required ChatId ChatId { get; set; }

    public required InputFile Document { get; set; }

    public string? BusinessConnectionId { get; set; }

    public int? MessageThreadId { get; set; }

    public long? DirectMessagesTopicId { get; set; }

    public InputFile? Thumbnail { get; set; }

    public string? Caption { get; set; }

    public ParseMode ParseMode { get; set; }

    public IEnumerable<MessageEntity>? CaptionEntities { get; set; }

    public bool DisableContentTypeDetection { get; set; }

    public bool DisableNotification { get; set; }

    public bool ProtectContent { get; set; }

    public bool AllowPaidBroadcast { get; set; }

    public string? MessageEffectId { get; set; }

    public ReplyParameters? ReplyParameters { get; set; }

    public ReplyMarkup? ReplyMarkup { get; set; }
}

/// <summary>Shows for at most 5 seconds what the bot is doing. Bot API method <c>sendChatAction</c>.</summary>
public sealed class SendChatActionRequest() : RequestBase<bool>("sendChatAction"), IChatTargetable
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ChatAction Action { get; set; }

    public string? BusinessConnectionId { get; set; }

    public int? MessageThreadId { get; set; }
}
