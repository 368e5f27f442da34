using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Outbox;
using KominfoBot.Workflow.Storage;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace KominfoBot.Bot.Updates;

/// <summary>Who the bot is (getMe), kept in the store so that commands which call nobody can print links to it.</summary>
public sealed class BotIdentity(NewsroomStore store, ITelegramBotClient bot, BotName known, FatalStop fatal, RealTime time, ILogger<BotIdentity> logger) : BackgroundService
{
    /// <summary>The name of the <see cref="FactRow"/> that holds the username, without @.</summary>
    public const string UsernameFact = "bot.username";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                var me = await bot.SendRequest(new GetMeRequest(), stoppingToken);
                known.Username = me.Username;
                if (me.Username is { Length: > 0 } name) await Remember(name, stoppingToken);
                logger.LogInformation("Terhubung sebagai @{Username} ({BotId}).", me.Username, me.Id);
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
            catch (Exception error)
            {
                if (failures == 0) logger.LogWarning("Nama bot belum diketahui (getMe): {Error}", Redaction.WithoutTokens(error.Message));
                await Task.Delay(Backoff.After(++failures, TimeSpan.FromMinutes(5)), time.Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private Task Remember(string name, CancellationToken cancel) => store.Write(async db =>
    {
        if (await db.Facts.FindAsync([UsernameFact], cancel) is { } fact)
            fact.Value = name;
        else
            db.Facts.Add(new FactRow { Name = UsernameFact, Value = name });
    }, cancel);
}
