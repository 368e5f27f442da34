using Telegram.Bot.Exceptions;

namespace Telegram.Bot.Types;

/// <summary>The envelope of an answer that carries a result when it is ok.</summary>
public class ApiResponse<TResult> : ApiResponse
{
    /// <summary>What the method returned; present when the call was done.</summary>
    public TResult? Result { get; init; }
}
