using System.Text.Json.Nodes;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>The Bot API's MessageEntity.</summary>
internal sealed record TextEntity(string Type, int Offset, int Length, string? Url = null, string? Language = null, JsonNode? Rest = null)
{
    private static readonly HashSet<string> Known =
    [
        "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline", "strikethrough",
        "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention", "custom_emoji", "date_time",
    ];

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["type"] = Type, ["offset"] = Offset, ["length"] = Length };
        if (Url is not null)
            json["url"] = Url;
        if (Language is not null && Type == "pre")
            json["language"] = Language;
        return json;
    }

    /// <summary>Reads and checks a list of entities against the text that they format.</summary>
    public static List<TextEntity> ReadList(JsonNode list, string text)
    {
        if (list is not JsonArray array)
            throw BotApiError.BadRequest("can't parse entities: expected an Array");
        var read = new List<TextEntity>();
        foreach (var item in array)
        {
            if (item is not JsonObject fields)
                throw BotApiError.BadRequest("can't parse MessageEntity: expected an Object");
            var type = fields["type"]?.GetValue<string>() ?? "";
            if (!Known.Contains(type))
                throw BotApiError.BadRequest($"can't parse MessageEntity: unsupported type \"{type}\"");
            var offset = fields["offset"]?.GetValue<int>() ?? throw BotApiError.BadRequest("can't parse MessageEntity: can't find field \"offset\"");
            var length = fields["length"]?.GetValue<int>() ?? throw BotApiError.BadRequest("can't parse MessageEntity: can't find field \"length\"");
            if (offset < 0)
                throw BotApiError.BadRequest($"receive an entity with incorrect offset {offset}");
            if (length < 0)
                throw BotApiError.BadRequest($"receive an entity with incorrect length {length}");
            if (SplitsPair(text, offset))
                throw BotApiError.BadRequest($"entity begins in a middle of a UTF-16 symbol at offset {offset}");
            if (SplitsPair(text, offset + length))
                throw BotApiError.BadRequest($"entity ends in a middle of a UTF-16 symbol at offset {offset + length}");
            var url = fields["url"]?.GetValue<string>();
            if (length == 0 || offset >= text.Length || type == "text_link" && !Links.IsAccepted(url))
                continue;
            read.Add(new TextEntity(type, offset, Math.Min(length, text.Length - offset), url, fields["language"]?.GetValue<string>()));
        }
        return read;
    }

    private static bool SplitsPair(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]);
}

/// <summary>Which addresses Telegram makes links of.</summary>
internal static class Links
{
    /// <summary>A web address needs a host with a dot; other schemes are only Telegram's own.</summary>
    public static bool IsAccepted(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
            return false;
        var withScheme = url.Contains("://", StringComparison.Ordinal) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? url : "http://" + url;
        return Uri.TryCreate(withScheme, UriKind.Absolute, out var address) && address.Scheme.ToLowerInvariant() switch
        {
            "http" or "https" => address.Host.Contains('.', StringComparison.Ordinal) || address.HostNameType == UriHostNameType.IPv6,
            "tg" or "ton" or "mailto" => true,
            _ => false,
        };
    }
}
