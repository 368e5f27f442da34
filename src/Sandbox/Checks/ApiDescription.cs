using System.Text.Json.Nodes;

namespace KominfoBot.Sandbox.Checks;

/// <summary>A field of a method or type.</summary>
internal sealed record DescribedField(string Name, IReadOnlyList<string> Types, bool Required, string Description);

/// <summary>The machine-readable description of the Bot API: methods and types with their fields.</summary>
internal sealed class ApiDescription
{
    private readonly Dictionary<string, List<DescribedField>> methods = [];
    private readonly Dictionary<string, List<string>> returns = [];
    private readonly Dictionary<string, List<DescribedField>> types = [];
    private readonly Dictionary<string, List<string>> subtypes = [];

    public static ApiDescription Read(string path)
    {
        var root = JsonNode.Parse(File.ReadAllText(path))!;
        var api = new ApiDescription();
        foreach (var (name, method) in root["methods"]!.AsObject())
        {
            api.methods[name] = Fields(method!);
            api.returns[name] = Strings(method!["returns"]);
        }
        foreach (var (name, type) in root["types"]!.AsObject())
        {
            api.types[name] = Fields(type!);
            api.subtypes[name] = Strings(type!["subtypes"]);
        }
        return api;
    }

    public IReadOnlyList<DescribedField>? FieldsOf(string method) => methods.GetValueOrDefault(method);

    public IReadOnlyList<string> ReturnsOf(string method) => returns.GetValueOrDefault(method) ?? [];

    /// <summary>What is wrong with a value that should have one of some types; empty when it fits one.</summary>
    public List<string> Misfits(JsonNode? value, IReadOnlyList<string> expected, string path)
    {
        List<string>? least = null;
        foreach (var type in expected)
        {
            var wrong = Misfits(value, type, path);
            if (wrong.Count == 0)
                return wrong;
            if (least is null || wrong.Count < least.Count)
                least = wrong;
        }
        return least ?? [];
    }

    private List<string> Misfits(JsonNode? value, string type, string path)
    {
        if (type.StartsWith("Array of ", StringComparison.Ordinal))
        {
            if (value is not JsonArray items)
                return [$"{path} is not an array"];
            return items.SelectMany((item, i) => Misfits(item, type["Array of ".Length..], $"{path}[{i}]")).ToList();
        }
        switch (type)
        {
            case "Integer": return value is JsonValue number && number.ToJsonString() is var digits && long.TryParse(digits, out _) ? [] : [$"{path} is not an integer"];
            case "Float" or "Float number": return value?.GetValueKind() == System.Text.Json.JsonValueKind.Number ? [] : [$"{path} is not a number"];
            case "String": return value?.GetValueKind() == System.Text.Json.JsonValueKind.String ? [] : [$"{path} is not a string"];
            case "Boolean": return value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False ? [] : [$"{path} is not a boolean"];
            case "True": return value?.GetValueKind() == System.Text.Json.JsonValueKind.True ? [] : [$"{path} is not true"];
        }
        if (subtypes.GetValueOrDefault(type) is { Count: > 0 } variants)
            return Misfits(value, variants, path);
        return value is JsonObject fields ? ObjectMisfits(fields, type, path) : [$"{path} is not a {type}"];
    }

    private List<string> ObjectMisfits(JsonObject value, string type, string path)
    {
        if (!types.TryGetValue(type, out var fields))
            return [$"{path}: the description has no type {type}"];
        var wrong = new List<string>();
        foreach (var (name, inner) in value)
        {
            // A null means the same as an absent field.
            if (fields.Find(field => field.Name == name) is { } field)
                wrong.AddRange(inner is null ? [] : Misfits(inner, field.Types, $"{path}.{name}"));
            else
                wrong.Add($"{path}.{name} is not a field of {type}");
        }
        wrong.AddRange(fields.Where(field => field.Required && value[field.Name] is null).Select(field => $"{path}.{field.Name} is missing"));
        // Variants of one kind (such as ChatMember) are told apart by a fixed word that the description gives in prose.
        foreach (var field in fields.Where(field => field.Name is "type" or "status" or "source"))
        {
            if (Fixed(field.Description) is { } word && value[field.Name]?.ToString() is { } given && given != word)
                wrong.Add($"{path}.{field.Name} is \"{given}\", not \"{word}\"");
        }
        return wrong;
    }

    private static string? Fixed(string description)
    {
        foreach (var lead in (string[])["must be ", "always \"", "always “"])
        {
            var at = description.IndexOf(lead, StringComparison.Ordinal);
            if (at >= 0)
                return description[(at + lead.Length)..].Trim('"', '“', '”').Split(' ', '"', '”')[0].Trim('.', ',');
        }
        return null;
    }

    private static List<DescribedField> Fields(JsonNode owner) => owner["fields"] is JsonArray fields
        ? fields.Select(field => new DescribedField(field!["name"]!.GetValue<string>(), Strings(field["types"]),
            field["required"]!.GetValue<bool>(), field["description"]!.GetValue<string>())).ToList()
        : [];

    private static List<string> Strings(JsonNode? list) => list is JsonArray items ? items.Select(item => item!.GetValue<string>()).ToList() : [];
}
