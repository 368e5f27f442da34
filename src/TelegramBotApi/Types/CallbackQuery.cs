namespace Telegram.Bot.Types;

/// <summary>One press of an inline button. Type <c>CallbackQuery</c>; its data is whatever the client sent, not a proof of any right.</summary>
public sealed class CallbackQuery
{
    public string Id { get; set; } = null!;

    public User From { get; set; } = null!;

    /// <summary>The message with the button; <see cref="Types.Message.Date"/> = default when the bot can no longer reach it.</summary>
    public Message? Message { get; set; }

    public string? InlineMessageId { get; set; }

    public string ChatInstance { get; set; } = null!;

    /// <summary>At most 64 bytes of UTF-8.</summary>
    public string? Data { get; set; }

    public string? GameShortName { get; set; }
}
