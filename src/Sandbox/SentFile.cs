using System.Text.Json.Serialization;

namespace KominfoBot.Sandbox;

/// <summary>A file that a person sends from a phone.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Name">Its name on the phone; a photo has none at Telegram.</param>
/// <param name="Mime">Its type; guessed from the name when <c>null</c>.</param>
/// <param name="ClaimedSize">A size to claim instead of the true one: a 25 MB file without 25 MB.</param>
public sealed record SentFile(byte[] Content, string? Name = null, string? Mime = null, long? ClaimedSize = null);

/// <summary>Kinds of message besides text, photos and documents.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OtherKind>))]
public enum OtherKind
{
    Sticker,
    Voice,
    Video,
    Audio,
    Contact,
    Location,
    Dice,
    Poll,
}
