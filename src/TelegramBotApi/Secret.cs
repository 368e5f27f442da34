using Telegram.Bot.Exceptions;

namespace Telegram.Bot;

/// <summary>Keeps the bot's token, which is part of every address, out of what may reach a log.</summary>
internal static class Secret
{
    /// <summary>A failure in words, without the token: an inner exception that mentions it anywhere is left out.</summary>
    public static RequestException Keep(string token, string failed, Exception inner)
    {
        var clean = $"{failed}: {inner.GetType().Name}: {inner.Message}".Replace(token, "<token>", StringComparison.Ordinal);
        return inner.ToString().Contains(token, StringComparison.Ordinal) ? new RequestException(clean) : new RequestException(clean, inner);
    }
}
