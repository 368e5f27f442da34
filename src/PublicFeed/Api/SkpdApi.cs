using System.Text.Json;
using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.State;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;
using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Api;

/// <summary><c>/api/skpd</c>: the agencies with their public profiles and feeds, and the categories.</summary>
internal sealed class SkpdApi(FeedSite site, CurrentFeed current, PublishedNews news)
{
    public async ValueTask<IAnswer> List(HttpContext http)
    {
        var registry = await Latest(http.RequestAborted);
        return new Document(JsonBytes.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("skpd");
            foreach (var skpd in registry.Skpds) Skpd(json, skpd);
            json.WriteEndArray();
            json.WriteStartArray("categories");
            foreach (var category in registry.Categories) Category(json, category);
            json.WriteEndArray();
            json.WriteEndObject();
        }), ItemsApi.ContentType, site.CacheControl);
    }

    /// <summary>As it stands now; while the store is out of reach (the health page says so), as last read.</summary>
    private async Task<Registry> Latest(CancellationToken cancel)
    {
        try
        {
            return await Registry.Read(news, cancel);
        }
        catch (Exception error) when (PublicEndpoint.IsStoreOutOfReach(error) && current.State is not null)
        {
            return current.State.Registry;
        }
    }

    private void Skpd(Utf8JsonWriter json, PublishedSkpd skpd)
    {
        json.WriteStartObject();
        json.WriteString("code", skpd.Code);
        json.WriteString("name", CleanText.Line(skpd.Name));
        json.WriteString("short_name", CleanText.Line(skpd.ShortName));
        Optional(json, "head", skpd.Head);
        Optional(json, "address", skpd.Address);
        Optional(json, "phone", skpd.Phone);
        Optional(json, "site_url", skpd.SiteUrl);
        Optional(json, "site_feed_url", skpd.FeedUrl);
        Addresses(json, new(skpd.Code));
        json.WriteEndObject();
    }

    private void Category(Utf8JsonWriter json, PublishedCategory category)
    {
        json.WriteStartObject();
        json.WriteString("code", category.Code);
        json.WriteString("name", CleanText.Line(category.Name));
        Addresses(json, new(Category: category.Code));
        json.WriteEndObject();
    }

    private void Addresses(Utf8JsonWriter json, FeedFilter filter)
    {
        json.WriteString("url", site.Address.List(filter));
        json.WriteString("rss_url", site.Address.Feed(FeedFormat.Rss, filter));
        json.WriteString("atom_url", site.Address.Feed(FeedFormat.Atom, filter));
        json.WriteString("json_url", site.Address.Feed(FeedFormat.Json, filter));
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null && CleanText.Line(value) is { Length: > 0 } text) json.WriteString(name, text);
    }
}
