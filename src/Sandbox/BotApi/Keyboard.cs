using System.Text;
using System.Text.Json.Nodes;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>Reads and checks reply_markup.</summary>
internal static class Keyboard
{
    private const int MostButtons = 100;

    private static readonly string[] Actions =
        ["url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay"];

    /// <summary>The inline keyboard to show, or <c>null</c> for none; other markups are accepted where a message is sent and not shown.</summary>
    public static JsonObject? Read(BotApiRequest request, bool inlineOnly)
    {
        if (request.Json("reply_markup") is not { } markup)
            return null;
        if (markup is not JsonObject fields)
            throw BotApiError.BadRequest("object expected as reply markup");
        if (fields["inline_keyboard"] is not { } keyboard)
        {
            if (fields.Count == 0 || !inlineOnly && (fields.ContainsKey("keyboard") || fields.ContainsKey("remove_keyboard") || fields.ContainsKey("force_reply")))
                return null;
            throw BotApiError.BadRequest("inline keyboard expected");
        }
        var rows = ReadRows(keyboard);
        return rows.Count == 0 ? null : new JsonObject { ["inline_keyboard"] = rows };
    }

    private static JsonArray ReadRows(JsonNode keyboard)
    {
        if (keyboard is not JsonArray given)
            throw BotApiError.BadRequest("field \"inline_keyboard\" must be an Array of Arrays");
        var rows = new JsonArray();
        var total = 0;
        foreach (var row in given)
        {
            if (row is not JsonArray buttons)
                throw BotApiError.BadRequest("field \"inline_keyboard\" must be an Array of Arrays");
            if (buttons.Count == 0)
                continue;
            rows.Add(new JsonArray([.. buttons.Select(button => (JsonNode)ReadButton(button))]));
            total += buttons.Count;
        }
        if (total > MostButtons)
            throw BotApiError.BadRequest("reply markup is too long");
        return rows;
    }

    private static JsonObject ReadButton(JsonNode? node)
    {
        if (node is not JsonObject button)
            throw BotApiError.BadRequest("can't parse inline keyboard button: expected an Object");
        if (button["text"]?.GetValue<string>() is not { } text)
            throw BotApiError.BadRequest("can't parse inline keyboard button: can't find field \"text\"");
        if (string.IsNullOrWhiteSpace(text))
            throw BotApiError.BadRequest("can't parse inline keyboard button: text must be non-empty");
        var actions = Actions.Where(name => button[name] is not null).ToList();
        if (actions.Count == 0)
            throw BotApiError.BadRequest("text buttons are unallowed in the inline keyboard");
        if (actions.Count > 1)
            throw BotApiError.BadRequest("inline keyboard button must have exactly one action");
        if (button["callback_data"]?.GetValue<string>() is { } data && Encoding.UTF8.GetByteCount(data) is 0 or > 64)
            throw BotApiError.BadRequest("BUTTON_DATA_INVALID");
        if (button["url"]?.GetValue<string>() is { } url && !Links.IsAccepted(url))
            throw BotApiError.BadRequest($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
        if (button["style"]?.GetValue<string>() is { } style && style is not ("danger" or "success" or "primary"))
            throw BotApiError.BadRequest("can't parse inline keyboard button: invalid style specified");
        return button.DeepClone().AsObject();
    }
}
