namespace Telegram.Bot.Types;

/// <summary>One entry of a command menu. Type <c>BotCommand</c>: a name of 1-32 small letters, digits and underscores, a description of 1-256 characters.</summary>
public sealed class BotCommand
{
    public BotCommand() { }

    public BotCommand(string command, string description)
    {
        Command = command;
        Description = description;
    }

    public string Command { get; set; } = null!;

    public string Description { get; set; } = null!;

    public static implicit operator BotCommand((string Command, string Description) tuple) => new(tuple.Command, tuple.Description);
}
