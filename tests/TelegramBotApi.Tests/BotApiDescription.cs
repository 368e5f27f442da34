using System.Text.Json;

namespace KominfoBot.TelegramBotApi.Tests;

/// <summary>The Bot API as data: <c>../shared/telegram-bot-api.json</c> beside the repository, read where it lies.</summary>
internal sealed class BotApiDescription
{
    private readonly JsonElement root;

    private BotApiDescription(JsonElement root) => this.root = root;

    /// <summary>The description, or a skipped test where the file is absent.</summary>
    public static BotApiDescription OrSkip()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "telegram-bot-api.json");
            if (File.Exists(file))
                return new BotApiDescription(JsonDocument.Parse(File.ReadAllBytes(file)).RootElement);
        }
        Assert.Skip("shared/telegram-bot-api.json is not beside this clone; requests were not compared with the Bot API.");
        throw new InvalidOperationException();
    }

    public IReadOnlyDictionary<string, Field>? Method(string name) =>
        root.GetProperty("methods").TryGetProperty(name, out var method) ? Fields(method) : null;

    public string[] Returns(string method) =>
        [.. root.GetProperty("methods").GetProperty(method).GetProperty("returns").EnumerateArray().Select(type => type.GetString()!)];

    public bool HasType(string name) => root.GetProperty("types").TryGetProperty(name, out _);

    public IReadOnlyDictionary<string, Field> Type(string name) => Fields(root.GetProperty("types").GetProperty(name));

    public string[] Subtypes(string name) =>
        root.GetProperty("types").GetProperty(name).TryGetProperty("subtypes", out var subtypes) ? [.. subtypes.EnumerateArray().Select(type => type.GetString()!)] : [];

    private static Dictionary<string, Field> Fields(JsonElement owner) =>
        owner.TryGetProperty("fields", out var fields)
            ? fields.EnumerateArray().Select(field => new Field(
                field.GetProperty("name").GetString()!,
                [.. field.GetProperty("types").EnumerateArray().Select(type => type.GetString()!)],
                field.GetProperty("required").GetBoolean(),
                field.GetProperty("description").GetString()!)).ToDictionary(field => field.Name)
            : [];

    /// <summary>One parameter of a method or field of a type.</summary>
    internal sealed record Field(string Name, string[] Types, bool Required, string Description);
}
