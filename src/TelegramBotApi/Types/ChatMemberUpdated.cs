using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A user's standing in a chat changed; of the bot itself as <c>my_chat_member</c>. Type <c>ChatMemberUpdated</c>.</summary>
public sealed class ChatMemberUpdated
{
    public Chat Chat { get; set; } = null!;

    public User From { get; set; } = null!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime Date { get; set; }

    public ChatMember OldChatMember { get; set; } = null!;

    public ChatMember NewChatMember { get; set; } = null!;

    public bool ViaJoinRequest { get; set; }

    public bool ViaChatFolderInviteLink { get; set; }
}
