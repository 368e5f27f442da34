using System.Text.Json;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>JSON Feed 1.1: no nulls, no unknown keys; ours stand in <c>_kominfo</c>.</summary>
internal static class JsonFeedWriter
{
    public static byte[] Write(FeedSite site, FeedPage feed) => JsonBytes.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", feed.Title(site));
        json.WriteString("home_page_url", site.Address.List(feed.Filter));
        json.WriteString("feed_url", feed.Self(site, FeedFormat.Json));
        json.WriteString("description", feed.Description(site));
        if (feed.Older(site, FeedFormat.Json) is { } next) json.WriteString("next_url", next);
        json.WriteString("icon", site.Address[Icons.Large.Path]);
        json.WriteString("favicon", site.Address[Icons.Small.Path]);
        Author(json, site.OfficeName, site.Address["/berita"]);
        json.WriteString("language", site.Language);
        if (feed.Hubs(site) is { Count: > 0 } hubs)
        {
            json.WriteStartArray("hubs");
            foreach (var hub in hubs)
            {
                json.WriteStartObject();
                json.WriteString("type", "WebSub");
                json.WriteString("url", hub);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteStartArray("items");
        foreach (var entry in feed.Entries)
        {
            json.WriteStartObject();
            JsonItem.Write(json, entry);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    internal static void Author(Utf8JsonWriter json, string name, string address)
    {
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("url", address);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
