using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot;

// Calls about how updates reach the bot.
public static partial class TelegramBotClientExtensions
{
    /// <summary>Receives updates by long polling. Bot API method <c>getUpdates</c>; not allowed while a webhook is set (409).</summary>
    public static Task<Update[]> GetUpdates(
        this ITelegramBotClient botClient,
        int? offset = default,
        int? limit = default,
        int? timeout = default,
        IEnumerable<UpdateType>? allowedUpdates = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new GetUpdatesRequest
        {
            Offset = offset,
            Limit = limit,
            Timeout = timeout,
            AllowedUpdates = allowedUpdates
        }, cancellationToken);

    /// <summary>Asks the server to push updates to an address. Bot API method <c>setWebhook</c>.</summary>
    public static Task SetWebhook(
        this ITelegramBotClient botClient,
        string url,
        InputFileStream? certificate = default,
        string? ipAddress = default,
        int? maxConnections = default,
        IEnumerable<UpdateType>? allowedUpdates = default,
        bool dropPendingUpdates = false,
        string? secretToken = default,
        CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new SetWebhookRequest
        {
            Url = url,
            Certificate = certificate,
            IpAddress = ipAddress,
            MaxConnections = maxConnections,
            AllowedUpdates = allowedUpdates,
            DropPendingUpdates = dropPendingUpdates,
            SecretToken = secretToken
        }, cancellationToken);

    /// <summary>Ends the pushing, so that polling is allowed again. Bot API method <c>deleteWebhook</c>.</summary>
    public static Task DeleteWebhook(this ITelegramBotClient botClient, bool dropPendingUpdates = false, CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new DeleteWebhookRequest { DropPendingUpdates = dropPendingUpdates }, cancellationToken);

    /// <summary>Says how the pushing stands. Bot API method <c>getWebhookInfo</c>; an empty address means polling.</summary>
    public static Task<WebhookInfo> GetWebhookInfo(this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new GetWebhookInfoRequest(), cancellationToken);
}
