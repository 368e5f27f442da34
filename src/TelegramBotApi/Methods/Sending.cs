using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot;

// Calls about new messages.
public static partial class TelegramBotClientExtensions
{
    /// <summary>Sends one text of 1-4096 UTF-16 units after entities are parsed. Bot API method <c>sendMessage</c>; the result is the message as sent.</summary>
    public static Task<Message> SendMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        string text,
        ParseMode parseMode = default,
        ReplyParameters? replyParameters = default,
        ReplyMarkup? replyMarkup = default,
        LinkPreviewOptions? linkPreviewOptions = default,
        int? messageThreadId = default,
        IEnumerable<MessageEntity>? entities = default,
        bool disableNotification = false,
        bool protectContent = false,
        string? messageEffectId = default,
        string? businessConnectionId = default,
        bool allowPaidBroadcast = false,
        long? directMessagesTopicId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new SendMessageRequest
        {
            ChatId = chatId,
            Text = text,
            ParseMode = parseMode,
            ReplyParameters = replyParameters,
            ReplyMarkup = replyMarkup,
            LinkPreviewOptions = linkPreviewOptions,
            MessageThreadId = messageThreadId,
            Entities = entities,
            DisableNotification = disableNotification,
            ProtectContent = protectContent,
            MessageEffectId = messageEffectId,
            BusinessConnectionId = businessConnectionId,
            AllowPaidBroadcast = allowPaidBroadcast,
            DirectMessagesTopicId = directMessagesTopicId
        }, cancellationToken);

    /// <summary>Sends one photo of at most 10 MB with a caption of at most 1024 units. Bot API method <c>sendPhoto</c>.</summary>
    public static Task<Message> SendPhoto(
        this ITelegramBotClient botClient,
        ChatId chatId,
        InputFile photo,
        string? caption = default,
        ParseMode parseMode = default,
        ReplyParameters? replyParameters = default,
        ReplyMarkup? replyMarkup = default,
        int? messageThreadId = default,
        IEnumerable<MessageEntity>? captionEntities = default,
        bool showCaptionAboveMedia = false,
        bool hasSpoiler = false,
        bool disableNotification = false,
        bool protectContent = false,
        string? messageEffectId = default,
        string? businessConnectionId = default,
        bool allowPaidBroadcast = false,
        long? directMessagesTopicId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new SendPhotoRequest
        {
            ChatId = chatId,
            Photo = photo,
            Caption = caption,
            ParseMode = parseMode,
            ReplyParameters = replyParameters,
            ReplyMarkup = replyMarkup,
            MessageThreadId = messageThreadId,
            CaptionEntities = captionEntities,
            ShowCaptionAboveMedia = showCaptionAboveMedia,
            HasSpoiler = hasSpoiler,
            DisableNotification = disableNotification,
            ProtectContent = protectContent,
            MessageEffectId = messageEffectId,
            BusinessConnectionId = businessConnectionId,
            AllowPaidBroadcast = allowPaidBroadcast,
            DirectMessagesTopicId = directMessagesTopicId
        }, cancellationToken);

    /// <summary>Sends 2-10 items as one album. Bot API method <c>sendMediaGroup</c>; the result has one message per item.</summary>
    public static Task<Message[]> SendMediaGroup(
        this ITelegramBotClient botClient,
        ChatId chatId,
        IEnumerable<IAlbumInputMedia> media,
        ReplyParameters? replyParameters = default,
        int? messageThreadId = default,
        bool disableNotification = false,
        bool protectContent = false,
        string? messageEffectId = default,
        string? businessConnectionId = default,
        bool allowPaidBroadcast = false,
        long? directMessagesTopicId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new SendMediaGroupRequest
        {
            ChatId = chatId,
            Media = media,
            ReplyParameters = replyParameters,
            MessageThreadId = messageThreadId,
            DisableNotification = disableNotification,
            ProtectContent = protectContent,
            MessageEffectId = messageEffectId,
            BusinessConnectionId = businessConnectionId,
            AllowPaidBroadcast = allowPaidBroadcast,
            DirectMessagesTopicId = directMessagesTopicId
        }, cancellationToken);

    /// <summary>Sends one file of at most 50 MB. Bot API method <c>sendDocument</c>.</summary>
    public static Task<Message> SendDocument(
        this ITelegramBotClient botClient,
        ChatId chatId,
        InputFile document,
        string? caption = default,
        ParseMode parseMode = default,
        ReplyParameters? replyParameters = default,
        ReplyMarkup? replyMarkup = default,
        InputFile? thumbnail = default,
        int? messageThreadId = default,
        IEnumerable<MessageEntity>? captionEntities = default,
        bool disableContentTypeDetection = false,
        bool disableNotification = false,
        bool protectContent = false,
        string? messageEffectId = default,
        string? businessConnectionId = default,
        bool allowPaidBroadcast = false,
        long? directMessagesTopicId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new SendDocumentRequest
        {
            ChatId = chatId,
            Document = document,
            Caption = caption,
            ParseMode = parseMode,
            ReplyParameters = replyParameters,
            ReplyMarkup = replyMarkup,
            Thumbnail = thumbnail,
            MessageThreadId = messageThreadId,
            CaptionEntities = captionEntities,
            DisableContentTypeDetection = disableContentTypeDetection,
            DisableNotification = disableNotification,
            ProtectContent = protectContent,
            MessageEffectId = messageEffectId,
            BusinessConnectionId = businessConnectionId,
            AllowPaidBroadcast = allowPaidBroadcast,
            DirectMessagesTopicId = directMessagesTopicId
        }, cancellationToken);

    /// <summary>Shows for at most 5 seconds what the bot is doing. Bot API method <c>sendChatAction</c>.</summary>
    public static Task SendChatAction(
        this ITelegramBotClient botClient,
        ChatId chatId,
        ChatAction action,
        int? messageThreadId = default,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new SendChatActionRequest
        {
            ChatId = chatId,
            Action = action,
            MessageThreadId = messageThreadId,
            BusinessConnectionId = businessConnectionId
        }, cancellationToken);
}
