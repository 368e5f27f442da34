namespace KominfoBot.Sandbox.BotApi;

/// <summary>An error that the Bot API answers with.</summary>
internal sealed class BotApiError(int code, string description) : Exception(description)
{
    public int Code { get; } = code;
    public int? RetryAfter { get; init; }
    public long? MigrateToChatId { get; init; }

    public static BotApiError BadRequest(string what) => new(400, "Bad Request: " + what);

    public static BotApiError Forbidden(string what) => new(403, "Forbidden: " + what);

    public static BotApiError Conflict(string what) => new(409, "Conflict: " + what);
}
