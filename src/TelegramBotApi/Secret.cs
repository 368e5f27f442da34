using Telegram.Bot.Exceptions;

namespace Telegram.Bot;

/// <summary>Keeps the bot's token, which is part of every address, out of what may reach a log.</summary>
internal static class Secret
{
    /// <summary>A failure without the token: an inner exception that mentions it anywhere is left out.</summary>
    public static RequestException Keep(string token, string message, Exception inner)
    {
        var clean = message.Replace(token, "<token>", StringComparison.Ordinal);
        return inner.ToString().Contains(token, StringComparison.Ordinal) ? new RequestException(clean) : new RequestException(clean, inner);
    }
}
