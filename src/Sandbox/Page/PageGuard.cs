using Microsoft.AspNetCore.Http;

namespace KominfoBot.Sandbox.Page;

/// <summary>
/// Keeps other web pages in the same browser from driving the practice office: only known host names (against DNS rebinding),
/// and acts only from the page's own origin with a header that a foreign form cannot set.
/// </summary>
internal sealed class PageGuard(SandboxOptions options) : IEndpointFilter
{
    /// <summary>The header that every act has to carry.</summary>
    public const string Header = "X-Sandbox";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!KnownHost(request.Host.Host))
            return TypedResults.Text("Alamat ini tidak dikenal oleh latihan.", statusCode: StatusCodes.Status421MisdirectedRequest);
        if (!HttpMethods.IsGet(request.Method) && !OwnPage(request))
            return TypedResults.Text("Hanya halaman latihan sendiri yang boleh melakukan ini.", statusCode: StatusCodes.Status403Forbidden);
        return await next(context);
    }

    private bool KnownHost(string host) =>
        host is "localhost" or "127.0.0.1" or "[::1]" || options.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static bool OwnPage(HttpRequest request) =>
        request.Headers.ContainsKey(Header)
        && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is "" || request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}");
}
