using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Outbox;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace KominfoBot.Bot.Updates;

/// <summary>Tells the server where to send updates (Bot API method setWebhook), again and again until it agrees. What waits there is kept.</summary>
public sealed class WebhookRegistration(
    IOptions<TelegramOptions> options, ITelegramBotClient bot, FatalStop fatal, RealTime time, ILogger<WebhookRegistration> logger) : BackgroundService, ILeadersWork
{
    /// <summary>Calls that the server makes side by side; each is one insert.</summary>
    private const int Connections = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                await bot.SendRequest(new SetWebhookRequest
                {
                    Url = options.Value.WebhookUrl!,
                    SecretToken = options.Value.WebhookSecret!,
                    MaxConnections = Connections,
                    AllowedUpdates = [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember],
                }, stoppingToken);
                logger.LogInformation("Webhook terpasang.");
                return;
            }
            catch (ApiRequestException error) when (error.ErrorCode == 401)
            {
                fatal.BecauseTokenRefused();
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is RequestException or OperationCanceledException)
            {
                if (failures == 0) logger.LogError("Webhook belum terpasang, dicoba lagi: {Error}", Redaction.WithoutTokens(error.Message));
                await Task.Delay(Backoff.After(++failures, TimeSpan.FromMinutes(5)), time.Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
