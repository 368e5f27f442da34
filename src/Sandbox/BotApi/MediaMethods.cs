using System.Globalization;
using System.Text.Json.Nodes;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>sendPhoto, sendDocument and sendMediaGroup.</summary>
internal sealed class MediaMethods(World world, BotMessages messages)
{
    public void AddTo(MethodTable table)
    {
        table.Add("sendPhoto", request => SendOne(request, "photo"));
        table.Add("sendDocument", request => SendOne(request, "document"));
        table.Add("sendMediaGroup", SendMediaGroup);
    }

    private string SendOne(BotApiRequest request, string kind)
    {
        var caption = MediaParts.Caption(request.Text("caption"), request.Text("parse_mode"), request.Json("caption_entities"));
        var markup = Keyboard.Read(request, inlineOnly: false);
        var room = messages.RoomToWriteTo(request);
        var replyTo = BotMessages.ReplyTarget(room, request);
        var content = new JsonObject();
        MediaParts.PutInto(content, MediaParts.Resolve(world, request, request.Text(kind), kind, kind));
        caption.PutInto(content, "caption", "caption_entities");
        AddMediaFlags(content, request.Flag("show_caption_above_media"), request.Flag("has_spoiler"));
        return messages.Send(room, request, content, replyTo, markup).ToJsonString();
    }

    private string SendMediaGroup(BotApiRequest request)
    {
        if (request.Json("media") is not JsonArray media)
            throw BotApiError.BadRequest("can't parse media: expected an Array");
        if (media.Count < 2)
            throw BotApiError.BadRequest("too few messages to send as an album");
        if (media.Count > 10)
            throw BotApiError.BadRequest("too many messages to send as an album");
        var room = messages.RoomToWriteTo(request);
        var replyTo = BotMessages.ReplyTarget(room, request);
        var kinds = media.Select(item => item?["type"]?.GetValue<string>()).Distinct().ToList();
        if (kinds is not ["photo"] and not ["document"])
            throw BotApiError.BadRequest("the sandbox sends albums of photos or of documents, not mixed");
        var contents = media.Select(item => ReadItem(request, item!.AsObject(), kinds[0]!)).ToList();
        var group = world.Number().ToString("D17", CultureInfo.InvariantCulture);
        var sent = new JsonArray();
        foreach (var content in contents)
        {
            content["media_group_id"] = "1" + group;
            sent.Add(messages.Send(room, request, content, replyTo, markup: null).DeepClone());
        }
        return sent.ToJsonString();
    }

    private JsonObject ReadItem(BotApiRequest request, JsonObject item, string kind)
    {
        var given = item["media"]?.GetValue<string>() ?? throw BotApiError.BadRequest("media not found");
        var caption = MediaParts.Caption(item["caption"]?.GetValue<string>(), item["parse_mode"]?.GetValue<string>(), item["caption_entities"]);
        var content = new JsonObject();
        MediaParts.PutInto(content, MediaParts.Resolve(world, request, given, "", kind));
        caption.PutInto(content, "caption", "caption_entities");
        AddMediaFlags(content, item["show_caption_above_media"]?.GetValue<bool>() == true, item["has_spoiler"]?.GetValue<bool>() == true);
        return content;
    }

    private static void AddMediaFlags(JsonObject content, bool captionAbove, bool spoiler)
    {
        if (captionAbove)
            content["show_caption_above_media"] = true;
        if (spoiler)
            content["has_media_spoiler"] = true;
    }
}
