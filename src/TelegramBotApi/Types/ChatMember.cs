using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>The standing of a user in a chat. Type <c>ChatMember</c>.</summary>
[JsonConverter(typeof(ChatMemberConverter))]
public abstract class ChatMember
{
    [JsonIgnore]
    public abstract ChatMemberStatus Status { get; }

    public User User { get; set; } = null!;

    /// <summary>Administrator or owner.</summary>
    [JsonIgnore]
    public bool IsAdmin => Status is ChatMemberStatus.Administrator or ChatMemberStatus.Creator;

    /// <summary>Takes part now.</summary>
    [JsonIgnore]
    public bool IsInChat => this is ChatMemberRestricted restricted ? restricted.IsMember : Status is not (ChatMemberStatus.Left or ChatMemberStatus.Kicked);
}

/// <summary>Owns the chat.</summary>
public sealed class ChatMemberOwner : ChatMember
{
    [JsonIgnore]
    public override ChatMemberStatus Status => ChatMemberStatus.Creator;

    public bool IsAnonymous { get; set; }

    public string? CustomTitle { get; set; }
}

/// <summary>Takes part without further rights; in a private chat: has not blocked the bot.</summary>
public sealed class ChatMemberMember : ChatMember
{
    [JsonIgnore]
    public override ChatMemberStatus Status => ChatMemberStatus.Member;

    public string? Tag { get; set; }

    [JsonConverter(typeof(BanEndConverter))]
    public DateTime? UntilDate { get; set; }
}

/// <summary>Is not in the chat.</summary>
public sealed class ChatMemberLeft : ChatMember
{
    [JsonIgnore]
    public override ChatMemberStatus Status => ChatMemberStatus.Left;
}

/// <summary>Is banned; in a private chat: has blocked the bot.</summary>
public sealed class ChatMemberBanned : ChatMember
{
    [JsonIgnore]
    public override ChatMemberStatus Status => ChatMemberStatus.Kicked;

    [JsonConverter(typeof(BanEndConverter))]
    public DateTime? UntilDate { get; set; }
}
