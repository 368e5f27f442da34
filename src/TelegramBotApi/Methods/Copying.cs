using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot;

// Calls about messages that exist elsewhere.
public static partial class TelegramBotClientExtensions
{
    /// <summary>Sends a message's content again without a link to its origin. Bot API method <c>copyMessage</c>.</summary>
    public static Task<MessageId> CopyMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        ChatId fromChatId,
        int messageId,
        string? caption = default,
        ParseMode parseMode = default,
        ReplyParameters? replyParameters = default,
        ReplyMarkup? replyMarkup = default,
        int? messageThreadId = default,
        IEnumerable<MessageEntity>? captionEntities = default,
        bool showCaptionAboveMedia = false,
        bool disableNotification = false,
        bool protectContent = false,
        bool allowPaidBroadcast = false,
        int? videoStartTimestamp = default,
        long? directMessagesTopicId = default,
        string? messageEffectId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new CopyMessageRequest
        {
            ChatId = chatId,
            FromChatId = fromChatId,
            MessageId = messageId,
            Caption = caption,
            ParseMode = parseMode,
            ReplyParameters = replyParameters,
            ReplyMarkup = replyMarkup,
            MessageThreadId = messageThreadId,
            CaptionEntities = captionEntities,
            ShowCaptionAboveMedia = showCaptionAboveMedia,
            DisableNotification = disableNotification,
            ProtectContent = protectContent,
            AllowPaidBroadcast = allowPaidBroadcast,
            VideoStartTimestamp = videoStartTimestamp,
            DirectMessagesTopicId = directMessagesTopicId,
            MessageEffectId = messageEffectId
        }, cancellationToken);

    /// <summary>Forwards a message with its origin. Bot API method <c>forwardMessage</c>.</summary>
    public static Task<Message> ForwardMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        ChatId fromChatId,
        int messageId,
        int? messageThreadId = default,
        bool disableNotification = false,
        bool protectContent = false,
        int? videoStartTimestamp = default,
        long? directMessagesTopicId = default,
        string? messageEffectId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new ForwardMessageRequest
        {
            ChatId = chatId,
            FromChatId = fromChatId,
            MessageId = messageId,
            MessageThreadId = messageThreadId,
            DisableNotification = disableNotification,
            ProtectContent = protectContent,
            VideoStartTimestamp = videoStartTimestamp,
            DirectMessagesTopicId = directMessagesTopicId,
            MessageEffectId = messageEffectId
        }, cancellationToken);
}
