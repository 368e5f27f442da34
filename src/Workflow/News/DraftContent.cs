using System.Collections.Immutable;

namespace KominfoBot.Workflow.News;

/// <summary>One message of a body: kept with where it came from, so that editing the message edits the draft.</summary>
/// <param name="Source">Where the passage came from (chat and message), null for text that was typed in place of another.</param>
public sealed record DraftPassage(SourceMessage? Source, StyledText Text);

/// <summary>A chat message that went into a draft.</summary>
public sealed record SourceMessage(long ChatId, int MessageId);

/// <summary>A photo of a draft, in the order of its messages.</summary>
/// <param name="Name">What its sender would call it: the file name, or "foto 3".</param>
public sealed record DraftPhoto(SourceMessage? Source, string Hash, string? Caption, string Name);

/// <summary>
/// A text in the making. Changes with each message, is seen only by its SKPD, and becomes an immutable revision at Kirim.
/// </summary>
/// <param name="IdentityMasked">The sender has answered that the children and victims in it cannot be recognised.</param>
public sealed record DraftContent(
    string? Title,
    SourceMessage? TitleSource,
    ImmutableArray<DraftPassage> Passages,
    ImmutableArray<DraftPhoto> Photos,
    string? CategoryCode,
    bool IdentityMasked = false,
    Occasion? Occasion = null,
    Attachment? Attachment = null)
{
    public static DraftContent Empty { get; } = new(null, null, [], [], null);

    public StyledText Body => Passages.Aggregate(StyledText.Empty, (text, passage) => text.Append(passage.Text.Trim()));

    public int WordCount => Words.Count(Body.Text);

    /// <summary>The text as it would be frozen now.</summary>
    public Content ToContent()
        => new((Title ?? "").Trim(), Body, [.. Photos.Select(photo => new PhotoUse(photo.Hash, photo.Caption))], CategoryCode ?? "", Occasion, Attachment);

    /// <summary>A draft that starts from a frozen text: a returned item, a correction.</summary>
    public static DraftContent From(Content content)
        => new(content.Title, null, [new DraftPassage(null, content.Body)], [.. content.Photos.Select((photo, index) => new DraftPhoto(null, photo.Hash, photo.Caption, $"foto {index + 1}"))], content.CategoryCode, Occasion: content.Occasion, Attachment: content.Attachment);
}
