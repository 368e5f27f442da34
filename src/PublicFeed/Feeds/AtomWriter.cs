using System.Globalization;
using System.Xml;
using KominfoBot.PublicFeed.Text;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>Atom 1.0 (RFC 4287) with tombstones (RFC 6721), paging and archives (RFC 5005).</summary>
internal static class AtomWriter
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const string Tombstones = "http://purl.org/atompub/tombstones/1.0";

    public static byte[] Write(FeedSite site, FeedPage feed) => XmlBytes.Of(xml =>
    {
        xml.WriteStartElement("feed", Namespace);
        if (feed.Tombstones.Length > 0) xml.WriteAttributeString("xmlns", "at", null, Tombstones);
        if (feed.Archive is not null) xml.WriteAttributeString("xmlns", "fh", null, FeedPage.History);
        xml.WriteAttributeString("xml", "lang", null, site.Language);
        xml.WriteElementString("id", site.TagId("berita" + feed.Filter.Query(1)));
        Text(xml, "title", feed.Title(site));
        Text(xml, "subtitle", feed.Description(site));
        xml.WriteElementString("updated", Instants.Rfc3339(feed.Updated));
        Author(xml, site.OfficeName, site.Address["/berita"]);
        xml.WriteElementString("generator", "KominfoBot");
        xml.WriteElementString("icon", site.Address[Icons.Large.Path]);
        xml.WriteElementString("logo", site.Address[Icons.Logo.Path]);
        Link(xml, "alternate", "text/html", site.Address.List(feed.Filter));
        foreach (var (relation, address) in feed.Links(site, FeedFormat.Atom)) Link(xml, relation, FeedFormat.Atom.Type, address);
        foreach (var hub in feed.Hubs(site)) Link(xml, "hub", null, hub);
        if (feed.Archive is not null) xml.WriteElementString("archive", FeedPage.History, null);
        foreach (var entry in feed.Entries) Entry(xml, entry);
        foreach (var tombstone in feed.Tombstones)
        {
            xml.WriteStartElement("deleted-entry", Tombstones);
            xml.WriteAttributeString("ref", tombstone.Id);
            xml.WriteAttributeString("when", Instants.Rfc3339(tombstone.When));
            if (tombstone.Comment is { } comment) xml.WriteElementString("comment", Tombstones, comment);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    private static void Entry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry");
        xml.WriteElementString("id", entry.Id);
        Text(xml, "title", entry.Title);
        xml.WriteElementString("updated", Instants.Rfc3339(entry.Modified));
        xml.WriteElementString("published", Instants.Rfc3339(entry.Published));
        Link(xml, "alternate", "text/html", entry.Url);
        Author(xml, entry.Author, entry.AuthorUrl);
        xml.WriteStartElement("category");
        xml.WriteAttributeString("term", entry.Category);
        xml.WriteEndElement();
        if (entry.Summary.Length > 0) Text(xml, "summary", entry.Summary);
        xml.WriteStartElement("content");
        xml.WriteAttributeString("type", "html");
        xml.WriteString(entry.Content.Source);
        xml.WriteEndElement();
        foreach (var photo in entry.Photos) Link(xml, "enclosure", photo.Type, photo.Url, photo.Bytes);
        if (entry.Attachment is { } attachment) Link(xml, "enclosure", FeedAttachment.Type, attachment.Url, attachment.Bytes);
        xml.WriteEndElement();
    }

    /// <summary>A plain text as type="html", encoded twice: markup-like words are kept by readers that ignore the type as well as by those that obey it.</summary>
    private static void Text(XmlWriter xml, string name, string text)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Html.Encode(text));
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name, string address)
    {
        xml.WriteStartElement("author");
        xml.WriteElementString("name", name);
        xml.WriteElementString("uri", address);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string? type, string address, long? length = null)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        if (type is not null) xml.WriteAttributeString("type", type);
        if (length is { } bytes) xml.WriteAttributeString("length", bytes.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
