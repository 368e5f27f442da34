using System.Collections.Immutable;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Releases;

/// <summary>What of a document does not come along into a draft, or only as plain words.</summary>
public enum Omission
{
    /// <summary>Tables: their rows come as lines.</summary>
    Tables,
    TextBoxes,
    /// <summary>Footnotes and endnotes.</summary>
    Footnotes,
    Comments,
    /// <summary>Tracked changes: insertions stay, deletions go.</summary>
    TrackedChanges,
    HiddenText,
    /// <summary>Charts and diagrams.</summary>
    Charts,
    Equations,
    /// <summary>Files within the file: workbooks, other documents.</summary>
    EmbeddedFiles,
    /// <summary>Headers and footers, where a letterhead stands.</summary>
    Headers,
    /// <summary>Pictures and files that lie elsewhere: never fetched.</summary>
    OutsideFiles,
    /// <summary>Links that are no web address.</summary>
    OtherLinks,
    /// <summary>Logos and ornaments.</summary>
    SmallPictures,
    /// <summary>Pictures beyond the number that is looked at.</summary>
    MorePictures,
    /// <summary>A line above the title that only says that this is a release.</summary>
    Heading,
}

/// <summary>A picture of a release, in the order of its text.</summary>
/// <param name="Part">Its place inside the document.</param>
public sealed record ReleasePicture(string Part, string? Caption);

/// <summary>A release as it was read out of a Word document.</summary>
/// <param name="Title">Null when nothing in it looks like one.</param>
public sealed record Release(string? Title, StyledText Body, ImmutableArray<ReleasePicture> Pictures, ImmutableSortedSet<Omission> Omissions);
