using System.Text.Json.Nodes;

namespace KominfoBot.Sandbox.State;

/// <summary>One chat: a phone's private chat with the bot, or a group or channel that a test adds.</summary>
internal sealed class Room
{
    public required long Id { get; init; }
    public required string Type { get; init; }
    public string? Title { get; init; }
    public string? Username { get; init; }
    public SandboxPhone? Phone { get; init; }

    /// <summary>Order of the phones on the desk.</summary>
    public int Place { get; init; }

    /// <summary>Whether the person ever wrote to the bot; before that the bot may not write to them.</summary>
    public bool Started { get; set; }

    public bool Blocked { get; set; }
    public int LastMessageId { get; set; }
    public int? PinnedId { get; set; }
    public int ReadUpTo { get; set; }

    public List<StoredMessage> Messages { get; } = [];
    private readonly Dictionary<int, StoredMessage> byId = [];

    /// <summary>A message that is still there.</summary>
    public StoredMessage? Find(int messageId) =>
        byId.TryGetValue(messageId, out var message) && !message.Deleted ? message : null;

    public void Add(StoredMessage message)
    {
        Messages.Add(message);
        byId[message.Id] = message;
        LastMessageId = Math.Max(LastMessageId, message.Id);
    }

    /// <summary>The Bot API's Chat.</summary>
    public JsonObject ChatJson()
    {
        var chat = new JsonObject { ["id"] = Id };
        if (Phone is { } phone)
        {
            chat["first_name"] = phone.FirstName;
            if (phone.LastName is { } last)
                chat["last_name"] = last;
        }
        else
        {
            chat["title"] = Title;
            if (Username is not null)
                chat["username"] = Username;
        }
        chat["type"] = Type;
        return chat;
    }

    /// <summary>The Bot API's User of a phone's owner.</summary>
    public static JsonObject UserJson(SandboxPhone phone)
    {
        var user = new JsonObject { ["id"] = phone.TelegramId, ["is_bot"] = false, ["first_name"] = phone.FirstName };
        if (phone.LastName is { } last)
            user["last_name"] = last;
        user["language_code"] = "id";
        return user;
    }
}

/// <summary>A message as the Bot API tells it, with what only the practice Telegram knows.</summary>
internal sealed class StoredMessage
{
    public required int Id { get; init; }
    public required JsonObject Json { get; set; }

    /// <summary>Whether the bot sent it.</summary>
    public required bool FromBot { get; init; }

    public bool Deleted { get; set; }

    /// <summary>Whether text, caption or media changed after sending; a change of buttons alone is not shown as an edit.</summary>
    public bool ContentEdited { get; set; }

    /// <summary>The world's revision at the last change.</summary>
    public long Revision { get; set; }

    /// <summary>How people saw it when they last looked; true as long as the revision is the same.</summary>
    public SeenMessage? Seen { get; set; }
}
