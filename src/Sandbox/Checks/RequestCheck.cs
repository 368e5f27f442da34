using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KominfoBot.Sandbox.BotApi;

namespace KominfoBot.Sandbox.Checks;

/// <summary>Compares each request with the Bot API's description and keeps what deviates.</summary>
internal sealed partial class RequestCheck(ApiDescription api)
{
    private const int Kept = 1000;
    private readonly Lock gate = new();
    private readonly List<Finding> findings = [];

    public IReadOnlyList<Finding> Findings
    {
        get
        {
            lock (gate)
                return [.. findings];
        }
    }

    public void Check(string method, BotApiRequest request)
    {
        if (api.FieldsOf(method) is not { } fields)
        {
            Report(method, "the description has no such method");
            return;
        }
        foreach (var (name, value) in request.Parameters)
        {
            if (fields.FirstOrDefault(field => field.Name == name) is { } field)
                CheckValue(method, field, value, request);
            else
                Report(method, $"{name} is not a parameter");
        }
        foreach (var field in fields.Where(field => field.Required && !request.Has(field.Name) && !request.Files.ContainsKey(field.Name)))
            Report(method, $"{field.Name} is missing");
        var attached = request.Parameters.Values.Select(value => value.ToJsonString()).ToList();
        foreach (var part in request.Files.Keys.Where(part => !fields.Any(field => field.Name == part) && !attached.Exists(text => text.Contains("attach://" + part, StringComparison.Ordinal))))
            Report(method, $"the uploaded part {part} is named nowhere");
    }

    public void CheckAnswer(string method, string result)
    {
        // Updates are looked at one by one when they are made: some are injected and may be of any shape.
        if (method == "getUpdates" || api.ReturnsOf(method) is not { Count: > 0 } types)
            return;
        if (result.Contains("\":null", StringComparison.Ordinal))
            Report(method, "the sandbox's own answer: has a null");
        foreach (var wrong in api.Misfits(JsonNode.Parse(result), types, "result"))
            Report(method, "the sandbox's own answer: " + wrong);
    }

    public void CheckUpdate(JsonNode update)
    {
        foreach (var wrong in api.Misfits(update, ["Update"], "update"))
            Report("getUpdates", "the sandbox's own update: " + wrong);
    }

    private void CheckValue(string method, DescribedField field, JsonNode value, BotApiRequest request)
    {
        var typed = request.AsText.Contains(field.Name) ? FromText(value.GetValue<string>(), field.Types) : value;
        if (typed is null)
        {
            Report(method, $"{field.Name} is not {string.Join(" or ", field.Types)}");
            return;
        }
        foreach (var wrong in api.Misfits(typed, field.Types.Where(type => type != "InputFile").ToList(), field.Name))
            Report(method, wrong);
        CheckLength(method, field, typed, request);
    }

    /// <summary>What a form's text means under the types that the field may have.</summary>
    private static JsonNode? FromText(string text, IReadOnlyList<string> types)
    {
        foreach (var type in types)
        {
            switch (type)
            {
                case "String" or "InputFile":
                    return JsonValue.Create(text);
                case "Integer" when long.TryParse(text, out var number):
                    return JsonValue.Create(number);
                case "Boolean" when text.ToLowerInvariant() is "true" or "1" or "false" or "0":
                    return JsonValue.Create(text.ToLowerInvariant() is "true" or "1");
                case "Integer" or "Boolean":
                    continue;
                default:
                    try
                    {
                        return JsonNode.Parse(text);
                    }
                    catch (JsonException)
                    {
                        return null;
                    }
            }
        }
        return null;
    }

    /// <summary>"1-64 bytes", "0-200 characters"; where it counts after entities parsing and there is markup, the method itself checks.</summary>
    private void CheckLength(string method, DescribedField field, JsonNode value, BotApiRequest request)
    {
        if (value.GetValueKind() != JsonValueKind.String || Length().Match(field.Description) is not { Success: true } limits)
            return;
        if (field.Description.Contains("after entities parsing", StringComparison.Ordinal) && request.Has("parse_mode"))
            return;
        var text = value.GetValue<string>();
        var size = limits.Groups[3].Value == "bytes" ? Encoding.UTF8.GetByteCount(text) : text.Length;
        if (size < int.Parse(limits.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) || size > int.Parse(limits.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture))
            Report(method, $"{field.Name} has {size} {limits.Groups[3].Value}, not {limits.Groups[1].Value}-{limits.Groups[2].Value}");
    }

    private void Report(string method, string what)
    {
        lock (gate)
        {
            if (findings.Count < Kept)
                findings.Add(new Finding(method, what));
        }
    }

    [GeneratedRegex(@"\b(\d+)-(\d+) (characters|bytes)", RegexOptions.CultureInvariant)]
    private static partial Regex Length();
}
