using System.Globalization;

namespace KominfoBot.Workflow.Checks;

/// <summary>A title of 15 to 160 characters; warned above 100, and when it shouts.</summary>
internal static class TitleCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
    {
        var title = text.Content.Title;
        var length = new StringInfo(title).LengthInTextElements;
        var (minimum, maximum) = (text.Rules.TitleMinimum, text.Rules.TitleMaximum);
        if (length == 0) yield return new Finding(Weight.Block, "title.missing", []);
        else if (length < minimum) yield return new Finding(Weight.Block, "title.short", [$"{length}", $"{minimum}"]);
        else if (length > maximum) yield return new Finding(Weight.Block, "title.long", [$"{length}", $"{maximum}"]);
        else if (length > text.Rules.TitleComfortable) yield return new Finding(Weight.Warn, "title.longish", [$"{length}", $"{text.Rules.TitleComfortable}"]);

        var letters = title.Count(char.IsLetter);
        if (letters >= 10 && title.Where(char.IsLetter).All(char.IsUpper)) yield return new Finding(Weight.Warn, "title.capitals", []);
    }
}
