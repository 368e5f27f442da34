using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Updates;
using KominfoBot.PublicFeed.Outside;
using KominfoBot.Workflow.Sites;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Sites;

/// <summary>
/// Reads the feeds of agencies' own sites (SOP rows A8, B11, B12) from time to time, each asked with the validators of its last answer. One that is slow, large,
/// broken or somewhere inside harms only itself.
/// </summary>
public sealed class SiteWatch(NewsroomStore store, SiteOptions options, OutsideHttp http, TimeProvider clock, RealTime time, ILogger<SiteWatch> logger) : BackgroundService, ILeadersWork
{
    private const int SideBySide = 4;

    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    private TimeSpan Every => TimeSpan.FromMinutes(options.EveryMinutes);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.EveryMinutes == 0) return;
        var troubled = false;
        using var timer = new PeriodicTimer(Round, time.Clock);
        do
        {
            try
            {
                await ReadDue(stoppingToken);
                troubled = false;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                if (!troubled) logger.LogError("Situs SKPD belum dapat dibaca, dicoba lagi: {Error}", Redaction.WithoutTokens(error.ToString()));
                troubled = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Reads what is due; returns when all of it is in the store.</summary>
    public async Task ReadDue(CancellationToken cancel)
    {
        var due = await store.Read(db => SiteDesk.Due(db, clock.GetUtcNow(), cancel), cancel);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancel }, (feed, stop) => new(Read(feed, stop)));
    }

    private async Task Read(SiteFeedRow feed, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, feed.Url);
            request.Headers.Accept.ParseAdd("application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5");
            // As it was given: a validator is the server's own word.
            if (feed.ETag is { } etag) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
            if (feed.LastModified is { } modified) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
            using var answer = await http.Send(request, cancel);
            IReadOnlyList<SiteEntry>? entries = answer.StatusCode switch
            {
                HttpStatusCode.NotModified => null,
                HttpStatusCode.OK => SiteReader.Read(await OutsideHttp.Read(answer, SiteReader.MostBytes, cancel), new Uri(feed.Url)),
                HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect => throw new OutsideException($"pindah ke {Brief(answer.Headers.Location?.ToString())}; perbarui alamatnya di /skpd"),
                var other => throw new OutsideException(string.Create(CultureInfo.InvariantCulture, $"menjawab {(int)other}")),
            };
            var added = await store.Write(db => SiteDesk.Take(db, feed, entries, Validator(answer.Headers, "ETag"), Validator(answer.Content.Headers, "Last-Modified"), Every, clock.GetUtcNow(), cancel), cancel);
            if (added > 0) logger.LogInformation("Situs {Skpd}: {Count} berita baru.", feed.SkpdCode, added);
        }
        catch (Exception error) when (error is OutsideException or UriFormatException or InvalidOperationException && !cancel.IsCancellationRequested)
        {
            if (feed.Attempts == 0) logger.LogWarning("Situs {Skpd} tidak terbaca: {Error}", feed.SkpdCode, error.Message);
            await store.Write(db => SiteDesk.Fail(db, feed, error.Message, Every, clock.GetUtcNow(), cancel), cancel);
        }
    }

    private static string? Validator(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= 200 } value ? value : null;

    private static string Brief(string? location) => location is null ? "alamat lain" : location[..Math.Min(location.Length, 100)];
}
