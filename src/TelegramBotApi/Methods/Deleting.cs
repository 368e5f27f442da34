using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Telegram.Bot;

// Calls about removal of messages.
public static partial class TelegramBotClientExtensions
{
    /// <summary>Deletes a message, with limits of age and right. Bot API method <c>deleteMessage</c>.</summary>
    public static Task DeleteMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new DeleteMessageRequest { ChatId = chatId, MessageId = messageId }, cancellationToken);

    /// <summary>Deletes 1-100 messages; those that are gone already are skipped. Bot API method <c>deleteMessages</c>.</summary>
    public static Task DeleteMessages(
        this ITelegramBotClient botClient,
        ChatId chatId,
        IEnumerable<int> messageIds,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new DeleteMessagesRequest { ChatId = chatId, MessageIds = messageIds }, cancellationToken);
}
