using System.Net;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Telegram.Bot;

/// <summary>Talks to a Bot API server over HTTP; any number of calls at once.</summary>
public sealed class TelegramBotClient : ITelegramBotClient
{
    private readonly TelegramBotClientOptions options;
    private readonly HttpClient http;

    /// <param name="options">Which bot on which server.</param>
    /// <param name="httpClient">The caller's client, never disposed here; without one an own client is made that follows no redirects.</param>
    /// <param name="cancellationToken">Ends all calls.</param>
    public TelegramBotClient(TelegramBotClientOptions options, HttpClient? httpClient = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        // A redirect would carry the token, which is part of the path, to wherever it points.
        http = httpClient ?? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) });
        GlobalCancelToken = cancellationToken;
    }

    /// <inheritdoc cref="TelegramBotClient(TelegramBotClientOptions, HttpClient?, CancellationToken)"/>
    public TelegramBotClient(string token, HttpClient? httpClient = default, CancellationToken cancellationToken = default)
        : this(new TelegramBotClientOptions(token), httpClient, cancellationToken) { }

    /// <summary>The bot's secret; never to be logged.</summary>
    public string Token => options.Token;

    public long BotId => options.BotId;

    public bool LocalBotServer => options.LocalBotServer;

    /// <summary>Ends all calls when cancelled.</summary>
    public CancellationToken GlobalCancelToken { get; }

    public TimeSpan Timeout
    {
        get => http.Timeout;
        set => http.Timeout = value;
    }

    public async Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(GlobalCancelToken, cancellationToken);
        // One body for all attempts: a stream that can seek is sent again from where it stood; one that cannot fails the second attempt.
        using var body = request.ToHttpContent();
        for (var attempt = 1; ; attempt++)
        {
            // Not disposed: that would close the body. Nothing else in it needs closing.
            var call = new HttpRequestMessage(request.HttpMethod, $"{options.BaseRequestUrl}/{request.MethodName}") { Content = body };
            using var answer = await Send(call, HttpCompletionOption.ResponseContentRead, "Bot API Service Failure", either.Token).ConfigureAwait(false);
            if (answer.StatusCode == HttpStatusCode.OK)
                return await BotApiAnswer.Result<TResponse>(answer, either.Token).ConfigureAwait(false);
            var failure = await BotApiAnswer.Failure(answer, either.Token).ConfigureAwait(false);
            if (!MayRetry(failure, attempt, out var wait))
                throw failure;
            await Task.Delay(wait, either.Token).ConfigureAwait(false);
        }
    }

    public async Task<bool> TestApi(CancellationToken cancellationToken = default)
    {
        try
        {
            await SendRequest(new GetMeRequest(), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ApiRequestException refused) when (refused.ErrorCode == 401)
        {
            return false;
        }
    }

    public Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DownloadFile(file.FilePath!, destination, cancellationToken);
    }

    public async Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(filePath))
            throw new ArgumentException("The path of a file comes from getFile.", nameof(filePath));
        ArgumentNullException.ThrowIfNull(destination);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(GlobalCancelToken, cancellationToken);
        using var call = new HttpRequestMessage(HttpMethod.Get, $"{options.BaseFileUrl}/{filePath}");
        const string failed = "Exception during file download";
        using var answer = await Send(call, HttpCompletionOption.ResponseHeadersRead, failed, either.Token).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
            throw await BotApiAnswer.Failure(answer, either.Token).ConfigureAwait(false);
        await Copy(answer, destination, failed, either.Token).ConfigureAwait(false);
    }

    // Only a 429 is tried again here.
    private bool MayRetry(RequestException failure, int attempt, out TimeSpan wait)
    {
        var seconds = failure is ApiRequestException { ErrorCode: 429, Parameters.RetryAfter: { } after } ? after : int.MaxValue;
        wait = TimeSpan.FromSeconds(Math.Max(0, Math.Min(seconds, options.RetryThreshold)));
        return attempt < options.RetryCount && seconds <= options.RetryThreshold;
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage call, HttpCompletionOption completion, string failed, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(call, completion, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException late)
        {
            throw new RequestException("Bot API Request timed out", late);
        }
        catch (Exception broken)
        {
            throw Secret.Keep(Token, failed, broken);
        }
    }

    // The client's timeout ends with the headers; here it is the longest silence between two pieces.
    private async Task Copy(HttpResponseMessage answer, Stream destination, string failed, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Stream? source = null;
        try
        {
            while (true)
            {
                int count;
                try
                {
                    silence.CancelAfter(http.Timeout);
                    source ??= await answer.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
                    count = await source.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
                {
                    throw;
                }
                catch (Exception broken)
                {
                    throw Secret.Keep(Token, failed, broken);
                }
                if (count == 0)
                    return;
                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (source is not null)
                await source.DisposeAsync().ConfigureAwait(false);
        }
    }
}
