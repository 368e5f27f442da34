namespace KominfoBot.Workflow.Checks;

/// <summary>A shortened link hides where it leads and dies with its service.</summary>
internal static class ShortLinkCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
    {
        var shown = Links.In(text).Where(link => text.Rules.Words.Shorteners.Contains(link.Host)).Select(link => link.Shown).Distinct().ToList();
        if (shown.Count > 0) yield return new Finding(Weight.Warn, "link.short", [string.Join(", ", shown.Take(3))]);
    }
}
