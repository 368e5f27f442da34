using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KominfoBot.PublicFeed.Documents;

namespace KominfoBot.PublicFeed.Api;

/// <summary><c>/openapi.json</c>: written by hand, completed with this office's name and address; a test holds it against the answers.</summary>
internal static class OpenApi
{
    public static Document Document(FeedSite site)
    {
        var description = JsonNode.Parse(Assets.Text("openapi.json"))!;
        description["info"]!["title"] = site.Title;
        description["servers"] = new JsonArray(new JsonObject { ["url"] = site.Address.Base });
        return new(Encoding.UTF8.GetBytes(description.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) })),
            ItemsApi.ContentType, site.CacheControl);
    }
}
