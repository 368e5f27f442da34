using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KominfoBot.PublicFeed;

/// <summary>How a process listens that serves the feed and nothing else (<c>Roles=Feed</c>).</summary>
public static class FeedServer
{
    /// <summary>
    /// Requests are read and answered on the thread that the kernel wakes, without a hop to the thread pool: about a third more answers a second. Only for a
    /// process in which nothing else waits for those threads; whatever asks the store is moved to the pool.
    /// </summary>
    public static void AnswerOnSocketThreads(this IWebHostBuilder host)
    {
        host.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        host.ConfigureServices(services => services.Configure<FeedOptions>(feed => feed.AnswersOnSocketThreads = true));
    }

    /// <summary>The runtime's half of it. The runtime reads this once, at its first socket: call it before any is opened.</summary>
    public static void PrepareSocketThreads() => Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
}
