using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Photos;
using KominfoBot.Bot.Updates;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace KominfoBot.Bot.Conversations;

/// <summary>How a download ended.</summary>
public enum DownloadEnd
{
    Fetched,
    TooBig,
    /// <summary>The server knows it and cannot give it, or knows it no more.</summary>
    Unavailable,
}

/// <summary>Fetches what members send. What may pass (a broken connection, a server that asks for patience) is waited out.</summary>
/// <param name="time">For waiting.</param>
public sealed class ChatFiles(ITelegramBotClient bot, RealTime time, ILogger<ChatFiles> logger)
{
    /// <summary>So long a server in trouble is waited for, and so long does the sender's chat wait; then he is asked to send it again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>Tries until it is done, what went wrong will not pass, or patience ends.</summary>
    /// <param name="gaveUp">The answer at the end of patience.</param>
    public async Task<T> Patiently<T>(Func<Task<T>> fetch, Func<T> gaveUp, CancellationToken cancel)
    {
        var waited = TimeSpan.Zero;
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await fetch();
            }
            catch (Exception error) when (!cancel.IsCancellationRequested && Fault.Of(error) is { Kind: FaultKind.Transient or FaultKind.Timeout or FaultKind.TooMany } fault)
            {
                var pause = fault.Kind == FaultKind.TooMany ? fault.Wait : Backoff.After(failures, LongestPause);
                if ((waited += pause) > Patience)
                {
                    logger.LogWarning("Berkas tidak terunduh setelah {Attempts} kali: {Reason}", failures, Redaction.WithoutTokens(fault.What));
                    return gaveUp();
                }
                await Task.Delay(pause, time.Clock, cancel);
            }
        }
    }

    /// <summary>One attempt.</summary>
    /// <param name="limit">Bytes; the announced size is not trusted.</param>
    public async Task<DownloadEnd> Download(string fileId, Stream into, long limit, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            var place = await bot.SendRequest(new GetFileRequest { FileId = fileId }, patience.Token);
            // Optional in the Bot API: a server may know a file that it cannot give.
            if (string.IsNullOrWhiteSpace(place.FilePath)) return DownloadEnd.Unavailable;
            await using var capped = new CappedStream(into, limit + 1);
            await bot.DownloadFile(place.FilePath, capped, patience.Token);
            return DownloadEnd.Fetched;
        }
        catch (StreamFullException)
        {
            return DownloadEnd.TooBig;
        }
        catch (ApiRequestException refused) when (refused.ErrorCode is 400 or 404)
        {
            logger.LogWarning("Berkas tidak terunduh: {Reason}", Redaction.WithoutTokens(refused.Message));
            return refused.Message.Contains("too big", StringComparison.OrdinalIgnoreCase) ? DownloadEnd.TooBig : DownloadEnd.Unavailable;
        }
    }
}
