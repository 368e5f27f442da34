using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>A file to be sent: one that the server has (id), one that it fetches (address), or bytes. Type <c>InputFile</c>.</summary>
[JsonConverter(typeof(InputFileConverter))]
public abstract class InputFile
{
    public abstract FileType FileType { get; }

    /// <summary>An address when the text is an absolute one, else a file id.</summary>
    public static InputFile FromString(string urlOrFileId) =>
        Uri.TryCreate(urlOrFileId, UriKind.Absolute, out var uri) ? FromUri(uri) : FromFileId(urlOrFileId);

    /// <summary>Bytes; the stream is read from where it stands, and closed with the request.</summary>
    public static InputFileStream FromStream(Stream stream, string? fileName = default) => new(stream, fileName);

    public static InputFileUrl FromUri(Uri url) => new(url);

    public static InputFileUrl FromUri(string url) => new(url);

    public static InputFileId FromFileId(string fileId) => new(fileId);

    public static implicit operator InputFile(Stream stream) => FromStream(stream);

    [return: NotNullIfNotNull(nameof(urlOrFileId))]
    public static implicit operator InputFile?(string? urlOrFileId) => urlOrFileId is null ? null : FromString(urlOrFileId);

    public static implicit operator InputFile(FileBase file) => FromFileId(file.FileId);
}

/// <summary>Bytes to be uploaded.</summary>
[JsonConverter(typeof(InputFileConverter))]
public sealed class InputFileStream : InputFile
{
    public InputFileStream() { }

    [SetsRequiredMembers]
    public InputFileStream(Stream content, string? fileName = default)
    {
        Content = content;
        FileName = fileName;
    }

    public override FileType FileType => FileType.Stream;

    public required Stream Content { get; set; }

    /// <summary>The name that receivers see.</summary>
    public string? FileName { get; }

    public static implicit operator InputFileStream(Stream stream) => new(stream);

    public override string ToString() => $"stream://{FileName}";
}

/// <summary>A file that the server has already.</summary>
[JsonConverter(typeof(InputFileConverter))]
public sealed class InputFileId : InputFile
{
    public InputFileId() { }

    [SetsRequiredMembers]
    public InputFileId(string id) => Id = id;

    public override FileType FileType => FileType.Id;

    public required string Id { get; set; }

    [return: NotNullIfNotNull(nameof(fileId))]
    public static implicit operator InputFileId?(string? fileId) => fileId is null ? null : new(fileId);

    public override string ToString() => Id;
}

/// <summary>A file that the server fetches: at most 5 MB for photos, 20 MB for others.</summary>
[JsonConverter(typeof(InputFileConverter))]
public sealed class InputFileUrl : InputFile
{
    public InputFileUrl() { }

    [SetsRequiredMembers]
    public InputFileUrl(string url) => Url = new Uri(url);

    [SetsRequiredMembers]
    public InputFileUrl(Uri uri) => Url = uri;

    public override FileType FileType => FileType.Url;

    public required Uri Url { get; set; }

    public static implicit operator InputFileUrl(string url) => new(url);

    public override string ToString() => Url.OriginalString;
}
