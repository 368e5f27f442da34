namespace Telegram.Bot;

/// <summary>Each method of the Bot API as a call with named parameters.</summary>
public static partial class TelegramBotClientExtensions
{
    private static ITelegramBotClient Through(ITelegramBotClient botClient)
    {
        ArgumentNullException.ThrowIfNull(botClient);
        return botClient;
    }
}
