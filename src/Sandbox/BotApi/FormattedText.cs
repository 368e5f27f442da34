using System.Text;
using System.Text.Json.Nodes;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>Text after entities parsing, with its entities; offsets count UTF-16 units.</summary>
internal sealed record FormattedText(string Text, JsonArray Entities)
{
    public const int LongestText = 4096;
    public const int LongestCaption = 1024;

    /// <summary>Reads a text parameter with either its parse_mode or its list of entities.</summary>
    public static FormattedText Read(string raw, string? parseMode, JsonNode? entities)
    {
        List<TextEntity> found;
        string text;
        switch (parseMode?.ToLowerInvariant())
        {
            case null or "":
                text = raw;
                found = entities is null ? [] : TextEntity.ReadList(entities, text);
                break;
            case "html":
                (text, found) = HtmlReader.Parse(raw);
                break;
            case "markdown" or "markdownv2":
                throw BotApiError.BadRequest("the sandbox reads parse_mode HTML or a list of entities, not Markdown");
            default:
                throw BotApiError.BadRequest("unsupported parse_mode");
        }
        (text, found) = Tidy(text, found);
        found.AddRange(EntityFinder.Find(text, found));
        found.Sort((a, b) => a.Offset != b.Offset ? a.Offset - b.Offset : b.Length - a.Length);
        return new FormattedText(text, new JsonArray([.. found.Select(entity => (JsonNode)entity.ToJson())]));
    }

    /// <summary>Text as a person types it: only the entities that Telegram finds by itself.</summary>
    public static FormattedText Plain(string text) =>
        new(text, new JsonArray([.. EntityFinder.Find(text, []).Select(entity => (JsonNode)entity.ToJson())]));

    public void PutInto(JsonObject message, string textName, string entitiesName)
    {
        message.Remove(textName);
        message.Remove(entitiesName);
        if (Text.Length > 0)
            message[textName] = Text;
        if (Entities.Count > 0)
            message[entitiesName] = Entities.DeepClone();
    }

    /// <summary>Telegram drops carriage returns and some controls, turns the other controls into spaces and trims both ends.</summary>
    private static (string, List<TextEntity>) Tidy(string text, List<TextEntity> entities)
    {
        var clean = new StringBuilder(text.Length);
        var moved = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            moved[i] = clean.Length;
            var c = text[i];
            if (c == '\r' || c is >= '\u2028' and <= '\u202e')
                continue;
            clean.Append(c < ' ' && c != '\n' ? ' ' : c);
        }
        moved[text.Length] = clean.Length;
        var all = clean.ToString();
        var start = all.Length - all.TrimStart().Length;
        var trimmed = all.Trim();
        var kept = new List<TextEntity>();
        foreach (var entity in entities)
        {
            var from = Math.Clamp(moved[Math.Min(entity.Offset, text.Length)] - start, 0, trimmed.Length);
            var to = Math.Clamp(moved[Math.Min(entity.Offset + entity.Length, text.Length)] - start, 0, trimmed.Length);
            if (to > from)
                kept.Add(entity with { Offset = from, Length = to - from });
        }
        return (trimmed, kept);
    }
}
