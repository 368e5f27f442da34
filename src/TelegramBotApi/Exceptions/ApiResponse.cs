using Telegram.Bot.Types;

namespace Telegram.Bot.Exceptions;

/// <summary>The envelope of every answer of a Bot API server.</summary>
public class ApiResponse
{
    /// <summary>The call was done.</summary>
    public bool Ok { get; init; }

    /// <summary>What went wrong, in words that may change.</summary>
    public string? Description { get; init; }

    /// <summary>What went wrong, mostly an HTTP status.</summary>
    public int ErrorCode { get; init; }

    /// <summary>What a failed call may do next.</summary>
    public ResponseParameters? Parameters { get; init; }
}
