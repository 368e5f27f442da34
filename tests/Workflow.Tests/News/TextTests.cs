using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Tests.News;

public sealed class TextTests
{
    [Fact]
    public void Appending_moves_the_marks_of_the_second_text()
    {
        var first = new StyledText("Satu", [new Mark(0, 4, MarkKind.Bold)]);
        var both = first.Append(new StyledText("dua tiga", [new Mark(4, 4, MarkKind.Italic)]));
        Assert.Equal("Satu\n\ndua tiga", both.Text);
        Assert.Equal("tiga", both.Text.Substring(both.Marks[1].Offset, both.Marks[1].Length));
    }

    [Fact]
    public void A_slice_cuts_marks_to_fit()
    {
        var slice = new StyledText("abcdefgh", [new Mark(0, 4, MarkKind.Bold), new Mark(3, 5, MarkKind.Italic), new Mark(7, 1, MarkKind.Code)]).Slice(2, 3);
        Assert.Equal("cde", slice.Text);
        Assert.Equal([new Mark(0, 2, MarkKind.Bold), new Mark(1, 2, MarkKind.Italic)], slice.Marks);
    }

    [Fact]
    public void The_same_content_has_the_same_hash_and_any_change_another()
    {
        var content = new Content("Judul", StyledText.Plain("Isi"), [new PhotoUse("a", null)], "umum");
        string Hash(Content each) => RevisionHash.Of(each.ToCanonicalBytes()).Hex;
        Assert.Equal(Hash(content), Hash(Content.FromCanonicalBytes(content.ToCanonicalBytes())));
        Content[] others = [content with { Title = "judul" }, content with { Body = StyledText.Plain("Isi ") }, content with { Photos = [new PhotoUse("a", "x")] }, content with { CategoryCode = "lain" },
            content with { Body = new StyledText("Isi", [new Mark(0, 3, MarkKind.Bold)]) }, content with { Occasion = new Occasion("Taram", null) }, content with { Occasion = new Occasion(null, new DateOnly(2026, 11, 23)) }];
        Assert.All(others, other => Assert.NotEqual(Hash(content), Hash(other)));
        Assert.Equal("""{"title":"Judul","body":{"text":"Isi","marks":[],"isEmpty":false},"photos":[{"hash":"a"}],"categoryCode":"umum","wordCount":1}""", System.Text.Encoding.UTF8.GetString(content.ToCanonicalBytes()));
        Assert.Equal(22, RevisionHash.Of(content.ToCanonicalBytes()).Token.Length);
    }

    [Theory]
    [InlineData("Bupati resmikan jembatan", "bupati-resmikan-jembatan")]
    [InlineData("Café “Nagari” & UMKM: 100% siap!", "cafe-nagari-umkm-100-siap")]
    [InlineData("🎉🎉", "berita")]
    [InlineData("مرحبا بكم", "berita")]
    public void A_slug_is_readable_ASCII(string title, string slug) => Assert.Equal(slug, Slug.Of(title));

    [Fact]
    public void A_slug_is_cut_between_words()
    {
        var slug = Slug.Of(string.Join(' ', Enumerable.Repeat("pembangunan", 20)));
        Assert.InRange(slug.Length, 60, 80);
        Assert.EndsWith("pembangunan", slug, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\0b\u0007c", "abc")]
    [InlineData("utuh 👍🏽 tetap", "utuh 👍🏽 tetap")]
    [InlineData("tab\tdan\nbaris", "tab\tdan\nbaris")]
    [InlineData("\uFFFEx\uFFFF", "x")]
    public void Text_is_cleaned_of_what_no_document_can_carry(string dirty, string clean) => Assert.Equal(clean, PlainText.Clean(dirty));

    [Fact]
    public void Half_a_character_is_dropped() => Assert.Equal("ab", PlainText.Clean("a" + '\uD83D' + "b" + '\uDC4D'));

    [Theory]
    [InlineData("satu\r\ndua\n tiga", "satu dua tiga")]
    [InlineData("  tepi  ", "tepi")]
    [InlineData("kanan\u202Ekiri\u2066x", "kanankirix")]
    public void A_title_is_one_line_without_direction_overrides(string text, string line) => Assert.Equal(line, PlainText.OneLine(text));

    [Theory]
    [InlineData("", 0)]
    [InlineData("satu", 1)]
    [InlineData("satu — dua, tiga.\nempat", 4)]
    [InlineData("KTP-el 2026", 2)]
    public void Words_are_counted_as_a_newsroom_does(string text, int words) => Assert.Equal(words, Words.Count(text));
}
