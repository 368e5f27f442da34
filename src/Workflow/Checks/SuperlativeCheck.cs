namespace KominfoBot.Workflow.Checks;

/// <summary>"Terbesar", "pertama di Indonesia": a claim that needs a source.</summary>
internal static class SuperlativeCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
    {
        var found = new[] { text.Title, text.Body }.SelectMany(piece => text.Rules.Words.Superlatives.In(piece)).Select(each => each.Phrase).Distinct().Take(4).ToList();
        if (found.Count > 0) yield return new Finding(Weight.Info, "superlative", [string.Join(", ", found)]);
    }
}
