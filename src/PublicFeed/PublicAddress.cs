using System.Runtime.CompilerServices;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.PublicFeed;

/// <summary>Every absolute link, built from the one configured base.</summary>
internal sealed class PublicAddress
{
    public PublicAddress(string baseUrl)
    {
        var address = new Uri(baseUrl, UriKind.Absolute);
        Host = address.IdnHost;
        var host = address.HostNameType is UriHostNameType.IPv6 ? $"[{Host}]" : Host;
        Origin = address.IsDefaultPort ? $"{address.Scheme}://{host}" : FormattableString.Invariant($"{address.Scheme}://{host}:{address.Port}");
        Base = Origin + address.AbsolutePath.TrimEnd('/');
    }

    /// <summary>Without a slash at its end.</summary>
    public string Base { get; }

    /// <summary>Scheme, host and port, as a Content-Security-Policy names them.</summary>
    public string Origin { get; }

    public string Host { get; }

    /// <summary>A path of this site, from its first slash.</summary>
    [IndexerName("Path")]
    public string this[string path] => Base + path;

    /// <summary>The permanent link of an item.</summary>
    public string Item(string number, string slug) => $"{Base}/berita/{Uri.EscapeDataString(number)}/{Uri.EscapeDataString(slug)}";

    public string Item(PublishedItem item) => Item(item.Number, item.Slug);

    public string Media(string hash, PhotoVariant variant) => $"{Base}/media/{hash}-{variant.Name}.{variant.Format}";

    public string Document(string hash) => $"{Base}/media/{hash}.pdf";

    public string Feed(FeedFormat format, FeedFilter filter, int page = 1) => Base + format.Path + filter.Query(page);

    /// <summary>An archive document of the whole feed.</summary>
    public string Archive(FeedFormat format, long archive) => FormattableString.Invariant($"{Base}{format.Path}?arsip={archive}");

    /// <summary>The readable list of the same items.</summary>
    public string List(FeedFilter filter) => Base + "/berita" + filter.Query(1);
}
