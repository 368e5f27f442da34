namespace KominfoBot.Workflow.Checks;

/// <summary>A title that withholds what it is about, or shouts at its end.</summary>
internal static class ClickbaitCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
    {
        var title = text.Content.Title.AsSpan().TrimEnd();
        if (title.EndsWith("...") || title.EndsWith("…") || title.EndsWith("!!") || title.EndsWith("?!") || title.EndsWith("??") || title.EndsWith("!?"))
            yield return new Finding(Weight.Warn, "title.clickbait", [title[^Math.Min(title.Length, 3)..].ToString().Trim()]);
        else if (text.Rules.Words.Clickbait.In(text.Title).LastOrDefault() is { Phrase: { } phrase, At: var at } && IsLast(text.Title, at))
            yield return new Finding(Weight.Warn, "title.clickbait", [phrase]);
    }

    private static bool IsLast(TextPiece title, Span at) => title.Words[^1].End <= at.End;
}
