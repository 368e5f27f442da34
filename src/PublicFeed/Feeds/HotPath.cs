using System.Collections.Frozen;
using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Media;
using KominfoBot.PublicFeed.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>
/// What readers ask for all day is answered before anything else looks at the request: a finished document or a photo out of memory. All other requests go on
/// to the routes, which answer these addresses the same way when they come with a query, or with a photo that is not at hand.
/// </summary>
internal sealed class HotPath(CurrentFeed current, MediaShelf shelf, IOptions<FeedOptions> options) : IStartupFilter
{
    private const string Photos = "/media/";

    private readonly FrozenDictionary<string, FeedFormat> formats = FeedFormat.All.ToFrozenDictionary(format => format.Path, StringComparer.Ordinal);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        var moves = options.Value.AnswersOnSocketThreads;
        app.Use(rest => http => Ready(http.Request) is { } answer ? PublicEndpoint.Send(http, answer) : moves ? OnThreadPool(rest, http) : rest(http));
        next(app);
    };

    private IAnswer? Ready(HttpRequest request)
    {
        if (request.QueryString.HasValue || current.State is not { } state || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))) return null;
        var path = request.Path.Value ?? "";
        if (formats.TryGetValue(path, out var format)) return state.Hot(format);
        return path.StartsWith(Photos, StringComparison.Ordinal) && shelf.AtHand(path) is { } file && state.IsKnownToShow(file.Name.Hash) ? file : null;
    }

    /// <summary>A question to the store must not keep a thread that reads sockets.</summary>
    private static async Task OnThreadPool(RequestDelegate rest, HttpContext http)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await rest(http);
    }
}
