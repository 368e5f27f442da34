using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Updates;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace KominfoBot.Bot.Watch;

/// <summary>What the server says about calling us (Bot API method getWebhookInfo); nothing while we poll.</summary>
public sealed class WebhookWatch
{
    private volatile string? trouble;

    /// <summary>Why the server cannot call us; null when it can.</summary>
    public string? Trouble
    {
        get => trouble;
        set => trouble = value;
    }
}

/// <summary>Asks every few minutes.</summary>
internal sealed class WebhookRound(ITelegramBotClient bot, IOptions<TelegramOptions> options, WebhookWatch watch, TimeProvider clock, RealTime time, ILogger<WebhookRound> logger) : BackgroundService, ILeadersWork
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
            watch.Trouble = info.Url != options.Value.WebhookUrl ? "alamatnya diganti program lain"
                : info.LastErrorDate is { } at && clock.GetUtcNow() - new DateTimeOffset(at, TimeSpan.Zero) < 2 * Every ? Redaction.WithoutTokens(info.LastErrorMessage ?? "galat")
                : info.PendingUpdateCount > ManyWaiting ? $"{info.PendingUpdateCount} pembaruan menunggu" : null;
            if (watch.Trouble is { } trouble) logger.LogWarning("Webhook bermasalah: {Trouble}", trouble);
        }
        catch (Exception error) when (error is RequestException or HttpRequestException && !cancel.IsCancellationRequested)
        {
            logger.LogWarning("Keadaan webhook tidak terbaca: {Error}", Redaction.WithoutTokens(error.Message));
        }
    }
}
