using System.Collections.Frozen;

namespace KominfoBot.Workflow.Checks;

/// <summary>A spelling that is not the standard one, and the one that is.</summary>
/// <param name="Wrong">Lower case.</param>
/// <param name="Right">As it is written within a sentence.</param>
/// <param name="InNames">Also where it is capitalised within a sentence; otherwise that is taken for somebody's name.</param>
public sealed record Spelling(string Wrong, string Right, bool InNames);

/// <summary>Non-standard spellings by their first word.</summary>
public sealed class SpellingList
{
    private readonly FrozenDictionary<string, Spelling[]> byFirst;

    private SpellingList(IEnumerable<Spelling> all)
        => byFirst = all.GroupBy(each => PhraseList.FirstWord(each.Wrong)).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(each => each.Wrong.Length).ToArray(), StringComparer.Ordinal);

    /// <exception cref="FormatException">An entry twice, or one that a fix would find again.</exception>
    internal static SpellingList From(params IEnumerable<WordFile> files)
    {
        var all = new Dictionary<string, (Spelling Entry, string Place)>(StringComparer.Ordinal);
        foreach (var file in files)
            foreach (var line in file.Lines)
            {
                var flag = line.Fields.Length > 2 ? line.Fields[2] : "";
                if (flag is not ("" or "selalu")) throw new FormatException($"{file.Name} baris {line.Number}: kolom ketiga hanya boleh \"selalu\", bukan \"{flag}\".");
                var wrong = line.Fields[0].ToLowerInvariant();
                if (!char.IsLetterOrDigit(wrong[0])) throw new FormatException($"{file.Name} baris {line.Number}: \"{wrong}\" harus diawali huruf atau angka.");
                if (!all.TryAdd(wrong, (new Spelling(wrong, line.Fields[1], flag == "selalu"), $"{file.Name} baris {line.Number}"))) throw new FormatException($"{file.Name} baris {line.Number}: \"{wrong}\" sudah ada sebelumnya.");
            }
        var list = new SpellingList(all.Values.Select(each => each.Entry));
        foreach (var (entry, place) in all.Values)
            if (list.FindIn(entry.Right) is { } again) throw new FormatException($"{place}: bentuk baku \"{entry.Right}\" sendiri masih memuat \"{again.Wrong}\".");
        return list;
    }

    /// <summary>The longest entry that stands at that word; null when none does.</summary>
    public Spelling? At(string text, Span word)
    {
        if (word.Length > PhraseList.Longest) return null;
        Span<char> first = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++) first[i] = Reading.IsApostrophe(text[word.Start + i]) ? '\'' : char.ToLowerInvariant(text[word.Start + i]);
        return byFirst.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(first, out var entries) ? Array.Find(entries, entry => PhraseList.Stands(text, word.Start, entry.Wrong)) : null;
    }

    private Spelling? FindIn(string text) => Reading.Words(text).Select(word => At(text, word)).FirstOrDefault(found => found is not null);
}
