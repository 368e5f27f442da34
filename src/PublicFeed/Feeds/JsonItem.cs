using System.Text.Json;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>An item as JSON, in the feed and in the API.</summary>
internal static class JsonItem
{
    /// <summary>The properties, inside an object that the caller has begun.</summary>
    public static void Write(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Url);
        json.WriteString("title", entry.Title);
        if (entry.Summary.Length > 0) json.WriteString("summary", entry.Summary);
        json.WriteString("content_html", entry.Content.Source);
        json.WriteString("content_text", entry.PlainText);
        if (entry.Lead is { } lead) json.WriteString("image", lead.Url);
        json.WriteString("date_published", Instants.Rfc3339(entry.Published));
        json.WriteString("date_modified", Instants.Rfc3339(entry.Modified));
        JsonFeedWriter.Author(json, entry.Author, entry.AuthorUrl);
        json.WriteStartArray("tags");
        json.WriteStringValue(entry.Category);
        json.WriteEndArray();
        if (entry.Photos.Length > 0 || entry.Attachment is not null) Attachments(json, entry);
        json.WriteStartObject("_kominfo");
        json.WriteString("number", entry.Number);
        json.WriteString("skpd", entry.SkpdCode);
        json.WriteNumber("edition", entry.Edition);
        json.WriteString("status", StatusWord(entry.Status));
        json.WriteStartArray("corrections");
        foreach (var correction in entry.Corrections)
        {
            json.WriteStartObject();
            json.WriteString("at", Instants.Rfc3339(correction.At));
            json.WriteString("note", correction.Note);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static string StatusWord(PublicationStatus status) => status switch
    {
        PublicationStatus.Published => "published",
        PublicationStatus.Corrected => "corrected",
        PublicationStatus.Retracted => "retracted",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Status terbit tidak dikenal."),
    };

    private static void Attachments(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartArray("attachments");
        foreach (var photo in entry.Photos)
        {
            json.WriteStartObject();
            json.WriteString("url", photo.Url);
            json.WriteString("mime_type", photo.Type);
            json.WriteNumber("size_in_bytes", photo.Bytes);
            json.WriteEndObject();
        }
        if (entry.Attachment is { } attachment)
        {
            json.WriteStartObject();
            json.WriteString("url", attachment.Url);
            json.WriteString("mime_type", FeedAttachment.Type);
            json.WriteString("title", attachment.Name);
            json.WriteNumber("size_in_bytes", attachment.Bytes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
