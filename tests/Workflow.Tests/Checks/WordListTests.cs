using KominfoBot.Testing;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Tests.Checks;

/// <summary>An office's own lists replace the shipped ones, and a wrong one is named.</summary>
public sealed class WordListTests : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    [Fact]
    public void An_own_list_replaces_the_shipped_one_of_its_name_and_no_other()
    {
        Put("ejaan.csv", "# milik kantor\ntelponan;bertelepon\n");
        var rules = new TextRules { WordsDirectory = folder.Path }.ReadWords();
        var codes = TextChecks.Run(new CheckedText(new Content("Warga telponan tentang resiko", StyledText.Plain("Kabupaten Limapuluh Kota"), [], ""), [], null, rules)).Where(finding => finding.Code == "spelling").Select(finding => finding.Values[0]);
        Assert.Equal(["telponan", "Limapuluh Kota"], codes);
    }

    [Theory]
    [InlineData("ejaan.csv", "salah", "baris 1: \"salah\" harus berisi 2 sampai 3 kolom")]
    [InlineData("ejaan.csv", "ijin;izin\nijin;izin", "baris 2: \"ijin\" sudah ada")]
    [InlineData("ejaan.csv", "ijin;izin;kadang", "kolom ketiga hanya boleh \"selalu\", bukan \"kadang\"")]
    [InlineData("ejaan.csv", "ijin;izin\nsurat;surat ijin", "sendiri masih memuat")]
    [InlineData("judi.csv", "# kosong", "tidak memuat satu entri pun")]
    [InlineData("lain.csv", "kata", "tidak dikenal. Nama berkas yang ada: 5w1h.csv, akronim.csv")]
    public void A_wrong_list_is_named_with_its_line(string name, string text, string message)
    {
        Put(name, text);
        var fault = Assert.Throws<FormatException>(() => new TextRules { WordsDirectory = folder.Path }.ReadWords());
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() => Assert.Contains("/tidak/ada", Assert.Throws<FormatException>(() => new TextRules { WordsDirectory = "/tidak/ada" }.ReadWords()).Message, StringComparison.Ordinal);

    [Fact]
    public void Each_shipped_list_says_where_it_is_from()
        => Assert.All(Directory.EnumerateFiles(RepositoryRoot.File("src", "Workflow", "Checks", "Data"), "*.csv"), file => Assert.Contains("Sumber:", File.ReadAllText(file), StringComparison.Ordinal));

    public void Dispose() => folder.Dispose();

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(folder.Path, name), text);
}
