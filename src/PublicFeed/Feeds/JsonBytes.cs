using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>A JSON document as UTF-8 bytes: letters of every script readable, what could end a script element escaped.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream(64 * 1024);
        using (var json = new Utf8JsonWriter(bytes, Options))
            write(json);
        return bytes.ToArray();
    }
}
