namespace KominfoBot.Bot.Releases;

/// <summary>What a Word document may ask of us. Ten times what a release has; whatever needs more is no release.</summary>
public static class ReleaseLimits
{
    /// <summary>What the Bot API's getFile delivers at most: 20 MB.</summary>
    public const long MaxBytes = 20 * 1024 * 1024;

    /// <summary>Files inside the document.</summary>
    public const int MaxEntries = 1000;

    /// <summary>All files inside it, unpacked, as the document itself declares them: 100 MB.</summary>
    public const long MaxUnpackedBytes = 100L * 1024 * 1024;

    /// <summary>Unpacked to packed, of a file inside that unpacks to more than a megabyte. Word's own XML reaches 30, deflate itself ends at 1032.</summary>
    public const int MaxRatio = 150;

    /// <summary>One file of XML, unpacked: 10 MB. The text of a release has a hundredth.</summary>
    public const long MaxXmlBytes = 10 * 1024 * 1024;

    /// <summary>From one tag to the next: bounds the attributes of a tag.</summary>
    public const int MaxTagBytes = 1024 * 1024;

    /// <summary>Elements within elements; Word itself stays below 40.</summary>
    public const int MaxDepth = 200;

    /// <summary>Different names of elements and attributes; WordprocessingML with all its extensions has some 2,000.</summary>
    public const int MaxNames = 5000;

    /// <summary>Characters of text: about forty pages.</summary>
    public const int MaxCharacters = 100_000;

    public const int MaxParagraphs = 2000;

    /// <summary>Pictures that are looked at; the rest is named.</summary>
    public const int MaxPictures = 20;

    /// <summary>A picture whose longer side has fewer pixels is a logo or an ornament.</summary>
    public const int SmallestPhoto = 300;
}
