using System.Buffers.Text;
using System.Security.Cryptography;
using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace KominfoBot.PublicFeed.Media;

/// <summary>
/// A photo's file, or an announcement's PDF, as it was read, sent whole or in part, never coded. Its tag is strong: the hash of the file's own bytes, the same on every machine.
/// </summary>
internal sealed class MediaFile : IAnswer
{
    /// <summary>The name holds the content's hash, so it may be kept for ever by those who have it; shared caches look after five minutes whether it was retracted.</summary>
    private static readonly StringValues Keep = "public, max-age=31536000, s-maxage=300, immutable";
    private static readonly StringValues InBytes = "bytes";

    /// <summary>A document that people made never opens within our site: it is saved, and wherever it is shown all the same nothing in it may run.</summary>
    private static readonly StringValues ToBeSaved = "attachment";
    private static readonly StringValues Confined = "default-src 'none'; sandbox";

    private readonly byte[] bytes;
    private readonly DateTime written;
    private readonly DateTimeOffset modifiedAt;
    private readonly StringValues modified;
    private readonly StringValues tag;
    private readonly StringValues type;

    private MediaFile(MediaName name, byte[] bytes, DateTime written)
    {
        Name = name;
        this.bytes = bytes;
        this.written = written;
        modifiedAt = Instants.WholeSecond(written);
        modified = Instants.HttpDate(modifiedAt);
        tag = $"\"{Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 16))}\"";
        type = name.IsDocument ? FeedAttachment.Type : FeedPhoto.TypeOf(name.Format);
    }

    public MediaName Name { get; }

    public int Size => bytes.Length;

    /// <summary>Null when there is no such file.</summary>
    public static async Task<MediaFile?> Read(MediaName name, FeedOptions options, CancellationToken cancel)
    {
        var path = name.PathIn(options);
        try
        {
            // The instant first: a file that is replaced meanwhile is read anew the next time that somebody looks.
            var written = File.GetLastWriteTimeUtc(path);
            return new(name, await File.ReadAllBytesAsync(path, cancel), written);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Is it still the same file on the disk?</summary>
    public bool IsCurrent(FeedOptions options)
    {
        var file = new FileInfo(Name.PathIn(options));
        return file.Exists && file.Length == bytes.Length && file.LastWriteTimeUtc == written;
    }

    public Task Send(HttpContext http)
    {
        var (request, response) = (http.Request.Headers, http.Response);
        var headers = response.Headers;
        headers.CacheControl = Keep;
        headers.ETag = tag;
        headers.LastModified = modified;
        headers.AcceptRanges = InBytes;
        if (Name.IsDocument) (headers.ContentDisposition, headers.ContentSecurityPolicy) = (ToBeSaved, Confined);
        if (Conditions.IsUnchanged(request, tag, modifiedAt))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        headers.ContentType = type;
        ReadOnlyMemory<byte> part = bytes;
        if (request.Range.Count > 0 && HttpMethods.IsGet(http.Request.Method))
        {
            if (ByteRange.Of(request, bytes.Length, tag.ToString(), modifiedAt, out var impossible) is { } range)
            {
                part = part.Slice((int)range.From, (int)range.Count);
                response.StatusCode = StatusCodes.Status206PartialContent;
                headers.ContentRange = FormattableString.Invariant($"bytes {range.From}-{range.From + range.Count - 1}/{bytes.Length}");
            }
            else if (impossible)
            {
                headers.Remove("ETag");
                headers.Remove("Last-Modified");
                return Problem.Of(StatusCodes.Status416RangeNotSatisfiable, FormattableString.Invariant($"Berkas ini panjangnya {bytes.Length} bita."),
                    headers: new KeyValuePair<string, StringValues>("Content-Range", FormattableString.Invariant($"bytes */{bytes.Length}"))).Send(http);
            }
        }
        headers.ContentLength = part.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : Body.Write(response, part);
    }
}
