using System.Collections.Immutable;
using KominfoBot.Testing;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Tests.Checks;

/// <summary>A text of <c>naskah-uji.txt</c>: what an office sends, and what is truly to be found in it.</summary>
/// <param name="Expected">Codes of blocks and warnings; none for a text that is in order.</param>
internal sealed record Manuscript(string Name, ImmutableArray<string> Expected, string Title, string Body)
{
    /// <summary>Thursday; all texts were written in that week or shortly before.</summary>
    private static readonly DateOnly Day = new(2026, 11, 26);

    public static ImmutableArray<Manuscript> All { get; } = [.. Read("naskah-uji.txt")];

    /// <summary>Releases of ordinary length, written without knowing the word lists; see <c>rilis-kabupaten.txt</c>.</summary>
    public static ImmutableArray<Manuscript> Releases { get; } = [.. Read("rilis-kabupaten.txt")];

    /// <summary>The texts are shorter than what is published: their length is not what is tested.</summary>
    public static TextRules Rules { get; } = new() { BodyMinimum = 40 };

    public Content Content => new(Title, StyledText.Plain(Body), [new PhotoUse("a", "Suasana kegiatan di lapangan")], "umum");

    public static CheckedText Checked(Content content, TextRules? rules = null) => new(content, [new PhotoFacts("a", 1600, 1200, "foto 1")], null, rules ?? Rules) { WrittenOn = Day };

    public ImmutableArray<Finding> Findings => TextChecks.Run(Checked(Content));

    private static IEnumerable<Manuscript> Read(string file)
        => File.ReadAllText(RepositoryRoot.File("tests", "Workflow.Tests", "Checks", file)).Split("\n## ").Skip(1).Select(text =>
        {
            var lines = text.Trim().Split('\n');
            var head = lines[0].Split('|', StringSplitOptions.TrimEntries);
            return new Manuscript(head[0], head.Length > 1 ? [.. head[1].Split(',', StringSplitOptions.TrimEntries)] : [], lines[1], string.Join('\n', lines[2..]));
        });
}
