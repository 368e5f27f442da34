using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using KominfoBot.PublicFeed.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace KominfoBot.PublicFeed.Documents;

/// <summary>What an endpoint answers with.</summary>
public interface IAnswer
{
    Task Send(HttpContext http);
}

/// <summary>
/// Bytes that are ready to be sent, in each coding, with everything that its headers say. Made once, sent to anyone; never changed after it is published.
/// The tag is weak and the same for all codings: the hash of the uncoded bytes (RFC 9110 section 8.8.3).
/// </summary>
public sealed class RenderedDocument : IAnswer
{
    private static readonly StringValues AcceptEncoding = "Accept-Encoding";
    private static readonly StringValues GzipName = "gzip";
    private static readonly StringValues BrotliName = "br";

    private readonly byte[] identity;
    private readonly StringValues contentType;
    private readonly StringValues cacheControl;
    private readonly StringValues tag;
    private readonly StringValues modified;
    private readonly DateTimeOffset? modifiedAt;
    private readonly Lazy<byte[]> gzip;
    private readonly Lazy<byte[]> brotli;

    /// <param name="modifiedAt">The newest change that the bytes show; null when there is no honest answer, then only the tag validates.</param>
    public RenderedDocument(byte[] identity, string contentType, string cacheControl, DateTimeOffset? modifiedAt = null)
    {
        this.identity = identity;
        this.contentType = contentType;
        this.cacheControl = cacheControl;
        this.modifiedAt = modifiedAt is { } instant ? Instants.WholeSecond(instant) : null;
        modified = this.modifiedAt is { } second ? Instants.HttpDate(second) : StringValues.Empty;
        tag = $"W/\"{Base64Url.EncodeToString(SHA256.HashData(identity).AsSpan(0, 16))}\"";
        gzip = new(() => Coded(stream => new GZipStream(stream, new ZLibCompressionOptions { CompressionLevel = 6 }, leaveOpen: true)));
        brotli = new(() => Coded(stream => new BrotliStream(stream, new BrotliCompressionOptions { Quality = 5 }, leaveOpen: true)));
    }

    /// <summary>Anything but 200 is sent whatever the request's conditions are (RFC 9110 section 13.2.1).</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Further headers, on 200 and 304 alike.</summary>
    public KeyValuePair<string, StringValues>[] Headers { get; init; } = [];

    public int Size => identity.Length;

    public ReadOnlyMemory<byte> Bytes => identity;

    /// <summary>Makes the coded forms now rather than at the first request for them.</summary>
    public RenderedDocument Compressed()
    {
        _ = gzip.Value;
        _ = brotli.Value;
        return this;
    }

    public Task Send(HttpContext http)
    {
        var response = http.Response;
        var headers = response.Headers;
        headers.CacheControl = cacheControl;
        headers.Vary = AcceptEncoding;
        foreach (var (name, value) in Headers) headers[name] = value;
        if (Status == StatusCodes.Status200OK)
        {
            headers.ETag = tag;
            if (modifiedAt is not null) headers.LastModified = modified;
            if (Conditions.IsUnchanged(http.Request.Headers, tag, modifiedAt))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }
        response.StatusCode = Status;
        headers.ContentType = contentType;
        var bytes = identity;
        switch (Codings.Choose(http.Request.Headers.AcceptEncoding))
        {
            case Coding.Gzip:
                headers.ContentEncoding = GzipName;
                bytes = gzip.Value;
                break;
            case Coding.Brotli:
                headers.ContentEncoding = BrotliName;
                bytes = brotli.Value;
                break;
        }
        headers.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : Body.Write(response, bytes);
    }

    private byte[] Coded(Func<Stream, Stream> coding)
    {
        using var coded = new MemoryStream((identity.Length / 3) + 256);
        using (var stream = coding(coded))
            stream.Write(identity);
        return coded.ToArray();
    }
}
