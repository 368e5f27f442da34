using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Types;

/// <summary>A message as Telegram keeps it. Type <c>Message</c>; one with <see cref="Date"/> = default is inaccessible: only <see cref="Chat"/> and <see cref="Id"/> are known.</summary>
public sealed class Message
{
    /// <summary>The same as <see cref="Id"/>.</summary>
    [JsonIgnore]
    public int MessageId => Id;

    [JsonPropertyName("message_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Id { get; set; }

    public int? MessageThreadId { get; set; }

    /// <summary>The sender; absent in channels.</summary>
    public User? From { get; set; }

    /// <summary>The chat in whose name the message was sent; <see cref="From"/> is then a stand-in without rights.</summary>
    public Chat? SenderChat { get; set; }

    public int? SenderBoostCount { get; set; }

    public string? SenderTag { get; set; }

    /// <summary>Sent at, UTC.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime Date { get; set; }

    public string? BusinessConnectionId { get; set; }

    public Chat Chat { get; set; } = null!;

    /// <summary>Set when the message is a forwarded one.</summary>
    public MessageOrigin? ForwardOrigin { get; set; }

    public bool IsTopicMessage { get; set; }

    public bool IsAutomaticForward { get; set; }

    public Message? ReplyToMessage { get; set; }

    public TextQuote? Quote { get; set; }

    public Story? ReplyToStory { get; set; }

    public User? ViaBot { get; set; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime? EditDate { get; set; }

    public bool HasProtectedContent { get; set; }

    public bool IsFromOffline { get; set; }

    /// <summary>Equal for all messages of one album; nothing says which is the last.</summary>
    public string? MediaGroupId { get; set; }

    public string? AuthorSignature { get; set; }

    public string? Text { get; set; }

    /// <summary>Marked parts of <see cref="Text"/>.</summary>
    public MessageEntity[]? Entities { get; set; }

    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    public string? EffectId { get; set; }

    public Animation? Animation { get; set; }

    public Audio? Audio { get; set; }

    public Document? Document { get; set; }

    /// <summary>The same photo in all its sizes, smallest first.</summary>
    public PhotoSize[]? Photo { get; set; }

    public Sticker? Sticker { get; set; }

    public Story? Story { get; set; }

    public Video? Video { get; set; }

    public VideoNote? VideoNote { get; set; }

    public Voice? Voice { get; set; }

    public string? Caption { get; set; }

    /// <summary>Marked parts of <see cref="Caption"/>.</summary>
    public MessageEntity[]? CaptionEntities { get; set; }

    public bool ShowCaptionAboveMedia { get; set; }

    public bool HasMediaSpoiler { get; set; }

    public Contact? Contact { get; set; }

    public Dice? Dice { get; set; }

    public Poll? Poll { get; set; }

    public Venue? Venue { get; set; }

    public Location? Location { get; set; }

    public User[]? NewChatMembers { get; set; }

    public User? LeftChatMember { get; set; }

    public string? NewChatTitle { get; set; }

    public PhotoSize[]? NewChatPhoto { get; set; }

    public bool? DeleteChatPhoto { get; set; }

    public bool? GroupChatCreated { get; set; }

    public bool? SupergroupChatCreated { get; set; }

    public bool? ChannelChatCreated { get; set; }

    /// <summary>The group became a supergroup with this id.</summary>
    public long? MigrateToChatId { get; set; }

    /// <summary>The supergroup was a group with this id.</summary>
    public long? MigrateFromChatId { get; set; }

    public Message? PinnedMessage { get; set; }

    public string? ConnectedWebsite { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    // Contents without a property of their own still tell what they are.
    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement>? Others { get; set; }

    /// <summary>What the message carries; <see cref="MessageType.Unknown"/> for a content that this part does not know, and for an inaccessible message.</summary>
    [JsonIgnore]
    public MessageType Type => MessageContent.TypeOf(this);

    /// <summary>The parts of <see cref="Text"/> that <see cref="Entities"/> mark.</summary>
    [JsonIgnore]
    public IEnumerable<string>? EntityValues => Marked(Text, Entities);

    /// <summary>The parts of <see cref="Caption"/> that <see cref="CaptionEntities"/> mark.</summary>
    [JsonIgnore]
    public IEnumerable<string>? CaptionEntityValues => Marked(Caption, CaptionEntities);

    /// <summary>The address of the message for those who may see it; null in private chats and small groups.</summary>
    public string? MessageLink() => Chat switch
    {
        { Type: not (ChatType.Channel or ChatType.Supergroup) } => null,
        { Username: { } name } => $"https://t.me/{name}/{Id}",
        _ => $"https://t.me/c/{-1_000_000_000_000 - Chat.Id}/{Id}",
    };

    private static IEnumerable<string>? Marked(string? text, MessageEntity[]? entities) =>
        text is null ? null : entities?.Select(entity => text.Substring(entity.Offset, entity.Length));
}
