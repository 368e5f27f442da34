using System.Text.Json.Nodes;

namespace KominfoBot.Sandbox.State;

/// <summary>What the bot told Telegram about itself: menus, descriptions, webhook.</summary>
internal sealed class BotProfile(World world)
{
    private readonly Dictionary<string, JsonNode> facts = [];

    public long Id { get; } = long.Parse(world.Options.Token.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture);

    public JsonObject UserJson() => new()
    {
        ["id"] = Id,
        ["is_bot"] = true,
        ["first_name"] = Text("name:") ?? world.Options.BotName,
        ["username"] = world.Options.BotUsername,
    };

    public string? Text(string key) => facts.TryGetValue(key, out var value) ? value.GetValue<string>() : null;

    public JsonNode? Get(string key) => facts.GetValueOrDefault(key);

    public void Set(string key, JsonNode? value)
    {
        if (value is null)
        {
            facts.Remove(key);
            world.Store.Delete("bot", key);
        }
        else
        {
            facts[key] = value.DeepClone();
            world.Store.Put("bot", key, value.ToJsonString());
        }
        if (key.StartsWith("commands:", StringComparison.Ordinal))
            world.Announce("commands", _ => new JsonObject());
    }

    /// <summary>The menu that a phone shows: the chat's own, else that of private chats, else the default; Indonesian first.</summary>
    public JsonArray MenuOf(long chatId)
    {
        foreach (var scope in (string[])[$"chat:{chatId}", "all_private_chats", "default"])
        {
            if ((Get($"commands:{scope}:id") ?? Get($"commands:{scope}:")) is JsonArray { Count: > 0 } menu)
                return menu.DeepClone().AsArray();
        }
        return [];
    }

    /// <summary>The running bot set its webhook and menus at its start and will not do so again; only menus of single chats go.</summary>
    public void StartOver()
    {
        foreach (var key in facts.Keys.Where(key => key.StartsWith("commands:chat:", StringComparison.Ordinal)).ToList())
            facts.Remove(key);
        foreach (var (key, value) in facts)
            world.Store.Put("bot", key, value.ToJsonString());
    }

    public void Load()
    {
        foreach (var (key, json) in world.Store.Read("bot"))
            facts[key] = JsonNode.Parse(json)!;
    }
}
