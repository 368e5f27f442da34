using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>getMe, command menus, name and descriptions.</summary>
internal sealed partial class ProfileMethods(World world, BotMessages messages)
{
    public void AddTo(MethodTable table)
    {
        table.Add("getMe", _ => GetMe());
        table.Add("setMyCommands", SetMyCommands);
        table.Add("getMyCommands", request => (world.Bot.Get(CommandsKey(request)) ?? new JsonArray()).ToJsonString());
        table.Add("deleteMyCommands", DeleteMyCommands);
        AddText(table, "Name", "name", 64);
        AddText(table, "Description", "description", 512);
        AddText(table, "ShortDescription", "short_description", 120);
        table.Add("setChatMenuButton", SetChatMenuButton);
        table.Add("getChatMenuButton", request => (world.Bot.Get("menu:" + request.Text("chat_id")) ?? new JsonObject { ["type"] = "commands" }).ToJsonString());
    }

    private string GetMe()
    {
        var me = world.Bot.UserJson();
        foreach (var (name, value) in (ReadOnlySpan<(string, bool)>)[
            ("can_join_groups", true), ("can_read_all_group_messages", false), ("supports_guest_queries", false), ("supports_inline_queries", false),
            ("can_connect_to_business", false), ("has_main_web_app", false), ("has_topics_enabled", false), ("allows_users_to_create_topics", false),
            ("can_manage_bots", false), ("supports_join_request_queries", false)])
        {
            me[name] = value;
        }
        return me.ToJsonString();
    }

    private string SetMyCommands(BotApiRequest request)
    {
        if (request.Json("commands") is not JsonArray commands)
            throw BotApiError.BadRequest("can't parse commands: expected an Array");
        if (commands.Count > 100)
            throw BotApiError.BadRequest("BOT_COMMANDS_TOO_MUCH");
        var kept = new JsonArray();
        foreach (var item in commands)
        {
            var name = item?["command"]?.GetValue<string>()?.TrimStart('/') ?? throw BotApiError.BadRequest("can't parse BotCommand: can't find field \"command\"");
            var description = item["description"]?.GetValue<string>()?.Trim() ?? throw BotApiError.BadRequest("can't parse BotCommand: can't find field \"description\"");
            if (!CommandName().IsMatch(name))
                throw BotApiError.BadRequest("BOT_COMMAND_INVALID");
            if (description.Length is 0 or > 256)
                throw BotApiError.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
            kept.Add(new JsonObject { ["command"] = name, ["description"] = description });
        }
        world.Bot.Set(CommandsKey(request), kept.Count == 0 ? null : kept);
        return "true";
    }

    private string DeleteMyCommands(BotApiRequest request)
    {
        world.Bot.Set(CommandsKey(request), null);
        return "true";
    }

    private string CommandsKey(BotApiRequest request)
    {
        var language = request.Text("language_code") ?? "";
        if (language.Length is not (0 or 2))
            throw BotApiError.BadRequest("invalid language code specified");
        var scope = request.Json("scope");
        var type = scope?["type"]?.GetValue<string>() ?? "default";
        return type switch
        {
            "default" or "all_private_chats" or "all_group_chats" or "all_chat_administrators" => $"commands:{type}:{language}",
            "chat" or "chat_administrators" or "chat_member" => $"commands:{type}:{ScopeChat(scope!)}:{language}",
            _ => throw BotApiError.BadRequest("can't parse BotCommandScope: unsupported type"),
        };
    }

    private long ScopeChat(JsonNode scope)
    {
        var inner = new BotApiRequest();
        if (scope["chat_id"] is { } id)
            inner.Parameters["chat_id"] = id.DeepClone();
        return messages.RoomOf(inner).Id;
    }

    private void AddText(MethodTable table, string method, string field, int longest)
    {
        table.Add("setMy" + method, request =>
        {
            var text = request.Text(field) ?? "";
            if (text.Length > longest)
                throw BotApiError.BadRequest($"{method.ToUpperInvariant()}_TOO_LONG");
            world.Bot.Set($"{field}:{request.Text("language_code")}", text.Length == 0 ? null : JsonValue.Create(text));
            return "true";
        });
        table.Add("getMy" + method, request => new JsonObject
        {
            [field] = world.Bot.Text($"{field}:{request.Text("language_code")}") ?? world.Bot.Text(field + ":") ?? (field == "name" ? world.Options.BotName : ""),
        }.ToJsonString());
    }

    private string SetChatMenuButton(BotApiRequest request)
    {
        world.Bot.Set("menu:" + request.Text("chat_id"), request.Json("menu_button"));
        return "true";
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex CommandName();
}
