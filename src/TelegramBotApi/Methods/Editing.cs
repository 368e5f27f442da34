using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot;

// Calls about changes of sent messages.
public static partial class TelegramBotClientExtensions
{
    /// <summary>Replaces the text of a sent message. Bot API method <c>editMessageText</c>; equal text and keyboard answer 400 "message is not modified".</summary>
    public static Task<Message> EditMessageText(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        string? text,
        ParseMode parseMode = default,
        InlineKeyboardMarkup? replyMarkup = default,
        LinkPreviewOptions? linkPreviewOptions = default,
        IEnumerable<MessageEntity>? entities = default,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new EditMessageTextRequest
        {
            ChatId = chatId,
            MessageId = messageId,
            Text = text,
            ParseMode = parseMode,
            ReplyMarkup = replyMarkup,
            LinkPreviewOptions = linkPreviewOptions,
            Entities = entities,
            BusinessConnectionId = businessConnectionId
        }, cancellationToken);

    /// <summary>Replaces the text of a message sent through inline mode. Bot API method <c>editMessageText</c>; equal text and keyboard answer 400 "message is not modified".</summary>
    public static Task EditMessageText(
        this ITelegramBotClient botClient,
        string inlineMessageId,
        string? text,
        ParseMode parseMode = default,
        InlineKeyboardMarkup? replyMarkup = default,
        LinkPreviewOptions? linkPreviewOptions = default,
        IEnumerable<MessageEntity>? entities = default,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new EditInlineMessageTextRequest
        {
            InlineMessageId = inlineMessageId,
            Text = text,
            ParseMode = parseMode,
            ReplyMarkup = replyMarkup,
            LinkPreviewOptions = linkPreviewOptions,
            Entities = entities,
            BusinessConnectionId = businessConnectionId
        }, cancellationToken);

    /// <summary>Replaces the caption of a sent message. Bot API method <c>editMessageCaption</c>.</summary>
    public static Task<Message> EditMessageCaption(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        string? caption,
        ParseMode parseMode = default,
        InlineKeyboardMarkup? replyMarkup = default,
        IEnumerable<MessageEntity>? captionEntities = default,
        bool showCaptionAboveMedia = false,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new EditMessageCaptionRequest
        {
            ChatId = chatId,
            MessageId = messageId,
            Caption = caption,
            ParseMode = parseMode,
            ReplyMarkup = replyMarkup,
            CaptionEntities = captionEntities,
            ShowCaptionAboveMedia = showCaptionAboveMedia,
            BusinessConnectionId = businessConnectionId
        }, cancellationToken);

    /// <summary>Replaces the caption of a message sent through inline mode. Bot API method <c>editMessageCaption</c>.</summary>
    public static Task EditMessageCaption(
        this ITelegramBotClient botClient,
        string inlineMessageId,
        string? caption,
        ParseMode parseMode = default,
        InlineKeyboardMarkup? replyMarkup = default,
        IEnumerable<MessageEntity>? captionEntities = default,
        bool showCaptionAboveMedia = false,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new EditInlineMessageCaptionRequest
        {
            InlineMessageId = inlineMessageId,
            Caption = caption,
            ParseMode = parseMode,
            ReplyMarkup = replyMarkup,
            CaptionEntities = captionEntities,
            ShowCaptionAboveMedia = showCaptionAboveMedia,
            BusinessConnectionId = businessConnectionId
        }, cancellationToken);

    /// <summary>Replaces the photo, document, ... of a sent message. Bot API method <c>editMessageMedia</c>.</summary>
    public static Task<Message> EditMessageMedia(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        InputMedia media,
        InlineKeyboardMarkup? replyMarkup = default,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new EditMessageMediaRequest
        {
            ChatId = chatId,
            MessageId = messageId,
            Media = media,
            ReplyMarkup = replyMarkup,
            BusinessConnectionId = businessConnectionId
        }, cancellationToken);

    /// <summary>Replaces the photo, document, ... of a message sent through inline mode. Bot API method <c>editMessageMedia</c>.</summary>
    public static Task EditMessageMedia(
        this ITelegramBotClient botClient,
        string inlineMessageId,
        InputMedia media,
        InlineKeyboardMarkup? replyMarkup = default,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new EditInlineMessageMediaRequest
        {
            InlineMessageId = inlineMessageId,
            Media = media,
            ReplyMarkup = replyMarkup,
            BusinessConnectionId = businessConnectionId
        }, cancellationToken);

    /// <summary>Replaces only the buttons of a sent message; an empty keyboard removes them. Bot API method <c>editMessageReplyMarkup</c>.</summary>
    public static Task<Message> EditMessageReplyMarkup(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        InlineKeyboardMarkup? replyMarkup = default,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new EditMessageReplyMarkupRequest
        {
            ChatId = chatId,
            MessageId = messageId,
            ReplyMarkup = replyMarkup,
            BusinessConnectionId = businessConnectionId
        }, cancellationToken);

    /// <summary>Replaces only the buttons of a message sent through inline mode; an empty keyboard removes them. Bot API method <c>editMessageReplyMarkup</c>.</summary>
    public static Task EditMessageReplyMarkup(
        this ITelegramBotClient botClient,
        string inlineMessageId,
        InlineKeyboardMarkup? replyMarkup = default,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new EditInlineMessageReplyMarkupRequest { InlineMessageId = inlineMessageId, ReplyMarkup = replyMarkup, BusinessConnectionId = businessConnectionId }, cancellationToken);
}
