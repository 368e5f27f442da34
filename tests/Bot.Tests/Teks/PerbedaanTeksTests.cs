using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Tests.Teks;

public sealed class PerbedaanTeksTests
{
    [Fact]
    public void Deleted_words_are_struck_through_and_inserted_ones_bold_and_underlined()
    {
        var text = Kalimat("Rapat Nopember dibuka Bupati.", "Rapat November dibuka Bupati.");
        Assert.Equal("Rapat Nopember November dibuka Bupati.", text.Text);
        Assert.Equal([(MarkKind.Strikethrough, "Nopember"), (MarkKind.Bold, "November"), (MarkKind.Underline, "November")], Marks(text));
    }

    [Fact]
    public void A_paragraph_that_was_joined_or_parted_shows_as_its_sign()
    {
        var text = Kalimat("Satu dua tiga.\n\nEmpat lima enam.", "Satu dua tiga. Empat lima enam.");
        Assert.Equal("Satu dua tiga.¶ Empat lima enam.", text.Text);
        Assert.Equal([(MarkKind.Strikethrough, "¶")], Marks(text));
    }

    [Fact]
    public void What_stayed_is_left_out_where_it_is_long()
    {
        var kept = string.Concat(Enumerable.Range(1, 20).Select(number => $"Kalimat nomor {number} tetap sama. "));
        var text = Kalimat($"Awal lama. {kept}Akhir lama.", $"Awal baru. {kept}Akhir baru.");
        Assert.Equal("Awal lama baru. … Akhir lama baru.", text.Text);
        Assert.Equal("Awal. Tetap pendek. Akhir baru.", Kalimat("Awal. Tetap pendek. Akhir.", "Awal. Tetap pendek. Akhir baru.").Text);
    }

    [Fact]
    public void A_revision_is_told_line_by_line()
    {
        var before = new Content("Judul lama", StyledText.Plain("Isi tetap."), [new PhotoUse("a", "Satu"), new PhotoUse("b", null)], "pendidikan");
        var after = before with { Title = "Judul baru", CategoryCode = "kesehatan", Photos = [new PhotoUse("a", "Dua"), new PhotoUse("c", null)] };
        Assert.Equal("Judul: Judul lama baru\nKategori: [pendidikan] [kesehatan]\nFoto: 1 ditambahkan, 1 dihapus.\nKeterangan foto 1: Satu Dua", PerbedaanTeks.Naskah(ContentDifference.Between(before, after), code => $"[{code}]").Text);
        Assert.Equal("", PerbedaanTeks.Naskah(ContentDifference.Between(before, before), code => code).Text);
        Assert.Contains("hanya tampilan hurufnya", PerbedaanTeks.Naskah(ContentDifference.Between(before, before with { Body = new StyledText("Isi tetap.", [new Mark(0, 3, MarkKind.Bold)]) }), code => code).Text, StringComparison.Ordinal);
    }

    private static StyledText Kalimat(string before, string after) => PerbedaanTeks.Kalimat(TextDifference.Between(before, after));

    private static IEnumerable<(MarkKind, string)> Marks(StyledText text) => text.Marks.OrderBy(mark => mark.Offset).ThenBy(mark => mark.Kind).Select(mark => (mark.Kind, text.Text.Substring(mark.Offset, mark.Length)));
}
