using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>An item to be sent: a file, its caption. Type <c>InputMedia</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(InputMediaPhoto), "photo")]
[JsonDerivedType(typeof(InputMediaDocument), "document")]
[JsonDerivedType(typeof(InputMediaVideo), "video")]
[JsonDerivedType(typeof(InputMediaAnimation), "animation")]
[JsonDerivedType(typeof(InputMediaAudio), "audio")]
public abstract class InputMedia
{
    protected InputMedia() { }

    [SetsRequiredMembers]
    protected InputMedia(InputFile media) => Media = media;

    [JsonIgnore]
    public abstract InputMediaType Type { get; }

    public required InputFile Media { get; set; }

    public string? Caption { get; set; }

    public ParseMode ParseMode { get; set; }

    public MessageEntity[]? CaptionEntities { get; set; }
}

/// <summary>A photo to be sent.</summary>
public sealed class InputMediaPhoto : InputMedia, IAlbumInputMedia
{
    public InputMediaPhoto() { }

    [SetsRequiredMembers]
    public InputMediaPhoto(InputFile media) : base(media) { }

    [JsonIgnore]
    public override InputMediaType Type => InputMediaType.Photo;

    public bool ShowCaptionAboveMedia { get; set; }

    public bool HasSpoiler { get; set; }
}

/// <summary>A file to be sent as it is.</summary>
public sealed class InputMediaDocument : InputMedia, IAlbumInputMedia
{
    public InputMediaDocument() { }

    [SetsRequiredMembers]
    public InputMediaDocument(InputFile media) : base(media) { }

    [JsonIgnore]
    public override InputMediaType Type => InputMediaType.Document;

    public InputFile? Thumbnail { get; set; }

    public bool DisableContentTypeDetection { get; set; }
}

/// <summary>A video to be sent.</summary>
public sealed class InputMediaVideo : InputMedia, IAlbumInputMedia
{
    public InputMediaVideo() { }

    [SetsRequiredMembers]
    public InputMediaVideo(InputFile media) : base(media) { }

    [JsonIgnore]
    public override InputMediaType Type => InputMediaType.Video;

    public InputFile? Thumbnail { get; set; }

    public InputFile? Cover { get; set; }

    public int? StartTimestamp { get; set; }

    public bool ShowCaptionAboveMedia { get; set; }

    public int Width { get; set; }

    public int Height { get; set; }

    public int Duration { get; set; }

    public bool SupportsStreaming { get; set; }

    public bool HasSpoiler { get; set; }
}

/// <summary>A GIF to be sent; not allowed in albums.</summary>
public sealed class InputMediaAnimation : InputMedia
{
    public InputMediaAnimation() { }

    [SetsRequiredMembers]
    public InputMediaAnimation(InputFile media) : base(media) { }

    [JsonIgnore]
    public override InputMediaType Type => InputMediaType.Animation;

    public InputFile? Thumbnail { get; set; }

    public bool ShowCaptionAboveMedia { get; set; }

    public int Width { get; set; }

    public int Height { get; set; }

    public int Duration { get; set; }

    public bool HasSpoiler { get; set; }
}

/// <summary>Music to be sent.</summary>
public sealed class InputMediaAudio : InputMedia, IAlbumInputMedia
{
    public InputMediaAudio() { }

    [SetsRequiredMembers]
    public InputMediaAudio(InputFile media) : base(media) { }

    [JsonIgnore]
    public override InputMediaType Type => InputMediaType.Audio;

    public InputFile? Thumbnail { get; set; }

    public int Duration { get; set; }

    public string? Performer { get; set; }

    public string? Title { get; set; }
}

/// <summary>An item that may stand in an album: photos and videos together, or documents alone, or music alone.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(InputMediaPhoto), "photo")]
[JsonDerivedType(typeof(InputMediaDocument), "document")]
[JsonDerivedType(typeof(InputMediaVideo), "video")]
[JsonDerivedType(typeof(InputMediaAudio), "audio")]
public interface IAlbumInputMedia
{
    InputMediaType Type { get; }

    InputFile Media { get; }

    string? Caption { get; }

    ParseMode ParseMode { get; }

    MessageEntity[]? CaptionEntities { get; }
}
