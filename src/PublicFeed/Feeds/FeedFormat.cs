namespace KominfoBot.PublicFeed.Feeds;

/// <summary>A way to write the feed. Each has its own address: nothing is negotiated on one address (WebSub section 4).</summary>
/// <param name="Type">The media type alone, as links name it.</param>
/// <param name="ContentType">As the header says it (RFC 4287 section 7; JSON Feed 1.1, suggestions for publishers).</param>
internal sealed record FeedFormat(string Path, string Name, string Type, string ContentType, Func<FeedSite, FeedPage, byte[]> Write)
{
    public static FeedFormat Rss { get; } = new("/rss.xml", "RSS", "application/rss+xml", "application/rss+xml; charset=utf-8", RssWriter.Write);
    public static FeedFormat Atom { get; } = new("/atom.xml", "Atom", "application/atom+xml", "application/atom+xml; charset=utf-8", AtomWriter.Write);
    public static FeedFormat Json { get; } = new("/feed.json", "JSON Feed", "application/feed+json", "application/feed+json", JsonFeedWriter.Write);

    public static IReadOnlyList<FeedFormat> All { get; } = [Rss, Atom, Json];
}
