using System.Text.RegularExpressions;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Architecture.Tests;

/// <summary>docs/glossary.md explains every word of the office that the code uses.</summary>
public sealed partial class GlossaryTests
{
    /// <summary>Indonesian words that could stand in a name of the code; those that do need an entry.</summary>
    private static readonly string[] indonesian =
    [
        "Anggota", "Asisten", "Berita", "Bupati", "Camat", "Cuti", "Dinas", "Dokumen", "Judul", "Kabid", "Kadis", "Kategori", "Kecamatan", "Kegiatan", "Kepala", "Ketua", "Kk", "Kominfo", "Koordinator", "Libur", "Naskah",
        "Nagari", "Nik", "Nip", "Papan", "Pekan", "Petugas", "Plh", "Plt", "Ralat", "Rapat", "Rekap", "Sekda", "Sekretaris", "Skpd", "Sop", "Surat", "Teks", "Undangan", "Wabup", "Wali", "Warga",
    ];

    private static readonly string text = File.ReadAllText(RepositoryRoot.File("docs", "glossary.md"));

    /// <summary>The first cells of the tables' rows, taken apart where a row explains several words.</summary>
    private static readonly HashSet<string> entries =
        [.. text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).SelectMany(line => line.Split('|')[1].Split([',', '(', ')'], StringSplitOptions.TrimEntries)).Select(word => word.Trim('`', '*', '.'))];

    [Fact]
    public void Has_every_role() => Assert.Empty(Enum.GetNames<Role>().Except(entries));

    [Fact]
    public void Has_every_state() => Assert.Empty(Enum.GetNames<EditionState>().Except(entries));

    [Fact]
    public void Has_every_act() => Assert.Empty(Enum.GetNames<Act>().Except(entries));

    [Fact]
    public void Has_every_Indonesian_word_that_names_something_in_the_code()
    {
        var used = OurAssembly.All.SelectMany(assembly => assembly.Types).SelectMany(type => Word().Matches(type.Name).Select(match => match.Value)).ToHashSet();
        // The check itself sees: these are surely used.
        Assert.Superset(new HashSet<string> { "Skpd", "Teks" }, used);
        var known = entries.Select(entry => entry.ToUpperInvariant()).ToHashSet();
        Assert.DoesNotContain(indonesian.Where(used.Contains), word => !known.Contains(word.ToUpperInvariant()));
    }

    [Fact]
    public void Says_nothing_twice()
    {
        var rows = text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| word", StringComparison.Ordinal) && !line.StartsWith("| state", StringComparison.Ordinal) && !line.StartsWith("| act", StringComparison.Ordinal)).Select(line => line.Split('|')[1].Trim());
        Assert.Empty(rows.GroupBy(row => row, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [GeneratedRegex("[A-Z][a-z]+")]
    private static partial Regex Word();
}
