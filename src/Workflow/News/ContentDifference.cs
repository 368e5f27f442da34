using System.Collections.Immutable;

namespace KominfoBot.Workflow.News;

/// <summary>What one revision changed in another.</summary>
/// <param name="Title">By sentence and word; all kept when nothing changed.</param>
/// <param name="OnlyMarks">The body's words are the same and only their formatting differs.</param>
/// <param name="CategoryBefore">Its code; null when the category stayed.</param>
/// <param name="PhotosGone">How many photos are no longer there.</param>
/// <param name="PhotosMoved">The photos that stayed stand in another order.</param>
/// <param name="Captions">Of photos that stayed: the position after the change, and what became of the caption.</param>
public sealed record ContentDifference(
    ImmutableArray<SentenceChange> Title,
    ImmutableArray<SentenceChange> Body,
    bool OnlyMarks,
    string? CategoryBefore,
    string? CategoryAfter,
    int PhotosGone,
    int PhotosAdded,
    bool PhotosMoved,
    ImmutableArray<(int Position, ImmutableArray<SentenceChange> Changes)> Captions)
{
    /// <summary>The place and date of the event before and after; null when they stayed.</summary>
    public (Occasion? Before, Occasion? After)? Occasions { get; init; }

    /// <summary>The attachment before and after; null when it stayed.</summary>
    public (Attachment? Before, Attachment? After)? Attachments { get; init; }

    public bool IsNone => TextDifference.IsKept(Title) && TextDifference.IsKept(Body) && !OnlyMarks && CategoryAfter is null && PhotosGone == 0 && PhotosAdded == 0 && !PhotosMoved && Captions.IsEmpty && Occasions is null && Attachments is null;

    public static ContentDifference Between(Content before, Content after)
    {
        var (old, fresh) = (before.Photos.Select(photo => photo.Hash).ToList(), after.Photos.Select(photo => photo.Hash).ToList());
        var captions = after.Photos.Select((photo, index) => (photo, Position: index + 1))
            .Select(each => (each.photo, each.Position, Was: before.Photos.FirstOrDefault(photo => photo.Hash == each.photo.Hash)))
            .Where(each => each.Was is not null && (each.Was.Caption ?? "") != (each.photo.Caption ?? ""))
            .Select(each => (each.Position, TextDifference.Between(each.Was!.Caption ?? "", each.photo.Caption ?? "")));
        var isOtherCategory = before.CategoryCode != after.CategoryCode;
        return new ContentDifference(
            TextDifference.Between(before.Title, after.Title),
            TextDifference.Between(before.Body.Text, after.Body.Text),
            before.Body.Text == after.Body.Text && !before.Body.Equals(after.Body),
            isOtherCategory ? before.CategoryCode : null,
            isOtherCategory ? after.CategoryCode : null,
            old.Except(fresh).Count(),
            fresh.Except(old).Count(),
            !old.Where(fresh.Contains).SequenceEqual(fresh.Where(old.Contains)),
            [.. captions])
        {
            Occasions = before.Occasion == after.Occasion ? null : (before.Occasion, after.Occasion),
            Attachments = before.Attachment == after.Attachment ? null : (before.Attachment, after.Attachment),
        };
    }
}
