using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>Sets the command menu of a scope, at most 100 commands. Bot API method <c>setMyCommands</c>.</summary>
public sealed class SetMyCommandsRequest() : RequestBase<bool>("setMyCommands")
{
    public required IEnumerable<BotCommand> Commands { get; set; }

    public BotCommandScope? Scope { get; set; }

    public string? LanguageCode { get; set; }
}

/// <summary>Removes the command menu of a scope; a wider one shows again. Bot API method <c>deleteMyCommands</c>.</summary>
public sealed class DeleteMyCommandsRequest() : RequestBase<bool>("deleteMyCommands")
{
    public BotCommandScope? Scope { get; set; }

    public string? LanguageCode { get; set; }
}

/// <summary>Reads the command menu of a scope. Bot API method <c>getMyCommands</c>.</summary>
public sealed class GetMyCommandsRequest() : RequestBase<BotCommand[]>("getMyCommands")
{
    public BotCommandScope? Scope { get; set; }

    public string? LanguageCode { get; set; }
}
