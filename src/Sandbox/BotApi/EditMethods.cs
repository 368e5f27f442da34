using System.Text.Json.Nodes;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>editMessageText, -Caption, -Media, -ReplyMarkup and deleteMessage(s). An edit without reply_markup removes the buttons.</summary>
internal sealed class EditMethods(World world, BotMessages messages)
{
    /// <summary>How long a message can be deleted, in seconds.</summary>
    private const long Deletable = 48 * 3600;

    public void AddTo(MethodTable table)
    {
        table.Add("editMessageText", EditText);
        table.Add("editMessageCaption", EditCaption);
        table.Add("editMessageMedia", EditMedia);
        table.Add("editMessageReplyMarkup", request => Edit(request, contentChanges: false, _ => { }));
        table.Add("deleteMessage", DeleteMessage);
        table.Add("deleteMessages", DeleteMessages);
    }

    private string EditText(BotApiRequest request)
    {
        var text = FormattedText.Read(request.Text("text") ?? "", request.Text("parse_mode"), request.Json("entities"));
        if (text.Text.Length == 0)
            throw BotApiError.BadRequest("message text is empty");
        if (text.Text.Length > FormattedText.LongestText)
            throw BotApiError.BadRequest("message is too long");
        return Edit(request, contentChanges: true, json =>
        {
            if (!json.ContainsKey("text"))
                throw BotApiError.BadRequest("there is no text in the message to edit");
            text.PutInto(json, "text", "entities");
            json.Remove("link_preview_options");
            if (request.Json("link_preview_options") is { } preview)
                json["link_preview_options"] = preview.DeepClone();
        });
    }

    private string EditCaption(BotApiRequest request)
    {
        var caption = MediaParts.Caption(request.Text("caption"), request.Text("parse_mode"), request.Json("caption_entities"));
        return Edit(request, contentChanges: true, json =>
        {
            if (json.ContainsKey("text"))
                throw BotApiError.BadRequest("there is no caption in the message to edit");
            caption.PutInto(json, "caption", "caption_entities");
            json.Remove("show_caption_above_media");
            if (request.Flag("show_caption_above_media"))
                json["show_caption_above_media"] = true;
        });
    }

    private string EditMedia(BotApiRequest request)
    {
        if (request.Json("media") is not JsonObject media)
            throw BotApiError.BadRequest("can't parse InputMedia: expected an Object");
        var kind = media["type"]?.GetValue<string>() ?? "";
        if (kind is not ("photo" or "document"))
            throw BotApiError.BadRequest("the sandbox edits media into a photo or a document only");
        var given = media["media"]?.GetValue<string>() ?? throw BotApiError.BadRequest("media not found");
        var caption = MediaParts.Caption(media["caption"]?.GetValue<string>(), media["parse_mode"]?.GetValue<string>(), media["caption_entities"]);
        return Edit(request, contentChanges: true, json =>
        {
            var file = MediaParts.Resolve(world, request, given, "", kind);
            foreach (var name in (string[])["text", "entities", "photo", "document", "link_preview_options"])
                json.Remove(name);
            MediaParts.PutInto(json, file);
            caption.PutInto(json, "caption", "caption_entities");
        });
    }

    private string Edit(BotApiRequest request, bool contentChanges, Action<JsonObject> change)
    {
        if (request.Has("inline_message_id"))
            throw BotApiError.BadRequest("MESSAGE_ID_INVALID");
        var markup = Keyboard.Read(request, inlineOnly: true);
        var room = messages.RoomOf(request);
        var id = request.Integer("message_id") ?? throw BotApiError.BadRequest("message identifier is not specified");
        if (room.Blocked)
            throw BotApiError.Forbidden("bot was blocked by the user");
        var message = room.Find((int)id) ?? throw BotApiError.BadRequest("message to edit not found");
        if (!message.FromBot || message.Json.ContainsKey("pinned_message"))
            throw BotApiError.BadRequest("message can't be edited");
        var edited = message.Json.DeepClone().AsObject();
        change(edited);
        var changed = !JsonNode.DeepEquals(edited, message.Json);
        edited.Remove("reply_markup");
        if (markup is not null)
            edited["reply_markup"] = markup;
        if (JsonNode.DeepEquals(edited, message.Json))
            throw BotApiError.BadRequest("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        edited["edit_date"] = world.Now;
        message.Json = edited;
        message.ContentEdited |= contentChanges && changed;
        world.Rooms.Keep(room, message);
        return edited.ToJsonString();
    }

    private string DeleteMessage(BotApiRequest request)
    {
        var room = messages.RoomOf(request);
        var id = request.Integer("message_id") ?? throw BotApiError.BadRequest("message identifier is not specified");
        var message = room.Find((int)id) ?? throw BotApiError.BadRequest("message to delete not found");
        if (world.Now - message.Json["date"]!.GetValue<long>() > Deletable)
            throw BotApiError.BadRequest("message can't be deleted for everyone");
        Delete(room, message);
        return "true";
    }

    private string DeleteMessages(BotApiRequest request)
    {
        var room = messages.RoomOf(request);
        if (request.Json("message_ids") is not JsonArray { Count: >= 1 and <= 100 } ids)
            throw BotApiError.BadRequest("message identifiers are not specified");
        foreach (var id in ids)
        {
            if (room.Find(id!.GetValue<int>()) is { } message && world.Now - message.Json["date"]!.GetValue<long>() <= Deletable)
                Delete(room, message);
        }
        return "true";
    }

    private void Delete(Room room, StoredMessage message)
    {
        message.Deleted = true;
        if (room.PinnedId == message.Id)
            room.PinnedId = null;
        world.Rooms.Keep(room, message);
    }
}
