namespace KominfoBot.Bot.Releases;

/// <summary>Why a document was not taken as a release.</summary>
public enum ReleaseFault
{
    Empty,
    TooManyBytes,
    /// <summary>Word 97-2003.</summary>
    OldWord,
    /// <summary>With a password.</summary>
    Encrypted,
    Rtf,
    OpenDocument,
    Pdf,
    /// <summary>Something else under Word's name.</summary>
    NotWord,
    /// <summary>Cut off, damaged, or contradicting itself.</summary>
    Broken,
    TooManyEntries,
    /// <summary>A name inside it that leads out of it.</summary>
    UnsafeName,
    /// <summary>All of it unpacks to more than is allowed.</summary>
    Unpacks,
    /// <summary>A file inside it grows beyond all measure when it is unpacked.</summary>
    Bomb,
    Macros,
    /// <summary>XML that declares its own entities.</summary>
    DocumentType,
    /// <summary>The file of its text is larger than a release can be.</summary>
    TextTooLarge,
    TooManyCharacters,
    TooManyParagraphs,
    NoText,
}

/// <param name="Value">What was found, in the unit of the limit: bytes, entries, characters; 0 where there is nothing to count.</param>
/// <param name="Detail">A name inside the document, or empty.</param>
public sealed record ReleaseRefusal(ReleaseFault Fault, long Value = 0, string Detail = "");

/// <summary>Ends the reading of a document wherever it stands.</summary>
internal sealed class ReleaseRefusedException(ReleaseFault fault, long value = 0, string detail = "") : Exception($"{fault} {value} {detail}")
{
    public ReleaseRefusal Refusal { get; } = new(fault, value, detail);
}
