using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Teks;
using KominfoBot.Testing;

namespace KominfoBot.Bot.Tests.Teks;

/// <summary>One file of the office's own words; whatever is wrong with it is named before the program starts.</summary>
public sealed class The_words_of_an_office : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public void Take_the_place_of_the_shipped_ones_with_what_is_filled_in()
    {
        var wording = Load("""
            {
              // "istilah": whole words, in every text.
              "istilah": { "Kadis": "Kabag", "Kominfo": "Humas" },
              "teks": {
                "ObrolanTeks.Dibatalkan": "Sudah, tidak jadi.",
                "AnggotaTeks.CabutYakin": "<b>{name}</b> berhenti sebagai {role}?",
              },
            }
            """);

        Assert.Equal("Kabag", Said(wording, "Kadis"));
        Assert.Equal("Anggota Humas", Said(wording, "Anggota Kominfo"));
        Assert.Equal("Sudah, tidak jadi.", Said(wording, "Baik, dibatalkan."));
        var asked = new ChatTextHandler(0, 2, wording);
        foreach (var (words, filled) in (IEnumerable<(string, string?)>)[("Cabut peran <b>", "Kadis"), ("</b> dari <b>", "Yeni <b>S.</b>"), ("</b>? Langsung berlaku; catatannya tetap tersimpan.", null)])
        {
            asked.AppendLiteral(words);
            if (filled is not null) asked.AppendFormatted(filled);
        }
        var text = asked.ToStyledText();
        // What is filled in stays as it is, and is never markup.
        Assert.Equal("Yeni <b>S.</b> berhenti sebagai Kadis?", text.Text);
        Assert.Equal("Yeni <b>S.</b>".Length, Assert.Single(text.Marks).Length);
    }

    [Fact]
    public void What_the_file_does_not_name_is_said_as_shipped()
        => Assert.Equal("Belum ada SKPD. Kadis <x>", Said(Load("""{ "teks": {} }"""), "Belum ada SKPD. Kadis <x>"));

    [Theory]
    [InlineData("""{ "teks": { "ObrolanTeks.Selamt": "x" } }""", "\"ObrolanTeks.Selamt\" tidak dikenal")]
    [InlineData("""{ "teks": { "obrolanteks.dibatalkan": "x" } }""", "mungkin \"ObrolanTeks.Dibatalkan\"")]
    [InlineData("""{ "teks": { "AnggotaTeks.CabutYakin": "Cabut {name}?" } }""", "\"AnggotaTeks.CabutYakin\" tidak memuat {role}")]
    [InlineData("""{ "teks": { "AnggotaTeks.CabutYakin": "Cabut {role} {name} {nip}?" } }""", "memuat {nip}, yang tidak dikenal; isiannya: {role} {name}")]
    [InlineData("""{ "teks": { "ObrolanTeks.Dibatalkan": "Baik, {name}." } }""", "memuat {name}, yang tidak dikenal; teks ini tidak berisian")]
    [InlineData("""{ "teks": { "ObrolanTeks.Dibatalkan": "<b>Baik." } }""", "tidak berpasangan")]
    [InlineData("""{ "teks": { "ObrolanTeks.Dibatalkan": "a", "ObrolanTeks.Dibatalkan": "b" } }""", "ditulis dua kali")]
    [InlineData("""{ "teks": { "ObrolanTeks.Dibatalkan": " " } }""", "harus berisi teks")]
    [InlineData("""{ "istilah": { "Bupatti": "Wali Kota" } }""", "\"Bupatti\" tidak ada di satu teks pun")]
    [InlineData("""{ "text": {} }""", "bagian \"text\" tidak dikenal")]
    [InlineData("""{ "teks": [] }""", "bagian \"teks\" tidak dikenal")]
    [InlineData("[]", "harus dimulai dengan {")]
    [InlineData("{\n\"teks\": {,", "bukan JSON yang benar, baris 2")]
    public void Stop_the_start_when_they_are_wrong(string json, string sentence)
    {
        var error = Assert.Throws<OperatorException>(() => Load(json));
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.Contains($"{directory.File("teks.json")} (setelan Office:TextFile)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stop_the_start_when_their_file_is_not_there()
        => Assert.Contains("Office:TextFile", Assert.Throws<OperatorException>(() => WordingFile.Load(directory.File("tidak-ada.json"))).Message, StringComparison.Ordinal);

    /// <summary>Each shipped text, given as the office's own, is accepted.</summary>
    [Fact]
    public void May_be_any_of_the_shipped_texts()
    {
        var shipped = WordingFile.Shipped();
        Assert.NotNull(Load(System.Text.Json.JsonSerializer.Serialize(new { teks = shipped })));
        Assert.True(shipped.Count > 700, $"{shipped.Count}");
    }

    public void Dispose() => directory.Dispose();

    private Wording? Load(string json)
    {
        File.WriteAllText(directory.File("teks.json"), json);
        return WordingFile.Load(directory.File("teks.json"));
    }

    private static string Said(Wording? wording, string words)
    {
        var text = new ChatTextHandler(words.Length, 0, wording);
        text.AppendLiteral(words);
        return text.ToStyledText().Text;
    }
}
