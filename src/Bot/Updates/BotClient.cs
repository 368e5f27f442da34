using Telegram.Bot;

namespace KominfoBot.Bot.Updates;

/// <summary>
/// The connections to the Bot API server. Their addresses hold the token, so they are made by hand: without the loggers and the traces that an
/// IHttpClientFactory adds, and without redirects, which would carry the token elsewhere.
/// </summary>
public static class BotClient
{
    /// <summary>How long one call may take when its caller sets no shorter limit.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>For everything but long polling. It retries nothing itself: the outbox decides.</summary>
    public static ITelegramBotClient Create(TelegramOptions options)
        => new TelegramBotClient(Server(options), new HttpClient(ForPackage(Connections())) { Timeout = Longest });

    /// <summary>A connection of its own for long polling, which uploads cannot starve; the caller limits each call.</summary>
    public static HttpClient CreateForPolling(TelegramOptions options)
        => new(Connections()) { BaseAddress = new Uri(Server(options).BaseRequestUrl + "/"), Timeout = Timeout.InfiniteTimeSpan };

    private static TelegramBotClientOptions Server(TelegramOptions options)
    {
        var token = options.BotToken ?? throw new InvalidOperationException("Telegram:BotToken belum diisi.");
        var baseUrl = options.BaseUrl.TrimEnd('/');
        return new(token, baseUrl == TelegramOptions.PublicServer ? null : baseUrl) { RetryCount = 0 };
    }

    private static SocketsHttpHandler Connections() => new()
    {
        AllowAutoRedirect = false,
        // Addresses of the server change; a connection is not kept for ever.
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        // No propagator, no trace: the name of a span would be the address.
        ActivityHeadersPropagator = null,
    };

#if TELEGRAM_BOT_PACKAGE
    private static RetryAfterHeader ForPackage(SocketsHttpHandler connections) => new RetryAfterHeader { InnerHandler = connections };
#else
    private static SocketsHttpHandler ForPackage(SocketsHttpHandler connections) => connections;
#endif
}
