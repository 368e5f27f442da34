namespace KominfoBot.Bot.Photos;

/// <summary>What the first bytes of an accepted picture say.</summary>
/// <param name="Format"><c>jpg</c>, <c>png</c> or <c>webp</c>: by content, whatever its name was.</param>
/// <param name="Width">Pixels, the picture standing upright.</param>
/// <param name="Height">Pixels, the picture standing upright.</param>
/// <param name="Orientation">Exif orientation 1 to 8 of a JPEG; 1 for all else and for nonsense.</param>
public sealed record PhotoHeader(string Format, int Width, int Height, int Orientation = 1);

/// <summary>One of the two is null.</summary>
public readonly record struct PhotoProbeResult(PhotoHeader? Header, PhotoRefusal? Refusal)
{
    public static implicit operator PhotoProbeResult(PhotoHeader header) => new(header, null);

    public static implicit operator PhotoProbeResult(PhotoRefusal refusal) => new(null, refusal);
}
