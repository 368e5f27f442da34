using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace KominfoBot.Workflow.News;

/// <summary>A stretch of text that was kept, deleted or inserted.</summary>
public sealed record TextChange(ChangeKind Kind, string Text);

/// <summary>A sentence before and after: kept whole, deleted, inserted, or changed in some of its words.</summary>
public sealed record SentenceChange(ImmutableArray<TextChange> Parts)
{
    public bool IsKept => Parts.All(part => part.Kind == ChangeKind.Kept);

    public string Before => string.Concat(Parts.Where(part => part.Kind != ChangeKind.Inserted).Select(part => part.Text));

    public string After => string.Concat(Parts.Where(part => part.Kind != ChangeKind.Deleted).Select(part => part.Text));

    public bool Equals(SentenceChange? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Aggregate(Parts.Length, HashCode.Combine);
}

/// <summary>
/// The difference between two texts as a person would mark it: by sentence, and inside a sentence that was changed by word. What was before and what is after
/// can both be put together again from it, sign by sign.
/// </summary>
public static partial class TextDifference
{
    /// <summary>Two sentences that share fewer of their words are two sentences, not one that was changed.</summary>
    private const double Likeness = 0.4;

    private const int MostPairs = 4000;

    /// <summary>Nothing when both are empty.</summary>
    public static ImmutableArray<SentenceChange> Between(string before, string after)
    {
        var changes = ImmutableArray.CreateBuilder<SentenceChange>();
        List<string> deleted = [], inserted = [];
        foreach (var (kind, sentence) in EditScript.Between(Sentences.Split(before), Sentences.Split(after)))
        {
            if (kind == ChangeKind.Deleted) deleted.Add(sentence);
            else if (kind == ChangeKind.Inserted) inserted.Add(sentence);
            else
            {
                Settle(changes, deleted, inserted);
                changes.Add(Whole(ChangeKind.Kept, sentence));
            }
        }
        Settle(changes, deleted, inserted);
        return changes.ToImmutable();
    }

    public static bool IsKept(ImmutableArray<SentenceChange> changes) => changes.All(change => change.IsKept);

    /// <summary>Between two kept sentences: those that are alike are one sentence that was changed, in the order of both texts.</summary>
    private static void Settle(ImmutableArray<SentenceChange>.Builder changes, List<string> deleted, List<string> inserted)
    {
        var (x, y) = (0, 0);
        foreach (var (left, right) in Pairs(deleted, inserted))
        {
            while (x < left) changes.Add(Whole(ChangeKind.Deleted, deleted[x++]));
            while (y < right) changes.Add(Whole(ChangeKind.Inserted, inserted[y++]));
            changes.Add(Changed(deleted[x++], inserted[y++]));
        }
        while (x < deleted.Count) changes.Add(Whole(ChangeKind.Deleted, deleted[x++]));
        while (y < inserted.Count) changes.Add(Whole(ChangeKind.Inserted, inserted[y++]));
        deleted.Clear();
        inserted.Clear();
    }

    /// <summary>The places of the sentences that belong together, so that the sum of their likeness is the greatest.</summary>
    private static List<(int Left, int Right)> Pairs(List<string> deleted, List<string> inserted)
    {
        List<(int, int)> pairs = [];
        if (deleted.Count * inserted.Count is 0 or > MostPairs) return pairs;
        var (left, right) = (deleted.ConvertAll(WordsOf), inserted.ConvertAll(WordsOf));
        var alike = new double[deleted.Count, inserted.Count];
        var best = new double[deleted.Count + 1, inserted.Count + 1];
        for (var x = deleted.Count - 1; x >= 0; x--)
        for (var y = inserted.Count - 1; y >= 0; y--)
        {
            alike[x, y] = LikenessOf(left[x], right[y]);
            best[x, y] = Math.Max(best[x + 1, y], best[x, y + 1]);
            if (alike[x, y] >= Likeness) best[x, y] = Math.Max(best[x, y], alike[x, y] + best[x + 1, y + 1]);
        }
        for (var (x, y) = (0, 0); x < deleted.Count && y < inserted.Count;)
        {
            if (best[x, y] <= best[x + 1, y]) x++;
            else if (best[x, y] <= best[x, y + 1]) y++;
            else pairs.Add((x++, y++));
        }
        return pairs;
    }

    private static Dictionary<string, int> WordsOf(string sentence)
        => Token().Matches(sentence).Select(match => match.Value).Where(token => char.IsLetterOrDigit(token[0])).GroupBy(token => token, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.Count(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Dice's coefficient of the words: 1 for the same words, 0 for none in common.</summary>
    private static double LikenessOf(Dictionary<string, int> left, Dictionary<string, int> right)
    {
        var all = left.Values.Sum() + right.Values.Sum();
        return all == 0 ? 1 : 2.0 * left.Sum(word => Math.Min(word.Value, right.GetValueOrDefault(word.Key))) / all;
    }

    private static SentenceChange Changed(string before, string after)
    {
        var script = EditScript.Between([.. Token().Matches(before).Select(match => match.Value)], [.. Token().Matches(after).Select(match => match.Value)]);
        var parts = ImmutableArray.CreateBuilder<TextChange>();
        string deleted = "", inserted = "", held = "";
        foreach (var (kind, token) in script)
        {
            if (kind == ChangeKind.Kept)
            {
                held += token;
                continue;
            }
            // A blank between two changed words is no island worth keeping: "lima kali" became "enam ratus", not word by word.
            if (held.Length > 0 && string.IsNullOrWhiteSpace(held) && deleted.Length + inserted.Length > 0) (deleted, inserted) = (deleted + held, inserted + held);
            else if (held.Length > 0) Close(ref deleted, ref inserted, held);
            held = "";
            if (kind == ChangeKind.Deleted) deleted += token;
            else inserted += token;
        }
        Close(ref deleted, ref inserted, held);
        return new SentenceChange(parts.ToImmutable());

        void Close(ref string gone, ref string come, string kept)
        {
            if (gone.Length > 0) parts.Add(new TextChange(ChangeKind.Deleted, gone));
            if (come.Length > 0) parts.Add(new TextChange(ChangeKind.Inserted, come));
            if (kept.Length > 0) parts.Add(new TextChange(ChangeKind.Kept, kept));
            (gone, come) = ("", "");
        }
    }

    private static SentenceChange Whole(ChangeKind kind, string sentence) => new([new TextChange(kind, sentence)]);

    /// <summary>A word with the signs inside it ("21.500", "ber-KTP", "09.30"), white space, or one sign; a surrogate pair is one.</summary>
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:[.,:/’'-][\p{L}\p{M}\p{N}]+)*|\s+|[\uD800-\uDBFF][\uDC00-\uDFFF]|.", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Token();
}
