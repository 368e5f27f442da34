using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>A marked part of a text; offset and length count UTF-16 units, as .NET strings do. Type <c>MessageEntity</c>.</summary>
public sealed class MessageEntity
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public MessageEntityType Type { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Offset { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Length { get; set; }

    public string? Url { get; set; }

    public User? User { get; set; }

    public string? Language { get; set; }

    public string? CustomEmojiId { get; set; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime? UnixTime { get; set; }

    public string? DateTimeFormat { get; set; }
}

/// <summary>The part of the answered message that the sender chose. Type <c>TextQuote</c>.</summary>
public sealed class TextQuote
{
    public string Text { get; set; } = null!;

    public MessageEntity[]? Entities { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Position { get; set; }

    public bool IsManual { get; set; }
}

/// <summary>How a link is previewed. Type <c>LinkPreviewOptions</c>.</summary>
public sealed class LinkPreviewOptions
{
    /// <summary>No preview.</summary>
    public static readonly LinkPreviewOptions Disabled = new() { IsDisabled = true };

    public bool IsDisabled { get; set; }

    public string? Url { get; set; }

    public bool PreferSmallMedia { get; set; }

    public bool PreferLargeMedia { get; set; }

    public bool ShowAboveText { get; set; }

    public static implicit operator LinkPreviewOptions(string url) => new() { Url = url };
}
