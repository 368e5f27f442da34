using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace KominfoBot.Bot.Updates;

/// <summary>
/// What must be known of an update before it is stored, read from the raw JSON so that no unknown kind, field or value can stop it.
/// </summary>
/// <param name="UpdateId">Null when there is no readable one: such an update cannot be acknowledged by itself and is never handled.</param>
/// <param name="Fingerprint">What it is about: the same id with another fingerprint is another update, since ids restart at random after a quiet week.</param>
/// <param name="Lane">The chat whose order counts; else the person; else 0.</param>
/// <param name="Raw">The JSON as received.</param>
public sealed record ReceivedUpdate(long? UpdateId, string Fingerprint, long Lane, string Raw)
{
    /// <summary>Kinds that the bot handles, always asked for by name: an unset list would keep an older one (getUpdates, allowed_updates).</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["message", "edited_message", "callback_query", "my_chat_member"];

    public static ReceivedUpdate Read(JsonElement update)
    {
        var raw = Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(update));
        if (update.ValueKind != JsonValueKind.Object || Number(update, "update_id") is not { } id)
            return new(null, "broken:" + Hash(raw), 0, raw);
        var (kind, content) = Content(update);
        return new(id, Fingerprinted(kind, content, raw), LaneOf(content), raw);
    }

    /// <summary>Something that is no JSON at all, kept for the operator.</summary>
    public static ReceivedUpdate Broken(ReadOnlySpan<byte> body)
    {
        // NUL: PostgreSQL has no such character.
        var raw = Encoding.UTF8.GetString(body).Replace("\0", "", StringComparison.Ordinal);
        return new(null, "broken:" + Hash(raw), 0, raw);
    }

    /// <exception cref="JsonException">It does not have the shape that the Bot API describes.</exception>
    public static Update Parse(string raw)
    {
        var json = JsonNode.Parse(raw) as JsonObject ?? throw new JsonException("Not an object.");
        // The library keeps update_id in 32 bits; nothing depends on it once the update is stored under the whole of it.
        if (json["update_id"] is JsonValue id && id.TryGetValue<long>(out var wide) && wide is < int.MinValue or > int.MaxValue)
            json["update_id"] = (int)(wide & int.MaxValue);
        return json.Deserialize<Update>(JsonBotAPI.Options) ?? throw new JsonException("Not an update.");
    }

    private static (string Kind, JsonElement Content) Content(JsonElement update)
    {
        foreach (var part in update.EnumerateObject())
            if (part.Value.ValueKind == JsonValueKind.Object)
                return (part.Name, part.Value);
        return ("empty", default);
    }

    private static string Fingerprinted(string kind, JsonElement content, string raw)
    {
        if (kind == "callback_query")
            return "press:" + (Word(content, "id") is { Length: > 0 and < 100 } press ? press : Hash(raw));
        if (Number(content, "chat", "id") is not { } chat)
            return kind + ":" + Hash(raw);
        if (Number(content, "message_id") is { } message)
            return Number(content, "edit_date") is { } edited ? Invariant($"{kind}:{chat}:{message}:{edited}") : Invariant($"{kind}:{chat}:{message}");
        return Number(content, "date") is { } date ? Invariant($"{kind}:{chat}:{date}") : kind + ":" + Hash(raw);
    }

    private static long LaneOf(JsonElement content)
        => Number(content, "chat", "id") ?? Number(content, "message", "chat", "id") ?? Number(content, "from", "id") ?? Number(content, "user", "id") ?? 0;

    private static long? Number(JsonElement element, params ReadOnlySpan<string> path)
        => At(element, path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    // Not GetString, which throws for half a surrogate pair.
    private static string? Word(JsonElement element, string name)
        => At(element, [name]) is { ValueKind: JsonValueKind.String } word ? Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(word)).Trim('"') : null;

    private static JsonElement? At(JsonElement element, ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        return element;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Hash(string raw) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(raw)).AsSpan(0, 16));
}
