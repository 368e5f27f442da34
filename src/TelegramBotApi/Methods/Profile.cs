using Telegram.Bot.Requests;

namespace Telegram.Bot;

// Calls about what people see of the bot before they write.
public static partial class TelegramBotClientExtensions
{
    /// <summary>Sets the text shown in an empty chat, 0-512 characters. Bot API method <c>setMyDescription</c>.</summary>
    public static Task SetMyDescription(
        this ITelegramBotClient botClient,
        string? description = default,
        string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new SetMyDescriptionRequest { Description = description, LanguageCode = languageCode }, cancellationToken);

    /// <summary>Sets the text on the profile page, 0-120 characters. Bot API method <c>setMyShortDescription</c>.</summary>
    public static Task SetMyShortDescription(
        this ITelegramBotClient botClient,
        string? shortDescription = default,
        string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new SetMyShortDescriptionRequest { ShortDescription = shortDescription, LanguageCode = languageCode }, cancellationToken);
}
