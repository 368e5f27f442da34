using System.Text.Json.Nodes;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>sendMessage and sendChatAction.</summary>
internal sealed class SendMethods(World world, BotMessages messages)
{
    private static readonly HashSet<string> ChatActions =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document", "choose_sticker", "find_location",
        "record_video_note", "upload_video_note",
    ];

    public void AddTo(MethodTable table)
    {
        table.Add("sendMessage", SendMessage);
        table.Add("sendChatAction", SendChatAction);
    }

    private string SendMessage(BotApiRequest request)
    {
        var text = FormattedText.Read(request.Text("text") ?? "", request.Text("parse_mode"), request.Json("entities"));
        if (text.Text.Length == 0)
            throw BotApiError.BadRequest("message text is empty");
        if (text.Text.Length > FormattedText.LongestText)
            throw BotApiError.BadRequest("message is too long");
        var markup = Keyboard.Read(request, inlineOnly: false);
        var room = messages.RoomToWriteTo(request);
        var replyTo = BotMessages.ReplyTarget(room, request);
        var content = new JsonObject();
        text.PutInto(content, "text", "entities");
        return messages.Send(room, request, content, replyTo, markup).ToJsonString();
    }

    private string SendChatAction(BotApiRequest request)
    {
        if (!ChatActions.Contains(request.Required("action", "wrong parameter action in request")))
            throw BotApiError.BadRequest("wrong parameter action in request");
        var room = messages.RoomToWriteTo(request);
        world.Announce("typing", _ => new JsonObject { ["chat"] = room.Id, ["action"] = request.Text("action") });
        return "true";
    }
}
