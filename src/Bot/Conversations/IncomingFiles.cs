using System.Text;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Photos;
using KominfoBot.Bot.Shelf;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// Fetches a document before its turn, when its sender is AdminPortal and at a step that asks for one: a PDF goes to the disk, a table comes along as text.
/// What cannot be had becomes a sentence; what may pass (a broken connection) throws and is tried again.
/// </summary>
public sealed class IncomingFiles(NewsroomStore store, ITelegramBotClient bot, ShelfFiles shelf, Desks desks, TimeProvider clock, ILogger<IncomingFiles> logger)
{
    /// <summary>A list of some thousand agencies has a tenth of it.</summary>
    private const long MaxTableBytes = 1024 * 1024;

    private const int LongestName = 100;

    /// <summary>Null when nobody asked for a file.</summary>
    public async Task<Prepared?> Fetch(Update update, CancellationToken cancel)
    {
        if (update.Message is not { From.Id: var sender, Document: { } document, Animation: null, Chat: { Type: ChatType.Private, Id: var chat } }) return null;
        if (await Asked(sender, chat, cancel) is not { } kind) return null;
        var name = PlainText.OneLine(document.FileName ?? "") is { Length: > 0 } given ? ChatText.Cut(given, LongestName) : kind == FileKind.Pdf ? "dokumen.pdf" : "daftar.csv";
        var limit = kind == FileKind.Pdf ? ShelfFiles.MaxBytes : MaxTableBytes;
        if (document.FileSize > limit) return new FileArrival(kind, name, Refusal: BerkasTeks.TerlaluBesar(document.FileSize.Value, limit));
        try
        {
            var place = await bot.SendRequest(new GetFileRequest { FileId = document.FileId }, cancel);
            await using var content = new MemoryStream();
            await using var capped = new CappedStream(content, limit + 1);
            await bot.DownloadFile(place.FilePath!, capped, cancel);
            if (content.Length > limit) return new FileArrival(kind, name, Refusal: BerkasTeks.TerlaluBesar(content.Length, limit));
            return Take(kind, name, content.GetBuffer().AsSpan(0, (int)content.Length), document.FileId);
        }
        catch (StreamFullException)
        {
            return new FileArrival(kind, name, Refusal: BerkasTeks.TerlaluBesar(limit + 1, limit));
        }
        catch (ApiRequestException refused) when (refused.ErrorCode is 400 or 404)
        {
            logger.LogWarning("File not fetched: {Reason}", Redaction.WithoutTokens(refused.Message));
            return new FileArrival(kind, name, Refusal: BerkasTeks.TidakTerunduh(name));
        }
        catch (IOException full) when (Durable.IsDiskFull(full))
        {
            logger.LogError("No space for a document: {Reason}", full.Message);
            return new FileArrival(kind, name, Refusal: BerkasTeks.DiskPenuh);
        }
    }

    private FileArrival Take(FileKind kind, string name, ReadOnlySpan<byte> content, string fileId)
    {
        if (kind == FileKind.Pdf)
            return ShelfFiles.IsPdf(content) ? new FileArrival(kind, name, content.Length, shelf.Store(content), fileId) : new FileArrival(kind, name, Refusal: BerkasTeks.BukanPdf(name));
        try
        {
            return new FileArrival(kind, name, content.Length, Text: new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content));
        }
        catch (DecoderFallbackException)
        {
            return new FileArrival(kind, name, Refusal: BerkasTeks.BukanUtf8(name));
        }
    }

    private Task<FileKind?> Asked(long sender, long chat, CancellationToken cancel) => store.Read(async db =>
        await PeopleDesk.Find(db, sender, cancel) is { } member && Actor.Of(member, clock.GetUtcNow()).Holds(Role.AdminPortal)
            ? desks.Takes(await db.Conversation(chat, cancel))
            : null, cancel);
}
