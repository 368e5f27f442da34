using System.Text.Json.Nodes;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>answerCallbackQuery, getChat, getChatMember, and pinning.</summary>
internal sealed class ChatMethods(World world, BotMessages messages)
{
    public void AddTo(MethodTable table)
    {
        table.Add("answerCallbackQuery", AnswerCallbackQuery);
        table.Add("getChat", GetChat);
        table.Add("getChatMember", GetChatMember);
        table.Add("pinChatMessage", Pin);
        table.Add("unpinChatMessage", Unpin);
        table.Add("unpinAllChatMessages", request => SetPinned(messages.RoomOf(request), null));
    }

    private string AnswerCallbackQuery(BotApiRequest request)
    {
        var text = request.Text("text");
        if (text?.Length > 200)
            throw BotApiError.BadRequest("MESSAGE_TOO_LONG");
        var query = world.Queries.FindOpen(request.Required("callback_query_id", "query is too old and response timeout expired or query ID is invalid"))
            ?? throw BotApiError.BadRequest("query is too old and response timeout expired or query ID is invalid");
        var answer = new PressAnswer(text is { Length: > 0 } ? text : null, request.Flag("show_alert"), request.Text("url"));
        world.Queries.Settle(query, answer);
        world.Announce("alert", _ => new JsonObject
        {
            ["chat"] = query.UserId,
            ["message"] = query.MessageId,
            ["query"] = query.Id,
            ["text"] = answer.Text,
            ["alert"] = answer.IsAlert,
            ["url"] = answer.Url,
        });
        return "true";
    }

    private string GetChat(BotApiRequest request)
    {
        var room = messages.RoomOf(request);
        var chat = room.ChatJson();
        chat["accent_color_id"] = (int)(Math.Abs(room.Id) % 7);
        chat["max_reaction_count"] = 11;
        chat["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = false,
            ["limited_gifts"] = false,
            ["unique_gifts"] = false,
            ["premium_subscription"] = false,
            ["gifts_from_channels"] = false,
        };
        if (room.PinnedId is { } pinned && room.Find(pinned) is { } message)
            chat["pinned_message"] = message.Json.DeepClone();
        return chat.ToJsonString();
    }

    private string GetChatMember(BotApiRequest request)
    {
        var room = messages.RoomOf(request);
        var user = request.Integer("user_id") ?? throw BotApiError.BadRequest("invalid user_id specified");
        if (user == world.Bot.Id)
            return new JsonObject { ["status"] = "member", ["user"] = world.Bot.UserJson() }.ToJsonString();
        var phone = world.Rooms.Find(user)?.Phone;
        if (phone is null || room.Phone is not null && room.Id != user)
            throw BotApiError.BadRequest("user not found");
        return new JsonObject { ["status"] = "member", ["user"] = Room.UserJson(phone) }.ToJsonString();
    }

    private string Pin(BotApiRequest request)
    {
        var room = messages.RoomToWriteTo(request);
        var message = room.Find((int)(request.Integer("message_id") ?? 0)) ?? throw BotApiError.BadRequest("message to pin not found");
        if (room.PinnedId == message.Id)
            return "true";
        SetPinned(room, message.Id);
        var notice = new BotApiRequest();
        messages.Send(room, notice, new JsonObject { ["pinned_message"] = BotMessages.Quotable(message.Json) }, replyTo: null, markup: null);
        return "true";
    }

    private string Unpin(BotApiRequest request)
    {
        var room = messages.RoomOf(request);
        if (room.PinnedId is null || request.Integer("message_id") is { } id && id != room.PinnedId)
            throw BotApiError.BadRequest("message to unpin not found");
        return SetPinned(room, null);
    }

    private string SetPinned(Room room, int? id)
    {
        room.PinnedId = id;
        world.Rooms.Keep(room);
        return "true";
    }
}
