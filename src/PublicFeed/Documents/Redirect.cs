using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Documents;

/// <summary>The address has moved for good (RFC 9110 section 15.4.2).</summary>
internal sealed class Redirect(string address, string cacheControl) : IAnswer
{
    public Task Send(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        http.Response.Headers.Location = address;
        http.Response.Headers.CacheControl = cacheControl;
        return Task.CompletedTask;
    }
}
