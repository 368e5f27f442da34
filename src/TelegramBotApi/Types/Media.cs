using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>A GIF or a silent video; such a message also has a document. Type <c>Animation</c>; lengths are in seconds here and below.</summary>
public sealed class Animation : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Width { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Height { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Duration { get; set; }

    public PhotoSize? Thumbnail { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>Music. Type <c>Audio</c>.</summary>
public sealed class Audio : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Duration { get; set; }

    public string? Performer { get; set; }

    public string? Title { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }

    public PhotoSize? Thumbnail { get; set; }
}

/// <summary>A video. Type <c>Video</c>.</summary>
public sealed class Video : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Width { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Height { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Duration { get; set; }

    public PhotoSize? Thumbnail { get; set; }

    public PhotoSize[]? Cover { get; set; }

    public int? StartTimestamp { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A round video. Type <c>VideoNote</c>; its length is the diameter in pixels.</summary>
public sealed class VideoNote : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Length { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Duration { get; set; }

    public PhotoSize? Thumbnail { get; set; }
}

/// <summary>A voice message. Type <c>Voice</c>.</summary>
public sealed class Voice : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Duration { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A sticker. Type <c>Sticker</c>.</summary>
public sealed class Sticker : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public StickerType Type { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Width { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Height { get; set; }

    public bool IsAnimated { get; set; }

    public bool IsVideo { get; set; }

    public PhotoSize? Thumbnail { get; set; }

    public string? Emoji { get; set; }

    public string? SetName { get; set; }

    public TGFile? PremiumAnimation { get; set; }

    public string? CustomEmojiId { get; set; }

    public bool NeedsRepainting { get; set; }
}
