using System.Collections.Frozen;
using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>
/// What readers ask for all day is answered before anything else looks at the request: a finished document out of memory. All other requests go on to the
/// routes, which answer these addresses the same way when they come with a query.
/// </summary>
internal sealed class HotPath(CurrentFeed current, IOptions<FeedOptions> options) : IStartupFilter
{
    private readonly FrozenDictionary<string, FeedFormat> formats = FeedFormat.All.ToFrozenDictionary(format => format.Path, StringComparer.Ordinal);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        var moves = options.Value.AnswersOnSocketThreads;
        app.Use(rest => http => Ready(http.Request) is { } document ? PublicEndpoint.Send(http, document) : moves ? OnThreadPool(rest, http) : rest(http));
        next(app);
    };

    private RenderedDocument? Ready(HttpRequest request)
        => !request.QueryString.HasValue && current.State is { } state && formats.TryGetValue(request.Path.Value ?? "", out var format)
            && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            ? state.Hot(format)
            : null;

    /// <summary>A question to the store must not keep a thread that reads sockets.</summary>
    private static async Task OnThreadPool(RequestDelegate rest, HttpContext http)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await rest(http);
    }
}
