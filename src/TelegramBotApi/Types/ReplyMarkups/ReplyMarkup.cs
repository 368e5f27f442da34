using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>What stands under a message or in place of the keyboard.</summary>
[JsonDerivedType(typeof(InlineKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardRemove))]
[JsonDerivedType(typeof(ForceReplyMarkup))]
public abstract class ReplyMarkup
{
    /// <summary>Takes an earlier reply keyboard away.</summary>
    public static readonly ReplyKeyboardRemove RemoveKeyboard = new();

    /// <summary>Opens the answer field at once.</summary>
    public static readonly ForceReplyMarkup ForceReply = new();

    public static implicit operator ReplyMarkup?(InlineKeyboardButton button) => (InlineKeyboardMarkup?)button;

    public static implicit operator ReplyMarkup?(InlineKeyboardButton[]? buttons) => (InlineKeyboardMarkup?)buttons;

    public static implicit operator ReplyMarkup?(List<InlineKeyboardButton>? buttons) => (InlineKeyboardMarkup?)buttons;

    public static implicit operator ReplyMarkup?(IEnumerable<InlineKeyboardButton>[]? buttonRows) => (InlineKeyboardMarkup?)buttonRows;

    public static implicit operator ReplyMarkup?(List<List<InlineKeyboardButton>>? buttonRows) => (InlineKeyboardMarkup?)buttonRows;
}

/// <summary>Takes an earlier reply keyboard away. Type <c>ReplyKeyboardRemove</c>.</summary>
public sealed class ReplyKeyboardRemove : ReplyMarkup
{
    [JsonPropertyName("remove_keyboard")]
    public new bool RemoveKeyboard { get; } = true;

    /// <summary>Only for users who are mentioned or answered.</summary>
    public bool Selective { get; set; }
}

/// <summary>Opens the answer field at once. Type <c>ForceReply</c>.</summary>
public sealed class ForceReplyMarkup : ReplyMarkup
{
    [JsonPropertyName("force_reply")]
    public new bool ForceReply { get; } = true;

    /// <summary>1-64 characters in the empty answer field.</summary>
    public string? InputFieldPlaceholder { get; set; }

    /// <summary>Only for users who are mentioned or answered.</summary>
    public bool Selective { get; set; }
}
