using System.Globalization;
using KominfoBot.PublicFeed.Api;
using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.State;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;
using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Pages;

/// <summary><c>/berita</c>: the newest items, and the archive by SKPD, category, month and words.</summary>
internal sealed class ListPage(FeedSite site, CurrentFeed current, PublishedNews news, PageShell shell, SearchLimiter limiter)
{
    private const int Size = 24;

    public async ValueTask<IAnswer> Get(HttpContext http)
    {
        if (current.State is not { } state) return Problem.Unavailable;
        var (topic, unknown) = await FeedTopic.Of(http.Request.Query, state.Registry, news, http.RequestAborted);
        if (topic is null) return shell.Refusal(StatusCodes.Status404NotFound, "Berita tidak ditemukan", unknown!);
        if (ListRequest.Read(http.Request.Query, topic) is not { } request)
            return shell.Refusal(StatusCodes.Status400BadRequest, "Alamat tidak dapat dibaca", "Halaman harus bilangan mulai dari 1, dan bulan ditulis seperti 2026-01.");
        if (request.Search.Length > 0) return limiter.Refuse(http) ?? await Answer(request, state.Registry);
        return await state.Rendered("/berita" + request.Query(request.Page), async () => await Answer(request, state.Registry));
    }

    private async Task<RenderedDocument> Answer(ListRequest request, Registry registry)
    {
        var found = await news.FeedPage(request.Filter(site.Dates), (request.Page - 1) * Size, Size, tombstones: 0, CancellationToken.None);
        if (request.Page > 1 && found.Items.Count == 0)
            return shell.Refusal(StatusCodes.Status404NotFound, "Halaman tidak ada", "Berita habis sebelum halaman ini.");
        var heading = request.Heading;
        var finder = Finder(request, registry, await Months());
        var robots = request.Search.Length > 0 ? Html.Of($"<meta name=\"robots\" content=\"noindex\">") : Html.Empty;
        return shell.Page(request.Query(1).Length == 0 ? site.Title : heading, site.Description, site.Address["/berita" + request.Query(request.Page)],
            Html.Of($"""
                <meta property="og:type" content="website"><meta property="og:title" content="{heading}"><meta property="og:site_name" content="{site.Title}"><meta property="og:locale" content="id_ID"><meta property="og:image" content="{site.Address[Icons.Logo.Path]}">
                {robots}
                """),
            Html.Of($"""
                <h1>{heading}</h1>
                {finder}
                {(found.Items.Count == 0 ? Html.Of($"<p>{(request.Query(1).Length == 0 ? "Belum ada berita." : "Tidak ada berita yang cocok.")}</p>") : Html.Of($"<ul class=\"list\">{found.Items.Select(Card)}</ul>"))}
                {Pages(request, found.HasMore)}
                """), request.Topic, wide: true);
    }

    private Html Card(PublishedItem item, int index)
    {
        var entry = FeedEntry.Of(site, item);
        var picture = entry.Lead is { } lead
            ? Pictures.Picture(site, lead with { Alt = "" }, "(max-width: 42rem) 100vw, 20rem", eager: index == 0)
            : Html.Of($"<span class=\"none\"><img src=\"{site.Address[Icons.Vector.Path]}\" alt=\"\" width=\"64\" height=\"64\"></span>");
        return Html.Of($"""
            <li><article>
            <h2><a href="{entry.Url}">{entry.Title}</a></h2>
            <a class="pic" href="{entry.Url}" tabindex="-1" aria-hidden="true">{picture}</a>
            <p class="meta">{entry.Author} · <time datetime="{Instants.Rfc3339(entry.Published)}">{site.Dates.Day(entry.Published)}</time></p>
            <p>{entry.Summary}</p>
            </article></li>

            """);
    }

    private Html Finder(ListRequest request, Registry registry, List<DateOnly> months)
    {
        var picked = request.Topic.Filter.Skpd is not null || request.Topic.Filter.Category is not null || request.Month is not null;
        return Html.Of($"""
            <form class="find" role="search" method="get" action="{site.Address["/berita"]}">
            <div class="row"><label class="hide" for="q">Cari berita</label><input id="q" type="search" name="q" value="{request.Search}" placeholder="Cari berita" maxlength="200"><button>Cari</button></div>
            <details{(picked ? Html.Of($" open") : Html.Empty)}><summary>Saring menurut SKPD, kategori, atau bulan</summary>
            <div class="picks">
            <label>SKPD<select name="skpd"><option value="">Semua SKPD</option>{registry.Skpds.Select(skpd => Option(skpd.Code, CleanText.Line(skpd.Name), request.Topic.Filter.Skpd))}</select></label>
            <label>Kategori<select name="kategori"><option value="">Semua kategori</option>{registry.Categories.Select(category => Option(category.Code, CleanText.Line(category.Name), request.Topic.Filter.Category))}</select></label>
            <label>Bulan<select name="bulan"><option value="">Semua bulan</option>{months.Select(month => Option(Code(month), string.Create(CultureInfo.InvariantCulture, $"{OfficeDate.MonthName(month.Month)} {month.Year}"), request.Month is { } chosen ? Code(chosen) : null))}</select></label>
            </div></details>
            </form>
            """);
    }

    private static string Code(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static Html Option(string value, string name, string? chosen)
        => Html.Of($"<option value=\"{value}\"{(value == chosen ? Html.Of($" selected") : Html.Empty)}>{name}</option>");

    private Html Pages(ListRequest request, bool hasMore)
    {
        if (request.Page == 1 && !hasMore) return Html.Empty;
        var newer = request.Page > 1 ? Html.Of($"<a rel=\"prev\" href=\"{site.Address["/berita" + request.Query(request.Page - 1)]}\">← Lebih baru</a>") : Html.Of($"<span></span>");
        var older = hasMore ? Html.Of($"<a rel=\"next\" href=\"{site.Address["/berita" + request.Query(request.Page + 1)]}\">Lebih lama →</a>") : Html.Empty;
        return Html.Of($"<nav class=\"pages\" aria-label=\"Halaman\">{newer}<span>Halaman {request.Page}</span>{older}</nav>");
    }

    /// <summary>The months of the archive, newest first, from the newest item's to the oldest's.</summary>
    private async Task<List<DateOnly>> Months()
    {
        var months = new List<DateOnly>();
        if (await news.Oldest(CancellationToken.None) is not { } oldest || await news.Newest(new(), CancellationToken.None) is not { } newest) return months;
        var first = MonthOf(oldest);
        for (var month = MonthOf(newest.PublishedAt); month >= first; month = month.AddMonths(-1)) months.Add(month);
        return months;
    }

    private DateOnly MonthOf(DateTimeOffset instant)
    {
        var local = site.Dates.Local(instant);
        return new(local.Year, local.Month, 1);
    }
}
