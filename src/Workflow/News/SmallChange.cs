using System.Text.RegularExpressions;

namespace KominfoBot.Workflow.News;

/// <summary>Why a change is no mere correction of spelling.</summary>
public enum SmallChangeFault
{
    None,
    Nothing,
    Title,
    /// <summary>Category or photos.</summary>
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
        if (before.CategoryCode != after.CategoryCode || !before.Photos.Select(photo => photo.Hash).SequenceEqual(after.Photos.Select(photo => photo.Hash))) return (SmallChangeFault.Other, 0);
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

    /// <summary>The tokens outside a longest common subsequence. What both have at the ends is set aside first, so an article costs little.</summary>
    private static (List<Token> Gone, List<Token> Come) Difference(List<Token> before, List<Token> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start].Text == after[start].Text) start++;
        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)].Text == after[^(end + 1)].Text) end++;
        var (old, young) = (before[start..^end], after[start..^end]);
        var longest = new int[old.Count + 1, young.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        for (var j = young.Count - 1; j >= 0; j--)
            longest[i, j] = old[i].Text == young[j].Text ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        List<Token> gone = [], come = [];
        for (int i = 0, j = 0; i < old.Count || j < young.Count;)
        {
            if (i < old.Count && j < young.Count && old[i].Text == young[j].Text) (i, j) = (i + 1, j + 1);
            else if (j >= young.Count || (i < old.Count && longest[i + 1, j] >= longest[i, j + 1])) gone.Add(old[i++]);
            else come.Add(young[j++]);
        }
        return (gone, come);
    }

    private readonly record struct Token(string Text, bool IsName);

    [GeneratedRegex(@"\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
