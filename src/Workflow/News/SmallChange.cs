using System.Text.RegularExpressions;

namespace KominfoBot.Workflow.News;

/// <summary>Why a change is no mere correction of spelling.</summary>
public enum SmallChangeFault
{
    None,
    Nothing,
    Title,
    /// <summary>Category, photos, place or date, attachment.</summary>
    Other,
    Number,
    Name,
    TooManyWords,
}

/// <summary>What the fast lane may change: a few words of body and captions, no number, no name, not the title (01-newsroom, "spelling fix").</summary>
public static partial class SmallChange
{
    /// <returns>The first fault, and how many words changed.</returns>
    public static (SmallChangeFault Fault, int Words) Judge(Content before, Content after, int limit)
    {
        if (before.Title != after.Title) return (SmallChangeFault.Title, 0);
        if (before.CategoryCode != after.CategoryCode || before.Occasion != after.Occasion || before.Attachment != after.Attachment || !before.Photos.Select(photo => photo.Hash).SequenceEqual(after.Photos.Select(photo => photo.Hash))) return (SmallChangeFault.Other, 0);
        var words = 0;
        foreach (var (old, young) in Texts(before).Zip(Texts(after)))
        {
            var (gone, come) = Difference(Tokens(old), Tokens(young));
            if (gone.Concat(come).Any(token => token.Text.Any(char.IsDigit))) return (SmallChangeFault.Number, words);
            if (gone.Concat(come).Any(token => token.IsName)) return (SmallChangeFault.Name, words);
            words += Math.Max(gone.Count, come.Count);
        }
        if (words == 0) return (before.Equals(after) ? SmallChangeFault.Nothing : SmallChangeFault.None, 0);
        return (words > limit ? SmallChangeFault.TooManyWords : SmallChangeFault.None, words);
    }

    private static IEnumerable<string> Texts(Content content) => content.Photos.Select(photo => photo.Caption ?? "").Prepend(content.Body.Text);

    private static List<Token> Tokens(string text)
    {
        List<Token> tokens = [];
        var startsSentence = true;
        foreach (Match match in Word().Matches(text))
        {
            var word = match.Value;
            tokens.Add(new Token(word, !startsSentence && char.IsUpper(word.FirstOrDefault(char.IsLetter))));
            startsSentence = word.TrimEnd('"', '”', '\'', ')').EndsWith('.') || word.EndsWith('?') || word.EndsWith('!') || word.EndsWith(':') || EndsLine(text, match);
        }
        return tokens;
    }

    private static bool EndsLine(string text, Match match) => match.Index + match.Length < text.Length && text[match.Index + match.Length] == '\n';

    /// <summary>The tokens that went and those that came.</summary>
    private static (List<Token> Gone, List<Token> Come) Difference(List<Token> before, List<Token> after)
    {
        List<Token> gone = [], come = [];
        var (old, young) = (0, 0);
        foreach (var (kind, _) in EditScript.Between(before.ConvertAll(token => token.Text), after.ConvertAll(token => token.Text)))
        {
            if (kind != ChangeKind.Inserted && before[old++] is var was && kind == ChangeKind.Deleted) gone.Add(was);
            if (kind != ChangeKind.Deleted && after[young++] is var now && kind == ChangeKind.Inserted) come.Add(now);
        }
        return (gone, come);
    }

    private readonly record struct Token(string Text, bool IsName);

    [GeneratedRegex(@"\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
