using System.Globalization;
using System.Xml;
using KominfoBot.PublicFeed.Text;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>RSS 2.0 with the parts of the RSS Advisory Board's profile that importers read.</summary>
internal static class RssWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string Creator = "http://purl.org/dc/elements/1.1/";
    private const string Media = "http://search.yahoo.com/mrss/";

    public static byte[] Write(FeedSite site, FeedPage feed) => XmlBytes.Of(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, Creator);
        xml.WriteAttributeString("xmlns", "media", null, Media);
        if (feed.Archive is not null) xml.WriteAttributeString("xmlns", "fh", null, FeedPage.History);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", feed.Title(site));
        xml.WriteElementString("link", site.Address.List(feed.Filter));
        xml.WriteElementString("description", feed.Description(site));
        xml.WriteElementString("language", site.Language);
        xml.WriteElementString("lastBuildDate", Instants.Rfc822(feed.Updated));
        xml.WriteElementString("generator", "KominfoBot");
        xml.WriteElementString("ttl", Math.Max(1, site.MaxAge / 60).ToString(CultureInfo.InvariantCulture));
        foreach (var (relation, address) in feed.Links(site, FeedFormat.Rss)) Link(xml, relation, address);
        foreach (var hub in feed.Hubs(site)) Link(xml, "hub", hub);
        if (feed.Archive is not null) xml.WriteElementString("archive", FeedPage.History, null);
        xml.WriteStartElement("image");
        xml.WriteElementString("url", site.Address[Icons.Rss.Path]);
        xml.WriteElementString("title", feed.Title(site));
        xml.WriteElementString("link", site.Address.List(feed.Filter));
        xml.WriteElementString("width", "144");
        xml.WriteElementString("height", "144");
        xml.WriteEndElement();
        foreach (var entry in feed.Entries) Item(xml, entry);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        if (relation != "hub") xml.WriteAttributeString("type", FeedFormat.Rss.Type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Item(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", entry.Title);
        xml.WriteElementString("link", entry.Url);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Instants.Rfc822(entry.Published));
        xml.WriteElementString("updated", Atom, Instants.Rfc3339(entry.Modified));
        xml.WriteElementString("creator", Creator, entry.Author);
        xml.WriteElementString("category", entry.Category);
        // A description is read as HTML, so the plain summary is encoded as such; it stands before content:encoded, which some readers take in its place.
        xml.WriteElementString("description", Html.Encode(entry.Summary));
        xml.WriteElementString("encoded", Content, entry.Content.Source);
        if (entry.Lead is { } lead)
        {
            Enclosure(xml, lead.Url, lead.Bytes, lead.Type);
            xml.WriteStartElement("content", Media);
            xml.WriteAttributeString("url", lead.Url);
            xml.WriteAttributeString("medium", "image");
            xml.WriteAttributeString("type", lead.Type);
            xml.WriteAttributeString("fileSize", lead.Bytes.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("width", lead.Width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("height", lead.Height.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
        // There may be one enclosure only (RSS Profile); a photo is what importers look for. The PDF's link is in the text either way.
        else if (entry.Attachment is { } attachment)
        {
            Enclosure(xml, attachment.Url, attachment.Bytes, FeedAttachment.Type);
        }
        xml.WriteEndElement();
    }

    private static void Enclosure(XmlWriter xml, string url, long bytes, string type)
    {
        xml.WriteStartElement("enclosure");
        xml.WriteAttributeString("url", url);
        xml.WriteAttributeString("length", bytes.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("type", type);
        xml.WriteEndElement();
    }
}
