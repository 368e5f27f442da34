using System.Globalization;
using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.State;
using KominfoBot.Workflow.Publication;
using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary><c>/rss.xml</c>, <c>/atom.xml</c>, <c>/feed.json</c>, whole or of one SKPD or category, page by page; the whole one also as archives.</summary>
internal sealed class FeedEndpoints(CurrentFeed current, PublishedNews news)
{
    /// <summary>Pages past this are refused without asking the store.</summary>
    private const int LastPage = 1_000_000;

    public ValueTask<IAnswer> Get(HttpContext http, FeedFormat format)
    {
        if (current.State is not { } state) return new(Problem.Unavailable);
        return http.Request.QueryString.HasValue ? Filtered(http, format, state) : new(state.Hot(format));
    }

    private async ValueTask<IAnswer> Filtered(HttpContext http, FeedFormat format, FeedState state)
    {
        var query = http.Request.Query;
        if (Page(query["page"]) is not { } page) return Problem.BadRequest("Parameter page harus bilangan bulat mulai dari 1.");
        var (topic, unknown) = await FeedTopic.Of(query, state.Registry, news, http.RequestAborted);
        if (topic is null) return Problem.NotFound(unknown!);
        if (query["arsip"].ToString() is { Length: > 0 } text)
        {
            if (Page(text) is not { } archive || topic.Filter != FeedFilter.Everything || page > 1)
                return Problem.BadRequest("Parameter arsip harus bilangan bulat mulai dari 1 dan berdiri sendiri: arsip memuat semua SKPD dan kategori.");
            return await state.Rendered(FormattableString.Invariant($"{format.Path}?arsip={archive}"), async () =>
                (IAnswer?)await current.Archive(format, archive, CancellationToken.None)
                ?? Problem.NotFound($"Arsip {archive.ToString(CultureInfo.InvariantCulture)} belum ada."));
        }
        if (topic.Filter == FeedFilter.Everything && page == 1) return state.Hot(format);
        return await state.Rendered(format.Path + topic.Filter.Query(page), async () =>
            (IAnswer?)await current.Render(format, topic.Filter, topic.Name, page, CancellationToken.None)
            ?? Problem.NotFound($"Halaman {page.ToString(CultureInfo.InvariantCulture)} tidak ada: berita habis sebelum halaman itu."));
    }

    internal static int? Page(string? value)
        => string.IsNullOrEmpty(value) ? 1
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= LastPage ? page
            : null;
}
