using System.Text;
using System.Text.Json.Nodes;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Outbox;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace KominfoBot.Bot.Updates;

/// <summary>
/// Asks for updates (Bot API method getUpdates) and stores each batch before the next call acknowledges it. The offset is that of the last batch only and
/// lives in memory: a start polls without one, since update ids may go down; what comes twice is recognised by the inbox. A call that acknowledges does not
/// wait: while it did, an update with a lower number would not be heard.
/// </summary>
public sealed class UpdatePoller(
    IOptions<TelegramOptions> options, ITelegramBotClient bot, Inbox inbox, DeliveryHealth health, FatalStop fatal, FirstPoll first, RealTime time, ILogger<UpdatePoller> logger)
    : BackgroundService, ILeadersWork
{
    /// <summary>How long the server may hold the call open when there is nothing.</summary>
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(50);
    private static readonly TimeSpan Answer = LongPoll + TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);
    private const int BatchLimit = 100;

    private long? offset;
    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var http = BotClient.CreateForPolling(options.Value);
        await EndWebhook(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await Step(await Ask(http, stoppingToken), stoppingToken);
            if (pause is null) return;
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause.Value, time.Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>How long to wait before the next call; null: no more calls.</summary>
    private async Task<TimeSpan?> Step(PolledBatch batch, CancellationToken stop)
    {
        if (stop.IsCancellationRequested) return null;
        switch (batch)
        {
            case PolledBatch.Updates(var updates):
                return await Store(updates, stop);
            case PolledBatch.Unauthorized:
                fatal.BecauseTokenRefused();
                return null;
            case PolledBatch.Conflict conflict:
                if (health.BeginConflict()) logger.LogError(
                    "Pembaruan tidak masuk (409): {Cause} Hentikan yang lain; bot ini mencoba lagi sendiri.",
                    conflict.WebhookActive ? "webhook masih terpasang untuk token ini." : "program lain sedang memakai token yang sama.");
                if (conflict.WebhookActive) await EndWebhook(stop);
                return TimeSpan.FromSeconds(3 + Random.Shared.NextDouble());
            case PolledBatch.Wait(var wait):
                health.CountTooManyRequests();
                return wait + TimeSpan.FromMilliseconds(Random.Shared.Next(100, 500));
            case PolledBatch.Trouble(var what):
                return Trouble(what);
            default:
                throw new InvalidOperationException(batch.GetType().Name);
        }
    }

    private async Task<TimeSpan> Store(IReadOnlyList<ReceivedUpdate> updates, CancellationToken stop)
    {
        try
        {
            var added = await inbox.Accept(updates, stop);
            if (failures > 0) logger.LogInformation("Pembaruan masuk lagi.");
            failures = 0;
            health.Received();
            var acknowledged = offset;
            // After an empty answer nothing is left to acknowledge, and the next ids may be lower: no offset.
            offset = updates.Max(update => update.UpdateId) + 1;
            // The same batch once more, although it was acknowledged, or one that cannot be: not in a tight loop.
            return added == 0 && updates.Count > 0 && (offset is null || offset == acknowledged) ? TimeSpan.FromSeconds(1) : TimeSpan.Zero;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception error)
        {
            // Not acknowledged: the server keeps them and gives them again.
            return Trouble("penyimpanan menolak: " + error.Message);
        }
    }

    private TimeSpan Trouble(string what)
    {
        if (failures == 0) logger.LogWarning("Pembaruan tidak terambil, dicoba lagi: {Cause}", Redaction.WithoutTokens(what));
        return Backoff.After(++failures, LongestBackoff);
    }

    private async Task<PolledBatch> Ask(HttpClient http, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Answer, time.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            using var request = new StringContent(Request().ToJsonString(), Encoding.UTF8, "application/json");
            var asked = http.PostAsync("getUpdates", request, either.Token);
            first.Mark();
            using var answer = await asked;
            var body = await answer.Content.ReadAsByteArrayAsync(either.Token);
            return PolledBatch.Read(answer.StatusCode, body, answer.Headers.RetryAfter?.Delta);
        }
        catch (OperationCanceledException)
        {
            return new PolledBatch.Trouble("tidak ada jawaban dalam batas waktu");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new PolledBatch.Trouble(error.Message);
        }
    }

    private JsonObject Request()
    {
        var request = new JsonObject
        {
            ["timeout"] = offset is null ? (int)LongPoll.TotalSeconds : 0,
            ["limit"] = BatchLimit,
            ["allowed_updates"] = new JsonArray([.. ReceivedUpdate.Kinds.Select(kind => JsonValue.Create(kind))]),
        };
        if (offset is { } next) request["offset"] = next;
        return request;
    }

    /// <summary>Polling and a webhook exclude each other. What already waits is kept (no drop_pending_updates).</summary>
    private async Task EndWebhook(CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5), time.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            await bot.SendRequest(new DeleteWebhookRequest(), either.Token);
        }
        catch (Exception error) when (error is RequestException or OperationCanceledException)
        {
            // If one is set, the next getUpdates says so (409) and this is tried again.
            if (!stop.IsCancellationRequested) logger.LogWarning("deleteWebhook belum berhasil: {Error}", Redaction.WithoutTokens(error.Message));
        }
    }
}
