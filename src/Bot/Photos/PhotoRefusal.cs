namespace KominfoBot.Bot.Photos;

/// <summary>Why a file is not taken as a photo, known from its size and its first bytes.</summary>
public enum PhotoRefusal
{
    /// <summary>No bytes at all.</summary>
    Empty,
    /// <summary>More than <see cref="PhotoFiles.MaxBytes"/>, or more than was announced.</summary>
    TooManyBytes,
    /// <summary>Not a picture: a document, an archive, a video, a web page, text.</summary>
    NotAnImage,
    /// <summary>An iPhone's own format (HEIC, HEIF): sending it as a photo converts it.</summary>
    Heic,
    /// <summary>A GIF.</summary>
    Gif,
    /// <summary>A picture in a format that is not taken: SVG, BMP, TIFF, AVIF, PSD, JPEG XL or 2000.</summary>
    OtherFormat,
    /// <summary>More than <see cref="PhotoProbe.MaxPixels"/>.</summary>
    TooManyPixels,
    /// <summary>A JPEG, PNG or WebP whose end is missing: it was not sent whole.</summary>
    CutOff,
    /// <summary>Begins like a JPEG, PNG or WebP and does not go on like one.</summary>
    Broken,
}
