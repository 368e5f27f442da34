using System.Net;
using KominfoBot.PublicFeed.Api;
using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.Media;
using KominfoBot.PublicFeed.Pages;
using KominfoBot.PublicFeed.Push;
using KominfoBot.PublicFeed.Sitemaps;
using KominfoBot.PublicFeed.Sites;
using KominfoBot.PublicFeed.State;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KominfoBot.PublicFeed;

/// <summary>
/// Puts what the public may read into a host: two lines there. The host registers a <see cref="Workflow.Storage.NewsroomStore"/>, brings its schema up to
/// date before the start, and sets <see cref="FeedOptions.MediaDirectory"/>.
/// </summary>
public static class PublicFeedSetup
{
    /// <summary>What is known of the site: its address, its news, and who is told of them; enough for <see cref="Pusher"/>.</summary>
    /// <exception cref="OptionsValidationException">At the start, with a sentence that names the wrong setting.</exception>
    public static IServiceCollection AddFeedSite(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FeedOptions>()
            .Bind(configuration.GetSection("Feed"))
            .Configure(options =>
            {
                options.OfficeName = configuration["Office:Name"] is { Length: > 0 } name ? name : options.OfficeName;
                options.TimeZone = configuration["Office:TimeZone"] ?? options.TimeZone;
                options.SearchesPerMinute = configuration.GetValue("Limits:SearchesPerMinute", options.SearchesPerMinute);
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<FeedOptions>, FeedOptionsCheck>();
        services.AddOptions<PushOptions>().Bind(configuration.GetSection(PushOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PushOptions>, PushOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PublishedNews>();
        services.AddSingleton<FeedSite>();
        return services;
    }

    /// <summary>Tells hubs and portals of changes; whoever adds it runs <see cref="Pusher.Run"/> in one process of the store.</summary>
    public static IServiceCollection AddPusher(this IServiceCollection services, TimeProvider machine)
        => services.AddSingleton(provider => new Pusher(provider.GetRequiredService<FeedSite>(), provider.GetRequiredService<PublishedNews>(), provider.GetRequiredService<NewsroomStore>(), provider.GetRequiredService<IOptions<PushOptions>>(), machine, provider.GetRequiredService<ILogger<Pusher>>()));

    /// <summary>What answers the public, after <see cref="AddFeedSite"/>.</summary>
    public static IServiceCollection AddPublicFeed(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<FeedOptions>>(TrustOnly);
        services.AddSingleton<FeedHealth>();
        services.AddSingleton<CurrentFeed>();
        services.AddSingleton<PageShell>();
        services.AddSingleton<SearchLimiter>();
        services.AddSingleton<FeedEndpoints>();
        services.AddSingleton<ItemsApi>();
        services.AddSingleton<ChangesApi>();
        services.AddSingleton<SkpdApi>();
        services.AddSingleton<SiteNews>().AddSingleton<SiteFeeds>();
        services.AddSingleton<ItemPage>();
        services.AddSingleton<ListPage>();
        services.AddSingleton<SitemapEndpoints>();
        services.AddSingleton<MediaShelf>();
        services.AddSingleton<MediaEndpoint>();
        services.AddSingleton<IStartupFilter, HotPath>();
        services.AddHostedService<FeedRefresher>();
        return services;
    }

    /// <summary>Every public address. Call it before other middleware that looks at the client's address.</summary>
    public static WebApplication MapPublicFeed(this WebApplication app)
    {
        var services = app.Services;
        if (services.GetRequiredService<IOptions<FeedOptions>>().Value.TrustedProxies.Count > 0) app.UseForwardedHeaders();

        var feeds = services.GetRequiredService<FeedEndpoints>();
        foreach (var format in FeedFormat.All) app.MapPublic(format.Path, http => feeds.Get(http, format));

        app.MapPublic(SiteFeeds.Xml, services.GetRequiredService<SiteFeeds>().GetXml);
        app.MapPublic(SiteFeeds.Json, services.GetRequiredService<SiteFeeds>().GetJson);

        app.MapPublic("/api/items", services.GetRequiredService<ItemsApi>().List);
        app.MapPublic("/api/items/{number}", services.GetRequiredService<ItemsApi>().One);
        app.MapPublic("/api/skpd", services.GetRequiredService<SkpdApi>().List);
        app.MapPublic("/api/changes", services.GetRequiredService<ChangesApi>().List);
        app.MapFixed("/openapi.json", OpenApi.Document(services.GetRequiredService<FeedSite>()));

        app.MapPublic("/", services.GetRequiredService<ListPage>().Get);
        app.MapPublic("/berita", services.GetRequiredService<ListPage>().Get);
        app.MapPublic("/berita/{number}/{slug?}", services.GetRequiredService<ItemPage>().Get);
        app.MapPublic("/media/{**name}", services.GetRequiredService<MediaEndpoint>().Get);

        var sitemaps = services.GetRequiredService<SitemapEndpoints>();
        app.MapPublic("/sitemap.xml", sitemaps.All);
        app.MapPublic("/sitemap-{part:int}.xml", sitemaps.One);
        app.MapPublic("/sitemap-news.xml", sitemaps.Newest);
        app.MapFixed("/robots.txt", sitemaps.Robots);
        foreach (var icon in Icons.All) app.MapFixed(icon.Path, icon.Document());
        return app;
    }

    private static void MapFixed(this WebApplication app, string path, IAnswer document) => app.MapPublic(path, _ => new(document));

    /// <summary>X-Forwarded-For is believed only from the proxies that the office names; from anyone else it is what it is, a claim.</summary>
    private static void TrustOnly(ForwardedHeadersOptions forwarded, IOptions<FeedOptions> feed)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
        forwarded.ForwardLimit = null;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in feed.Value.TrustedProxies)
        {
            if (IPAddress.TryParse(proxy, out var address)) forwarded.KnownProxies.Add(address);
            else forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }
    }
}
