namespace KominfoBot.Workflow.Checks;

/// <summary>Nearly the same words went out, or are under review, in another item of the last weeks, whatever its SKPD.</summary>
internal static class SimilarCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
    {
        if (text is { DuplicateOf: null, SimilarTo: { } other }) yield return new Finding(Weight.Warn, "similar", [other.Number, $"{other.Percent}"]);
    }
}
