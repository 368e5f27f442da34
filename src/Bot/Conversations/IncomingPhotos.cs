using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Photos;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// Fetches a photo before its turn: download, magic bytes, header limits, hash, commit to disk. Only for members who write, so that strangers cannot fill
/// the disk. What may pass (a broken connection, a server that asks for patience) is waited out; what cannot be had becomes a sentence for the sender.
/// </summary>
/// <param name="clock">The office's.</param>
/// <param name="time">For waiting.</param>
public sealed class IncomingPhotos(NewsroomStore store, ITelegramBotClient bot, PhotoFiles files, TimeProvider clock, RealTime time, ILogger<IncomingPhotos> logger)
{
    /// <summary>So long a server in trouble is waited for, and so long does the sender's chat wait; then he is asked to send the photo again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    public async Task<Prepared> Fetch(Update update, CancellationToken cancel)
    {
        if (update.Message is not { From.Id: var sender, Chat.Type: Telegram.Bot.Types.Enums.ChatType.Private } message || Handle(message) is not { } file) return Prepared.Nothing;
        if (!await Writes(sender, cancel)) return Prepared.Nothing;
        if (message.Document is { } document && !LooksLikePhoto(document)) return new PhotoArrival(null, FotoTeks.BukanFoto(document.FileName));
        if (file.Size is > PhotoFiles.MaxBytes and var size) return new PhotoArrival(null, FotoTeks.TerlaluBesar(size));

        var waited = TimeSpan.Zero;
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await FetchOnce(message, file, cancel);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested && Fault.Of(error) is { Kind: FaultKind.Transient or FaultKind.Timeout or FaultKind.TooMany } fault)
            {
                var pause = fault.Kind == FaultKind.TooMany ? fault.Wait : Backoff.After(failures, LongestPause);
                if ((waited += pause) > Patience)
                {
                    logger.LogWarning("Foto tidak terunduh setelah {Attempts} kali: {Reason}", failures, Redaction.WithoutTokens(fault.What));
                    return new PhotoArrival(null, FotoTeks.TidakTerunduh(Name(message)));
                }
                await Task.Delay(pause, time.Clock, cancel);
            }
        }
    }

    private async Task<PhotoArrival> FetchOnce(Message message, (string Id, long? Size) file, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            var place = await bot.SendRequest(new GetFileRequest { FileId = file.Id }, limit.Token);
            // Optional in the Bot API: a server may know a file that it cannot give.
            if (string.IsNullOrWhiteSpace(place.FilePath)) return new PhotoArrival(null, FotoTeks.TidakTerunduh(Name(message)));
            await using var content = new MemoryStream();
            await using var capped = new CappedStream(content, PhotoFiles.MaxBytes + 1);
            await bot.DownloadFile(place.FilePath, capped, limit.Token);
            content.Position = 0;
            var intake = await files.Store(content, file.Size, cancel);
            return intake.Photo is { } photo
                ? new PhotoArrival(new ArrivedPhoto(photo.Hash, photo.Header.Format, photo.Header.Width, photo.Header.Height, photo.Bytes, message.Document is null ? file.Id : null, Name(message)), null)
                : new PhotoArrival(null, FotoTeks.Ditolak(intake.Refusal!.Value, Name(message)));
        }
        catch (StreamFullException)
        {
            return new PhotoArrival(null, FotoTeks.Ditolak(PhotoRefusal.TooManyBytes, Name(message)));
        }
        catch (ApiRequestException refused) when (refused.ErrorCode is 400 or 404)
        {
            logger.LogWarning("Foto tidak terunduh: {Reason}", Redaction.WithoutTokens(refused.Message));
            return new PhotoArrival(null, refused.Message.Contains("too big", StringComparison.OrdinalIgnoreCase) ? FotoTeks.Ditolak(PhotoRefusal.TooManyBytes, Name(message)) : FotoTeks.TidakTerunduh(Name(message)));
        }
        catch (PhotoDiskFullException full)
        {
            logger.LogError("Tidak ada ruang untuk foto: {Reason}", full.InnerException?.Message);
            return new PhotoArrival(null, FotoTeks.DiskPenuh());
        }
    }

    private Task<bool> Writes(long sender, CancellationToken cancel) => store.Read(async db =>
        await PeopleDesk.Find(db, sender, cancel) is { } member && Actor.Of(member, clock.GetUtcNow()) is var actor && (actor.Holds(Role.AdminSkpd) || actor.Reviews), cancel);

    /// <summary>The largest of the photo's sizes, or the document.</summary>
    private static (string Id, long? Size)? Handle(Message message) => message switch
    {
        { Photo: { Length: > 0 } sizes } when sizes.OfType<PhotoSize>().MaxBy(size => (long)size.Width * size.Height) is { FileId: { } id } largest => (id, largest.FileSize),
        { Document: { FileId: { } id } document } => (id, document.FileSize),
        _ => null,
    };

    /// <summary>By its announced type or name; the content decides afterwards.</summary>
    private static bool LooksLikePhoto(Document document)
        => document.MimeType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
           || Path.GetExtension(document.FileName ?? "").ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".webp" or ".heic" or ".heif" or ".gif";

    private static string? Name(Message message) => message.Document?.FileName is { } name ? PlainText.OneLine(name) : null;
}
