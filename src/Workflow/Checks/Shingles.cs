using System.Runtime.InteropServices;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.Workflow.Checks;

/// <summary>
/// A text as the set of its runs of three words (w-shingling, Broder 1997): how much two texts have in common is how many runs they share. The set is also
/// drawn into sixteen keys (MinHash in bands): two texts that share half of their runs have at least one key in common two times in three, those that share
/// four fifths practically always, so that the like of a text is found by an index.
/// </summary>
public static class Shingles
{
    private const int RunWords = 3, Bands = 16, Rows = 4;

    /// <summary>Fewer runs say nothing about likeness.</summary>
    private const int Fewest = 20;

    private static readonly ulong[] seeds = [.. Enumerable.Range(1, Bands * Rows).Select(n => Mix((ulong)n * 0x9E3779B97F4A7C15))];

    /// <summary>The runs of title and body, each as a number that is the same in every process.</summary>
    public static HashSet<ulong> Of(Content content)
    {
        HashSet<ulong> runs = [];
        var words = new Queue<ulong>(RunWords);
        foreach (var word in SearchText.Fold(PlainText.Clean(content.Title + "\n" + content.Body.Text)).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count == RunWords) words.Dequeue();
            words.Enqueue(Hash(word));
            if (words.Count == RunWords) runs.Add(words.Aggregate(0UL, (hash, each) => Mix((hash * 31) + each)));
        }
        return runs;
    }

    /// <summary>What such a text is found by; none for a text that is too short to be compared.</summary>
    public static IReadOnlyList<long> Keys(HashSet<ulong> runs)
    {
        if (runs.Count < Fewest) return [];
        Span<ulong> least = stackalloc ulong[seeds.Length];
        least.Fill(ulong.MaxValue);
        foreach (var run in runs)
            for (var i = 0; i < least.Length; i++) least[i] = Math.Min(least[i], Mix(run ^ seeds[i]));
        var keys = new long[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var key = (ulong)band;
            foreach (var value in least.Slice(band * Rows, Rows)) key = Mix(key ^ value);
            keys[band] = (long)key;
        }
        return keys;
    }

    /// <summary>How much of all runs of both the two have in common (Jaccard), per cent, rounded down.</summary>
    public static int Percent(HashSet<ulong> one, HashSet<ulong> other)
    {
        var (few, many) = one.Count < other.Count ? (one, other) : (other, one);
        var common = few.Count(many.Contains);
        var all = one.Count + other.Count - common;
        return all == 0 ? 0 : common * 100 / all;
    }

    /// <summary>FNV-1a over UTF-16 units.</summary>
    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in MemoryMarshal.AsBytes(word.AsSpan())) hash = (hash ^ unit) * 1099511628211UL;
        return hash;
    }

    /// <summary>SplitMix64's last steps: every bit of the input changes half of the output's.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
