using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>Prepares a file of at most 20 MB for download. Bot API method <c>getFile</c>; its path is good for at least one hour.</summary>
public sealed class GetFileRequest() : RequestBase<TGFile>("getFile")
{
    public required string FileId { get; set; }
}
