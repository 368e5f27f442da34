using Telegram.Bot.Requests;

namespace Telegram.Bot;

// Calls about presses of inline buttons.
public static partial class TelegramBotClientExtensions
{
    /// <summary>Ends the waiting sign on a pressed button, with a short notice or an alert. Bot API method <c>answerCallbackQuery</c>; the press must be at most some minutes old, the text has 0-200 units.</summary>
    public static Task AnswerCallbackQuery(
        this ITelegramBotClient botClient,
        string callbackQueryId,
        string? text = default,
        bool showAlert = false,
        string? url = default,
        int? cacheTime = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new AnswerCallbackQueryRequest
        {
            CallbackQueryId = callbackQueryId,
            Text = text,
            ShowAlert = showAlert,
            Url = url,
            CacheTime = cacheTime
        }, cancellationToken);
}
