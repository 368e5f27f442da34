using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Telegram.Bot;

// Calls about files on the server.
public static partial class TelegramBotClientExtensions
{
    /// <summary>Prepares a file of at most 20 MB for download. Bot API method <c>getFile</c>; its path is good for at least one hour.</summary>
    public static Task<TGFile> GetFile(this ITelegramBotClient botClient, string fileId, CancellationToken cancellationToken = default) =>
        Through(botClient).SendRequest(new GetFileRequest { FileId = fileId }, cancellationToken);

    /// <summary>Asks for the path of a file and writes the file to a stream. Bot API method <c>getFile</c>, then a download.</summary>
    public static async Task<TGFile> GetInfoAndDownloadFile(this ITelegramBotClient botClient, string fileId, Stream destination, CancellationToken cancellationToken = default)
    {
        var file = await botClient.GetFile(fileId, cancellationToken).ConfigureAwait(false);
        await botClient.DownloadFile(file, destination, cancellationToken).ConfigureAwait(false);
        return file;
    }
}
