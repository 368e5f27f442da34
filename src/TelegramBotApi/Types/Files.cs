using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>What all files have: the id works for this bot only and may change, the unique id stays but downloads nothing.</summary>
public abstract class FileBase
{
    public string FileId { get; set; } = null!;

    public string FileUniqueId { get; set; } = null!;

    /// <summary>In bytes; may exceed 32 bits.</summary>
    public long? FileSize { get; set; }
}

/// <summary>One size of a photo, in pixels. Type <c>PhotoSize</c>.</summary>
public sealed class PhotoSize : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Width { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Height { get; set; }
}

/// <summary>A file sent as it is. Type <c>Document</c>; name and MIME type are the sender's claims.</summary>
public sealed class Document : FileBase
{
    public PhotoSize? Thumbnail { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A file ready for download. Type <c>File</c>; the path is good for at least one hour.</summary>
public sealed class TGFile : FileBase
{
    /// <summary>Goes into <c>DownloadFile</c>.</summary>
    public string? FilePath { get; set; }
}
