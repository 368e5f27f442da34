using KominfoBot.PublicFeed.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace KominfoBot.PublicFeed.Api;

/// <summary>How often one address may search.</summary>
internal sealed class SearchLimiter(IOptions<FeedOptions> options) : IDisposable
{
    private readonly AddressLimiter limiter = new(options.Value.SearchesPerMinute);

    /// <summary>Null when the search may go on, else the refusal.</summary>
    public RenderedDocument? Refuse(HttpContext http) => limiter.Refuse(http) is { } wait ? Problem.TooMany(wait) : null;

    public void Dispose() => limiter.Dispose();
}
