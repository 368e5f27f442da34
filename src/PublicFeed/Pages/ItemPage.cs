using System.Globalization;
using System.Text;
using KominfoBot.PublicFeed.Api;
using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.State;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;
using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Pages;

/// <summary><c>/berita/{number}/{slug}</c>: the permanent page of an item; 410 with the public reason once it is retracted.</summary>
internal sealed class ItemPage(FeedSite site, CurrentFeed current, PublishedNews news, PageShell shell)
{
    public async ValueTask<IAnswer> Get(HttpContext http)
    {
        if (current.State is not { } state) return Problem.Unavailable;
        var number = http.Request.RouteValues["number"] as string ?? "";
        var slug = http.Request.RouteValues["slug"] as string;
        return await state.Rendered($"/berita/{number}/{slug}", () => Answer(state, number, slug));
    }

    private async Task<IAnswer> Answer(FeedState state, string number, string? slug)
    {
        var item = await state.Find(number, news) ?? await state.Find(number.ToUpperInvariant(), news);
        if (item is null) return shell.Refusal(StatusCodes.Status404NotFound, "Berita tidak ditemukan", "Tidak ada berita di alamat ini. Mungkin alamatnya salah ketik.");
        if (item.Status is PublicationStatus.Retracted)
            return shell.Refusal(StatusCodes.Status410Gone, "Berita ini telah dicabut",
                $"Berita {item.Number} dicabut pada {site.Dates.Full(item.ModifiedAt)}. Alasan: {ItemsApi.Reason(item)}");
        return item.Number == number && item.Slug == slug ? Render(item) : new Redirect(site.Address.Item(item), site.CacheControl);
    }

    private RenderedDocument Render(PublishedItem item)
    {
        var entry = FeedEntry.Of(site, item);
        var skpd = new FeedTopic(new(item.SkpdCode), entry.Author);
        var changed = entry.Modified > entry.Published;
        return shell.Page(entry.Title, entry.Summary, entry.Url, Head(entry), Html.Of($"""
            <article>
            <p class="kind"><a href="{site.Address.List(new(Category: item.CategoryCode))}">{entry.Category}</a></p>
            <h1>{entry.Title}</h1>
            <p class="meta"><a href="{entry.AuthorUrl}" rel="author">{entry.Author}</a> · <time datetime="{Instants.Rfc3339(entry.Published)}">{site.Dates.Full(entry.Published)}</time></p>
            {Corrections(entry)}
            {entry.Photos.Take(1).Select(photo => Pictures.Figure(site, photo, first: true))}
            <div class="body">
            {StyledTextHtml.Render(CleanText.Block(item.Body))}
            </div>
            {entry.Photos.Skip(1).Select(photo => Pictures.Figure(site, photo, first: false))}
            <dl class="facts"><dt>Nomor</dt><dd>{entry.Number}</dd><dt>Penerbit</dt><dd>{entry.Author}, melalui {site.OfficeName}</dd>{Occasion(item)}{(entry.Attachment is { } attachment ? Html.Of($"<dt>Lampiran</dt><dd>{attachment.Link}</dd>") : Html.Empty)}{(changed ? Html.Of($"<dt>Diperbarui</dt><dd><time datetime=\"{Instants.Rfc3339(entry.Modified)}\">{site.Dates.Full(entry.Modified)}</time></dd>") : Html.Empty)}<dt>Tautan tetap</dt><dd><a href="{entry.Url}">{entry.Url}</a></dd></dl>
            </article>
            """), skpd, modified: entry.Modified);
    }

    /// <summary>Where and when it happened.</summary>
    private static Html Occasion(PublishedItem item)
    {
        var place = item.Occasion?.Place is { } said ? Html.Of($"<dt>Tempat kegiatan</dt><dd>{CleanText.Line(said)}</dd>") : Html.Empty;
        return item.Occasion?.On is { } day ? Html.Of($"{place}<dt>Tanggal kegiatan</dt><dd><time datetime=\"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\">{OfficeDate.Day(day)}</time></dd>") : place;
    }

    private Html Corrections(FeedEntry entry) => entry.Corrections.Length == 0 ? Html.Empty : Html.Of($"""
        <section class="note" aria-labelledby="ralat"><h2 id="ralat">Ralat</h2>
        {entry.Corrections.Select(correction => Html.Of($"<p><time datetime=\"{Instants.Rfc3339(correction.At)}\">{site.Dates.Day(correction.At)}</time>: {correction.Note}</p>"))}
        </section>
        """);

    private Html Head(FeedEntry entry)
    {
        var picture = Html.Of($"<meta property=\"og:image\" content=\"{site.Address[Icons.Logo.Path]}\"><meta name=\"twitter:card\" content=\"summary\">");
        if (entry.Lead is { } lead)
        {
            var card = Pictures.Card(site, lead);
            picture = Html.Of($"<meta property=\"og:image\" content=\"{card.Url}\"><meta property=\"og:image:type\" content=\"{card.Type}\"><meta property=\"og:image:width\" content=\"{card.Width}\"><meta property=\"og:image:height\" content=\"{card.Height}\"><meta property=\"og:image:alt\" content=\"{lead.Alt}\"><meta name=\"twitter:card\" content=\"summary_large_image\">");
        }
        return Html.Of($"""
            <meta property="og:type" content="article"><meta property="og:title" content="{entry.Title}"><meta property="og:description" content="{entry.Summary}"><meta property="og:url" content="{entry.Url}"><meta property="og:site_name" content="{site.Title}"><meta property="og:locale" content="id_ID">
            <meta property="article:published_time" content="{Instants.Rfc3339(entry.Published)}"><meta property="article:modified_time" content="{Instants.Rfc3339(entry.Modified)}"><meta property="article:section" content="{entry.Category}">
            {picture}
            <meta name="robots" content="max-image-preview:large">
            <script type="application/ld+json">{new Html(Encoding.UTF8.GetString(NewsArticle.Of(site, entry)))}</script>
            """);
    }
}
