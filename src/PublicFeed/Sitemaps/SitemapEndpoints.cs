using System.Globalization;
using System.Text;
using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.State;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;
using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Sitemaps;

/// <summary>
/// <c>/sitemap.xml</c> (sitemaps.org 0.9; an index of parts once there is more than one part's worth), <c>/sitemap-news.xml</c> (Google News) and
/// <c>/robots.txt</c>.
/// </summary>
internal sealed class SitemapEndpoints(FeedSite site, CurrentFeed current, PublishedNews news)
{
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";
    private const string ContentType = "application/xml; charset=utf-8";

    /// <summary>Items in one part: the protocol allows 50,000, but a part must be quick to make.</summary>
    internal const int PartSize = 1_000;

    private const int MostNews = 1_000;

    public async ValueTask<IAnswer> All(HttpContext http)
    {
        if (current.State is not { } state) return Problem.Unavailable;
        return await state.Rendered("/sitemap.xml", async () =>
        {
            var items = await news.EverPublished(CancellationToken.None);
            return items <= PartSize ? await Part(1) : Index((items + PartSize - 1) / PartSize);
        });
    }

    public async ValueTask<IAnswer> One(HttpContext http)
    {
        if (current.State is not { } state) return Problem.Unavailable;
        if (FeedEndpoints.Page(http.Request.RouteValues["part"] as string) is not { } part) return Problem.NotFound("Peta situs tidak punya bagian itu.");
        return await state.Rendered(string.Create(CultureInfo.InvariantCulture, $"/sitemap-{part}.xml"), async () =>
            await Part(part));
    }

    public async ValueTask<IAnswer> Newest(HttpContext http)
    {
        if (current.State is not { } state) return Problem.Unavailable;
        return await state.Rendered("/sitemap-news.xml", async () =>
        {
            // Two days back from the newest item rather than from now: what is served changes only with the news.
            var newest = await news.Newest(new(), CancellationToken.None);
            var items = newest is null ? [] : (await news.List(new(From: newest.PublishedAt.AddDays(-2)), before: null, MostNews, CancellationToken.None)).Items;
            return new RenderedDocument(XmlBytes.Of(xml =>
            {
                xml.WriteStartElement("urlset", Sitemap);
                xml.WriteAttributeString("xmlns", "news", null, News);
                foreach (var item in items)
                {
                    xml.WriteStartElement("url", Sitemap);
                    xml.WriteElementString("loc", Sitemap, site.Address.Item(item));
                    xml.WriteStartElement("news", News);
                    xml.WriteStartElement("publication", News);
                    xml.WriteElementString("name", News, site.Title);
                    xml.WriteElementString("language", News, site.Language);
                    xml.WriteEndElement();
                    xml.WriteElementString("publication_date", News, Instants.Rfc3339(item.PublishedAt));
                    xml.WriteElementString("title", News, FeedEntry.TitleOf(item));
                    xml.WriteEndElement();
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
            }), ContentType, site.CacheControl);
        });
    }

    public RenderedDocument Robots { get; } = new(Encoding.ASCII.GetBytes($"""
        User-agent: *
        Allow: /
        Disallow: /papan

        Sitemap: {site.Address["/sitemap.xml"]}
        Sitemap: {site.Address["/sitemap-news.xml"]}

        """), "text/plain; charset=utf-8", site.CacheControl);

    private RenderedDocument Index(long parts) => new(XmlBytes.Of(xml =>
    {
        xml.WriteStartElement("sitemapindex", Sitemap);
        for (var part = 1L; part <= parts; part++)
        {
            xml.WriteStartElement("sitemap", Sitemap);
            xml.WriteElementString("loc", Sitemap, site.Address[string.Create(CultureInfo.InvariantCulture, $"/sitemap-{part}.xml")]);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }), ContentType, site.CacheControl);

    private async Task<RenderedDocument> Part(int part)
    {
        var items = await news.Stretch(((part - 1L) * PartSize) + 1, PartSize, CancellationToken.None);
        if (part > 1 && items.Count == 0 && await news.EverPublished(CancellationToken.None) <= (part - 1L) * PartSize) return Problem.NotFound("Peta situs tidak punya bagian itu.");
        return new(XmlBytes.Of(xml =>
        {
            xml.WriteStartElement("urlset", Sitemap);
            if (part == 1) Address(xml, site.Address["/berita"], null);
            foreach (var item in items) Address(xml, site.Address.Item(item), item.ModifiedAt);
            xml.WriteEndElement();
        }), ContentType, site.CacheControl);
    }

    private static void Address(System.Xml.XmlWriter xml, string address, DateTimeOffset? modified)
    {
        xml.WriteStartElement("url", Sitemap);
        xml.WriteElementString("loc", Sitemap, address);
        if (modified is { } instant) xml.WriteElementString("lastmod", Sitemap, Instants.Rfc3339(instant));
        xml.WriteEndElement();
    }
}
