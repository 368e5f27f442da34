using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.Enums;

/// <summary>How marks in a text are written. For text of people <c>entities</c> are safer: there is nothing to escape.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ParseMode>))]
public enum ParseMode
{
    None,
    Markdown,
    Html,
    MarkdownV2,
}
