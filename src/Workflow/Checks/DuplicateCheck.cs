namespace KominfoBot.Workflow.Checks;

/// <summary>The very same words are out, or under review, in another item.</summary>
internal static class DuplicateCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
    {
        if (text.DuplicateOf is { } number) yield return new Finding(Weight.Block, "duplicate", [number]);
    }
}
