using System.Text.Json.Serialization;

namespace KominfoBot.Sandbox;

/// <summary>What goes wrong with a request to the Bot API.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>429 with <c>parameters.retry_after</c> and the header.</summary>
    TooManyRequests,

    /// <summary>500 with a JSON error.</summary>
    ServerError,

    /// <summary>502 with an HTML page, as a proxy in between answers.</summary>
    BadGateway,

    /// <summary>200 with JSON that is cut off.</summary>
    BrokenJson,

    /// <summary>The connection breaks; see <see cref="Fault.TakesEffect"/> for before or after the effect.</summary>
    Reset,

    /// <summary>The answer is right but late.</summary>
    Delay,

    /// <summary>An error that the test words itself, with <see cref="Fault.Code"/> and <see cref="Fault.Description"/>.</summary>
    Refuse,
}

/// <summary>A fault that is planned for coming requests.</summary>
/// <param name="Kind">What happens.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>Only requests of this method; <c>null</c>: all but getUpdates.</summary>
    public string? Method { get; init; }

    /// <summary>Only requests to this chat.</summary>
    public long? ChatId { get; init; }

    /// <summary>How many matching requests are hit.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How many matching requests pass unharmed first.</summary>
    public int Skip { get; init; }

    /// <summary>Whether the request does its work before the fault: a lost answer.</summary>
    public bool TakesEffect { get; init; }

    /// <summary>Seconds for <see cref="FaultKind.TooManyRequests"/>.</summary>
    public int RetryAfter { get; init; } = 1;

    /// <summary>The wait for <see cref="FaultKind.Delay"/>, in real time.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>HTTP status for <see cref="FaultKind.Refuse"/>.</summary>
    public int Code { get; init; } = 400;

    /// <summary>Text for <see cref="FaultKind.Refuse"/>.</summary>
    public string Description { get; init; } = "Bad Request: refused by the sandbox";

    /// <summary><c>parameters.migrate_to_chat_id</c> for <see cref="FaultKind.Refuse"/>.</summary>
    public long? MigrateToChatId { get; init; }
}
