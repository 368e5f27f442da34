namespace Telegram.Bot.Requests.Abstractions;

/// <summary>One call of a Bot API method.</summary>
public interface IRequest
{
    HttpMethod HttpMethod { get; }

    /// <summary>The method's name in the Bot API, for instance <c>sendMessage</c>.</summary>
    string MethodName { get; }

    /// <summary>Whether the call is the body of the answer to a webhook; then it names its method itself.</summary>
    bool IsWebhookResponse { get; set; }

    /// <summary>The body, new at each call; null for none.</summary>
    HttpContent? ToHttpContent();
}

/// <summary>One call of a Bot API method with the type of its result.</summary>
// No member uses TResponse: the compiler infers the type of SendRequest's result from it.
public interface IRequest<TResponse> : IRequest;
