using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>Where a command menu shows. Type <c>BotCommandScope</c>; the narrowest one wins.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BotCommandScopeDefault), "default")]
[JsonDerivedType(typeof(BotCommandScopeAllPrivateChats), "all_private_chats")]
[JsonDerivedType(typeof(BotCommandScopeAllGroupChats), "all_group_chats")]
[JsonDerivedType(typeof(BotCommandScopeAllChatAdministrators), "all_chat_administrators")]
[JsonDerivedType(typeof(BotCommandScopeChat), "chat")]
[JsonDerivedType(typeof(BotCommandScopeChatAdministrators), "chat_administrators")]
[JsonDerivedType(typeof(BotCommandScopeChatMember), "chat_member")]
public abstract class BotCommandScope
{
    [JsonIgnore]
    public abstract BotCommandScopeType Type { get; }

    public static BotCommandScopeDefault Default() => new();

    public static BotCommandScopeAllPrivateChats AllPrivateChats() => new();

    public static BotCommandScopeAllGroupChats AllGroupChats() => new();

    public static BotCommandScopeAllChatAdministrators AllChatAdministrators() => new();

    public static BotCommandScopeChat Chat(ChatId chatId) => new() { ChatId = chatId };

    public static BotCommandScopeChatAdministrators ChatAdministrators(ChatId chatId) => new() { ChatId = chatId };

    public static BotCommandScopeChatMember ChatMember(ChatId chatId, long userId) => new() { ChatId = chatId, UserId = userId };
}

/// <summary>Wherever no narrower scope has a menu.</summary>
public sealed class BotCommandScopeDefault : BotCommandScope
{
    [JsonIgnore]
    public override BotCommandScopeType Type => BotCommandScopeType.Default;
}

/// <summary>In all private chats.</summary>
public sealed class BotCommandScopeAllPrivateChats : BotCommandScope
{
    [JsonIgnore]
    public override BotCommandScopeType Type => BotCommandScopeType.AllPrivateChats;
}

/// <summary>In all groups.</summary>
public sealed class BotCommandScopeAllGroupChats : BotCommandScope
{
    [JsonIgnore]
    public override BotCommandScopeType Type => BotCommandScopeType.AllGroupChats;
}

/// <summary>For administrators of all groups.</summary>
public sealed class BotCommandScopeAllChatAdministrators : BotCommandScope
{
    [JsonIgnore]
    public override BotCommandScopeType Type => BotCommandScopeType.AllChatAdministrators;
}

/// <summary>In one chat.</summary>
public sealed class BotCommandScopeChat : BotCommandScope
{
    [JsonIgnore]
    public override BotCommandScopeType Type => BotCommandScopeType.Chat;

    public ChatId ChatId { get; set; } = null!;
}

/// <summary>For administrators of one chat.</summary>
public sealed class BotCommandScopeChatAdministrators : BotCommandScope
{
    [JsonIgnore]
    public override BotCommandScopeType Type => BotCommandScopeType.ChatAdministrators;

    public ChatId ChatId { get; set; } = null!;
}

/// <summary>For one member of one chat.</summary>
public sealed class BotCommandScopeChatMember : BotCommandScope
{
    [JsonIgnore]
    public override BotCommandScopeType Type => BotCommandScopeType.ChatMember;

    public ChatId ChatId { get; set; } = null!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long UserId { get; set; }
}
