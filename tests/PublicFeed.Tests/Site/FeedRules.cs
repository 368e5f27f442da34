using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KominfoBot.PublicFeed.Tests.Site;

/// <summary>
/// What the W3C feed validator finds in RSS 2.0 and Atom 1.0, the RSS Advisory Board's best practices profile, and JSON Feed 1.1, as far as a document alone
/// shows it. Each finding begins with the rule's name (the validator's where it has one).
/// </summary>
internal static partial class FeedRules
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Creator = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    private static readonly XNamespace History = "http://purl.org/syndication/history/1.0";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    private static readonly string[] ChannelElements = ["title", "link", "description", "language", "lastBuildDate", "generator", "ttl", "image", "item"];
    private static readonly string[] ItemElements = ["title", "link", "guid", "pubDate", "category", "description", "enclosure"];
    private static readonly string[] FeedKeys = ["version", "title", "home_page_url", "feed_url", "description", "next_url", "icon", "favicon", "authors", "language", "items"];
    private static readonly string[] ItemKeys = ["id", "url", "title", "summary", "content_html", "content_text", "image", "date_published", "date_modified", "authors", "tags", "attachments"];

    /// <param name="location">Where the document was read from, as the public sees it.</param>
    public static List<string> Broken(byte[] document, string location)
        => location.Contains("/rss.xml", StringComparison.Ordinal) ? Rss(document, location)
            : location.Contains("/atom.xml", StringComparison.Ordinal) ? AtomFeed(document, location)
            : JsonFeed(document, location);

    private static List<string> Rss(byte[] document, string location)
    {
        var found = new Findings();
        if (Xml(document, found) is not { } rss) return found.All;
        found.Unless("rss version", rss.Name == "rss" && rss.Attribute("version")?.Value == "2.0");
        var channel = rss.Elements().Single();
        foreach (var required in (string[])["title", "link", "description", "language", "lastBuildDate"]) found.Unless("MissingElement", channel.Elements(required).Count() == 1, required);
        Known(channel, ChannelElements, [Atom + "link", History + "archive"], found);
        found.Unless("InvalidRFC2822Date", IsRfc822(channel.Element("lastBuildDate")!.Value), channel.Element("lastBuildDate")!.Value);
        found.Unless("InvalidLanguage", Language().IsMatch(channel.Element("language")!.Value));
        found.Unless("InvalidInteger", int.TryParse(channel.Element("ttl")!.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ttl) && ttl > 0, "ttl");
        var self = channel.Elements(Atom + "link").Where(link => link.Attribute("rel")!.Value == "self").ToList();
        found.Unless("MissingAtomSelfLink", self.Count == 1);
        found.Unless("SelfDoesntMatchLocation", self.All(link => link.Attribute("href")!.Value == location));
        found.Unless("atom:link type", channel.Elements(Atom + "link").All(link => link.Attribute("type")!.Value == "application/rss+xml"));
        var image = channel.Element("image")!;
        found.Unless("ImageTitleDoesntMatch", image.Element("title")!.Value == channel.Element("title")!.Value);
        found.Unless("ImageLinkDoesntMatch", image.Element("link")!.Value == channel.Element("link")!.Value);
        found.Unless("InvalidWidth", int.Parse(image.Element("width")!.Value, CultureInfo.InvariantCulture) <= 144 && int.Parse(image.Element("height")!.Value, CultureInfo.InvariantCulture) <= 400);
        Urls(found, channel.Element("link")!.Value, image.Element("url")!.Value);
        foreach (var item in channel.Elements("item")) RssItem(item, found);
        found.Unless("duplicate guid", AreDistinct(channel.Elements("item").Select(item => item.Element("guid")!.Value)));
        var dates = channel.Elements("item").Select(item => item.Element("pubDate")!.Value).Where(IsRfc822).Select(Instant).ToList();
        found.Unless("newest first", dates.SequenceEqual(dates.OrderDescending()));
        if (IsRfc822(channel.Element("lastBuildDate")!.Value)) found.Unless("pubDate after lastBuildDate", dates.All(date => date <= Instant(channel.Element("lastBuildDate")!.Value)));
        return found.All;
    }

    private static void RssItem(XElement item, Findings found)
    {
        Known(item, ItemElements, [Atom + "updated", Creator + "creator", Content + "encoded", Media + "content"], found);
        foreach (var required in (string[])["title", "link", "guid", "pubDate", "description"]) found.Unless("MissingElement", item.Elements(required).Any(), required);
        foreach (var blank in item.Elements().Where(element => element.IsEmpty ? !element.HasAttributes : element.Value.Length == 0)) found.Add("NotBlank", blank.Name.LocalName);
        foreach (var spaced in item.Elements().Where(element => element.Name != Content + "encoded" && element.Value != element.Value.Trim())) found.Add("UnexpectedWhitespace", spaced.Name.LocalName);
        found.Unless("InvalidRFC2822Date", IsRfc822(item.Element("pubDate")!.Value), item.Element("pubDate")!.Value);
        found.Unless("InvalidPermalink", item.Element("guid")!.Attribute("isPermaLink")?.Value == "false" || IsAbsolute(item.Element("guid")!.Value));
        found.Unless("InvalidContact", item.Elements("author").All(author => author.Value.Contains('@', StringComparison.Ordinal)));
        found.Unless("DuplicateSemantics", item.Element("author") is null || item.Element(Creator + "creator") is null);
        var names = item.Elements().Select(element => element.Name).ToList();
        found.Unless("NeedDescriptionBeforeContent", names.IndexOf("description") < names.IndexOf(Content + "encoded"));
        Urls(found, item.Element("link")!.Value);
        if (item.Element("enclosure") is { } enclosure)
        {
            Urls(found, enclosure.Attribute("url")!.Value);
            found.Unless("InvalidNonNegativeInteger", IsCount(enclosure.Attribute("length")?.Value), "enclosure length");
            found.Unless("InvalidMIMEType", MimeType().IsMatch(enclosure.Attribute("type")?.Value ?? ""), "enclosure");
        }
        foreach (var media in item.Elements(Media + "content"))
        {
            Urls(found, media.Attribute("url")!.Value);
            found.Unless("InvalidMediaMedium", media.Attribute("medium")!.Value is "image" or "audio" or "video" or "document" or "executable");
            foreach (var number in (string[])["fileSize", "width", "height"]) found.Unless("InvalidNonNegativeInteger", IsCount(media.Attribute(number)?.Value), number);
        }
        Html(item.Element(Content + "encoded")!.Value, found);
        Html(item.Element("description")!.Value, found);
    }

    private static List<string> AtomFeed(byte[] document, string location)
    {
        var found = new Findings();
        if (Xml(document, found) is not { } feed) return found.All;
        found.Unless("feed element", feed.Name == Atom + "feed");
        found.Unless("MissingLanguage", Language().IsMatch(feed.Attribute(XNamespace.Xml + "lang")?.Value ?? ""));
        Known(feed, [], [.. Names("id", "title", "subtitle", "updated", "author", "generator", "icon", "logo", "link", "entry"), History + "archive", Tombstones + "deleted-entry"], found);
        AtomCommon(feed, found);
        found.Unless("MissingSelf", feed.Elements(Atom + "link").Count(link => link.Attribute("rel")!.Value == "self") == 1);
        found.Unless("SelfDoesntMatchLocation", feed.Elements(Atom + "link").Where(link => link.Attribute("rel")!.Value == "self").All(link => link.Attribute("href")!.Value == location));
        Urls(found, feed.Element(Atom + "icon")!.Value, feed.Element(Atom + "logo")!.Value);
        var entries = feed.Elements(Atom + "entry").ToList();
        foreach (var entry in entries)
        {
            Known(entry, [], Names("id", "title", "updated", "published", "link", "author", "category", "summary", "content"), found);
            AtomCommon(entry, found);
            found.Unless("InvalidRFC3339Date", IsRfc3339(entry.Element(Atom + "published")!.Value));
            found.Unless("updated before published", string.CompareOrdinal(entry.Element(Atom + "published")!.Value, entry.Element(Atom + "updated")!.Value) <= 0);
            found.Unless("updated after the feed's", string.CompareOrdinal(entry.Element(Atom + "updated")!.Value, feed.Element(Atom + "updated")!.Value) <= 0);
            found.Unless("NotBlank", entry.Elements(Atom + "category").All(category => category.Attribute("term") is { Value.Length: > 0 }), "category");
            foreach (var enclosure in entry.Elements(Atom + "link").Where(link => link.Attribute("rel")!.Value == "enclosure")) found.Unless("InvalidNonNegativeInteger", IsCount(enclosure.Attribute("length")?.Value), "enclosure");
            Html(entry.Element(Atom + "content")!.Value, found);
        }
        found.Unless("DuplicateEntries", AreDistinct(entries.Select(entry => entry.Element(Atom + "id")!.Value)));
        var published = entries.Select(entry => entry.Element(Atom + "published")!.Value).ToList();
        found.Unless("newest first", published.SequenceEqual(published.OrderDescending(StringComparer.Ordinal)));
        foreach (var gone in feed.Elements(Tombstones + "deleted-entry"))
        {
            found.Unless("deleted-entry", gone.Attribute("ref") is { Value.Length: > 0 } && IsRfc3339(gone.Attribute("when")?.Value ?? ""));
            found.Unless("deleted entry is still there", entries.All(entry => entry.Element(Atom + "id")!.Value != gone.Attribute("ref")!.Value));
        }
        return found.All;
    }

    /// <summary>What a feed and an entry both must have (RFC 4287 sections 4.1.1, 4.1.2).</summary>
    private static void AtomCommon(XElement parent, Findings found)
    {
        foreach (var required in (string[])["id", "title", "updated"]) found.Unless("MissingElement", parent.Elements(Atom + required).Count() == 1, required);
        var id = parent.Element(Atom + "id")!.Value;
        found.Unless("InvalidFullLink", Uri.TryCreate(id, UriKind.Absolute, out _) && id == id.Trim(), id);
        found.Unless("InvalidRFC3339Date", IsRfc3339(parent.Element(Atom + "updated")!.Value));
        found.Unless("MissingAuthor", parent.Elements(Atom + "author").Any(author => author.Element(Atom + "name") is { Value.Length: > 0 } && IsAbsolute(author.Element(Atom + "uri")!.Value)));
        found.Unless("MissingAlternate", parent.Elements(Atom + "link").Count(link => link.Attribute("rel")!.Value == "alternate") == 1);
        found.Unless("DuplicateAtomLink", AreDistinct(parent.Elements(Atom + "link").Select(link => $"{link.Attribute("rel")!.Value} {link.Attribute("href")!.Value}")));
        foreach (var link in parent.Elements(Atom + "link"))
        {
            Urls(found, link.Attribute("href")!.Value);
            found.Unless("InvalidMIMEType", MimeType().IsMatch(link.Attribute("type")?.Value ?? ""), "link");
        }
        foreach (var text in parent.Elements().Where(element => element.Name.LocalName is "title" or "subtitle" or "summary"))
        {
            found.Unless("text type", text.Attribute("type")?.Value == "html");
            found.Unless("markup in a plain text", new HtmlParser().ParseDocument(text.Value).Body!.Children.Length == 0, text.Value);
        }
    }

    private static List<string> JsonFeed(byte[] document, string location)
    {
        var found = new Findings();
        var feed = JsonDocument.Parse(document).RootElement;
        found.Unless("version first", feed.EnumerateObject().First() is { Name: "version" } version && version.Value.GetString() == "https://jsonfeed.org/version/1.1");
        found.Unless("feed_url", feed.GetProperty("feed_url").GetString() == location);
        found.Unless("next_url repeats", !feed.TryGetProperty("next_url", out var next) || next.GetString() != location);
        Keys(feed, FeedKeys, found);
        foreach (var name in (string[])["home_page_url", "feed_url", "icon", "favicon"]) Urls(found, feed.GetProperty(name).GetString()!);
        found.Unless("InvalidLanguage", Language().IsMatch(feed.GetProperty("language").GetString()!));
        var items = feed.GetProperty("items").EnumerateArray().ToList();
        foreach (var item in items)
        {
            Keys(item, ItemKeys, found);
            found.Unless("content", item.TryGetProperty("content_html", out var html) && html.GetString() is { Length: > 0 });
            Urls(found, item.GetProperty("url").GetString()!);
            if (item.TryGetProperty("image", out var image)) Urls(found, image.GetString()!);
            foreach (var date in (string[])["date_published", "date_modified"]) found.Unless("InvalidRFC3339Date", IsRfc3339(item.GetProperty(date).GetString()!));
            foreach (var author in item.GetProperty("authors").EnumerateArray()) Urls(found, author.GetProperty("url").GetString()!);
            found.Unless("tags", item.GetProperty("tags").EnumerateArray().All(tag => tag.GetString() is { Length: > 0 }));
            Html(html.GetString()!, found);
            if (!item.TryGetProperty("attachments", out var attachments)) continue;
            foreach (var attachment in attachments.EnumerateArray())
            {
                Urls(found, attachment.GetProperty("url").GetString()!);
                found.Unless("InvalidMIMEType", MimeType().IsMatch(attachment.GetProperty("mime_type").GetString()!), "attachment");
                found.Unless("size_in_bytes", attachment.GetProperty("size_in_bytes").GetInt64() > 0);
            }
        }
        found.Unless("duplicate id", AreDistinct(items.Select(item => item.GetProperty("id").GetString()!)));
        var dates = items.Select(item => item.GetProperty("date_published").GetString()!).ToList();
        found.Unless("newest first", dates.SequenceEqual(dates.OrderDescending(StringComparer.Ordinal)));
        return found.All;
    }

    /// <summary>Only keys that the specification names, or an object under "_": and nothing is null.</summary>
    private static void Keys(JsonElement element, string[] known, Findings found)
    {
        foreach (var property in element.EnumerateObject())
        {
            found.Unless("null", property.Value.ValueKind is not JsonValueKind.Null, property.Name);
            found.Unless("unknown key", property.Name[0] == '_' ? property.Value.ValueKind is JsonValueKind.Object : known.Contains(property.Name), property.Name);
        }
        found.Unless("key twice", AreDistinct(element.EnumerateObject().Select(property => property.Name)));
    }

    /// <summary>UTF-8 without a mark, no DOCTYPE, well-formed, no character that XML 1.0 forbids.</summary>
    private static XElement? Xml(byte[] document, Findings found)
    {
        found.Unless("byte order mark", document is not [0xEF, 0xBB, 0xBF, ..]);
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(document);
            found.Unless("encoding", text.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", StringComparison.OrdinalIgnoreCase));
            using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        }
        catch (Exception error) when (error is XmlException or DecoderFallbackException)
        {
            found.Add("SAXError", error.Message);
            return null;
        }
    }

    private static void Known(XElement parent, string[] plain, XName[] others, Findings found)
    {
        foreach (var unknown in parent.Elements().Where(element => !plain.Contains(element.Name.NamespaceName.Length == 0 ? element.Name.LocalName : "") && !others.Contains(element.Name)))
            found.Add("UndefinedElement", unknown.Name.ToString());
        foreach (var twice in parent.Elements().Where(element => element.Name.LocalName is not ("item" or "entry" or "link" or "category" or "deleted-entry")).GroupBy(element => element.Name).Where(group => group.Count() > 1))
            found.Add("DuplicateElement", twice.Key.LocalName);
    }

    /// <summary>Nothing relative, nothing that a reader must strip (SecurityRisk), a text for every picture.</summary>
    private static void Html(string html, Findings found)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).Body!.QuerySelectorAll("*"))
        {
            found.Unless("SecurityRisk", Allowed.Contains(element.LocalName), element.LocalName);
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name is "href" or "src") found.Unless("ContainsRelRef", IsAbsolute(attribute.Value), attribute.Value);
                else found.Unless("SecurityRiskAttr", attribute.Name is "alt" or "width" or "height", attribute.Name);
            }
            if (element.LocalName == "img") found.Unless("alt", element.GetAttribute("alt") is { Length: > 0 });
        }
    }

    private static readonly string[] Allowed = ["p", "br", "a", "strong", "em", "u", "s", "code", "blockquote", "figure", "figcaption", "img"];

    private static XName[] Names(params string[] names) => [.. names.Select(name => Atom + name)];

    private static void Urls(Findings found, params ReadOnlySpan<string> urls)
    {
        foreach (var url in urls) found.Unless("InvalidURL", IsAbsolute(url) && !url.Contains(' ', StringComparison.Ordinal), url);
    }

    private static bool IsAbsolute(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static bool IsCount(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

    private static bool IsRfc822(string text) => DateTimeOffset.TryParseExact(text, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && ZoneWithoutColon().IsMatch(text);

    private static DateTimeOffset Instant(string rfc822) => DateTimeOffset.Parse(rfc822, CultureInfo.InvariantCulture);

    private static bool IsRfc3339(string text) => Offset().IsMatch(text) && DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool AreDistinct(IEnumerable<string> values) => values.GroupBy(value => value).All(group => group.Count() == 1);

    [GeneratedRegex(@" [+-]\d{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneWithoutColon();

    [GeneratedRegex(@"(Z|[+-]\d{2}:\d{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    [GeneratedRegex(@"\A[a-z]+/[a-z0-9.+-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex MimeType();

    private sealed class Findings
    {
        public List<string> All { get; } = [];

        public void Add(string rule, string what) => All.Add($"{rule}: {what}");

        public void Unless(string rule, bool holds, string what = "")
        {
            if (!holds) Add(rule, what);
        }
    }
}
