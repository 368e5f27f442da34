using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Requests;

/// <summary>Receives updates by long polling. Bot API method <c>getUpdates</c>; not allowed while a webhook is set (409).</summary>
public sealed class GetUpdatesRequest() : RequestBase<Update[]>("getUpdates")
{
    public int? Offset { get; set; }

    public int? Limit { get; set; }

    public int? Timeout { get; set; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; set; }
}

/// <summary>Asks the server to push updates to an address. Bot API method <c>setWebhook</c>.</summary>
public sealed class SetWebhookRequest() : FileRequestBase<bool>("setWebhook")
{
    public required string Url { get; set; }

    public InputFileStream? Certificate { get; set; }

    public string? IpAddress { get; set; }

    public int? MaxConnections { get; set; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; set; }

    public bool DropPendingUpdates { get; set; }

    public string? SecretToken { get; set; }
}

/// <summary>Ends the pushing, so that polling is allowed again. Bot API method <c>deleteWebhook</c>.</summary>
public sealed class DeleteWebhookRequest() : RequestBase<bool>("deleteWebhook")
{
    public bool DropPendingUpdates { get; set; }
}

/// <summary>Says how the pushing stands. Bot API method <c>getWebhookInfo</c>; an empty address means polling.</summary>
public sealed class GetWebhookInfoRequest() : ParameterlessRequest<WebhookInfo>("getWebhookInfo");
