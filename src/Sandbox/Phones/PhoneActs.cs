using System.Globalization;
using System.Text.Json.Nodes;
using KominfoBot.Sandbox.BotApi;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.Phones;

/// <summary>What people do with their phones; each act becomes the updates that Telegram would send the bot.</summary>
internal sealed class PhoneActs(World world)
{
    public StoredMessage Say(long user, string text, int? replyTo) =>
        Send(user, FormattedContent(text, "text", "entities"), replyTo);

    /// <summary>What a client does with a long paste: pieces of at most 4096 units, cut at a line, else a space, never inside a surrogate pair.</summary>
    public static List<string> Split(string text)
    {
        var pieces = new List<string>();
        var rest = text;
        while (rest.Length > FormattedText.LongestText)
        {
            var cut = rest.LastIndexOf('\n', FormattedText.LongestText - 1);
            if (cut < FormattedText.LongestText / 2)
                cut = rest.LastIndexOf(' ', FormattedText.LongestText - 1);
            if (cut <= 0)
                cut = FormattedText.LongestText - (char.IsHighSurrogate(rest[FormattedText.LongestText - 1]) ? 1 : 0);
            pieces.Add(rest[..cut]);
            rest = rest[cut..].TrimStart('\n', ' ');
        }
        if (rest.Length > 0)
            pieces.Add(rest);
        return pieces;
    }

    public StoredMessage SendPhoto(long user, SentFile photo, string? caption, int? replyTo, string? group = null)
    {
        var content = FormattedContent(caption ?? "", "caption", "caption_entities");
        var (width, height) = ImageHeader.Read(photo.Content) ?? (800, 600);
        content["photo"] = MediaParts.PhotoSizes(Register(photo, "photo", width, height));
        if (group is not null)
            content["media_group_id"] = group;
        return Send(user, content, replyTo);
    }

    public string NewGroup() => "1" + world.Number().ToString("D17", CultureInfo.InvariantCulture);

    public StoredMessage SendDocument(long user, SentFile document, string? caption, int? replyTo, string? group = null)
    {
        var content = FormattedContent(caption ?? "", "caption", "caption_entities");
        content["document"] = MediaParts.DocumentJson(Register(document, "document", 0, 0));
        if (group is not null)
            content["media_group_id"] = group;
        return Send(user, content, replyTo);
    }

    /// <summary>A message of another kind, as small as the Bot API allows.</summary>
    public StoredMessage SendOther(long user, OtherKind kind) => Send(user, OtherContent.Of(kind, world), replyTo: null);

    public StoredMessage Edit(long user, int messageId, string text)
    {
        var room = world.Rooms.OfPhone(user);
        var message = Mine(room, messageId);
        var json = message.Json.DeepClone().AsObject();
        if (json.ContainsKey("text"))
            FormattedText.Plain(text).PutInto(json, "text", "entities");
        else
            FormattedText.Plain(text).PutInto(json, "caption", "caption_entities");
        json["edit_date"] = world.Now;
        message.Json = json;
        message.ContentEdited = true;
        world.Rooms.Keep(room, message);
        world.Updates.Enqueue("edited_message", json, room.Id);
        return message;
    }

    /// <summary>Passes a message of one chat on into another person's chat with the bot.</summary>
    public StoredMessage Forward(long from, int messageId, long to)
    {
        var source = world.Rooms.OfPhone(from).Find(messageId) ?? throw new ArgumentException($"no message {messageId} in chat {from}", nameof(messageId));
        var content = CopyMethods.ContentOf(source.Json);
        content["forward_origin"] = CopyMethods.OriginOf(source.Json);
        return Send(to, content, replyTo: null);
    }

    /// <summary>Presses a button; <c>null</c> when it only opens an address.</summary>
    public PressQuery? Press(long user, int messageId, string button)
    {
        var room = world.Rooms.OfPhone(user);
        var message = room.Find(messageId) ?? throw new ArgumentException($"no message {messageId} in chat {user}", nameof(messageId));
        var buttons = ButtonsOf(message.Json).ToList();
        var pressed = buttons.Find(item => item["callback_data"]?.GetValue<string>() == button)
            ?? buttons.Find(item => item["text"]!.GetValue<string>() == button)
            ?? throw new ArgumentException($"message {messageId} has no button \"{button}\"; it has: {string.Join(", ", buttons.Select(item => item["text"]))}", nameof(button));
        return pressed["callback_data"]?.GetValue<string>() is { } data ? PressWith(user, messageId, data) : null;
    }

