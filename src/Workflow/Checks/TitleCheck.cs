using System.Globalization;
using System.Text;

namespace KominfoBot.Workflow.Checks;

/// <summary>A title of 15 to 160 characters, with at least one letter or digit; warned above 100, and when it shouts.</summary>
public static class TitleCheck
{
    internal static IEnumerable<Finding> Run(CheckedText text)
    {
        var title = text.Content.Title;
        var length = new StringInfo(title).LengthInTextElements;
        if (Block(title, text.Rules) is { } block) yield return block;
        else if (length > text.Rules.TitleComfortable) yield return new Finding(Weight.Warn, "title.longish", [$"{length}", $"{text.Rules.TitleComfortable}"]);

        var letters = title.Count(char.IsLetter);
        if (letters >= 10 && title.Where(char.IsLetter).All(char.IsUpper)) yield return new Finding(Weight.Warn, "title.capitals", []);
    }

    /// <summary>What makes these words no title; null when they can be one.</summary>
    public static Finding? Block(string title, TextRules rules)
    {
        var length = new StringInfo(title).LengthInTextElements;
        if (!title.EnumerateRunes().Any(Rune.IsLetterOrDigit)) return new Finding(Weight.Block, "title.missing", []);
        if (length < rules.TitleMinimum) return new Finding(Weight.Block, "title.short", [$"{length}", $"{rules.TitleMinimum}"]);
        return length > rules.TitleMaximum ? new Finding(Weight.Block, "title.long", [$"{length}", $"{rules.TitleMaximum}"]) : null;
    }
}
