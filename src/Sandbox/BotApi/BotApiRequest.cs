using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KominfoBot.Sandbox.State;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>An uploaded part, its bytes already in the vault.</summary>
internal sealed record UploadedPart(string Hash, string? FileName, long Size);

/// <summary>
/// A call of a Bot API method. Parameters come from the query string, a JSON body, a form or multipart alike (Bot API, "Making requests").
/// </summary>
internal sealed class BotApiRequest
{
    private const long LargestBody = 60_000_000;

    /// <summary>Values as they came: a string from a form or query, any JSON from a JSON body.</summary>
    public Dictionary<string, JsonNode> Parameters { get; } = [];

    public Dictionary<string, UploadedPart> Files { get; } = [];

    /// <summary>Names whose value came as text and must be parsed first when an object, number or boolean is meant.</summary>
    public HashSet<string> AsText { get; } = [];

    public static async Task<BotApiRequest> ReadAsync(HttpContext context, World world)
    {
        var request = new BotApiRequest();
        foreach (var (name, value) in context.Request.Query)
            request.AddText(name, value.ToString());
        if (HttpMethods.IsGet(context.Request.Method))
            return request;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
        if (context.Request.HasJsonContentType())
            await request.ReadJsonAsync(context);
        else if (context.Request.HasFormContentType)
            await request.ReadFormAsync(context, world);
        return request;
    }

    private async Task ReadJsonAsync(HttpContext context)
    {
        JsonNode? body;
        try
        {
            body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException)
        {
            throw BotApiError.BadRequest("can't parse JSON object");
        }
        if (body is not JsonObject fields)
            throw BotApiError.BadRequest("object expected as request body");
        foreach (var (name, value) in fields)
        {
            if (value is not null)
                Parameters[name] = value.DeepClone();
        }
    }

    private async Task ReadFormAsync(HttpContext context, World world)
    {
        var form = await new FormFeature(context.Request, new FormOptions { MultipartBodyLengthLimit = LargestBody, ValueLengthLimit = 1 << 20 })
            .ReadFormAsync(context.RequestAborted);
        foreach (var (name, value) in form)
            AddText(name, value.ToString());
        foreach (var part in form.Files)
        {
            await using var content = part.OpenReadStream();
            Files[part.Name] = new UploadedPart(await world.Files.SaveAsync(content, context.RequestAborted), part.FileName, part.Length);
        }
    }

    private void AddText(string name, string value)
    {
        Parameters[name] = JsonValue.Create(value);
        AsText.Add(name);
    }

    public bool Has(string name) => Parameters.ContainsKey(name);

    public string? Text(string name) => Parameters.TryGetValue(name, out var value)
        ? value is JsonValue simple && simple.TryGetValue<string>(out var text) ? text : value.ToJsonString()
        : null;

    public long? Integer(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw BotApiError.BadRequest($"parameter \"{name}\" must be an integer");
    }

    public bool Flag(string name) => Text(name) is { } text && text.ToLowerInvariant() is "true" or "1" or "yes";

    /// <summary>An object or array, parsed from its text where it came in a form.</summary>
    public JsonNode? Json(string name)
    {
        if (!Parameters.TryGetValue(name, out var value))
            return null;
        if (value is not JsonValue simple || !simple.TryGetValue<string>(out var text))
            return value;
        if (text.Length == 0)
            return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw BotApiError.BadRequest($"can't parse {name} JSON object");
        }
    }

    /// <summary>A parameter without which the method has nothing to do.</summary>
    public string Required(string name, string complaint) =>
        Text(name) is { Length: > 0 } text ? text : throw BotApiError.BadRequest(complaint);
}
