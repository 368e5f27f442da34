using System.Text;
using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Tests.News;

/// <summary>Draws docs/lifecycle.md from the table.</summary>
internal static class LifecycleDiagram
{
    public static string Draw()
    {
        var page = new StringBuilder("# The life of an edition\n\nGenerated from `src/Workflow/News/Lifecycle.cs` by a test; do not edit. Drawn for the default chain: the Kabid endorses, the Kadis approves.\n\n```mermaid\nstateDiagram-v2\n    [*] --> Draft\n");
        foreach (var rule in Lifecycle.Table)
        foreach (var from in rule.From.Where(from => rule.To is not null && (from != EditionState.InReview || !rule.Needs.HasFlag(Condition.Approving)) && (from != EditionState.Endorsed || rule.Act != Act.Endorse)))
            page.Append("    ").Append(from).Append(" --> ").Append(rule.To).Append(": ").Append(rule.Act).Append(rule.BySystem ? " (system)" : $" ({string.Join(", ", rule.By)})").Append('\n');
        page.Append("```\n\n| act | from | by | to | needs |\n|---|---|---|---|---|\n");
        foreach (var rule in Lifecycle.Table)
            page.Append("| ").Append(rule.Act).Append(" | ").AppendJoin(", ", rule.From).Append(" | ").Append(rule.BySystem ? "system" : string.Join(", ", rule.By)).Append(" | ").Append(rule.To?.ToString() ?? "unchanged").Append(" | ").Append(rule.Needs).Append(" |\n");
        return page.ToString();
    }
}
