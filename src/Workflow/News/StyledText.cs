using System.Collections.Immutable;

namespace KominfoBot.Workflow.News;

/// <summary>What a stretch of a body looks like. The chat's own formatting, reduced to what the public page shows.</summary>
public enum MarkKind
{
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Link,
    Quote,
    Code,
    /// <summary>A quote that the chat shows folded; a news body has only <see cref="Quote"/>.</summary>
    FoldedQuote,
}

/// <summary>One formatted stretch. Offset and length count UTF-16 units, as .NET strings and the Bot API's MessageEntity do.</summary>
public sealed record Mark(int Offset, int Length, MarkKind Kind, string? Url = null);

/// <summary>A text with its formatting beside it: nothing to escape, nothing to parse, whatever the text holds.</summary>
public sealed record StyledText(string Text, ImmutableArray<Mark> Marks)
{
    public static StyledText Empty { get; } = new("", []);

    public static StyledText Plain(string text) => new(text, []);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>The two texts with a blank line between them, marks moved along.</summary>
    public StyledText Append(StyledText other)
    {
        if (Text.Length == 0) return other;
        if (other.Text.Length == 0) return this;
        const string between = "\n\n";
        var shift = Text.Length + between.Length;
        return new(Text + between + other.Text, [.. Marks, .. other.Marks.Select(mark => mark with { Offset = mark.Offset + shift })]);
    }

    /// <summary>The stretch from <paramref name="start"/>, marks cut to fit and moved along.</summary>
    public StyledText Slice(int start, int length)
    {
        var end = start + length;
        var marks = Marks
            .Where(mark => mark.Offset < end && mark.Offset + mark.Length > start)
            .Select(mark =>
            {
                var from = Math.Max(mark.Offset, start);
                var to = Math.Min(mark.Offset + mark.Length, end);
                return mark with { Offset = from - start, Length = to - from };
            });
        return new(Text.Substring(start, length), [.. marks]);
    }

    /// <summary>
    /// Other words in place of a stretch, marks moved along: one that holds the stretch holds the new words, one that begins or ends within it takes all of
    /// them, and one that only covered what is gone goes too.
    /// </summary>
    public StyledText Replace(int start, int length, string replacement)
    {
        var (end, moved) = (start + length, replacement.Length - length);
        int Begin(int at) => at <= start ? at : at >= end ? at + moved : start;
        int End(int at) => at >= end ? at + moved : at <= start ? at : start + replacement.Length;
        var marks = Marks.Select(mark => mark with { Offset = Begin(mark.Offset), Length = End(mark.Offset + mark.Length) - Begin(mark.Offset) }).Where(mark => mark.Length > 0);
        return new(string.Concat(Text.AsSpan(0, start), replacement, Text.AsSpan(end)), [.. marks]);
    }

    /// <summary>Without white space around it, marks moved along.</summary>
    public StyledText Trim()
    {
        var start = Text.Length - Text.AsSpan().TrimStart().Length;
        var length = Text.AsSpan().Trim().Length;
        return start == 0 && length == Text.Length ? this : Slice(start, length);
    }

    public bool Equals(StyledText? other) => other is not null && Text == other.Text && Marks.SequenceEqual(other.Marks);

    public override int GetHashCode() => HashCode.Combine(Text, Marks.Length);
}
