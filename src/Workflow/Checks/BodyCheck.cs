namespace KominfoBot.Workflow.Checks;

/// <summary>A body of at least 80 words.</summary>
internal static class BodyCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
    {
        var words = text.Content.WordCount;
        if (words == 0) yield return new Finding(Weight.Block, "body.missing", [$"{text.Rules.BodyMinimum}"]);
        else if (words < text.Rules.BodyMinimum) yield return new Finding(Weight.Block, "body.short", [$"{words}", $"{text.Rules.BodyMinimum}"]);
    }
}
