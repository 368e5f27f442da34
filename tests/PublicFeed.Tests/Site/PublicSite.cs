using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KominfoBot.PublicFeed.State;
using KominfoBot.Testing;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KominfoBot.PublicFeed.Tests.Site;

/// <summary>The public feed on a real socket over a real store in a folder of its own. The reader asks without redirects, cookies and decoding.</summary>
public sealed class PublicSite : IAsyncDisposable
{
    public const string Base = "https://berita.limapuluhkotakab.go.id";

    private readonly WebApplication app;
    private readonly TestStore at;

    private PublicSite(WebApplication app, TestStore at, Newsroom newsroom, HttpClient reader)
    {
        this.app = app;
        this.at = at;
        Newsroom = newsroom;
        Reader = reader;
    }

    public Newsroom Newsroom { get; }

    public HttpClient Reader { get; }

    public FeedHealth Health => app.Services.GetRequiredService<FeedHealth>();

    /// <summary>Where the photos' files are looked for.</summary>
    public string Photos => Path.Combine(at.Directory, "foto");

    public int Port => Reader.BaseAddress!.Port;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A site with the usual agencies and categories.</summary>
    public static Task<PublicSite> Start(params (string Key, string Value)[] settings) => Start(StoreProvider.Sqlite, settings);

    public static Task<PublicSite> Start(StoreProvider provider, params (string Key, string Value)[] settings) => Start(provider, store => store, settings);

    /// <param name="seen">Puts something between the feed and the store; the newsroom writes to the store itself.</param>
    public static async Task<PublicSite> Start(StoreProvider provider, Func<NewsroomStore, NewsroomStore> seen, params (string Key, string Value)[] settings)
    {
        var at = await TestStore.Open(provider);
        var newsroom = new Newsroom(at.Store);
        await newsroom.Furnish();
        var app = Host(seen(at.Store), Path.Combine(at.Directory, "foto"), settings);
        await app.StartAsync(Cancel);
        var reader = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
        return new(app, at, newsroom, reader);
    }

    /// <summary>The host as the program builds it: two lines for the feed.</summary>
    public static WebApplication Host(NewsroomStore store, string photos, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Feed:BaseUrl"] = Base,
            ["Office:Name"] = "Diskominfo Lima Puluh Kota",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton(store);
        builder.Services.AddFeedSite(builder.Configuration).AddPublicFeed();
        if (builder.Configuration.GetValue<bool>("Feed:AnswersOnSocketThreads")) builder.WebHost.AnswerOnSocketThreads();
        builder.Services.Configure<FeedOptions>(options => options.MediaDirectory = photos);
        var app = builder.Build();
        app.MapPublicFeed();
        return app;
    }

    /// <summary>Waits until what was last committed is served.</summary>
    public async Task Catch()
    {
        var waited = Stopwatch.StartNew();
        while (Health.Now.Head < Newsroom.Head)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(10), $"Perubahan tidak juga tampak: {Health.Now}");
            await Task.Delay(2, Cancel);
        }
    }

    public async Task<PublishedItem> Publish(PublishedItem item)
    {
        await Newsroom.Publish(item);
        await Catch();
        return item;
    }

    public async Task<PublishedItem> Correct(PublishedItem item, string note, DateTimeOffset at)
    {
        var corrected = item with { ModifiedAt = at, Corrections = item.Corrections.Add(new(at, note)) };
        await Newsroom.Correct(corrected);
        await Catch();
        return corrected;
    }

    public async Task Retract(PublishedItem item, DateTimeOffset at, string? notice = "Data keliru.")
    {
        await Newsroom.Retract(item, at, notice);
        await Catch();
    }

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return await Reader.SendAsync(request, Cancel);
    }

    public async Task<byte[]> Bytes(string path)
    {
        using var response = await Get(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(Cancel);
    }

    public async Task<XDocument> Xml(string path) => XDocument.Parse(Encoding.UTF8.GetString(await Bytes(path)), LoadOptions.PreserveWhitespace);

    public async Task<JsonElement> Json(string path) => JsonDocument.Parse(await Bytes(path)).RootElement;

    public async Task<IHtmlDocument> Html(string path) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(await Bytes(path)));

    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        await app.DisposeAsync();
        await at.DisposeAsync();
    }
}
