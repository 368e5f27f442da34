using System.Collections.Immutable;

namespace KominfoBot.Workflow.News;

/// <summary>What a change did to a stretch of text.</summary>
public enum ChangeKind
{
    Kept,
    Deleted,
    Inserted,
}

/// <summary>How one list becomes another: a longest common subsequence is kept, all else deleted or inserted.</summary>
internal static class EditScript
{
    /// <summary>Above this many comparisons what lies between the common beginning and the common end counts as replaced.</summary>
    private const long MostComparisons = 1_500_000;

    /// <summary>Where both lists are the same the item is of the list before; deletions stand before insertions wherever there is a choice.</summary>
    public static IReadOnlyList<(ChangeKind Kind, string Item)> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var head = 0;
        while (head < before.Count && head < after.Count && before[head] == after[head]) head++;
        var tail = 0;
        while (tail < before.Count - head && tail < after.Count - head && before[^(tail + 1)] == after[^(tail + 1)]) tail++;

        var script = new List<(ChangeKind, string)>(before.Count + after.Count);
        for (var at = 0; at < head; at++) script.Add((ChangeKind.Kept, before[at]));
        Middle(script, [.. before.Skip(head).Take(before.Count - head - tail)], [.. after.Skip(head).Take(after.Count - head - tail)]);
        for (var at = before.Count - tail; at < before.Count; at++) script.Add((ChangeKind.Kept, before[at]));
        return script;
    }

    private static void Middle(List<(ChangeKind, string)> script, ImmutableArray<string> before, ImmutableArray<string> after)
    {
        if ((long)before.Length * after.Length > MostComparisons)
        {
            script.AddRange(before.Select(item => (ChangeKind.Deleted, item)));
            script.AddRange(after.Select(item => (ChangeKind.Inserted, item)));
            return;
        }
        var common = CommonLengths(before, after);
        var (x, y) = (0, 0);
        while (x < before.Length || y < after.Length)
        {
            if (x < before.Length && y < after.Length && before[x] == after[y])
            {
                script.Add((ChangeKind.Kept, before[x++]));
                y++;
            }
            else if (y == after.Length || (x < before.Length && common[x + 1, y] >= common[x, y + 1]))
            {
                script.Add((ChangeKind.Deleted, before[x++]));
            }
            else
            {
                script.Add((ChangeKind.Inserted, after[y++]));
            }
        }
    }

    /// <summary>For each pair of places the length of the longest common subsequence of what follows.</summary>
    private static int[,] CommonLengths(ImmutableArray<string> before, ImmutableArray<string> after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var x = before.Length - 1; x >= 0; x--)
        for (var y = after.Length - 1; y >= 0; y--)
            common[x, y] = before[x] == after[y] ? common[x + 1, y + 1] + 1 : Math.Max(common[x + 1, y], common[x, y + 1]);
        return common;
    }
}
