using System.Diagnostics.CodeAnalysis;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>One button under a message; besides its text and look exactly one field is set. Type <c>InlineKeyboardButton</c>.</summary>
public sealed class InlineKeyboardButton
{
    public InlineKeyboardButton() { }

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text) => Text = text;

    /// <param name="text">What people read.</param>
    /// <param name="callbackDataOrUrl">An address (http://, https://, tg://) to open, or else callback data.</param>
    [SetsRequiredMembers]
    public InlineKeyboardButton(string text, string callbackDataOrUrl) : this(text)
    {
        ArgumentNullException.ThrowIfNull(callbackDataOrUrl);
        if (IsAddress(callbackDataOrUrl))
            Url = callbackDataOrUrl;
        else
            CallbackData = callbackDataOrUrl;
    }

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text, CopyTextButton copyText) : this(text) => CopyText = copyText;

    public required string Text { get; set; }

    /// <summary>A custom emoji before the text.</summary>
    public string? IconCustomEmojiId { get; set; }

    /// <summary>The colour; the client's own when null.</summary>
    public KeyboardButtonStyle? Style { get; set; }

    public string? Url { get; set; }

    /// <summary>1-64 bytes of UTF-8, returned by a press.</summary>
    public string? CallbackData { get; set; }

    public string? SwitchInlineQuery { get; set; }

    public string? SwitchInlineQueryCurrentChat { get; set; }

    public CopyTextButton? CopyText { get; set; }

    public bool Pay { get; set; }

    public static implicit operator InlineKeyboardButton(string textAndCallbackDataOrUrl) => new(textAndCallbackDataOrUrl, textAndCallbackDataOrUrl);

    public static implicit operator InlineKeyboardButton((string Text, string CallbackDataOrUrl) tuple) => new(tuple.Text, tuple.CallbackDataOrUrl);

    public static implicit operator InlineKeyboardButton((string Text, string CallbackDataOrUrl, KeyboardButtonStyle? Style) tuple) =>
        new(tuple.Text, tuple.CallbackDataOrUrl) { Style = tuple.Style };

    public static implicit operator InlineKeyboardButton((string Text, string CallbackDataOrUrl, KeyboardButtonStyle? Style, string IconCustomEmojiId) tuple) =>
        new(tuple.Text, tuple.CallbackDataOrUrl) { Style = tuple.Style, IconCustomEmojiId = tuple.IconCustomEmojiId };

    /// <summary>The text is the data too.</summary>
    public static InlineKeyboardButton WithCallbackData(string textAndCallbackData) => WithCallbackData(textAndCallbackData, textAndCallbackData);

    public static InlineKeyboardButton WithCallbackData(string text, string callbackData) => new(text) { CallbackData = callbackData };

    public static InlineKeyboardButton WithUrl(string text, string url) => new(text) { Url = url };

    public static InlineKeyboardButton WithSwitchInlineQuery(string text, string switchInlineQuery = "") => new(text) { SwitchInlineQuery = switchInlineQuery };

    public static InlineKeyboardButton WithSwitchInlineQueryCurrentChat(string text, string switchInlineQueryCurrentChat = "") =>
        new(text) { SwitchInlineQueryCurrentChat = switchInlineQueryCurrentChat };

    public static InlineKeyboardButton WithCopyText(string text, CopyTextButton copyText) => new(text, copyText);

    public static InlineKeyboardButton WithPay(string text) => new(text) { Pay = true };

    private static bool IsAddress(string text) =>
        new[] { "https://", "http://", "tg://" }.Any(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
}
