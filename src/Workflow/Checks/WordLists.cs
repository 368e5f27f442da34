using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace KominfoBot.Workflow.Checks;

/// <summary>
/// The words that the checks go by. They come with the program as data files (<c>src/Workflow/Checks/Data</c>, each with its source) and an office may put its
/// own file in the place of any of them (<c>Checks:WordsDirectory</c>).
/// </summary>
public sealed class WordLists
{
    private WordLists(Func<string, int, int, WordFile> read)
    {
        Spelling = SpellingList.From(read("ejaan.csv", 2, 3), read("nama-resmi.csv", 2, 3));
        Abbreviations = Set(read("singkatan.csv", 1, 1));
        Acronyms = read("akronim.csv", 1, 1).Lines.Select(line => line.Fields[0]).ToFrozenSet(StringComparer.Ordinal);
        Clickbait = Phrases(read("judul-umpan.csv", 1, 1));
        Superlatives = Phrases(read("superlatif.csv", 1, 1));
        Quoting = Phrases(read("kutipan.csv", 1, 1));
        GamblingWords = Phrases(read("judi.csv", 1, 1));
        GamblingNews = Phrases(read("berita-judi.csv", 1, 1));
        GamblingHosts = [.. Set(read("situs-judi.csv", 1, 1)).Order(StringComparer.Ordinal)];
        Shorteners = Set(read("pemendek-tautan.csv", 1, 1));
        OfficeContacts = Phrases(read("kontak-kantor.csv", 1, 1));
        OfficialDomains = [.. Set(read("domain-resmi.csv", 1, 1)).Order(StringComparer.Ordinal)];
        OtherNumbers = Phrases(read("bukan-nik.csv", 1, 1));
        var victims = read("korban.csv", 2, 2);
        (VictimTopics, VictimMarks) = (Phrases(victims, "hal"), Phrases(victims, "peristiwa"));
        Offices = Phrases(read("jabatan.csv", 1, 1));
        var questions = read("5w1h.csv", 2, 2);
        Questions = FiveQuestionsCheck.Questions.ToFrozenDictionary(question => question, question => Phrases(questions, question));
    }

    public static WordLists Shipped { get; } = new((name, fewest, most) => WordFile.Parse(name, Resource(name), fewest, most));

    public SpellingList Spelling { get; }

    /// <summary>Words that end with a full stop within a sentence; lower case, without it.</summary>
    public FrozenSet<string> Abbreviations { get; }

    /// <summary>Acronyms that every reader knows.</summary>
    public FrozenSet<string> Acronyms { get; }

    public PhraseList Clickbait { get; }

    public PhraseList Superlatives { get; }

    /// <summary>What stands beside a quotation: "ujar", "menurut".</summary>
    public PhraseList Quoting { get; }

    /// <summary>What only an advertisement for gambling says.</summary>
    public PhraseList GamblingWords { get; }

    /// <summary>What news about gambling says and its advertisements do not.</summary>
    public PhraseList GamblingNews { get; }

    /// <summary>Parts of the host names of gambling sites.</summary>
    public ImmutableArray<string> GamblingHosts { get; }

    /// <summary>Hosts that hide where a link leads.</summary>
    public FrozenSet<string> Shorteners { get; }

    /// <summary>Words beside or in an address or number that belongs to an office.</summary>
    public PhraseList OfficeContacts { get; }

    /// <summary>Endings of the domains that only institutions get.</summary>
    public ImmutableArray<string> OfficialDomains { get; }

    /// <summary>Words before a number of sixteen digits that is no population number.</summary>
    public PhraseList OtherNumbers { get; }

    /// <summary>What happens to victims whose identity is protected.</summary>
    public PhraseList VictimTopics { get; }

    /// <summary>Signs that a text tells of a case and not of prevention.</summary>
    public PhraseList VictimMarks { get; }

    /// <summary>Words that answer who, when, where, why and how.</summary>
    public FrozenDictionary<string, PhraseList> Questions { get; }

    /// <summary>Offices and kinds of places that stand before a name.</summary>
    public PhraseList Offices { get; }

    /// <summary>The shipped lists, those that the folder holds replaced.</summary>
    /// <exception cref="FormatException">The folder cannot be read, holds a list that nobody asks for, or a wrong one.</exception>
    public static WordLists Read(string folder)
    {
        try
        {
            var own = Directory.EnumerateFiles(folder, "*.csv").ToDictionary(file => Path.GetFileName(file)!, StringComparer.Ordinal);
            if (own.Keys.FirstOrDefault(name => !Names.Contains(name)) is { } unknown)
                throw new FormatException($"{own[unknown]} tidak dikenal. Nama berkas yang ada: {string.Join(", ", Names)}.");
            return new((name, fewest, most) => own.TryGetValue(name, out var path) ? WordFile.Parse(path, File.ReadAllBytes(path), fewest, most) : WordFile.Parse(name, Resource(name), fewest, most));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"folder {folder} tidak dapat dibaca: {error.Message}", error);
        }
    }

    private const string Prefix = "kata/";

    private static ImmutableArray<string> Names { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal)];

    private static byte[] Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name) ?? throw new FileNotFoundException($"The list {name} is not in the program.", name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static FrozenSet<string> Set(WordFile file) => file.Words().ToFrozenSet(StringComparer.Ordinal);

    private static PhraseList Phrases(WordFile file) => new(file.Lines.Select(line => line.Fields[0]));

    private static PhraseList Phrases(WordFile file, string kind) => new(file.Lines.Where(line => line.Fields[1] == kind).Select(line => line.Fields[0]));
}
