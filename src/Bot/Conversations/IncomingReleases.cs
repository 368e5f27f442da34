using System.Collections.Immutable;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Photos;
using KominfoBot.Bot.Releases;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// Reads a Word document before its turn: download to a file that nobody else sees, reading within limits, its photos through the same door as any photo.
/// Other kinds of documents get a sentence without being fetched.
/// </summary>
public sealed class IncomingReleases(ChatFiles chat, Writers writers, PhotoFiles photos, TextRules rules, ILogger<IncomingReleases> logger) : IDisposable
{
    private const int LongestName = 100;

    /// <summary>One at a time, so that many documents at once cost no more memory than one.</summary>
    private readonly SemaphoreSlim reading = new(1);

    /// <summary>Null when it is no document of words.</summary>
    public async Task<Prepared?> Fetch(Update update, CancellationToken cancel)
    {
        if (update.Message is not { From.Id: var sender, Document: { FileId: { } id } document, Caption: var beside, Animation: null, Chat.Type: ChatType.Private } || EndingOf(document) is not { } ending) return null;
        if (!await writers.Include(sender, cancel)) return Prepared.Nothing;
        var name = PlainText.OneLine(document.FileName ?? "") is { Length: > 0 } given ? ChatText.Cut(given, LongestName) : $"dokumen{ending}";
        if (!IsWord(ending)) return new ReleaseArrival(name, null, RilisTeks.Saran(ending, name));
        if (document.FileSize is > ReleaseLimits.MaxBytes and var size) return Refused(name, new ReleaseRefusal(ReleaseFault.TooManyBytes, size));
        var arrival = await chat.Patiently(() => FetchOnce(name, id, cancel), () => new ReleaseArrival(name, null, RilisTeks.TidakTerunduh(name)), cancel);
        // What is written below a document is mostly a word to Kominfo, not news: it is not taken, and that is said.
        return arrival is { Release: { } release } && PlainText.OneLine(beside ?? "") is { Length: > 0 } words
            ? arrival with { Release = release with { Omissions = RilisTeks.Baris(release.Omissions, RilisTeks.KeteranganDokumen(words)) } }
            : arrival;
    }

    public void Dispose() => reading.Dispose();

    private async Task<ReleaseArrival> FetchOnce(string name, string id, CancellationToken cancel)
    {
        try
        {
            return await FetchAndRead(name, id, cancel);
        }
        catch (IOException full) when (full is PhotoDiskFullException || Durable.IsDiskFull(full))
        {
            logger.LogError("Tidak ada ruang untuk dokumen: {Reason}", full.Message);
            return new ReleaseArrival(name, null, RilisTeks.DiskPenuh);
        }
    }

    private async Task<ReleaseArrival> FetchAndRead(string name, string id, CancellationToken cancel)
    {
        await using var file = Temporary();
        switch (await chat.Download(id, file, ReleaseLimits.MaxBytes, cancel))
        {
            case DownloadEnd.TooBig:
                return Refused(name, new ReleaseRefusal(ReleaseFault.TooManyBytes, ReleaseLimits.MaxBytes + 1));
            case DownloadEnd.Unavailable:
                return new ReleaseArrival(name, null, RilisTeks.TidakTerunduh(name));
        }
        await reading.WaitAsync(cancel);
        try
        {
            using var document = WordRelease.Open(file, rules.TitleMaximum, out var refusal);
            return document is null ? Refused(name, refusal!) : new ReleaseArrival(name, await Take(document, cancel), null);
        }
        finally
        {
            reading.Release();
        }
    }

    private ReleaseArrival Refused(string name, ReleaseRefusal refusal)
    {
        logger.LogInformation("Dokumen tidak dibuka: {Fault} {Value}", refusal.Fault, refusal.Value);
        return new ReleaseArrival(name, null, RilisTeks.Ditolak(refusal, name));
    }

    private async Task<ArrivedRelease> Take(WordRelease document, CancellationToken cancel)
    {
        var release = document.Release;
        var (taken, refused, omissions) = (ImmutableArray.CreateBuilder<ReleasePhoto>(), new List<string>(), release.Omissions);
        foreach (var picture in release.Pictures)
        {
            await using var file = Temporary();
            if (!await document.CopyPicture(picture, file, PhotoFiles.MaxBytes, cancel))
            {
                refused.Add(RilisTeks.FotoDitolak(picture.Part, PhotoRefusal.Broken));
                continue;
            }
            if (PhotoProbe.Inspect(file) is { Header: { } header } && Math.Max(header.Width, header.Height) < ReleaseLimits.SmallestPhoto)
            {
                omissions = omissions.Add(Omission.SmallPictures);
                continue;
            }
            file.Position = 0;
            var intake = await photos.Store(file, null, cancel);
            if (intake.Photo is { } photo)
                taken.Add(new ReleasePhoto(new ArrivedPhoto(photo.Hash, photo.Header.Format, photo.Header.Width, photo.Header.Height, photo.Bytes, null, Path.GetFileName(picture.Part)), picture.Caption));
            else
                refused.Add(RilisTeks.FotoDitolak(picture.Part, intake.Refusal!.Value));
        }
        return new ArrivedRelease(release.Title, release.Body, taken.ToImmutable(), RilisTeks.TidakIkut(omissions, refused));
    }

    /// <summary>A file that nobody else may read and that is gone when it is closed, whatever happens.</summary>
    private static FileStream Temporary()
    {
        var options = PosixFile.ForOwner(FileMode.CreateNew);
        (options.Access, options.Options) = (FileAccess.ReadWrite, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        return new FileStream(Path.Combine(Path.GetTempPath(), $"kominfobot-{Guid.NewGuid():N}"), options);
    }

    private static bool IsWord(string ending) => ending is ".docx" or ".docm" or ".dotx" or ".dotm";

    /// <summary>By its name, else by its announced type; the content decides afterwards.</summary>
    private static string? EndingOf(Document document)
        => Path.GetExtension(document.FileName ?? "").ToLowerInvariant() is ".docx" or ".docm" or ".dotx" or ".dotm" or ".doc" or ".dot" or ".odt" or ".ott" or ".rtf" or ".pdf" or ".txt" or ".pages" or ".wps" ? Path.GetExtension(document.FileName!).ToLowerInvariant()
            : document.MimeType?.ToLowerInvariant() switch
            {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document" or "application/vnd.ms-word.document.macroenabled.12" => ".docx",
                "application/msword" => ".doc",
                "application/vnd.oasis.opendocument.text" => ".odt",
                "application/rtf" or "text/rtf" => ".rtf",
                "application/pdf" => ".pdf",
                "text/plain" => ".txt",
                _ => null,
            };
}
