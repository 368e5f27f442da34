using System.ServiceModel.Syndication;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using KominfoBot.PublicFeed.Outside;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Sites;

namespace KominfoBot.Bot.Sites;

/// <summary>Reads an agency's feed, RSS 2.0 or Atom 1.0, as text only: nothing of it is ever taken for markup, and its links lead to web pages or nowhere.</summary>
internal static partial class SiteReader
{
    /// <summary>Bytes, after decompression.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    private static readonly XmlReaderSettings settings = new()
    {
        // An entity of its own may grow without end or reach for a file.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 0,
        MaxCharactersInDocument = MostBytes,
        CheckCharacters = false,
    };

    /// <exception cref="OutsideException">It is no feed.</exception>
    public static IReadOnlyList<SiteEntry> Read(byte[] document, Uri address)
    {
        SyndicationFeed feed;
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(document), settings);
            feed = SyndicationFeed.Load(xml) ?? throw new OutsideException("isinya bukan RSS atau Atom");
        }
        catch (Exception error) when (error is XmlException or FormatException or InvalidOperationException or ArgumentException or DecoderFallbackException)
        {
            throw new OutsideException("isinya bukan RSS atau Atom yang dapat dibaca", error);
        }
        return [.. feed.Items.Take(SiteDesk.EntryLimit).Select(item => EntryOf(item, address)).OfType<SiteEntry>().DistinctBy(entry => entry.ItemId)];
    }

    private static SiteEntry? EntryOf(SyndicationItem item, Uri address)
    {
        var link = item.Links.Where(each => each.RelationshipType is null or "alternate").Concat(item.Links).Select(each => Absolute(each.Uri, item.BaseUri ?? address)).OfType<Uri>().FirstOrDefault();
        if (link is null || link.AbsoluteUri.Length > SiteItemRow.IdLimit) return null;
        var title = Cut(Words(item.Title?.Text), SiteItemRow.TitleLimit);
        if (title.Length == 0) return null;
        var id = string.IsNullOrWhiteSpace(item.Id) ? link.AbsoluteUri : PlainText.OneLine(item.Id);
        var summary = Cut(Words(item.Summary?.Text), SiteItemRow.SummaryLimit);
        return new SiteEntry(id[..Math.Min(id.Length, SiteItemRow.IdLimit)], link.AbsoluteUri, title, summary.Length == 0 ? null : summary, DateOf(item));
    }

    private static Uri? Absolute(Uri? link, Uri address)
        => link is { OriginalString.Length: > 0 } && (link.IsAbsoluteUri ? link : Uri.TryCreate(address, link, out var resolved) ? resolved : null) is { Scheme: "http" or "https", UserInfo: "" } absolute ? absolute : null;

    /// <summary>A date that nobody understands throws when it is asked for.</summary>
    private static DateTimeOffset? DateOf(SyndicationItem item)
    {
        foreach (var date in (Func<DateTimeOffset>[])[() => item.PublishDate, () => item.LastUpdatedTime])
            try
            {
                if (date() is { Year: > 1990 } at) return at;
            }
            catch (Exception error) when (error is XmlException or FormatException)
            {
                // As if it were not there.
            }
        return null;
    }

    /// <summary>What a reader would see of a piece of HTML, in one line.</summary>
    private static string Words(string? html) => html is null ? "" : Blanks().Replace(PlainText.OneLine(System.Net.WebUtility.HtmlDecode(Tag().Replace(html[..Math.Min(html.Length, 20_000)], " "))), " ").Trim();

    private static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var at = text.LastIndexOf(' ', most - 2);
        at = at > most / 2 ? at : char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..at] + "…";
    }

    [GeneratedRegex(@"\s{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex("<[^>]*>?", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
