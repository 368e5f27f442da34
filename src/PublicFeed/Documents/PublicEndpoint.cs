using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace KominfoBot.PublicFeed.Documents;

/// <summary>
/// What every public address has in common: GET and HEAD only, readable by any web page (Fetch, CORS protocol), no type guessing, and a polite 503 while the
/// store is out of reach.
/// </summary>
internal static class PublicEndpoint
{
    private static readonly StringValues Anyone = "*";
    private static readonly StringValues Methods = "GET, HEAD, OPTIONS";
    private static readonly StringValues Exposed = "ETag, Last-Modified, Link, Retry-After, Content-Range, Accept-Ranges";
    private static readonly StringValues Allowed = "If-None-Match, If-Modified-Since, If-Range, Range, Accept, Accept-Language, Content-Type";
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues NoContent = "default-src 'none'";
    private static readonly StringValues Day = "86400";

    public static void MapPublic(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, ValueTask<IAnswer>> answer)
    {
        var log = routes.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("KominfoBot.PublicFeed");
        routes.Map(pattern, http => Serve(http, answer, log));
    }

    /// <summary>An answer that is at hand, to a GET or HEAD.</summary>
    public static Task Send(HttpContext http, IAnswer answer)
    {
        Begin(http.Response.Headers);
        return answer.Send(http);
    }

    private static void Begin(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = Anyone;
        headers.AccessControlExposeHeaders = Exposed;
        headers.XContentTypeOptions = NoSniff;
        headers.ContentSecurityPolicy = NoContent;
    }

    private static Task Serve(HttpContext http, Func<HttpContext, ValueTask<IAnswer>> answer, ILogger log)
    {
        Begin(http.Response.Headers);
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) return Answer(http, answer, log);
        if (!HttpMethods.IsOptions(method)) return Problem.MethodNotAllowed.Send(http);
        var headers = http.Response.Headers;
        headers.Allow = Methods;
        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = Allowed;
        headers.AccessControlMaxAge = Day;
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static async Task Answer(HttpContext http, Func<HttpContext, ValueTask<IAnswer>> answer, ILogger log)
    {
        IAnswer ready;
        try
        {
            ready = await answer(http);
        }
        catch (Exception error) when (IsStoreOutOfReach(error))
        {
            log.LogWarning(error, "Penyimpanan tidak terjangkau untuk {Path}.", http.Request.Path.Value);
            ready = Problem.Unavailable;
        }
        await ready.Send(http);
    }

    /// <summary>The providers throw DbException; EF Core wraps passing faults in InvalidOperationException.</summary>
    internal static bool IsStoreOutOfReach(Exception error)
        => error is DbException or TimeoutException || (error is InvalidOperationException && error.InnerException is DbException or TimeoutException);
}
