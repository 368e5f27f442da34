using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Telegram.Bot;

/// <summary>A connection to a Bot API server on behalf of one bot.</summary>
public interface ITelegramBotClient
{
    /// <summary>Whether the server is another one than api.telegram.org.</summary>
    bool LocalBotServer { get; }

    /// <summary>The bot's own user id, read from its token.</summary>
    long BotId { get; }

    /// <summary>How long one call may take; long polling needs more than the seconds it asks for.</summary>
    TimeSpan Timeout { get; set; }

    /// <summary>Sends one request and returns its result.</summary>
    /// <exception cref="ApiRequestException">The Bot API refused.</exception>
    /// <exception cref="RequestException">There was no usable answer; the effect is unknown.</exception>
    /// <exception cref="OperationCanceledException">A token was cancelled.</exception>
    Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);

    /// <summary>Asks <c>getMe</c>; false when the token is not valid (401).</summary>
    Task<bool> TestApi(CancellationToken cancellationToken = default);

    /// <summary>Writes a file to a stream. The path comes from <c>getFile</c>; the size must be limited by the destination.</summary>
    /// <exception cref="ApiRequestException">The server refused, for instance because the path is too old.</exception>
    /// <exception cref="RequestException">There was no usable answer, or it broke off.</exception>
    Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DownloadFile(string, Stream, CancellationToken)"/>
    Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default);
}
