using System.Collections.Immutable;

namespace KominfoBot.Workflow.Checks;

/// <summary>What a fix does; its button says so.</summary>
public enum FixKind
{
    /// <summary>Puts the standard spelling in the place of another.</summary>
    Spelling,
    /// <summary>Takes personal data out.</summary>
    Privacy,
    /// <summary>Puts the weekday of a date in the place of a wrong one.</summary>
    Weekday,
}

/// <summary>The changes that make a finding go away, all in the text as it was checked.</summary>
public sealed record Fix(FixKind Kind, ImmutableArray<TextChange> Changes);

/// <summary>A part of an item's text.</summary>
public enum TextPart
{
    Title,
    Body,
    Caption,
    /// <summary>What the sender's file is called; the public never sees it, but it may hold personal data.</summary>
    FileName,
    /// <summary>The attached PDF: its name, then its words. Nothing in it can be fixed by us.</summary>
    Attachment,
}

/// <summary>Some characters in the place of others. Offset and length count UTF-16 units.</summary>
/// <param name="Photo">Place of the photo whose caption or name it is; 0 is the first.</param>
public sealed record TextChange(TextPart Part, int Photo, int Offset, int Length, string Replacement);
