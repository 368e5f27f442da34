using System.Net;
using System.Text.Json;

namespace KominfoBot.Bot.Updates;

/// <summary>What one getUpdates call meant.</summary>
public abstract record PolledBatch
{
    /// <summary>Updates, possibly none.</summary>
    public sealed record Updates(IReadOnlyList<ReceivedUpdate> Batch) : PolledBatch;

    /// <summary>Another program polls with this token, or a webhook is set (409).</summary>
    public sealed record Conflict(bool WebhookActive) : PolledBatch;

    /// <summary>The token is not valid (401, or the Bot API's own 404).</summary>
    public sealed record Unauthorized : PolledBatch;

    /// <summary>Asked to wait (429).</summary>
    public sealed record Wait(TimeSpan Time) : PolledBatch;

    /// <summary>Anything else: the server, a proxy or the network has a bad moment.</summary>
    public sealed record Trouble(string What) : PolledBatch;

    /// <summary>Reads an answer; nothing that a server or a proxy may say throws.</summary>
    /// <param name="retryAfter">The header, for an answer whose body does not say how long to wait.</param>
    public static PolledBatch Read(HttpStatusCode status, ReadOnlyMemory<byte> body, TimeSpan? retryAfter)
    {
        JsonDocument? answer = null;
        try
        {
            answer = JsonDocument.Parse(body, IntakeJson.Options);
            return Read(status, answer.RootElement, retryAfter);
        }
        catch (JsonException)
        {
            return status == HttpStatusCode.TooManyRequests && retryAfter is { } wait ? new Wait(wait) : new Trouble($"HTTP {(int)status} tanpa JSON Bot API");
        }
        finally
        {
            answer?.Dispose();
        }
    }

    private static PolledBatch Read(HttpStatusCode status, JsonElement answer, TimeSpan? retryAfter)
    {
        if (answer.ValueKind != JsonValueKind.Object) return new Trouble($"HTTP {(int)status} dengan JSON yang bukan jawaban Bot API");
        if (answer.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True)
            return answer.TryGetProperty("result", out var result) && result.ValueKind == JsonValueKind.Array
                ? new Updates([.. result.EnumerateArray().Select(ReceivedUpdate.Read)])
                : new Trouble("jawaban getUpdates tanpa result");
        var code = answer.TryGetProperty("error_code", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) ? value : (int)status;
        return code switch
        {
            401 or 404 => new Unauthorized(),
            409 => new Conflict(Description(answer).Contains("webhook", StringComparison.OrdinalIgnoreCase)),
            429 => new Wait(RetryAfter(answer) ?? retryAfter ?? TimeSpan.FromSeconds(5)),
            _ => new Trouble($"jawaban {code} dari getUpdates"),
        };
    }

    private static string Description(JsonElement answer)
        => answer.TryGetProperty("description", out var text) && text.ValueKind == JsonValueKind.String ? text.ToString() : "";

    private static TimeSpan? RetryAfter(JsonElement answer)
        => answer.TryGetProperty("parameters", out var parameters) && parameters.ValueKind == JsonValueKind.Object
            && parameters.TryGetProperty("retry_after", out var wait) && wait.ValueKind == JsonValueKind.Number && wait.TryGetInt32(out var seconds)
            ? TimeSpan.FromSeconds(Math.Max(0, seconds))
            : null;
}
