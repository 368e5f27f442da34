using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Telegram.Bot;

// Calls about chats and their pinned messages.
public static partial class TelegramBotClientExtensions
{
    /// <summary>Asks for a chat by id or @username. Bot API method <c>getChat</c>.</summary>
    public static Task<ChatFullInfo> GetChat(this ITelegramBotClient botClient, ChatId chatId, CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new GetChatRequest { ChatId = chatId }, cancellationToken);

    /// <summary>Pins a message. Bot API method <c>pinChatMessage</c>.</summary>
    public static Task PinChatMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        bool disableNotification = false,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new PinChatMessageRequest
        {
            ChatId = chatId,
            MessageId = messageId,
            DisableNotification = disableNotification,
            BusinessConnectionId = businessConnectionId
        }, cancellationToken);

    /// <summary>Unpins a message, the newest pinned one when none is named. Bot API method <c>unpinChatMessage</c>.</summary>
    public static Task UnpinChatMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int? messageId = default,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new UnpinChatMessageRequest { ChatId = chatId, MessageId = messageId, BusinessConnectionId = businessConnectionId }, cancellationToken);
}
