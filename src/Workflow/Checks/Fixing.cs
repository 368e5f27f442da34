using System.Collections.Immutable;
using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Checks;

/// <summary>Carries fixes out on a draft. Passages stay where they came from, so that an edited message still edits its passage, and formatting stays on its words.</summary>
public static class Fixing
{
    /// <param name="fixes">Found in the draft as it stands (<see cref="DraftContent.ToContent"/>); where two overlap, the first one counts.</param>
    public static DraftContent Apply(DraftContent draft, IEnumerable<Fix> fixes)
    {
        var changes = new List<TextChange>();
        foreach (var change in fixes.SelectMany(fix => fix.Changes))
            if (!changes.Exists(other => other.Part == change.Part && other.Photo == change.Photo && change.Offset < other.Offset + other.Length && other.Offset < change.Offset + change.Length)) changes.Add(change);
        // From the end, so that what stands before keeps its place.
        foreach (var change in changes.OrderByDescending(change => change.Offset)) draft = Apply(draft, change);
        return draft;
    }

    private static DraftContent Apply(DraftContent draft, TextChange change) => change.Part switch
    {
        TextPart.Title => draft with { Title = In(Trimmed(draft.Title), change).Trim() is { Length: > 0 } title ? title : null },
        TextPart.Body => draft with { Passages = InPassages(draft.Passages, change) },
        TextPart.Caption => Photo(draft, change.Photo, photo => photo with { Caption = In(photo.Caption ?? "", change).Trim() is { Length: > 0 } caption ? caption : null }),
        _ => Photo(draft, change.Photo, photo => photo with { Name = $"foto {change.Photo + 1}" }),
    };

    private static DraftContent Photo(DraftContent draft, int at, Func<DraftPhoto, DraftPhoto> change) => draft with { Photos = draft.Photos.SetItem(at, change(draft.Photos[at])) };

    private static string Trimmed(string? text) => (text ?? "").Trim();

    private static string In(string text, TextChange change) => string.Concat(text.AsSpan(0, change.Offset), change.Replacement, text.AsSpan(change.Offset + change.Length));

    /// <summary>Finds the passage that the body's stretch lies in: the body is the trimmed passages with a blank line between them.</summary>
    private static ImmutableArray<DraftPassage> InPassages(ImmutableArray<DraftPassage> passages, TextChange change)
    {
        var body = StyledText.Empty;
        for (var index = 0; index < passages.Length; index++)
        {
            var text = passages[index].Text.Trim();
            body = body.Append(text);
            if (text.Text.Length == 0) continue;
            var start = body.Text.Length - text.Text.Length;
            if (change.Offset >= start && change.Offset + change.Length <= body.Text.Length)
                return passages.SetItem(index, passages[index] with { Text = text.Replace(change.Offset - start, change.Length, change.Replacement) });
        }
        throw new ArgumentException($"No passage holds the stretch {change.Offset}+{change.Length} of a body of {body.Text.Length}.", nameof(change));
    }
}
