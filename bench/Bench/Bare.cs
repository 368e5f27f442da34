using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace KominfoBot.Bench;

/// <summary>
/// The least that Kestrel can do: the files of a folder out of memory, with the headers that nginx sends. Nothing built on this runtime answers faster, so what
/// is between this and the feed is the feed's own cost, and what is between this and nginx is the runtime's.
/// </summary>
internal static class Bare
{
    /// <param name="inline">As a process does it that serves nothing else.</param>
    public static async Task Serve(string root, int port, bool inline)
    {
        // The runtime reads it at its first socket.
        if (inline) Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (inline) builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        await using var app = builder.Build();
        var files = Directory.GetFiles(root, "*", SearchOption.AllDirectories).ToDictionary(file => "/" + Path.GetRelativePath(root, file), File.ReadAllBytes);
        StringValues tag = "\"bare\"", cache = "public, max-age=60", anyone = "*", noSniff = "nosniff", gzip = "gzip", vary = "Accept-Encoding";
        app.Run(http =>
        {
            var (request, response) = (http.Request, http.Response);
            var (path, headers) = (request.Path.Value!, response.Headers);
            headers.ETag = tag;
            headers.CacheControl = cache;
            headers.AccessControlAllowOrigin = anyone;
            headers.XContentTypeOptions = noSniff;
            if (request.Headers.IfNoneMatch.Count > 0 && request.Headers.IfNoneMatch[0] == "\"bare\"")
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
            if (!files.TryGetValue(path, out var bytes))
            {
                response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
            if (request.Headers.AcceptEncoding.Count > 0 && files.TryGetValue(path + ".gz", out var coded))
            {
                bytes = coded;
                headers.ContentEncoding = gzip;
                headers.Vary = vary;
            }
            headers.ContentType = path[^1] switch { 'n' => "application/feed+json", 'l' => "application/rss+xml", _ => "image/jpeg" };
            headers.ContentLength = bytes.Length;
            return Send(response, bytes);
        });
        await app.RunAsync();
    }

    private static async Task Send(HttpResponse response, byte[] bytes)
    {
        await response.StartAsync();
        bytes.CopyTo(response.BodyWriter.GetSpan(bytes.Length));
        response.BodyWriter.Advance(bytes.Length);
        await response.BodyWriter.FlushAsync();
    }
}
