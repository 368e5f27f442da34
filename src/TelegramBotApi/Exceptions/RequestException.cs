using System.Net;

namespace Telegram.Bot.Exceptions;

/// <summary>A call got no answer of the Bot API: the network failed, time ran out, or what came was not the Bot API's JSON. Whether the call had an effect is unknown.</summary>
/// <remarks>Neither the message nor an inner exception holds the bot's token.</remarks>
public class RequestException : Exception
{
    public RequestException(string message) : base(message) { }

    public RequestException(string message, Exception innerException) : base(message, innerException) { }

    public RequestException(string message, HttpStatusCode httpStatusCode) : base(message) => HttpStatusCode = httpStatusCode;

    public RequestException(string message, HttpStatusCode httpStatusCode, Exception? innerException) : base(message, innerException) => HttpStatusCode = httpStatusCode;

    /// <summary>The status of the answer; null when there was none.</summary>
    public HttpStatusCode? HttpStatusCode { get; }
}
