using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Outbox;

/// <summary>The order across chats; within a chat the order of writing is kept. Answers to presses have no chat and overtake all.</summary>
public enum Priority
{
    Answer,
    /// <summary>To who just acted.</summary>
    Reply,
    Card,
    Notice,
}

/// <summary>What is to be done in a chat; the payload of a <see cref="ToSendRow"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$kind")]
[JsonDerivedType(typeof(TextMessage), "text")]
[JsonDerivedType(typeof(PhotoAlbum), "photos")]
[JsonDerivedType(typeof(DocumentFile), "file")]
[JsonDerivedType(typeof(MadeFile), "made")]
[JsonDerivedType(typeof(DrawnFile), "drawn")]
[JsonDerivedType(typeof(EditText), "edit")]
[JsonDerivedType(typeof(ClearKeys), "clear")]
[JsonDerivedType(typeof(DisarmMessage), "disarm")]
[JsonDerivedType(typeof(Picture), "picture")]
[JsonDerivedType(typeof(DeletePosted), "delete")]
[JsonDerivedType(typeof(PressAnswer), "answer")]
[JsonDerivedType(typeof(CommandMenu), "menu")]
[JsonDerivedType(typeof(Typing), "typing")]
public abstract record Outgoing
{
    /// <summary>Rings in quiet hours as well: what cannot wait ("serta-merta").</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Urgent { get; init; }

    /// <summary>Whether a payload that begins like this is a new message, which counts against the rate of its chat.</summary>
    internal static bool IsNewMessage(string beginning)
        => beginning.StartsWith("{\"$kind\":\"text\"", StringComparison.Ordinal) || beginning.StartsWith("{\"$kind\":\"photos\"", StringComparison.Ordinal)
            || beginning.StartsWith("{\"$kind\":\"file\"", StringComparison.Ordinal) || beginning.StartsWith("{\"$kind\":\"made\"", StringComparison.Ordinal)
            || beginning.StartsWith("{\"$kind\":\"drawn\"", StringComparison.Ordinal) || beginning.StartsWith("{\"$kind\":\"picture\"", StringComparison.Ordinal);

    public string ToPayload() => JsonSerializer.Serialize(this, OutgoingJson.Default.Outgoing);

    /// <exception cref="JsonException">The payload is not one of ours.</exception>
    public static Outgoing FromPayload(string payload)
        => JsonSerializer.Deserialize(payload, OutgoingJson.Default.Outgoing) ?? throw new JsonException("An empty payload.");
}

/// <summary>A new message of at most 4096 UTF-16 units (<see cref="OutboxWriter"/> splits longer ones).</summary>
/// <param name="ReplyTo">Id of the message in the same chat that this one answers; if it is gone, it is sent all the same.</param>
/// <param name="Silent">Arrives without a sound.</param>
public sealed record TextMessage(StyledText Text, Keyboard? Keys = null, int? ReplyTo = null, bool Silent = false, bool NoLinkPreview = true) : Outgoing;

/// <summary>One photo is sent alone, two to ten as an album, more as several (<see cref="OutboxWriter"/> makes rows of them).</summary>
/// <param name="Continues">The messages join those already in the slot.</param>
public sealed record PhotoAlbum(ImmutableArray<AlbumPhoto> Photos, bool Silent = false, bool Continues = false) : Outgoing
{
    /// <summary>The Bot API's limit of sendMediaGroup.</summary>
    public const int Limit = 10;

    public bool Equals(PhotoAlbum? other)
        => other is not null && Silent == other.Silent && Continues == other.Continues && Photos.SequenceEqual(other.Photos);

    public override int GetHashCode() => Photos.Aggregate(HashCode.Combine(Silent, Continues), HashCode.Combine);
}

/// <param name="Hash">SHA-256 of the file, for an upload when the server does not (or no longer) know <paramref name="ChatFileId"/>.</param>
/// <param name="Caption">Cut at 1024 UTF-16 units.</param>
public sealed record AlbumPhoto(string Hash, string? ChatFileId = null, string? Caption = null);

/// <summary>A picture that is drawn when it is sent, by a <see cref="PictureMaker"/>; where none can draw it, its words are sent alone.</summary>
/// <param name="Name">What is to be drawn, for its maker.</param>
/// <param name="Caption">Cut at 1024 UTF-16 units.</param>
public sealed record Picture(string Name, StyledText Caption, Keyboard? Keys = null, bool Silent = false) : Outgoing;

/// <summary>A file from our disk.</summary>
/// <param name="Path">Where it lies; it must stay until it was sent.</param>
/// <param name="Name">What the receiver sees.</param>
/// <param name="ChatFileId">The chat server's own handle of it, tried first.</param>
public sealed record DocumentFile(string Path, string Name, StyledText? Caption = null, string? ChatFileId = null) : Outgoing;

/// <summary>A text that is sent as a file, and that the row carries itself: nothing on a disk has to outlive the transaction.</summary>
/// <param name="Content">At most some hundred kilobytes.</param>
/// <param name="Name">What the receiver sees.</param>
public sealed record MadeFile(string Content, string Name, StyledText? Caption = null) : Outgoing;

/// <summary>A file that is made when it is sent, by a <see cref="FileMaker"/>.</summary>
/// <param name="Name">What is to be made, for its maker.</param>
/// <param name="FileName">What the receiver sees.</param>
/// <param name="Instead">What is said where none can make it.</param>
public sealed record DrawnFile(string Name, string FileName, StyledText Instead, StyledText? Caption = null) : Outgoing;

/// <summary>New words for the message of the row's slot. Without keys the buttons go.</summary>
public sealed record EditText(StyledText Text, Keyboard? Keys = null) : Outgoing;

/// <summary>Takes the buttons off the message of the row's slot.</summary>
public sealed record ClearKeys : Outgoing;

/// <summary>Takes the buttons off a message that stands in no slot.</summary>
public sealed record DisarmMessage(int MessageId) : Outgoing;

/// <summary>Deletes the messages of the row's slot.</summary>
public sealed record DeletePosted : Outgoing;

/// <summary>Answers a button press (answerCallbackQuery).</summary>
/// <param name="Text">At most 200 UTF-16 units; null: only stops the button's spinner.</param>
/// <param name="Alert">A window to be closed by hand rather than a passing line.</param>
public sealed record PressAnswer(string QueryId, string? Text = null, bool Alert = false) : Outgoing
{
    /// <summary>The Bot API's limit of answerCallbackQuery.text.</summary>
    public const int TextLimit = 200;
}

/// <summary>The commands offered in one private chat, or (null) in all chats that have no list of their own.</summary>
public sealed record CommandMenu(long? ChatId, ImmutableArray<MenuCommand> Commands) : Outgoing
{
    public bool Equals(CommandMenu? other) => other is not null && ChatId == other.ChatId && Commands.SequenceEqual(other.Commands);

    public override int GetHashCode() => Commands.Aggregate(HashCode.Combine(ChatId), HashCode.Combine);
}

/// <param name="Command">Without the slash.</param>
public sealed record MenuCommand(string Command, string Description);

/// <summary>"is typing", for some seconds.</summary>
public sealed record Typing : Outgoing;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Outgoing))]
internal sealed partial class OutgoingJson : JsonSerializerContext;
