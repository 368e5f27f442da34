using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>Builds a <see cref="StyledText"/> from an interpolated string; see <see cref="ChatText.Of"/>.</summary>
[InterpolatedStringHandler]
public ref struct ChatTextHandler
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly (string Name, MarkKind Kind)[] Tags =
    [
        ("b", MarkKind.Bold), ("i", MarkKind.Italic), ("u", MarkKind.Underline), ("s", MarkKind.Strikethrough),
        ("q", MarkKind.Quote), ("fq", MarkKind.FoldedQuote), ("code", MarkKind.Code), ("a", MarkKind.Link),
    ];

    private readonly StringBuilder text;
    private readonly ImmutableArray<Mark>.Builder marks;
    private readonly Stack<(MarkKind Kind, int Start, string? Url)> open;
    /// <summary>Where the office has words of its own, it is known at the end only which text this is; null: the shipped words, written at once.</summary>
    private readonly SaidText? said;
    private bool wantsAddress;
    private string? address;

    public ChatTextHandler(int literalLength, int formattedCount) : this(literalLength, formattedCount, Wording.OfThisOffice)
    {
    }

    internal ChatTextHandler(int literalLength, int formattedCount, Wording? wording)
    {
        if (wording is not null) said = new SaidText(wording);
        text = new(literalLength + formattedCount * 16);
        marks = ImmutableArray.CreateBuilder<Mark>();
        open = [];
    }

    public void AppendLiteral(string value)
    {
        if (said is not null)
        {
            said.Literal(value);
            return;
        }
        var rest = value.AsSpan();
        if (wantsAddress)
        {
            if (address is null || rest is not ['>', ..])
                throw new FormatException("An address is filled in as <a={address}>.");
            open.Push((MarkKind.Link, text.Length, address));
            (wantsAddress, address) = (false, null);
            rest = rest[1..];
        }
        while (rest.IndexOf('<') is >= 0 and var at)
        {
            text.Append(rest[..at]);
            rest = rest[at..];
            rest = rest[Tag(rest)..];
        }
        text.Append(rest);
    }

    public void AppendFormatted(string? value)
    {
        if (said is not null)
            said.Hole(value);
        else if (wantsAddress)
            address = value;
        else
            text.Append(value);
    }

    public void AppendFormatted(StyledText value)
    {
        if (said is not null)
        {
            said.Hole(value);
            return;
        }
        if (wantsAddress)
            throw new FormatException("An address is a string.");
        foreach (var mark in value.Marks)
            marks.Add(mark with { Offset = mark.Offset + text.Length });
        text.Append(value.Text);
    }

    public void AppendFormatted<T>(T value, string? format = null)
        => AppendFormatted(value is IFormattable number ? number.ToString(format, Indonesian) : value?.ToString());

    internal readonly StyledText ToStyledText()
    {
        if (said is not null)
            return said.InTheWordsOfTheOffice();
        if (open.Count > 0 || wantsAddress)
            throw new FormatException($"The tag {(wantsAddress ? "a" : open.Peek().Kind)} is never closed: {text}");
        return new(text.ToString(), [.. marks.Where(mark => mark.Length > 0).OrderBy(mark => mark.Offset).ThenByDescending(mark => mark.Length)]);
    }

    /// <summary>Takes the tag at the start of <paramref name="rest"/> (or the bare sign) and returns its length.</summary>
    private int Tag(ReadOnlySpan<char> rest)
    {
        if (rest is "<a=")
        {
            wantsAddress = true;
            return rest.Length;
        }
        foreach (var (name, kind) in Tags)
        {
            if (kind != MarkKind.Link && rest.StartsWith($"<{name}>", StringComparison.Ordinal))
            {
                open.Push((kind, text.Length, null));
                return name.Length + 2;
            }
            if (rest.StartsWith($"</{name}>", StringComparison.Ordinal))
            {
                if (!open.TryPop(out var opened) || opened.Kind != kind)
                    throw new FormatException($"</{name}> closes nothing: {text}");
                marks.Add(new(opened.Start, text.Length - opened.Start, kind, opened.Url));
                return name.Length + 3;
            }
        }
        text.Append('<');
        return 1;
    }
}
