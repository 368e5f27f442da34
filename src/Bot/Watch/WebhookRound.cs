using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.Storage;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace KominfoBot.Bot.Watch;

/// <summary>Asks every few minutes what the server says about calling us (Bot API method getWebhookInfo).</summary>
internal sealed class WebhookRound(ITelegramBotClient bot, IOptions<TelegramOptions> options, WatchNotes notes, TimeProvider clock, RealTime time, ILogger<WebhookRound> logger) : BackgroundService, ILeadersWork
{
    private const int ManyWaiting = 100;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time.Clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Ask(stoppingToken);
    }

    internal async Task Ask(CancellationToken cancel)
    {
        try
        {
            var info = await bot.SendRequest(new GetWebhookInfoRequest(), cancel);
            var trouble = info.Url != options.Value.WebhookUrl ? "alamatnya diganti program lain"
                : info.LastErrorDate is { } at && clock.GetUtcNow() - new DateTimeOffset(at, TimeSpan.Zero) < 2 * Every ? Redaction.WithoutTokens(info.LastErrorMessage ?? "galat")
                : info.PendingUpdateCount > ManyWaiting ? $"{info.PendingUpdateCount} pembaruan menunggu" : null;
            await notes.Write(WatchNotes.Webhook, trouble, cancel);
            if (trouble is not null) logger.LogWarning("Webhook bermasalah: {Trouble}", trouble);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested && (error is RequestException or HttpRequestException || StoreTrouble.Is(error)))
        {
            logger.LogWarning("Keadaan webhook tidak terbaca: {Error}", Redaction.WithoutTokens(error.Message));
        }
    }
}
