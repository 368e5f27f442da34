using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>A private chat, group, supergroup or channel. Type <c>Chat</c>; ids have up to 52 bits, those of groups are negative.</summary>
public class Chat
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long Id { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ChatType Type { get; set; }

    /// <summary>Name of a group or channel.</summary>
    public string? Title { get; set; }

    public string? Username { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public bool IsForum { get; set; }

    public bool IsDirectMessages { get; set; }

    public override string ToString() => Type == ChatType.Private
        ? $"Private chat with {(Username is null ? $"{FirstName} {LastName}".TrimEnd() : $"@{Username}")} ({Id})"
        : $"{Type} \"{Title}\" ({Id})";
}

/// <summary>What <c>getChat</c> tells beyond <see cref="Chat"/>. Type <c>ChatFullInfo</c>.</summary>
public sealed class ChatFullInfo : Chat
{
    public ChatPhoto? Photo { get; set; }

    public string[]? ActiveUsernames { get; set; }

    public string? Bio { get; set; }

    public bool HasPrivateForwards { get; set; }

    public string? Description { get; set; }

    public string? InviteLink { get; set; }

    public Message? PinnedMessage { get; set; }

    public int? SlowModeDelay { get; set; }

    public int? MessageAutoDeleteTime { get; set; }

    public bool HasProtectedContent { get; set; }

    public long? LinkedChatId { get; set; }
}

/// <summary>The small (160x160) and big (640x640) picture of a chat. Type <c>ChatPhoto</c>.</summary>
public sealed class ChatPhoto
{
    public string SmallFileId { get; set; } = null!;

    public string SmallFileUniqueId { get; set; } = null!;

    public string BigFileId { get; set; } = null!;

    public string BigFileUniqueId { get; set; } = null!;
}
