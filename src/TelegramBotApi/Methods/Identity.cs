using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Telegram.Bot;

// Calls about who the bot is.
public static partial class TelegramBotClientExtensions
{
    /// <summary>Asks who the bot is: the cheapest proof that a token is right. Bot API method <c>getMe</c>.</summary>
    public static Task<User> GetMe(this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new GetMeRequest(), cancellationToken);
}
