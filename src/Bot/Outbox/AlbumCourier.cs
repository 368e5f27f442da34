using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Teks;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace KominfoBot.Bot.Outbox;

/// <summary>Opens the file of a photo for an upload; null when there is none. May be called again for a retry.</summary>
/// <param name="hash">Lower-case hexadecimal SHA-256 of the original.</param>
public delegate Stream? PhotoOpener(string hash);

/// <summary>Carries photos: by the server's own handle of the file when there is one, else from the disk.</summary>
internal sealed class AlbumCourier(ITelegramBotClient bot, PhotoOpener open, ILogger<AlbumCourier> logger)
{
    public async Task<Delivery> Deliver(long chat, PhotoAlbum album, CancellationToken cancel)
    {
        try
        {
            return await Send(chat, album, byHandle: true, cancel);
        }
        catch (Exception error) when (Fault.Of(error).Kind is FaultKind.WrongFile && album.Photos.Any(photo => photo.ChatFileId is not null))
        {
            return await Send(chat, album, byHandle: false, cancel);
        }
        catch (Exception error) when (Fault.Of(error).Kind is FaultKind.Refused && album.Photos.Length > 1)
        {
            return await Singly(chat, album, error, cancel);
        }
    }

    /// <summary>One bad photo makes the server refuse the whole album: the others go alone, in their order.</summary>
    private async Task<Delivery> Singly(long chat, PhotoAlbum album, Exception refusal, CancellationToken cancel)
    {
        var (ids, uploads) = (new List<int>(), new List<(string, string)>());
        foreach (var photo in album.Photos)
        {
            try
            {
                var single = await Deliver(chat, album with { Photos = [photo] }, cancel);
                ids.AddRange(((SlotChange.Filled)single.Slot!).MessageIds);
                uploads.AddRange(single.Uploads ?? []);
            }
            catch (Exception error) when (Fault.Of(error) is { Kind: FaultKind.Refused or FaultKind.WrongFile } fault)
            {
                logger.LogError("Foto {Hash} ditolak server: {Error}", photo.Hash, Redaction.WithoutTokens(fault.What));
            }
        }
        if (ids.Count == 0) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(refusal);
        return new(new SlotChange.Filled(ids, ContentHash.Other, album.Continues), Uploads: uploads);
    }

    private async Task<Delivery> Send(long chat, PhotoAlbum album, bool byHandle, CancellationToken cancel)
    {
        var streams = new List<Stream>();
        try
        {
            var files = album.Photos
                .Select(photo => (Photo: photo, File: FileOf(photo, byHandle, streams)))
                .Where(pair => pair.File is not null)
                .Select(pair => (pair.Photo, File: pair.File!))
                .ToList();
            if (files.Count < album.Photos.Length)
                logger.LogError("{Missing} dari {All} foto tidak ada di disk dan tidak terkirim.", album.Photos.Length - files.Count, album.Photos.Length);
            if (files.Count == 0) throw new FileNotFoundException("Tidak satu pun foto dari kiriman ini ada di disk.");
            var sent = files.Count == 1 ? [await One(chat, files[0].Photo, files[0].File, album.Silent, cancel)] : await Group(chat, files, album.Silent, cancel);
            var uploads = files.Zip(sent)
                .Where(pair => pair.First.File is InputFileStream && pair.Second.Photo is { Length: > 0 })
                .Select(pair => (pair.First.Photo.Hash, pair.Second.Photo![^1].FileId))
                .ToList();
            return new(new SlotChange.Filled([.. sent.Select(message => message.Id)], ContentHash.Other, album.Continues), Uploads: uploads);
        }
        finally
        {
            foreach (var stream in streams) await stream.DisposeAsync();
        }
    }

    private async Task<Message[]> Group(long chat, List<(AlbumPhoto Photo, InputFile File)> files, bool silent, CancellationToken cancel)
        => await bot.SendRequest(new SendMediaGroupRequest
        {
            ChatId = chat,
            Media = [.. files.Select(file => new InputMediaPhoto(file.File) { Caption = Caption(file.Photo) })],
            DisableNotification = silent,
        }, cancel);

    private Task<Message> One(long chat, AlbumPhoto photo, InputFile file, bool silent, CancellationToken cancel)
        => bot.SendRequest(new SendPhotoRequest { ChatId = chat, Photo = file, Caption = Caption(photo), DisableNotification = silent }, cancel);

    private InputFile? FileOf(AlbumPhoto photo, bool byHandle, List<Stream> streams)
    {
        if (byHandle && photo.ChatFileId is { } id) return InputFile.FromFileId(id);
        if (open(photo.Hash) is not { } stream) return null;
        streams.Add(stream);
        return InputFile.FromStream(stream, photo.Hash + ".jpg");
    }

    private static string? Caption(AlbumPhoto photo) => photo.Caption is null ? null : ChatText.Cut(photo.Caption, ChatText.CaptionLimit);
}
