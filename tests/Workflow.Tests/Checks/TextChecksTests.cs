using System.Collections.Immutable;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Tests.Checks;

public sealed class TextChecksTests
{
    private static readonly TextRules Rules = new();

    [Fact]
    public void A_good_text_has_no_findings() => Assert.Empty(Findings());

    [Theory]
    [InlineData("", "title.missing")]
    [InlineData("Judul pendek", "title.short")]
    [InlineData("JUDUL YANG SEMUANYA HURUF BESAR", "title.capitals")]
    public void A_poor_title_is_found(string title, string code) => Assert.Contains(code, Codes(Findings(title)));

    [Theory]
    [InlineData(160, null)]
    [InlineData(161, "title.long")]
    [InlineData(101, "title.longish")]
    [InlineData(100, null)]
    [InlineData(15, null)]
    [InlineData(14, "title.short")]
    public void The_limits_of_a_title_are_exact(int length, string? code)
    {
        var codes = Codes(Findings("A" + new string('a', length - 1)));
        if (code is null) Assert.DoesNotContain(codes, found => found is "title.long" or "title.short");
        else Assert.Contains(code, codes);
    }

    [Fact]
    public void An_emoji_counts_as_one_character() => Assert.DoesNotContain("title.long", Codes(Findings(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 160)))));

    [Theory]
    [InlineData(79, true)]
    [InlineData(80, false)]
    public void The_limit_of_a_body_is_exact(int words, bool blocked) => Assert.Equal(blocked, Codes(Findings(words: words)).Contains("body.short"));

    [Theory]
    [InlineData("NIK 1307010101700003 milik warga", true)]
    [InlineData("NIK 1307 0141 0170 0003", true)]
    [InlineData("NIK 1307-0171-1290-0003", true)]
    [InlineData("rekening 1234567890123456", false)]
    [InlineData("nomor 13070101017000031", false)]
    [InlineData("anggaran Rp1.307.010.101.700.003", false)]
    [InlineData("rekening kas daerah 1307010101700003", false)]
    [InlineData("rekening milik pemegang NIK 1307010101700003", true)]
    [InlineData("KK 130701 010170 0003", true)]
    [InlineData("13.07.01.010170.0003", true)]
    [InlineData("kolom 11 10 12 10 11 10 12 11", false)]
    [InlineData("NIK 13 07 01 01 01 70 00 03", true)]
    [InlineData("kode 1307013002700003", false)]
    [InlineData("kode 1307010101700000", false)]
    [InlineData("kode 1350010101700003", false)]
    [InlineData("kode 9907010101700003", false)]
    [InlineData("kode 1307013213700003", false)]
    public void A_population_number_is_found_and_other_digits_are_not(string text, bool found) => Assert.Equal(found, Codes(Findings(extra: text)).Contains("nik"));

    [Fact]
    public void A_population_number_in_title_or_caption_is_named_by_its_place_and_never_repeated_whole()
    {
        var findings = Findings("Penerima bantuan 1307010101700003 hari ini", caption: "Ibu 1307014101700003").Where(finding => finding.Code == "nik").ToList();
        Assert.Equal(["judul", "keterangan foto"], findings.Select(finding => finding.Values[0]));
        Assert.All(findings, finding => Assert.DoesNotContain("1307010101700003", string.Concat(finding.Values), StringComparison.Ordinal));
    }

    [Fact]
    public void Photos_without_captions_are_one_line()
    {
        var content = Text() with { Photos = [new PhotoUse("a", null), new PhotoUse("b", "ada"), new PhotoUse("c", " ")] };
        var finding = Assert.Single(Remarks(new CheckedText(content, [], null, Rules)));
        Assert.Equal(("photo.uncaptioned", "1, 3"), (finding.Code, finding.Values[0]));
    }

    [Theory]
    [InlineData(960, 640, false)]
    [InlineData(640, 960, false)]
    [InlineData(959, 640, true)]
    [InlineData(960, 639, true)]
    public void A_small_photo_is_warned_about_in_either_orientation(int width, int height, bool small)
        => Assert.Equal(small, Codes(TextChecks.Run(new CheckedText(Text(), [new PhotoFacts("a", width, height)], null, Rules))).Contains("photo.small"));

    [Fact]
    public void An_item_without_photo_is_blocked_unless_the_office_allows_it()
    {
        var content = Text() with { Photos = [] };
        Assert.Contains("photo.missing", Codes(TextChecks.Run(new CheckedText(content, [], null, Rules))));
        Assert.Empty(Remarks(new CheckedText(content, [], null, new TextRules { PhotoRequired = false })));
    }

    private static Content Text(string title = "Judul yang cukup panjang", int words = 90, string? extra = null, string? caption = "Keterangan")
        => new(title, StyledText.Plain(string.Join(' ', Enumerable.Range(0, words).Select(n => n % 15 == 0 ? "Kata" : n % 15 == 14 ? "kata." : "kata")) + (extra is null ? "" : " " + extra)), [new PhotoUse("a", caption)], "umum");

    private static ImmutableArray<Finding> Findings(string title = "Judul yang cukup panjang", int words = 90, string? extra = null, string? caption = "Keterangan")
        => Remarks(new CheckedText(Text(title, words, extra, caption), [new PhotoFacts("a", 1600, 1200)], null, Rules));

    /// <summary>What the sender is told.</summary>
    private static ImmutableArray<Finding> Remarks(CheckedText text) => TextChecks.Run(text).RemoveAll(finding => finding.Weight == Weight.Info);

    private static List<string> Codes(IEnumerable<Finding> findings) => [.. findings.Select(finding => finding.Code)];
}
