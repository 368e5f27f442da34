using System.Collections.Immutable;
using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Publication;

/// <summary>What the public sees of an item's life.</summary>
public enum PublicationStatus
{
    Published,
    Corrected,
    Retracted,
}

/// <summary>
/// An item as the public may see it, and nothing else: no drafts, no people, no reasons that were not meant for the public.
/// Written in the transaction that publishes, corrects or retracts; the feed reads only this.
/// </summary>
/// <param name="Id">Minted once, never derived from anything that may change; <c>urn:uuid:</c> in every feed (RFC 4287 section 4.2.6).</param>
/// <param name="Number">The item's number, e.g. <c>DISDIK-2026-0042</c>.</param>
/// <param name="Slug">Fixed at first publication; part of the permanent link.</param>
/// <param name="Edition">1 for the first edition; a correction raises it.</param>
/// <param name="PublishedAt">First publication, UTC; never changes.</param>
/// <param name="ModifiedAt">The newest change that the public can see, UTC.</param>
/// <param name="Corrections">Public correction notes, oldest first.</param>
/// <param name="Occasion">Where and when it happened, as far as it was said.</param>
/// <param name="Attachment">The PDF of an announcement.</param>
/// <param name="RetractionNotice">The public reason once retracted, else null.</param>
public sealed record PublishedItem(
    Guid Id,
    string Number,
    string Slug,
    string SkpdCode,
    string SkpdName,
    string CategoryCode,
    string CategoryName,
    int Edition,
    PublicationStatus Status,
    string Title,
    StyledText Body,
    ImmutableArray<PublishedPhoto> Photos,
    DateTimeOffset PublishedAt,
    DateTimeOffset ModifiedAt,
    ImmutableArray<PublishedCorrection> Corrections,
    string? RetractionNotice = null,
    PublishedOccasion? Occasion = null,
    PublishedAttachment? Attachment = null);

/// <summary>A photo of a published item: its content hash (lower-case hexadecimal SHA-256 of the original) and its re-encoded variants.</summary>
/// <param name="Credit">Who took it, when the caption says so.</param>
public sealed record PublishedPhoto(string Hash, string? Caption, ImmutableArray<PhotoVariant> Variants, string? Credit = null);

/// <summary>A PDF, served as <c>/media/{hash}.pdf</c>.</summary>
/// <param name="Bytes">Exact size of the file.</param>
public sealed record PublishedAttachment(string Hash, string Name, long Bytes, int Pages);

/// <summary>Where and when that happened which an item tells of, as far as it was said.</summary>
public sealed record PublishedOccasion(string? Place, DateOnly? On);

/// <summary>One re-encoded file of a photo, served as <c>/media/{hash}-{name}.{format}</c>.</summary>
/// <param name="Name"><c>large</c> (longest side 1600), <c>medium</c> (800) or <c>card</c> (1200x630).</param>
/// <param name="Format">File ending: <c>jpg</c> or <c>webp</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Bytes">Exact size of the file.</param>
public sealed record PhotoVariant(string Name, string Format, int Width, int Height, long Bytes);

/// <summary>A public correction note ("Ralat").</summary>
public sealed record PublishedCorrection(DateTimeOffset At, string Note);

/// <summary>One line of the list of changes; <paramref name="Sequence"/> only rises, in the order of the commits.</summary>
public sealed record PublicationChange(long Sequence, DateTimeOffset At, string Number, PublicationStatus Status);

/// <summary>An agency as the public sees it.</summary>
public sealed record PublishedSkpd(string Code, string Name, string ShortName, string? SiteUrl, string? FeedUrl, string? Head, string? Address, string? Phone);

/// <summary>A category as the public sees it.</summary>
public sealed record PublishedCategory(string Code, string Name);
