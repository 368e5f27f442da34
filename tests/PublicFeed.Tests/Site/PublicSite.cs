using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KominfoBot.PublicFeed.State;
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
    private readonly DirectoryInfo folder;

    private PublicSite(WebApplication app, DirectoryInfo folder, Newsroom newsroom, HttpClient reader)
    {
        this.app = app;
        this.folder = folder;
        Newsroom = newsroom;
        Reader = reader;
    }

    public Newsroom Newsroom { get; }

    public HttpClient Reader { get; }

    public FeedHealth Health => app.Services.GetRequiredService<FeedHealth>();

    public DirectoryInfo Media => folder.CreateSubdirectory("foto");

    public int Port => Reader.BaseAddress!.Port;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A site with the usual agencies and categories.</summary>
    public static Task<PublicSite> Start(params (string Key, string Value)[] settings) => Start(wrap: null, settings);

    public static async Task<PublicSite> Start(Func<NewsroomStore, NewsroomStore>? wrap, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("kominfo-feed-");
        NewsroomStore store = new SqliteNewsroomStore($"Data Source={Path.Combine(folder.FullName, "kominfo.db")}", new Signals());
        await store.Migrate(Cancel);
        var newsroom = new Newsroom(store);
        await newsroom.Furnish();

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Feed:BaseUrl"] = Base,
            ["Office:Name"] = "Diskominfo Lima Puluh Kota",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton(wrap?.Invoke(store) ?? store);
        builder.Services.AddPublicFeed(builder.Configuration);
        builder.Services.Configure<FeedOptions>(options => options.MediaDirectory = Path.Combine(folder.FullName, "foto"));
        var app = builder.Build();
        app.MapPublicFeed();
        await app.StartAsync(Cancel);
        var reader = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
        return new(app, folder, newsroom, reader);
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
        folder.Delete(recursive: true);
    }
}
