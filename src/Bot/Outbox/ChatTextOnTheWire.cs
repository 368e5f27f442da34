using KominfoBot.Workflow.News;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
// The package has a StyledText of its own.

namespace KominfoBot.Bot.Outbox;

/// <summary>Our texts and keyboards as the Bot API's types.</summary>
internal static class ChatTextOnTheWire
{
    public static MessageEntity[]? Entities(this StyledText text) => text.Marks.IsDefaultOrEmpty ? null :
    [
        .. text.Marks.Select(mark => new MessageEntity { Type = Type(mark.Kind), Offset = mark.Offset, Length = mark.Length, Url = mark.Url }),
    ];

    public static InlineKeyboardMarkup Markup(this Keyboard keys) => new()
    {
        InlineKeyboard = [.. keys.Rows.Select(row => row.Select(Button).ToArray())],
    };

    private static InlineKeyboardButton Button(Key key) => new(key.Text)
    {
        CallbackData = key.Data,
        Url = key.Url,
        Style = key.Style switch
        {
            KeyStyle.Primary => KeyboardButtonStyle.Primary,
            KeyStyle.Success => KeyboardButtonStyle.Success,
            KeyStyle.Danger => KeyboardButtonStyle.Danger,
            _ => null,
        },
    };

    private static MessageEntityType Type(MarkKind kind) => kind switch
    {
        MarkKind.Bold => MessageEntityType.Bold,
        MarkKind.Italic => MessageEntityType.Italic,
        MarkKind.Underline => MessageEntityType.Underline,
        MarkKind.Strikethrough => MessageEntityType.Strikethrough,
        MarkKind.Link => MessageEntityType.TextLink,
        MarkKind.Quote => MessageEntityType.Blockquote,
        MarkKind.Code => MessageEntityType.Code,
        MarkKind.FoldedQuote => MessageEntityType.ExpandableBlockquote,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