    /// <summary>Presses with any data, as a modified client can; a message that is gone comes as an inaccessible one.</summary>
    public PressQuery PressWith(long user, int messageId, string data)
    {
        var room = world.Rooms.OfPhone(user);
        var query = world.Queries.Add(user, messageId);
        world.Updates.Enqueue("callback_query", new JsonObject
        {
            ["id"] = query.Id,
            ["from"] = Room.UserJson(room.Phone!),
            ["message"] = room.Find(messageId)?.Json.DeepClone()
                ?? new JsonObject { ["chat"] = room.ChatJson(), ["message_id"] = messageId, ["date"] = 0 },
            ["chat_instance"] = (room.Id * 7919).ToString(CultureInfo.InvariantCulture),
            ["data"] = data,
        }, room.Id, QueryBook.Life);
        return query;
    }

    public void SetBlocked(long user, bool blocked)
    {
        var room = world.Rooms.OfPhone(user);
        if (room.Blocked == blocked)
            return;
        room.Blocked = blocked;
        world.Rooms.Keep(room);
        world.Updates.Enqueue("my_chat_member", new JsonObject
        {
            ["chat"] = room.ChatJson(),
            ["from"] = Room.UserJson(room.Phone!),
            ["date"] = world.Now,
            ["old_chat_member"] = Membership(!blocked),
            ["new_chat_member"] = Membership(blocked),
        }, room.Id);
    }

    private JsonObject Membership(bool blocked)
    {
        var member = new JsonObject { ["user"] = world.Bot.UserJson(), ["status"] = blocked ? "kicked" : "member" };
        if (blocked)
            member["until_date"] = 0;
        return member;
    }

    private StoredMessage Send(long user, JsonObject content, int? replyTo)
    {
        var room = world.Rooms.OfPhone(user);
        if (room.Blocked)
            throw new InvalidOperationException($"{room.Phone!.Name} blocked the bot and must unblock it before writing");
        room.Started = true;
        var id = room.LastMessageId + 1;
        var json = new JsonObject
        {
            ["message_id"] = id,
            ["from"] = Room.UserJson(room.Phone!),
            ["chat"] = room.ChatJson(),
            ["date"] = world.Now,
        };
        if (replyTo is { } target)
            json["reply_to_message"] = BotMessages.Quotable((room.Find(target) ?? throw new ArgumentException($"no message {target} to reply to", nameof(replyTo))).Json);
        foreach (var (name, value) in content)
            json[name] = value?.DeepClone();
        var message = new StoredMessage { Id = id, FromBot = false, Json = json };
        room.ReadUpTo = id;
        world.Rooms.Keep(room, message);
        world.Updates.Enqueue("message", json, room.Id);
        return message;
    }

    private StoredFile Register(SentFile file, string kind, int width, int height) =>
        world.Files.Register(world.Files.Save(file.Content), kind, file.Name, kind == "photo" ? null : file.Mime ?? MimeTypes.OfName(file.Name), width, height, file.ClaimedSize);

    private static JsonObject FormattedContent(string text, string textName, string entitiesName)
    {
        var content = new JsonObject();
        FormattedText.Plain(text).PutInto(content, textName, entitiesName);
        return content;
    }

    private static StoredMessage Mine(Room room, int messageId) => room.Find(messageId) is { FromBot: false } message
        ? message
        : throw new ArgumentException($"{room.Phone!.Name} sent no message {messageId}", nameof(messageId));

    private static IEnumerable<JsonObject> ButtonsOf(JsonObject message) =>
        message["reply_markup"]?["inline_keyboard"] is JsonArray rows ? rows.SelectMany(row => row!.AsArray()).Select(button => button!.AsObject()) : [];
}
