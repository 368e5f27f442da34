using System.Globalization;
using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;
using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Sites;

/// <summary>
/// <c>/situs.xml</c> and <c>/situs.json</c>: what stands on the agencies' own sites, in one feed. Only titles, summaries and links: the words are the agencies',
/// and whoever wants to read goes there.
/// </summary>
internal sealed class SiteFeeds(FeedSite site, SiteNews news)
{
    public const string Xml = "/situs.xml", Json = "/situs.json";

    private const int Count = 50;
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Creator = "http://purl.org/dc/elements/1.1/";

    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private string Title => $"Situs perangkat daerah – {site.OfficeName}";

    private const string Description = "Berita dari situs perangkat daerah, dengan tautan ke situsnya.";

    public async ValueTask<IAnswer> GetXml(HttpContext http)
    {
        var items = await news.Newest(Count, http.RequestAborted);
        return new RenderedDocument(XmlBytes.Of(xml =>
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteAttributeString("xmlns", "dc", null, Creator);
            xml.WriteStartElement("channel");
            xml.WriteElementString("title", Title);
            xml.WriteElementString("link", site.Address["/berita"]);
            xml.WriteElementString("description", Description);
            xml.WriteElementString("language", site.Language);
            xml.WriteElementString("lastBuildDate", Instants.Rfc822(Updated(items)));
            xml.WriteElementString("generator", "KominfoBot");
            xml.WriteElementString("ttl", Math.Max(1, site.MaxAge / 60).ToString(CultureInfo.InvariantCulture));
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", FeedFormat.Rss.Type);
            xml.WriteAttributeString("href", site.Address[Xml]);
            xml.WriteEndElement();
            foreach (var item in items)
            {
                xml.WriteStartElement("item");
                xml.WriteElementString("title", CleanText.Line(item.Title));
                xml.WriteElementString("link", item.Url);
                xml.WriteStartElement("guid");
                xml.WriteAttributeString("isPermaLink", "false");
                xml.WriteString(IdOf(item));
                xml.WriteEndElement();
                xml.WriteElementString("pubDate", Instants.Rfc822(item.PublishedAt));
                xml.WriteElementString("creator", Creator, CleanText.Line(item.SkpdName));
                xml.WriteElementString("category", CleanText.Line(item.SkpdName));
                if (item.Summary is { } summary) xml.WriteElementString("description", System.Net.WebUtility.HtmlEncode(CleanText.Line(summary)));
                xml.WriteStartElement("source");
                xml.WriteAttributeString("url", item.FeedUrl);
                xml.WriteString(CleanText.Line(item.SkpdName));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }), FeedFormat.Rss.ContentType, site.CacheControl, Updated(items));
    }

    public async ValueTask<IAnswer> GetJson(HttpContext http)
    {
        var items = await news.Newest(Count, http.RequestAborted);
        return new RenderedDocument(JsonBytes.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", Title);
            json.WriteString("home_page_url", site.Address["/berita"]);
            json.WriteString("feed_url", site.Address[Json]);
            json.WriteString("description", Description);
            json.WriteString("language", site.Language);
            json.WriteStartArray("items");
            foreach (var item in items)
            {
                json.WriteStartObject();
                json.WriteString("id", IdOf(item));
                json.WriteString("url", item.Url);
                json.WriteString("title", CleanText.Line(item.Title));
                json.WriteString("content_text", CleanText.Line(item.Summary ?? item.Title));
                json.WriteString("date_published", Instants.Rfc3339(item.PublishedAt));
                json.WriteStartArray("authors");
                json.WriteStartObject();
                json.WriteString("name", CleanText.Line(item.SkpdName));
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteStartArray("tags");
                json.WriteStringValue(CleanText.Line(item.SkpdName));
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }), FeedFormat.Json.ContentType, site.CacheControl, Updated(items));
    }

    private string IdOf(SiteNewsItem item) => site.TagId(string.Create(CultureInfo.InvariantCulture, $"situs/{item.Id}"));

    private static DateTimeOffset Updated(List<SiteNewsItem> items) => items.Count == 0 ? Beginning : Instants.WholeSecond(items.Max(item => item.SeenAt));
}
