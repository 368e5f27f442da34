using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace KominfoBot.PublicFeed.Text;

/// <summary>
/// A piece of HTML. <c>Html.Of($"…{text}…")</c> encodes every text that is put in; only other pieces of HTML go in as they are, so forgetting to encode is
/// not possible. Attribute values stand in double quotes.
/// </summary>
public sealed record Html(string Source)
{
    public static Html Empty { get; } = new("");

    public static Html Of(ref HtmlPieces pieces) => new(pieces.ToStringAndClear());

    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Source)));

    /// <summary>The four characters that mean something in text and in quoted attribute values. All others stay themselves: a numeric reference to
    /// U+0080-U+009F would be read as another character (HTML, numeric character reference end state).</summary>
    public static string Encode(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"") < 0) return text;
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                _ => encoded.Append(unit),
            };
        }
        return encoded.ToString();
    }

    public override string ToString() => Source;
}

/// <summary>Puts texts and pieces of HTML together.</summary>
[InterpolatedStringHandler]
public ref struct HtmlPieces(int literalLength, int formattedCount)
{
    private readonly StringBuilder source = new(literalLength + (formattedCount * 32));

    public readonly void AppendLiteral(string literal) => source.Append(literal);

    public readonly void AppendFormatted(string? text) => source.Append(text is null ? null : Html.Encode(text));

    public readonly void AppendFormatted(Html? piece) => source.Append(piece?.Source);

    public readonly void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces) source.Append(piece.Source);
    }

    public readonly void AppendFormatted(long number) => source.Append(number.ToString(CultureInfo.InvariantCulture));

    internal readonly string ToStringAndClear() => source.ToString();
}
