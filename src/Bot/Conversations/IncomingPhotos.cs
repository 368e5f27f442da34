using KominfoBot.Bot.Photos;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.News;
using Telegram.Bot.Types;

namespace KominfoBot.Bot.Conversations;

/// <summary>Fetches a photo before its turn: download, magic bytes, header limits, hash, commit to disk. What cannot be had becomes a sentence for the sender.</summary>
public sealed class IncomingPhotos(ChatFiles chat, Writers writers, PhotoFiles files, ILogger<IncomingPhotos> logger)
{
    public async Task<Prepared> Fetch(Update update, CancellationToken cancel)
    {
        if (update.Message is not { From.Id: var sender, Chat.Type: Telegram.Bot.Types.Enums.ChatType.Private } message || Handle(message) is not { } file) return Prepared.Nothing;
        if (!await writers.Include(sender, cancel)) return Prepared.Nothing;
        if (message.Document is { } document && !LooksLikePhoto(document)) return new PhotoArrival(null, FotoTeks.BukanFoto(document.FileName));
        if (file.Size is > PhotoFiles.MaxBytes and var size) return new PhotoArrival(null, FotoTeks.TerlaluBesar(size));

        return await chat.Patiently(() => FetchOnce(message, file, cancel), () => new PhotoArrival(null, FotoTeks.TidakTerunduh(Name(message))), cancel);
    }

    private async Task<PhotoArrival> FetchOnce(Message message, (string Id, long? Size) file, CancellationToken cancel)
    {
        try
        {
            await using var content = new MemoryStream();
            switch (await chat.Download(file.Id, content, PhotoFiles.MaxBytes, cancel))
            {
                case DownloadEnd.TooBig:
                    return new PhotoArrival(null, FotoTeks.Ditolak(PhotoRefusal.TooManyBytes, Name(message)));
                case DownloadEnd.Unavailable:
                    return new PhotoArrival(null, FotoTeks.TidakTerunduh(Name(message)));
            }
            content.Position = 0;
            var intake = await files.Store(content, file.Size, cancel);
            return intake.Photo is { } photo
                ? new PhotoArrival(new ArrivedPhoto(photo.Hash, photo.Header.Format, photo.Header.Width, photo.Header.Height, photo.Bytes, message.Document is null ? file.Id : null, Name(message)), null)
                : new PhotoArrival(null, FotoTeks.Ditolak(intake.Refusal!.Value, Name(message)));
        }
        catch (PhotoDiskFullException full)
        {
            logger.LogError("Tidak ada ruang untuk foto: {Reason}", full.InnerException?.Message);
            return new PhotoArrival(null, FotoTeks.DiskPenuh());
        }
    }

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
