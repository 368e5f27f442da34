using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Text;
using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Media;

/// <summary>A photo's file, whole or in part, never coded.</summary>
internal sealed class MediaFile(FileInfo file, string type, string tag) : IAnswer
{
    /// <summary>The name holds the content's hash, so it may be kept for ever by those who have it; shared caches look after five minutes whether it was retracted.</summary>
    private const string Keep = "public, max-age=31536000, s-maxage=300, immutable";

    public Task Send(HttpContext http)
    {
        var (request, response) = (http.Request.Headers, http.Response);
        var (length, modified) = (file.Length, Instants.WholeSecond(file.LastWriteTimeUtc));
        response.Headers.CacheControl = Keep;
        response.Headers.ETag = tag;
        response.Headers.LastModified = Instants.HttpDate(modified);
        response.Headers.AcceptRanges = "bytes";
        if (Conditions.IsUnchanged(request, tag, modified))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.ContentType = type;
        var part = new ByteRange(0, length);
        if (HttpMethods.IsGet(http.Request.Method))
        {
            if (ByteRange.Of(request, length, tag, modified, out var impossible) is { } range)
            {
                part = range;
                response.StatusCode = StatusCodes.Status206PartialContent;
                response.Headers.ContentRange = FormattableString.Invariant($"bytes {range.From}-{range.From + range.Count - 1}/{length}");
            }
            else if (impossible)
            {
                response.Headers.Remove("ETag");
                response.Headers.Remove("Last-Modified");
                return Problem.Of(StatusCodes.Status416RangeNotSatisfiable, FormattableString.Invariant($"Berkas ini panjangnya {length} bita."),
                    headers: new KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>("Content-Range", FormattableString.Invariant($"bytes */{length}"))).Send(http);
            }
        }
        response.ContentLength = part.Count;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.SendFileAsync(file.FullName, part.From, part.Count, http.RequestAborted);
    }
}
