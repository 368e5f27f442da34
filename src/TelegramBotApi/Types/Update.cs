using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>One event of the Bot API, exactly one of its optional parts is set. Type <c>Update</c>; the identifiers grow by one, but restart at random after a quiet week.</summary>
public sealed class Update
{
    /// <summary>All kinds but <see cref="UpdateType.Unknown"/>: what <c>allowed_updates</c> must name to miss nothing.</summary>
    public static readonly UpdateType[] AllTypes = [.. Enum.GetValues<UpdateType>().Where(type => type != UpdateType.Unknown)];

    [JsonPropertyName("update_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Id { get; set; }

    public Message? Message { get; set; }

    public Message? EditedMessage { get; set; }

    public Message? ChannelPost { get; set; }

    public Message? EditedChannelPost { get; set; }

    public Message? BusinessMessage { get; set; }

    public Message? EditedBusinessMessage { get; set; }

    public Message? GuestMessage { get; set; }

    public CallbackQuery? CallbackQuery { get; set; }

    public Poll? Poll { get; set; }

    public ChatMemberUpdated? MyChatMember { get; set; }

    public ChatMemberUpdated? ChatMember { get; set; }

    // Kinds without a property of their own still tell what they are.
    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement>? Others { get; set; }

    /// <summary>Which part is set; <see cref="UpdateType.Unknown"/> for a kind that this part does not know.</summary>
    [JsonIgnore]
    public UpdateType Type => this switch
    {
        { Message: not null } => UpdateType.Message,
        { EditedMessage: not null } => UpdateType.EditedMessage,
        { CallbackQuery: not null } => UpdateType.CallbackQuery,
        { MyChatMember: not null } => UpdateType.MyChatMember,
        { ChatMember: not null } => UpdateType.ChatMember,
        { ChannelPost: not null } => UpdateType.ChannelPost,
        { EditedChannelPost: not null } => UpdateType.EditedChannelPost,
        { BusinessMessage: not null } => UpdateType.BusinessMessage,
        { EditedBusinessMessage: not null } => UpdateType.EditedBusinessMessage,
        { GuestMessage: not null } => UpdateType.GuestMessage,
        { Poll: not null } => UpdateType.Poll,
        _ => KindOf.Rest<UpdateType>(Others),
    };
}
