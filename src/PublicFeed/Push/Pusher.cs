using System.Globalization;
using System.Net.Http.Headers;
using KominfoBot.PublicFeed.Api;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.Outside;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KominfoBot.PublicFeed.Push;

/// <summary>
/// Tells hubs and portals of each change. The record of changes itself is the queue: each target has the place up to which it knows, kept in the store and moved on
/// only after its 2xx. So a killed process tells again what it does not know to be told, in order, and nothing is ever left out. One process does this for a store.
/// </summary>
public sealed class Pusher : IDisposable
{
    private const int MostAtOnce = 100;
    private const int LongestAnswer = 64 * 1024;

    /// <summary>Also without a signal, for what another process published.</summary>
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly FeedSite site;
    private readonly PublishedNews news;
    private readonly NewsroomStore store;
    private readonly PushBook book;
    private readonly PushOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<Pusher> log;
    private readonly OutsideHttp http;

    /// <param name="clock">The machine's: signatures, pauses.</param>
    internal Pusher(FeedSite site, PublishedNews news, NewsroomStore store, IOptions<PushOptions> options, TimeProvider clock, ILogger<Pusher> log)
    {
        (this.site, this.news, this.store, this.options, this.clock, this.log) = (site, news, store, options.Value, clock, log);
        book = new PushBook(store);
        http = new OutsideHttp(options.Value.AllowPrivate);
    }

    /// <summary>Until cancelled. One target that fails keeps no other waiting.</summary>
    public Task Run(CancellationToken cancel)
        => Task.WhenAll([.. options.Hubs.Select(hub => Serve(hub, (from, changes, items, stop) => Ping(hub, items, stop), cancel)), .. options.Webhooks.Select(target => Serve(target.Url, (from, changes, items, stop) => Call(target, from, changes, items, stop), cancel))]);

    public void Dispose() => http.Dispose();

    private delegate Task Telling(long from, IReadOnlyList<PublicationChange> changes, IReadOnlyList<PublishedItem> items, CancellationToken cancel);

    private async Task Serve(string url, Telling tell, CancellationToken cancel)
    {
        var wake = new Signal();
        void Changed() => wake.Raise();
        store.Signals.PublicationChanged += Changed;
        try
        {
            while (true)
            {
                var pause = await Try(url, tell, cancel);
                if (pause == TimeSpan.Zero) continue;
                using var nap = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                // After a failure nothing new makes the target answer sooner.
                await Task.WhenAny(pause is null ? wake.Wait(nap.Token).AsTask() : Task.Delay(Timeout.Infinite, nap.Token), Task.Delay(pause ?? Safety, clock, nap.Token));
                await nap.CancelAsync();
                cancel.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            store.Signals.PublicationChanged -= Changed;
        }
    }

    /// <returns>How long to wait; zero: there may be more; null: until something happens.</returns>
    private async Task<TimeSpan?> Try(string url, Telling tell, CancellationToken cancel)
    {
        try
        {
            var row = await book.Of(url, cancel);
            if (row.TryAt - clock.GetUtcNow() is var rest && rest > TimeSpan.Zero) return rest < LongestPause ? rest : LongestPause;
            var changes = await news.ChangesAfter(row.Cursor, MostAtOnce, cancel);
            if (changes.Count == 0) return null;
            var items = await news.FindAll([.. changes.Select(change => change.Number).Distinct()], cancel);
            try
            {
                await tell(row.Cursor, changes, items, cancel);
            }
            catch (OutsideException error)
            {
                var attempts = row.Attempts + 1;
                var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(attempts, 12))));
                if (attempts == 1) log.LogWarning("{Target} belum menerima kabar terbit, dicoba lagi terus: {Error}", new Uri(url).Host, error.Message);
                await book.Note(url, each => (each.Attempts, each.TryAt, each.LastError, each.FailingSince) = (attempts, clock.GetUtcNow() + pause, error.Message, each.FailingSince ?? clock.GetUtcNow()), cancel);
                return pause;
            }
            if (row.Attempts > 0) log.LogInformation("{Target} menerima kabar terbit lagi.", new Uri(url).Host);
            await book.Note(url, each => (each.Cursor, each.Attempts, each.TryAt, each.LastError, each.FailingSince, each.ToldAt) = (changes[^1].Sequence, 0, DateTimeOffset.MinValue, null, null, clock.GetUtcNow()), cancel);
            return TimeSpan.Zero;
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            // The store's trouble: what is told twice is recognised by its id.
            log.LogError(error, "Kabar terbit tertunda.");
            return Safety;
        }
    }

    /// <summary>WebSub 1.0 section 7 leaves it to hub and publisher; hubs take hub.mode=publish with the addresses of what has changed.</summary>
    private async Task Ping(string hub, IReadOnlyList<PublishedItem> items, CancellationToken cancel)
    {
        var filters = items.SelectMany(item => (FeedFilter[])[new(item.SkpdCode, null), new(null, item.CategoryCode), new(item.SkpdCode, item.CategoryCode)]).Prepend(FeedFilter.Everything).Distinct();
        var form = filters.SelectMany(filter => FeedFormat.All.Select(format => site.Address.Feed(format, filter))).Select(topic => KeyValuePair.Create("hub.url", topic)).Prepend(KeyValuePair.Create("hub.mode", "publish"));
        using var request = new HttpRequestMessage(HttpMethod.Post, hub) { Content = new FormUrlEncodedContent(form) };
        await Send(request, cancel);
    }

    private async Task Call(WebhookTarget target, long from, IReadOnlyList<PublicationChange> changes, IReadOnlyList<PublishedItem> items, CancellationToken cancel)
    {
        var body = ChangesDocument.Write(site, changes, items, from);
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        WebhookSignature.Sign(request, target.Secret, string.Create(CultureInfo.InvariantCulture, $"c{from}-c{changes[^1].Sequence}"), clock.GetUtcNow(), body);
        await Send(request, cancel);
    }

    private async Task Send(HttpRequestMessage request, CancellationToken cancel)
    {
        using var answer = await http.Send(request, cancel);
        if (!answer.IsSuccessStatusCode) throw new OutsideException(string.Create(CultureInfo.InvariantCulture, $"menjawab {(int)answer.StatusCode}"));
        await OutsideHttp.Read(answer, LongestAnswer, cancel);
    }
}
