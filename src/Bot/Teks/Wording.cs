using System.Text;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What an office says in other words than the program. A shipped text is known by its words, with a mark where something is filled in.</summary>
/// <param name="texts">The office's words by the shipped ones; both as <see cref="WordingFile.Shape"/> writes them, the office's with the numbers of the holes.</param>
public sealed class Wording(IReadOnlyDictionary<string, IReadOnlyList<WordingPart>> texts)
{
    /// <summary>Where something is filled in.</summary>
    internal const char Hole = '\u0001';

    /// <summary>Set once, before anything is said; null: all is said in the shipped words, at no cost.</summary>
    public static Wording? OfThisOffice { get; private set; }

    public static void Use(Wording? wording) => OfThisOffice = wording;

    internal IReadOnlyList<WordingPart>? For(string shape) => texts.GetValueOrDefault(shape);
}

/// <summary>Words, or the number of what is filled in there.</summary>
public readonly record struct WordingPart(string? Words, int Hole = -1);

/// <summary>One text on its way to the chat: its words as shipped, and what is filled in.</summary>
internal sealed class SaidText(Wording wording)
{
    private readonly StringBuilder shape = new();
    private readonly List<object?> filled = [];

    public void Literal(string words) => shape.Append(words);

    public void Hole(object? value)
    {
        shape.Append(Wording.Hole);
        filled.Add(value);
    }

    public StyledText InTheWordsOfTheOffice()
    {
        var shipped = shape.ToString();
        var text = new ChatTextHandler(shipped.Length, filled.Count, wording: null);
        if (wording.For(shipped) is { } parts)
        {
            foreach (var part in parts) Append(ref text, part);
            return text.ToStyledText();
        }
        var hole = 0;
        foreach (var words in shipped.Split(Wording.Hole))
        {
            if (hole > 0) Append(ref text, new WordingPart(null, hole - 1));
            text.AppendLiteral(words);
            hole++;
        }
        return text.ToStyledText();
    }

    private void Append(ref ChatTextHandler text, WordingPart part)
    {
        if (part.Words is { } words) text.AppendLiteral(words);
        else if (filled[part.Hole] is StyledText styled) text.AppendFormatted(styled);
        else text.AppendFormatted((string?)filled[part.Hole]);
    }
}
