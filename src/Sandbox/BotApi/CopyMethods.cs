using System.Text.Json.Nodes;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>copyMessage(s) and forwardMessage(s).</summary>
internal sealed class CopyMethods(BotMessages messages)
{
    private static readonly string[] Content =
        ["text", "entities", "photo", "document", "video", "voice", "audio", "sticker", "contact", "location", "caption", "caption_entities", "show_caption_above_media", "has_media_spoiler"];

    public void AddTo(MethodTable table)
    {
        table.Add("copyMessage", request => Identifier(Copy(request, request.Integer("message_id"), oneOfMany: false)!).ToJsonString());
        table.Add("forwardMessage", request => Forward(request, request.Integer("message_id"), oneOfMany: false)!.ToJsonString());
        table.Add("copyMessages", request => Many(request, Copy));
        table.Add("forwardMessages", request => Many(request, Forward));
    }

    /// <summary>The fields that another message takes over.</summary>
    public static JsonObject ContentOf(JsonObject message)
    {
        var content = new JsonObject();
        foreach (var name in Content)
        {
            if (message[name] is { } value)
                content[name] = value.DeepClone();
        }
        return content;
    }

    /// <summary>Where a forwarded message came from: its first sender, however often it was forwarded.</summary>
    public static JsonObject OriginOf(JsonObject message) =>
        message["forward_origin"]?.DeepClone().AsObject() ?? (message["sender_chat"] is { } chat
            ? new JsonObject { ["type"] = "channel", ["date"] = message["date"]!.DeepClone(), ["chat"] = chat.DeepClone(), ["message_id"] = message["message_id"]!.DeepClone() }
            : new JsonObject { ["type"] = "user", ["date"] = message["date"]!.DeepClone(), ["sender_user"] = message["from"]!.DeepClone() });

    private JsonObject? Copy(BotApiRequest request, long? id, bool oneOfMany)
    {
        if (Source(request, id, "message to copy not found", oneOfMany) is not { } source)
            return null;
        var content = ContentOf(source);
        if (!oneOfMany && request.Has("caption") && !content.ContainsKey("text"))
            MediaParts.Caption(request.Text("caption"), request.Text("parse_mode"), request.Json("caption_entities")).PutInto(content, "caption", "caption_entities");
        var markup = oneOfMany ? null : Keyboard.Read(request, inlineOnly: false);
        var room = messages.RoomToWriteTo(request);
        return messages.Send(room, request, content, oneOfMany ? null : BotMessages.ReplyTarget(room, request), markup);
    }

    private JsonObject? Forward(BotApiRequest request, long? id, bool oneOfMany)
    {
        if (Source(request, id, "message to forward not found", oneOfMany) is not { } source)
            return null;
        if (source["has_protected_content"] is not null)
            throw BotApiError.BadRequest("message can't be forwarded");
        var content = ContentOf(source);
        content["forward_origin"] = OriginOf(source);
        return messages.Send(messages.RoomToWriteTo(request), request, content, replyTo: null, markup: null);
    }

    private JsonObject? Source(BotApiRequest request, long? id, string complaint, bool oneOfMany)
    {
        var from = messages.RoomOf(request, "from_chat_id");
        if (id is null)
            throw BotApiError.BadRequest("message identifier is not specified");
        if (from.Find((int)id.Value) is { } message)
            return message.Json;
        return oneOfMany ? null : throw BotApiError.BadRequest(complaint);
    }

    private static string Many(BotApiRequest request, Func<BotApiRequest, long?, bool, JsonObject?> one)
    {
        if (request.Json("message_ids") is not JsonArray { Count: >= 1 and <= 100 } ids)
            throw BotApiError.BadRequest("message identifiers are not specified");
        return new JsonArray([.. ids.Select(id => one(request, id!.GetValue<long>(), true)).OfType<JsonObject>().Select(Identifier)]).ToJsonString();
    }

    private static JsonNode Identifier(JsonObject message) => new JsonObject { ["message_id"] = message["message_id"]!.DeepClone() };
}
