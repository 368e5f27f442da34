using System.Collections.Immutable;
using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Checks;

/// <summary>A photo as the checks see it.</summary>
/// <param name="Name">As its sender's file is called; null when not known any more.</param>
/// <param name="UsedIn">Number of another item that shows the same picture; null when there is none.</param>
public sealed record PhotoFacts(string Hash, int Width, int Height, string? Name = null, string? UsedIn = null);

/// <summary>Another item with nearly the same words.</summary>
/// <param name="Percent">How much the two have in common.</param>
public sealed record SimilarText(string Number, int Percent);

/// <summary>What a check may look at: the text, its photos' sizes, and whether its like is out already. Never the network, never a clock.</summary>
/// <param name="DuplicateOf">Number of a live or submitted item of another kind with the same words.</param>
public sealed record CheckedText(Content Content, ImmutableArray<PhotoFacts> Photos, string? DuplicateOf, TextRules Rules)
{
    private ImmutableArray<TextPiece> pieces;

    public SimilarText? SimilarTo { get; init; }

    /// <summary>The office's date when the item was first sent, or begun: in which year a date without one is meant.</summary>
    public DateOnly? WrittenOn { get; init; }

    /// <summary>The sender has said that victims cannot be recognised.</summary>
    public bool IdentityMasked { get; init; }

    /// <summary>The words of the attached PDF, pages parted by form feeds; null when there is none.</summary>
    public string? AttachmentText { get; init; }

    /// <summary>Title, body and captions, in that order.</summary>
    public ImmutableArray<TextPiece> Pieces
    {
        get
        {
            if (pieces.IsDefault)
                pieces =
                [
                    new TextPiece(TextPart.Title, 0, Content.Title, Rules.Words), new TextPiece(TextPart.Body, 0, Content.Body.Text, Rules.Words),
                    .. Content.Photos.Select((photo, index) => new TextPiece(TextPart.Caption, index, photo.Caption ?? "", Rules.Words)),
                ];
            return pieces;
        }
    }

    public TextPiece Title => Pieces[0];

    public TextPiece Body => Pieces[1];
}
