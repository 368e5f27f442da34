using System.Globalization;

namespace Telegram.Bot;

/// <summary>Which bot on which server.</summary>
/// <param name="token">The bot's secret, <c>id:secret</c>.</param>
/// <param name="baseUrl">The server, scheme and authority; null is <c>https://api.telegram.org</c>. A path is ignored.</param>
/// <param name="useTestEnvironment">Telegram's test environment.</param>
/// <exception cref="ArgumentException">The token has no numeric id, or the address is not absolute.</exception>
public class TelegramBotClientOptions(string token, string? baseUrl = default, bool useTestEnvironment = false)
{
    private const string Telegram = "https://api.telegram.org";

    /// <summary>The bot's secret; never to be logged.</summary>
    public string Token { get; } = token ?? throw new ArgumentNullException(nameof(token));

    /// <summary>The server as given.</summary>
    public string? BaseUrl { get; } = baseUrl;

    public bool UseTestEnvironment { get; } = useTestEnvironment;

    /// <summary>The bot's user id, the part of the token before the colon.</summary>
    public long BotId { get; } = IdOf(token);

    /// <summary>Whether a server was given.</summary>
    public bool LocalBotServer { get; } = baseUrl is not null;

    /// <summary>Where files are; holds the token.</summary>
    public string BaseFileUrl { get; } = $"{Server(baseUrl)}/file/bot{token}{(useTestEnvironment ? "/test" : "")}";

    /// <summary>Where methods are; holds the token.</summary>
    public string BaseRequestUrl { get; } = $"{Server(baseUrl)}/bot{token}{(useTestEnvironment ? "/test" : "")}";

    /// <summary>Seconds: a 429 that asks for a longer wait is not waited for but thrown.</summary>
    public int RetryThreshold { get; set; } = 60;

    /// <summary>How often a call answered by 429 is tried in all; 0 or 1 is once.</summary>
    public int RetryCount { get; set; } = 3;

    private static long IdOf(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && long.TryParse(token.AsSpan(0, colon), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new ArgumentException("A bot token is a number, a colon and a secret.", nameof(token));
    }

    private static string Server(string? baseUrl)
    {
        if (baseUrl is null)
            return Telegram;
        return Uri.TryCreate(baseUrl, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)
            : throw new ArgumentException("The address of a Bot API server looks like http://localhost:8081.", nameof(baseUrl));
    }
}
