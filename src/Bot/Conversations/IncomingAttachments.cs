using KominfoBot.Bot.Attachments;
using KominfoBot.Bot.Photos;
using KominfoBot.Bot.Shelf;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KominfoBot.Bot.Conversations;

/// <summary>Fetches and examines a PDF before its turn, when its sender has a draft open that it can belong to: an announcement, or any draft at its preview.</summary>
public sealed class IncomingAttachments(NewsroomStore store, ChatFiles chat, Writers writers, ShelfFiles files, PdfExamination examination, TextRules rules, ILogger<IncomingAttachments> logger)
{
    private const int LongestName = 100;

    /// <summary>Null when it is no PDF, or no draft awaits one.</summary>
    public async Task<Prepared?> Fetch(Update update, CancellationToken cancel)
    {
        if (update.Message is not { From.Id: var sender, Document: { FileId: { } id } document, Animation: null, Chat: { Type: ChatType.Private, Id: var room } } || !IsPdf(document)) return null;
        if (!await writers.Include(sender, cancel) || !await Awaits(room, cancel)) return null;
        var name = PlainText.OneLine(document.FileName ?? "") is { Length: > 0 } given ? ChatText.Cut(given, LongestName) : "lampiran.pdf";
        if (document.FileSize is > PdfExamination.MaxBytes and var size) return Refused(name, new PdfRefusal(PdfFault.TooManyBytes, size));
        return await chat.Patiently(() => FetchOnce(name, id, cancel), () => new AttachmentArrival(null, Refusal: RilisTeks.TidakTerunduh(name)), cancel);
    }

    private async Task<AttachmentArrival> FetchOnce(string name, string id, CancellationToken cancel)
    {
        await using var content = new MemoryStream();
        switch (await chat.Download(id, content, PdfExamination.MaxBytes, cancel))
        {
            case DownloadEnd.TooBig:
                return Refused(name, new PdfRefusal(PdfFault.TooManyBytes, PdfExamination.MaxBytes + 1));
            case DownloadEnd.Unavailable:
                return new AttachmentArrival(null, Refusal: RilisTeks.TidakTerunduh(name));
        }
        var bytes = content.ToArray();
        var (read, refusal) = await examination.Examine(bytes, cancel);
        if (read is null) return Refused(name, refusal!);
        try
        {
            return new AttachmentArrival(new Attachment(files.Store(bytes), name, bytes.Length, read.Pages), read.Text, id);
        }
        catch (IOException full) when (Durable.IsDiskFull(full))
        {
            logger.LogError("Tidak ada ruang untuk lampiran: {Reason}", full.Message);
            return new AttachmentArrival(null, Refusal: RilisTeks.DiskPenuh);
        }
    }

    private AttachmentArrival Refused(string name, PdfRefusal refusal)
    {
        if (refusal.Fault == PdfFault.NoTool) logger.LogError("Lampiran PDF tidak dapat diperiksa: {Program} tidak terpasang (apt-get install poppler-utils).", refusal.Detail);
        return new AttachmentArrival(null, Refusal: LampiranTeks.Ditolak(refusal, name));
    }

    private Task<bool> Awaits(long room, CancellationToken cancel) => store.Read(async db =>
    {
        if (await db.Conversations.FirstOrDefaultAsync(row => row.ChatId == room && row.Kind == WritingConversation.Kind, cancel) is not { } row) return false;
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        if (state.EditionId == 0) return false;
        return row.Step == DraftPreview.Step || (await db.Editions.FirstOrDefaultAsync(edition => edition.Id == state.EditionId, cancel))?.Draft.CategoryCode == rules.AttachmentCategory;
    }, cancel);

    private static bool IsPdf(Document document)
        => document.MimeType?.Equals("application/pdf", StringComparison.OrdinalIgnoreCase) == true || Path.GetExtension(document.FileName ?? "").Equals(".pdf", StringComparison.OrdinalIgnoreCase);
}
