namespace KominfoBot.Bot.Updates;

/// <summary>The bot's username without the @; null until the server has told it.</summary>
public sealed class BotName
{
    private volatile string? username;

    public string? Username
    {
        get => username;
        set => username = value;
    }
}
