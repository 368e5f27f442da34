using System.Text.Json;
using System.Text.RegularExpressions;
using KominfoBot.Bot.Hosting;

namespace KominfoBot.Bot.Teks;

/// <summary>
/// Setting <c>Office:TextFile</c>: a JSON file with the office's own words. <c>"istilah"</c> replaces whole words in all shipped texts ("Kadis": "Kepala Bagian");
/// <c>"teks"</c> replaces single texts by their key, with the same {placeholders}. All keys and shipped texts: <c>teks.json</c> beside this class, which comes with the program.
/// </summary>
public static partial class WordingFile
{
    private const string Setting = "Office:TextFile";
    private static readonly JsonDocumentOptions lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The shipped texts by their keys.</summary>
    public static IReadOnlyDictionary<string, string> Shipped()
    {
        using var file = typeof(WordingFile).Assembly.GetManifestResourceStream("teks.json")!;
        using var json = JsonDocument.Parse(file);
        return json.RootElement.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal);
    }

    /// <param name="path">Null: the office says everything in the shipped words.</param>
    /// <exception cref="OperatorException">The file is missing or wrong: it, the key and the placeholder are named.</exception>
    public static Wording? Load(string? path)
    {
        if (path is null) return null;
        using var json = Read(path);
        foreach (var section in json.RootElement.EnumerateObject().Where(section => section.Name is not ("istilah" or "teks") || section.Value.ValueKind != JsonValueKind.Object))
            throw Fault(path, $"bagian \"{section.Name}\" tidak dikenal; isinya dua bagian, \"istilah\" dan \"teks\", masing-masing di dalam kurung kurawal");
        var shipped = Shipped();
        var terms = Section(path, json, "istilah");
        foreach (var (term, _) in terms.Where(term => !shipped.Values.Any(text => Regex.IsMatch(text, Whole(term.Key)))))
            throw Fault(path, $"istilah \"{term}\" tidak ada di satu teks pun");

        Dictionary<string, IReadOnlyList<WordingPart>> texts = new(StringComparer.Ordinal);
        if (terms.Count > 0)
        {
            var any = new Regex(string.Join('|', terms.Keys.OrderByDescending(term => term.Length).Select(Whole)));
            foreach (var (key, text) in shipped.Where(text => any.IsMatch(text.Value)))
                texts[Shape(text)] = Parts(path, key, text, string.Concat(Pieces(text).Select(piece => IsHole(piece) ? piece : any.Replace(piece, found => terms[found.Value]))));
        }
        foreach (var (key, own) in Section(path, json, "teks"))
        {
            if (!shipped.TryGetValue(key, out var text)) throw Fault(path, $"kunci \"{key}\" tidak dikenal{(Nearest(shipped.Keys, key) is { } near ? $"; mungkin \"{near}\"" : "")}");
            texts[Shape(text)] = Parts(path, key, text, own);
        }
        return new Wording(texts);
    }

    /// <summary>How a text with {placeholders} is known while it is said.</summary>
    public static string Shape(string text) => string.Concat(Pieces(text).Select(piece => IsHole(piece) ? Wording.Hole.ToString() : piece));

    private static List<WordingPart> Parts(string path, string key, string shipped, string own)
    {
        List<string> names = [.. Pieces(shipped).Where(IsHole)];
        var pieces = Pieces(own);
        if (names.FirstOrDefault(name => !pieces.Contains(name)) is { } missing) throw Fault(path, $"teks \"{key}\" tidak memuat {missing}");
        if (pieces.FirstOrDefault(piece => IsHole(piece) && !names.Contains(piece)) is { } unknown)
            throw Fault(path, $"teks \"{key}\" memuat {unknown}, yang tidak dikenal; {(names.Count == 0 ? "teks ini tidak berisian" : $"isiannya: {string.Join(' ', names)}")}");
        List<WordingPart> parts = [.. pieces.Select(piece => IsHole(piece) ? new WordingPart(null, names.IndexOf(piece)) : new WordingPart(piece))];
        Try(path, key, parts, names.Count);
        return parts;
    }

    /// <summary>Tags that do not match are found at the start, not in a chat.</summary>
    private static void Try(string path, string key, List<WordingPart> parts, int holes)
    {
        var text = new ChatTextHandler(0, holes, wording: null);
        try
        {
            foreach (var part in parts)
            {
                if (part.Words is { } words) text.AppendLiteral(words);
                else text.AppendFormatted("https://example.go.id");
            }
            text.ToStyledText();
        }
        catch (FormatException)
        {
            throw Fault(path, $"tanda <b>…</b> dan sejenisnya pada teks \"{key}\" tidak berpasangan");
        }
    }

    private static Dictionary<string, string> Section(string path, JsonDocument json, string name)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        if (!json.RootElement.TryGetProperty(name, out var section)) return found;
        foreach (var entry in section.EnumerateObject())
        {
            if (entry.Value.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(entry.Value.GetString())) throw Fault(path, $"\"{entry.Name}\" harus berisi teks di antara tanda petik");
            if (!found.TryAdd(entry.Name, entry.Value.GetString()!)) throw Fault(path, $"\"{entry.Name}\" ditulis dua kali");
        }
        return found;
    }

    private static JsonDocument Read(string path)
    {
        try
        {
            var json = JsonDocument.Parse(File.ReadAllBytes(path), lenient);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw Fault(path, "harus dimulai dengan {");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"Berkas {path} (setelan {Setting}) tidak terbaca: {error.Message}");
        }
        catch (JsonException error)
        {
            throw Fault(path, $"bukan JSON yang benar, baris {error.LineNumber + 1}");
        }
    }

    private static OperatorException Fault(string path, string what) => new($"Berkas {path} (setelan {Setting}): {what}. Daftar kunci dan teks bawaan: docs/teks.md.");

    private static string? Nearest(IEnumerable<string> keys, string typed)
        => keys.FirstOrDefault(key => string.Equals(key, typed, StringComparison.OrdinalIgnoreCase)) ?? keys.FirstOrDefault(key => key.StartsWith(typed, StringComparison.OrdinalIgnoreCase));

    private static string[] Pieces(string text) => [.. Placeholder().Split(text).Where(piece => piece.Length > 0)];

    private static bool IsHole(string piece) => piece is ['{', .., '}'];

    private static string Whole(string term) => $@"(?<!\w){Regex.Escape(term)}(?!\w)";

    [GeneratedRegex(@"(\{[A-Za-z]\w*\})")]
    private static partial Regex Placeholder();
}
