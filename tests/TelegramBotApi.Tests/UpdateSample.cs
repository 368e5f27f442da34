using System.Text.Json.Nodes;

namespace KominfoBot.TelegramBotApi.Tests;

/// <summary>Random updates with the fields that the Bot API describes: required ones always, others now and then, and now and then a field, word or kind that does not exist yet.</summary>
internal sealed class UpdateSample(BotApiDescription api, Random random)
{
    public string Update(string kind) =>
        new JsonObject { ["update_id"] = random.Next(), [kind] = Value(api.Type("Update")[kind], 0), ["field_of_tomorrow"] = Tomorrow() }.ToJsonString();

    private JsonNode Object(string type, int depth)
    {
        // Some kinds are no objects in the description (a plain String among rich texts).
        if (!api.HasType(type))
            return new JsonObject();
        var subtypes = api.Subtypes(type);
        if (subtypes.Length > 0)
            return Object(subtypes[random.Next(subtypes.Length)], depth);
        var value = new JsonObject();
        foreach (var field in api.Type(type).Values)
        {
            if (field.Required || depth < 3 && random.NextDouble() < 0.3)
                value[field.Name] = Value(field, depth + 1);
        }
        if (random.NextDouble() < 0.2)
            value["field_of_tomorrow"] = Tomorrow();
        return value;
    }

    private JsonNode? Value(BotApiDescription.Field field, int depth) => Value(field.Types[random.Next(field.Types.Length)], field, depth);

    private JsonNode? Value(string type, BotApiDescription.Field field, int depth)
    {
        const string array = "Array of ";
        if (type.StartsWith(array, StringComparison.Ordinal))
            return new JsonArray([.. Enumerable.Range(0, depth > 5 ? 0 : random.Next(3)).Select(_ => Value(type[array.Length..], field, depth + 1))]);
        return type switch
        {
            // Only what is documented to need more than 32 bits gets them.
            "Integer" => JsonValue.Create(field.Description.Contains("52 significant bits", StringComparison.Ordinal) || field.Description.Contains("64-bit", StringComparison.Ordinal) ? random.NextInt64(1L << 52) : random.Next(1 << 30)),
            "Float" => JsonValue.Create(random.NextDouble()),
            "String" => JsonValue.Create(Word(field)),
            "Boolean" => JsonValue.Create(random.Next(2) == 0),
            "True" => JsonValue.Create(true),
            // Nests without end in the description; the deepest ones stay empty.
            _ => depth > 8 ? new JsonObject() : Object(type, depth),
        };
    }

    // "must be “chat”", "always “kicked”", "can be either “mention” ...": one of the words in quotes; else a text.
    private string Word(BotApiDescription.Field field)
    {
        var words = field.Description.Split('“').Skip(1).Select(part => part.Split('”')[0]).ToArray();
        return random.NextDouble() < 0.05 || words.Length == 0 ? "word_of_tomorrow" : words[random.Next(words.Length)];
    }

    private JsonObject Tomorrow() => new() { ["a"] = new JsonArray(1, "b", null), ["c"] = random.NextDouble() };
}
