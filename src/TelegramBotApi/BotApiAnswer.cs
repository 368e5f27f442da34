using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Telegram.Bot;

/// <summary>Reads answers of a Bot API server, also those that a proxy before it gave.</summary>
internal static class BotApiAnswer
{
    /// <summary>The result of an answer with status 200.</summary>
    /// <exception cref="RequestException">It is not JSON, says that it is not ok, or has no result.</exception>
    public static async Task<TResponse> Result<TResponse>(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var envelope = await Read<ApiResponse<TResponse>>(answer, cancellationToken).ConfigureAwait(false);
        return envelope is { Ok: true, Result: { } result } ? result : throw Incomplete(answer);
    }

    /// <summary>What an answer with any other status means.</summary>
    public static async Task<RequestException> Failure(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var waitSeconds = answer.Headers.RetryAfter?.Delta is { } delta ? (int?)Math.Ceiling(delta.TotalSeconds) : null;
        try
        {
            var envelope = await Read<ApiResponse>(answer, cancellationToken).ConfigureAwait(false);
            if (envelope is { ErrorCode: not 0, Description: { } description })
            {
                var parameters = envelope.Parameters ?? (waitSeconds is null ? null : new ResponseParameters());
                if (parameters is not null && envelope.ErrorCode == 429)
                    parameters.RetryAfter ??= waitSeconds;
                return new ApiRequestException(description, envelope.ErrorCode, parameters);
            }
            return Incomplete(answer);
        }
        catch (RequestException foreign) when (waitSeconds is not null && (int)answer.StatusCode == 429)
        {
            // A proxy's own 429: its header says all that is needed.
            return new ApiRequestException("Too Many Requests", 429, new ResponseParameters { RetryAfter = waitSeconds }, foreign);
        }
        catch (RequestException foreign)
        {
            return foreign;
        }
    }

    private static async Task<T?> Read<T>(HttpResponseMessage answer, CancellationToken cancellationToken) where T : class
    {
        try
        {
            var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return JsonSerializer.Deserialize(body, (JsonTypeInfo<T>)JsonBotAPI.Options.GetTypeInfo(typeof(T)));
        }
        catch (Exception broken) when (broken is JsonException or HttpRequestException or IOException)
        {
            throw new RequestException("There was an exception during deserialization of the response", answer.StatusCode, broken);
        }
    }

    private static RequestException Incomplete(HttpResponseMessage answer) =>
        new("Required properties not found in response", answer.StatusCode);
}
