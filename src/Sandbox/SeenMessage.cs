using System.Text.Json.Nodes;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox;

/// <summary>A button as a person sees it.</summary>
public sealed record SeenButton(string Text, string? Data, string? Url, string? Style);

/// <summary>A message as a person sees it on the phone.</summary>
/// <param name="ChatId">The chat, which is the person's id.</param>
/// <param name="Id">Its number in this chat.</param>
/// <param name="FromBot">Whether the bot sent it.</param>
/// <param name="Text">Text or caption; empty when it has neither.</param>
/// <param name="Buttons">Rows of inline buttons.</param>
/// <param name="Edited">Whether its content changed after sending.</param>
/// <param name="Revision">Grows with every change in the sandbox; the revision of this message's last one.</param>
/// <param name="Json">The Bot API's Message.</param>
public sealed record SeenMessage(long ChatId, int Id, bool FromBot, string Text, IReadOnlyList<IReadOnlyList<SeenButton>> Buttons, bool Edited, long Revision, string Json)
{
    /// <summary>Whether it shows a photo.</summary>
    public bool HasPhoto => Node["photo"] is not null;

    /// <summary>The document's file name, if it carries one.</summary>
    public string? DocumentName => Node["document"]?["file_name"]?.GetValue<string>();

    /// <summary>The album it belongs to.</summary>
    public string? GroupId => Node["media_group_id"]?.GetValue<string>();

    /// <summary>The message it answers.</summary>
    public int? ReplyTo => Node["reply_to_message"]?["message_id"]?.GetValue<int>();

    /// <summary>All buttons of all rows.</summary>
    public IEnumerable<SeenButton> AllButtons => Buttons.SelectMany(row => row);

    /// <summary>Types of its entities, in order.</summary>
    public IEnumerable<string> EntityTypes =>
        (Node["entities"] ?? Node["caption_entities"]) is JsonArray entities ? entities.Select(entity => entity!["type"]!.GetValue<string>()) : [];

    private JsonNode Node => JsonNode.Parse(Json)!;

    /// <summary>Chats are looked at after every change while somebody waits: what did not change is not told anew.</summary>
    internal static SeenMessage Of(long chat, StoredMessage message) =>
        message.Seen is { } seen && seen.Revision == message.Revision ? seen : message.Seen = Tell(chat, message);

    private static SeenMessage Tell(long chat, StoredMessage message)
    {
        var json = message.Json;
        var rows = json["reply_markup"]?["inline_keyboard"] is JsonArray keyboard
            ? keyboard.Select(row => (IReadOnlyList<SeenButton>)row!.AsArray().Select(Button).ToList()).ToList()
            : [];
        return new SeenMessage(chat, message.Id, message.FromBot, (json["text"] ?? json["caption"])?.GetValue<string>() ?? "", rows,
            message.ContentEdited, message.Revision, json.ToJsonString());
    }

    private static SeenButton Button(JsonNode? button) => new(button!["text"]!.GetValue<string>(), button["callback_data"]?.GetValue<string>(),
        button["url"]?.GetValue<string>(), button["style"]?.GetValue<string>());

    public override string ToString() =>
        $"#{Id} {(FromBot ? "bot" : "me ")}: {Text}{(HasPhoto ? " [photo]" : "")}{string.Concat(Buttons.Select(row => "\n        " + string.Join(' ', row.Select(button => $"[{button.Text}]"))))}";
}
