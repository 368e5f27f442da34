using System.Collections.Immutable;
using KominfoBot.Workflow.News;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KominfoBot.Bot.Conversations;

/// <summary>A message's words as the newsroom keeps them: cleaned of what no document can carry, formatting reduced to what the page shows.</summary>
public static class FormattedText
{
    public static StyledText Of(Telegram.Bot.Types.Message message) => Of(message.Text ?? message.Caption ?? "", message.Entities ?? message.CaptionEntities ?? []);

    private static StyledText Of(string text, IEnumerable<MessageEntity> entities)
    {
        // A list that the server sends may hold nothing in a place.
        var marks = entities.OfType<MessageEntity>().Select(MarkOf).OfType<Mark>().Where(mark => mark.Offset >= 0 && mark.Length > 0 && mark.Offset + mark.Length <= text.Length).ToImmutableArray();
        if (!PlainText.NeedsCleaning(text)) return new StyledText(text, marks);

        // Offsets move with every unit that is dropped before them.
        var clean = PlainText.Clean(text);
        int Moved(int offset) => PlainText.Clean(text[..offset]).Length;
        return new StyledText(clean, [.. marks.Select(mark => mark with { Offset = Moved(mark.Offset), Length = Moved(mark.Offset + mark.Length) - Moved(mark.Offset) }).Where(mark => mark.Length > 0)]);
    }

    private static Mark? MarkOf(MessageEntity entity) => entity.Type switch
    {
        MessageEntityType.Bold => new Mark(entity.Offset, entity.Length, MarkKind.Bold),
        MessageEntityType.Italic => new Mark(entity.Offset, entity.Length, MarkKind.Italic),
        MessageEntityType.Underline => new Mark(entity.Offset, entity.Length, MarkKind.Underline),
        MessageEntityType.Strikethrough => new Mark(entity.Offset, entity.Length, MarkKind.Strikethrough),
        MessageEntityType.Blockquote or MessageEntityType.ExpandableBlockquote => new Mark(entity.Offset, entity.Length, MarkKind.Quote),
        MessageEntityType.Code or MessageEntityType.Pre => new Mark(entity.Offset, entity.Length, MarkKind.Code),
        MessageEntityType.TextLink when IsWebAddress(entity.Url) => new Mark(entity.Offset, entity.Length, MarkKind.Link, entity.Url),
        _ => null,
    };

    private static bool IsWebAddress(string? url)
        => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
