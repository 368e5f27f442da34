using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace KominfoBot.Sandbox.Page;

/// <summary>The page's files, from the assembly, under a policy that lets nothing leave the machine and runs no inline script.</summary>
internal static class PageAssets
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder page)
    {
        page.MapGet("", (HttpContext context) => context.Request.Path.Value!.EndsWith('/')
            ? TypedResults.Redirect("/sandbox")
            : Serve(context, "page/index.html"));
        page.MapGet("/assets/{**name}", (HttpContext context, string name) => Serve(context, "page/" + name));
        page.MapGet("/samples/{name}", (HttpContext context, string name) => Serve(context, "samples/" + name));
    }

    private static IResult Serve(HttpContext context, string name)
    {
        using var resource = typeof(PageAssets).Assembly.GetManifestResourceStream(name);
        if (resource is null)
            return TypedResults.NotFound();
        using var content = new MemoryStream();
        resource.CopyTo(content);
        var bytes = content.ToArray();
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        return TypedResults.Bytes(bytes, TypeOf(name), entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\""));
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".jpg" => "image/jpeg",
        _ => "application/octet-stream",
    };
}
