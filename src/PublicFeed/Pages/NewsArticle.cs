using System.Text.Json;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.Text;

namespace KominfoBot.PublicFeed.Pages;

/// <summary>The item for search engines: schema.org NewsArticle as JSON-LD, escaped so that it cannot end its script element.</summary>
internal static class NewsArticle
{
    public static byte[] Of(FeedSite site, FeedEntry entry) => JsonBytes.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "NewsArticle");
        json.WriteString("@id", entry.Id);
        json.WriteString("mainEntityOfPage", entry.Url);
        json.WriteString("url", entry.Url);
        json.WriteString("headline", entry.Title);
        if (entry.Summary.Length > 0) json.WriteString("description", entry.Summary);
        json.WriteString("datePublished", Instants.Rfc3339(entry.Published));
        json.WriteString("dateModified", Instants.Rfc3339(entry.Modified));
        json.WriteString("inLanguage", site.Language);
        json.WriteString("articleSection", entry.Category);
        json.WriteString("identifier", entry.Number);
        json.WriteStartArray("image");
        foreach (var photo in entry.Photos) json.WriteStringValue(photo.Url);
        json.WriteEndArray();
        Organization(json, "author", entry.Author, entry.AuthorUrl, logo: null);
        Organization(json, "publisher", site.OfficeName, site.Address["/berita"], site.Address[Icons.Large.Path]);
        if (entry.Corrections.Length > 0)
        {
            json.WriteStartArray("correction");
            foreach (var correction in entry.Corrections)
            {
                json.WriteStartObject();
                json.WriteString("@type", "CorrectionComment");
                json.WriteString("text", correction.Note);
                json.WriteString("datePublished", Instants.Rfc3339(correction.At));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    });

    private static void Organization(Utf8JsonWriter json, string property, string name, string address, string? logo)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", "GovernmentOrganization");
        json.WriteString("name", name);
        json.WriteString("url", address);
        if (logo is not null)
        {
            json.WriteStartObject("logo");
            json.WriteString("@type", "ImageObject");
            json.WriteString("url", logo);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
