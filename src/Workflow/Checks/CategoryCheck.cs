namespace KominfoBot.Workflow.Checks;

/// <summary>Every item has a category: the portal's menu depends on it.</summary>
internal static class CategoryCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
    {
        if (text.Content.CategoryCode.Length == 0) yield return new Finding(Weight.Block, "category.missing", []);
    }
}
