using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Telegram.Bot;

// Calls about command menus.
public static partial class TelegramBotClientExtensions
{
    /// <summary>Sets the command menu of a scope, at most 100 commands. Bot API method <c>setMyCommands</c>.</summary>
    public static Task SetMyCommands(
        this ITelegramBotClient botClient,
        IEnumerable<BotCommand> commands,
        BotCommandScope? scope = default,
        string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new SetMyCommandsRequest { Commands = commands, Scope = scope, LanguageCode = languageCode }, cancellationToken);

    /// <summary>Removes the command menu of a scope; a wider one shows again. Bot API method <c>deleteMyCommands</c>.</summary>
    public static Task DeleteMyCommands(
        this ITelegramBotClient botClient,
        BotCommandScope? scope = default,
        string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new DeleteMyCommandsRequest { Scope = scope, LanguageCode = languageCode }, cancellationToken);

    /// <summary>Reads the command menu of a scope. Bot API method <c>getMyCommands</c>.</summary>
    public static Task<BotCommand[]> GetMyCommands(
        this ITelegramBotClient botClient,
        BotCommandScope? scope = default,
        string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new GetMyCommandsRequest { Scope = scope, LanguageCode = languageCode }, cancellationToken);
}
