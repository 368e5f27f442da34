using Telegram.Bot.Types;

namespace Telegram.Bot.Exceptions;

/// <summary>The Bot API refused a call. The code and <see cref="Parameters"/> say why; the message is the server's description, whose words may change.</summary>
public class ApiRequestException : RequestException
{
    public ApiRequestException(string message) : base(message) { }

    public ApiRequestException(string message, int errorCode) : base(message) => ErrorCode = errorCode;

    public ApiRequestException(string message, Exception innerException) : base(message, innerException) { }

    public ApiRequestException(string message, int errorCode, Exception innerException) : base(message, innerException) => ErrorCode = errorCode;

    public ApiRequestException(string message, int errorCode, ResponseParameters? parameters) : base(message)
    {
        ErrorCode = errorCode;
        Parameters = parameters;
    }

    public ApiRequestException(string message, int errorCode, ResponseParameters? parameters, Exception innerException) : base(message, innerException)
    {
        ErrorCode = errorCode;
        Parameters = parameters;
    }

    /// <summary>400, 401, 403, 409, 429, ...; 0 when unknown.</summary>
    public virtual int ErrorCode { get; }

    /// <summary>How long to wait (429), or the chat's new id.</summary>
    public ResponseParameters? Parameters { get; }

    public override string ToString() => $"Telegram Bot API error {ErrorCode}: {Message}";
}
