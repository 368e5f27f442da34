using FsCheck;
using FsCheck.Fluent;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Tests.News;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("Camat hadir. Warga senang.", "Camat hadir. Warga senang.", "Camat hadir. Warga senang.")]
    [InlineData("", "", "")]
    [InlineData("", "Baru.", "{+Baru.+}")]
    [InlineData("Lama.", "", "[-Lama.-]")]
    [InlineData("Rapat Nopember dibuka Bupati.", "Rapat November dibuka Bupati.", "Rapat [-Nopember-]{+November+} dibuka Bupati.")]
    [InlineData("Satu. Dua. Tiga.", "Satu. Tiga.", "Satu. [-Dua. -]Tiga.")]
    [InlineData("Satu. Tiga.", "Satu. Dua. Tiga.", "Satu. {+Dua. +}Tiga.")]
    // Inside a sentence by word; blanks between changed words belong to the change.
    [InlineData("Camat Budi Santoso hadir dalam rapat itu.", "Camat Andi hadir dalam rapat itu.", "Camat [-Budi Santoso-]{+Andi+} hadir dalam rapat itu.")]
    [InlineData("Sebanyak 21.500 warga terdaftar di sana.", "Sebanyak 21.600 warga terdaftar di sana.", "Sebanyak [-21.500-]{+21.600+} warga terdaftar di sana.")]
    // Sentences that share nothing are two, in the place of one.
    [InlineData("Hujan turun sejak pagi. Pasar ramai.", "Kemarau masih panjang. Pasar ramai.", "[-Hujan turun sejak pagi. -]{+Kemarau masih panjang. +}Pasar ramai.")]
    // A sentence put before the one that was changed does not confuse the two.
    [InlineData("Bupati membuka acara di Sarilamak pagi itu.", "Langit cerah. Bupati membuka acara di Suliki pagi itu.", "{+Langit cerah. +}Bupati membuka acara di [-Sarilamak-]{+Suliki+} pagi itu.")]
    // A paragraph that was parted.
    [InlineData("Satu dua tiga. Empat lima enam.", "Satu dua tiga.\n\nEmpat lima enam.", "Satu dua tiga.[- -]{+\n\n+}Empat lima enam.")]
    // Neither an initial nor a title ends a sentence.
    [InlineData("Drs. M. Yamin hadir. Selesai.", "Dr. M. Yamin hadir. Selesai.", "[-Drs-]{+Dr+}. M. Yamin hadir. Selesai.")]
    public void Reads_as_a_person_would_mark_it(string before, string after, string marked) => Assert.Equal(marked, Marked(before, after));

    [Fact]
    public void Both_texts_can_be_put_together_again()
    {
        string[] words = ["Bupati", "hadir", " ", " ", ". ", "! ", "\n\n", "21.500", "ber-KTP", "😀", "é", "\u0301", "nagari", ", ", "“", "”", "?", "M."];
        var text = Gen.Elements(words).ListOf().Select(string.Concat);
        Prop.ForAll(text.Two().ToArbitrary(), pair =>
        {
            var (before, after) = pair;
            var changes = TextDifference.Between(before, after);
            return string.Concat(changes.Select(change => change.Before)) == before
                && string.Concat(changes.Select(change => change.After)) == after
                && TextDifference.IsKept(changes) == (before == after)
                && changes.All(change => change.Parts.All(part => part.Text.Length > 0 && !char.IsLowSurrogate(part.Text[0])));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Texts_of_any_kind_and_length_are_compared()
    {
        foreach (var text in NaughtyStrings.All)
            Assert.Equal(text, string.Concat(TextDifference.Between("Sebelumnya begini.", text).Select(change => change.After)));
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 20_000)), string.Join(' ', Enumerable.Range(0, 20_000).Select(number => number * 3)));
        Assert.Equal(after, string.Concat(TextDifference.Between(before, after).Select(change => change.After)));
    }

    [Fact]
    public void Sentences_put_together_are_the_text()
    {
        Assert.Equal(["Rapat dibuka pukul 09.00. ", "Prof. Dr. H. Ali, S.Kom. hadir di Jl. Merdeka No. 5. ", "“Siap!” katanya.\n", "“Mari!” ", "Selesai"],
            Sentences.Split("Rapat dibuka pukul 09.00. Prof. Dr. H. Ali, S.Kom. hadir di Jl. Merdeka No. 5. “Siap!” katanya.\n“Mari!” Selesai"));
        foreach (var text in NaughtyStrings.All) Assert.Equal(text, string.Concat(Sentences.Split(text)));
    }

    [Fact]
    public void A_revision_differs_in_title_body_category_photos_and_captions()
    {
        var before = new Content("Judul lama", StyledText.Plain("Isi."), [new PhotoUse("a", "Satu"), new PhotoUse("b", null), new PhotoUse("c", null)], "pendidikan");
        Assert.True(ContentDifference.Between(before, before).IsNone);

        var after = new Content("Judul baru", StyledText.Plain("Isi. Lagi."), [new PhotoUse("c", null), new PhotoUse("a", "Dua"), new PhotoUse("d", null)], "kesehatan");
        var difference = ContentDifference.Between(before, after);
        Assert.False(difference.IsNone);
        Assert.Equal("Judul [-lama-]{+baru+}", Marked(difference.Title));
        Assert.Equal("Isi.{+ +}{+Lagi.+}", Marked(difference.Body));
        Assert.Equal(("pendidikan", "kesehatan", 1, 1, true), (difference.CategoryBefore, difference.CategoryAfter, difference.PhotosGone, difference.PhotosAdded, difference.PhotosMoved));
        var (position, caption) = Assert.Single(difference.Captions);
        Assert.Equal((2, "[-Satu-]{+Dua+}"), (position, Marked(caption)));

        var bold = before with { Body = new StyledText("Isi.", [new Mark(0, 3, MarkKind.Bold)]) };
        Assert.True(ContentDifference.Between(before, bold) is { OnlyMarks: true, IsNone: false });
    }

    private static string Marked(string before, string after) => Marked(TextDifference.Between(before, after));

    private static string Marked(IEnumerable<SentenceChange> changes) => string.Concat(changes.SelectMany(change => change.Parts).Select(part => part.Kind switch
    {
        ChangeKind.Deleted => $"[-{part.Text}-]",
        ChangeKind.Inserted => $"{{+{part.Text}+}}",
        _ => part.Text,
    }));
}
