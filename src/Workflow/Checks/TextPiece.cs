using System.Collections.Immutable;

namespace KominfoBot.Workflow.Checks;

/// <summary>A stretch of a text.</summary>
public readonly record struct Span(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>
/// A part of the text, read once for all checks: its words (runs of letters and digits, apostrophes within), its sentences, and its addresses, in which no
/// spelling is looked at. All in one pass each: the time grows with the length, whatever the text holds.
/// </summary>
public sealed class TextPiece(TextPart part, int photo, string text, WordLists lists)
{
    private ImmutableArray<Span> words, sentences, addresses;

    public TextPart Part { get; } = part;

    /// <summary>Place of the photo whose caption it is.</summary>
    public int Photo { get; } = photo;

    public string Text { get; } = text;

    public ImmutableArray<Span> Words => words.IsDefault ? words = [.. Reading.Words(Text)] : words;

    /// <summary>Web and e-mail addresses, @names and #tags.</summary>
    public ImmutableArray<Span> Addresses => addresses.IsDefault ? addresses = [.. Reading.Addresses(Text)] : addresses;

    public ImmutableArray<Span> Sentences => sentences.IsDefault ? sentences = [.. Reading.Sentences(Text, lists.Abbreviations)] : sentences;

    public ReadOnlySpan<char> Of(Span span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>1 for the first line.</summary>
    public int LineOf(int offset) => Text.AsSpan(0, offset).Count('\n') + 1;

    public bool IsInAddress(int offset)
    {
        var (low, high) = (0, Addresses.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (offset < Addresses[middle].Start) high = middle - 1;
            else if (offset >= Addresses[middle].End) low = middle + 1;
            else return true;
        }
        return false;
    }

    public TextChange Change(int offset, int length, string replacement) => new(Part, Photo, offset, length, replacement);
}
