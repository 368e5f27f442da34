using System.Text.Json.Nodes;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>Composes and stores the messages that the bot sends.</summary>
internal sealed class BotMessages(World world)
{
    /// <summary>The chat that a request names.</summary>
    /// <exception cref="BotApiError">400 chat not found.</exception>
    public Room RoomOf(BotApiRequest request, string name = "chat_id")
    {
        var id = request.Required(name, "chat_id is empty");
        var room = id.StartsWith('@') ? world.Rooms.FindByUsername(id[1..]) : world.Rooms.Find(request.Integer(name)!.Value);
        return room ?? throw BotApiError.BadRequest("chat not found");
    }

    /// <summary>A chat that the bot may write to now.</summary>
    /// <exception cref="BotApiError">403 when the person blocked the bot or never wrote to it.</exception>
    public Room RoomToWriteTo(BotApiRequest request)
    {
        var room = RoomOf(request);
        if (room.Blocked)
            throw BotApiError.Forbidden("bot was blocked by the user");
        if (!room.Started)
            throw BotApiError.Forbidden("bot can't initiate conversation with a user");
        return room;
    }

    /// <summary>Sends one message with the given content; every check of the request has to come before.</summary>
    public JsonObject Send(Room room, BotApiRequest request, JsonObject content, JsonObject? replyTo, JsonObject? markup)
    {
        var json = Frame(room, room.LastMessageId + 1);
        if (replyTo is not null)
            json["reply_to_message"] = replyTo.DeepClone();
        foreach (var (name, value) in content)
            json[name] = value?.DeepClone();
        if (request.Flag("protect_content"))
            json["has_protected_content"] = true;
        if (request.Json("link_preview_options") is { } preview)
            json["link_preview_options"] = preview.DeepClone();
        if (markup is not null)
            json["reply_markup"] = markup.DeepClone();
        world.Rooms.Keep(room, new StoredMessage { Id = room.LastMessageId + 1, FromBot = true, Json = json });
        return json;
    }

    /// <summary>The message that reply_parameters point at, as a message carries it: without its own reply.</summary>
    public static JsonObject? ReplyTarget(Room room, BotApiRequest request)
    {
        var parameters = request.Json("reply_parameters") as JsonObject;
        var id = parameters?["message_id"]?.GetValue<int>() ?? (int?)request.Integer("reply_to_message_id");
        if (id is null)
            return null;
        if (room.Find(id.Value) is { } target)
            return Quotable(target.Json);
        if (parameters?["allow_sending_without_reply"]?.GetValue<bool>() == true || request.Flag("allow_sending_without_reply"))
            return null;
        throw BotApiError.BadRequest("message to be replied not found");
    }

    public static JsonObject Quotable(JsonObject message)
    {
        var copy = message.DeepClone().AsObject();
        copy.Remove("reply_to_message");
        return copy;
    }

    private JsonObject Frame(Room room, int id)
    {
        var json = new JsonObject { ["message_id"] = id };
        if (room.Type == "channel")
            json["sender_chat"] = room.ChatJson();
        else
            json["from"] = world.Bot.UserJson();
        json["chat"] = room.ChatJson();
        json["date"] = world.Now;
        return json;
    }
}
