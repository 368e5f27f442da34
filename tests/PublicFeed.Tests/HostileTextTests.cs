using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;

namespace KominfoBot.PublicFeed.Tests;

public sealed partial class HostileTextTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    [Fact]
    public async Task Every_naughty_string_as_title_body_caption_and_name_reads_the_same_in_all_three_formats()
    {
        var strings = NaughtyStrings.All;
        Assert.True(strings.Count > 400);
        await using var site = await PublicSite.Start();
        await site.Newsroom.Publish([.. strings.Select((text, n) => Items.Number(n + 1).Titled(text).Saying(text).From("DISDIK", text).Showing(Items.Photo(caption: text)))]);
        await site.Catch();

        for (var page = 1; (page - 1) * 30 < strings.Count; page++)
        {
            var query = page == 1 ? "" : $"?page={page}";
            var rss = (await site.Xml("/rss.xml" + query)).Descendants("item").ToList();
            var atom = (await site.Xml("/atom.xml" + query)).Descendants(Atom + "entry").ToList();
            var json = (await site.Json("/feed.json" + query)).GetProperty("items").EnumerateArray().ToList();
            for (var i = 0; i < json.Count; i++)
            {
                var n = strings.Count - ((page - 1) * 30) - i;
                var expected = Expected(strings[n - 1], $"DISDIK-2026-{n:D4}");
                Assert.Equal(expected, json[i].GetProperty("title").GetString());
                Assert.Equal(expected, rss[i].Element("title")!.Value);
                Assert.Equal(expected, Decode(atom[i].Element(Atom + "title")!.Value));
                var html = json[i].GetProperty("content_html").GetString();
                Assert.Equal(html, rss[i].Element(Content + "encoded")!.Value);
                Assert.Equal(html, atom[i].Element(Atom + "content")!.Value);
                var parsed = new HtmlParser().ParseDocument(html!);
                Assert.Empty(parsed.QuerySelectorAll("script,style,iframe,form,svg,object,embed,a:not([href^=http])"));
                Assert.DoesNotContain(parsed.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
            }
        }
    }

    [Fact]
    public async Task Every_naughty_string_makes_a_whole_page_that_says_it()
    {
        await using var site = await PublicSite.Start();
        var picked = NaughtyStrings.All.Where((_, n) => n % 10 == 0).ToList();
        await site.Newsroom.Publish([.. picked.Select((text, n) => Items.Number(n + 1).Titled(text).Saying(text).Showing(Items.Photo(caption: text)))]);
        await site.Catch();

        for (var n = 1; n <= picked.Count; n++)
        {
            var page = await site.Html($"/berita/DISDIK-2026-{n:D4}/sekolah-ke-{n}-diresmikan");
            Assert.Equal(Expected(picked[n - 1], $"DISDIK-2026-{n:D4}").Replace("\t", " ", StringComparison.Ordinal), page.QuerySelector("h1")!.TextContent.Replace("\t", " ", StringComparison.Ordinal));
            Assert.Single(page.QuerySelectorAll("script"));
            Assert.NotNull(page.QuerySelector("footer"));
        }
    }

    [Theory]
    [InlineData("a\u0000b\u0001c\u001Fd", "abcd")]
    [InlineData("a\uFFFEb\uFFFFc", "abc")]
    [InlineData("a😀b", "a😀b")]
    [InlineData("  tepi\t ", "tepi")]
    [InlineData("dua\r\nbaris", "dua baris")]
    [InlineData("a\u202Eb\u202Cc\u2066d\u2069e", "abcde")]
    [InlineData("القُرْآنُ الكَرِيم", "القُرْآنُ الكَرِيم")]
    public void A_line_keeps_what_every_format_can_say(string text, string expected) => Assert.Equal(expected, CleanText.Line(text));

    [Fact]
    public void Half_a_surrogate_pair_is_dropped_and_a_whole_one_kept()
    {
        // Not as InlineData: an attribute's text is stored as UTF-8, which has no halves.
        Assert.Equal("ab", CleanText.Line("a\uD800b"));
        Assert.Equal("ab", CleanText.Line("a\uDC00b"));
        Assert.Equal("a", CleanText.Line("a\uD83D"));
        Assert.Equal("😀", CleanText.Line("\uDE00\uD83D\uDE00\uD83D"));
    }

    [Fact]
    public void Marks_move_with_what_is_dropped_and_never_cut_a_pair()
    {
        var clean = CleanText.Block(new StyledText("\u0001a\r\n😀b", [new(1, 1, MarkKind.Bold), new(4, 1, MarkKind.Italic), new(6, 1, MarkKind.Code), new(90, 9, MarkKind.Bold)]));

        Assert.Equal("a\n😀b", clean.Text);
        Assert.Equal([new(0, 1, MarkKind.Bold), new(4, 1, MarkKind.Code)], clean.Marks);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("data:text/html,<script>")]
    [InlineData("tg://user?id=1")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://admin:rahasia@example.go.id/")]
    [InlineData("/relatif")]
    [InlineData("")]
    public void A_link_that_is_not_a_web_address_stays_as_text(string address)
        => Assert.Equal("<p>klik</p>", StyledTextHtml.Render(new("klik", [new(0, 4, MarkKind.Link, address)])).Source);

    [Fact]
    public void Text_becomes_paragraphs_breaks_quotes_and_flat_marks()
    {
        var text = "Satu <b> & \"dua\"\nbaris\n \nKutipan satu\n\nKutipan dua\n\nAkhir";
        var quote = text.IndexOf("Kutipan", StringComparison.Ordinal);

        var html = StyledTextHtml.Render(new(text,
        [
            new(0, 8, MarkKind.Bold), new(5, 9, MarkKind.Italic), new(quote, "Kutipan satu\n\nKutipan dua".Length, MarkKind.Quote),
            new(text.Length - 5, 5, MarkKind.Link, "https://example.go.id/?a=1&b=\"2\""),
        ]));

        Assert.Equal(
            "<p><strong>Satu </strong><strong><em>&lt;b&gt;</em></strong><em> &amp; &quot;du</em>a&quot;<br>baris</p>"
            + "<blockquote><p>Kutipan satu</p><p>Kutipan dua</p></blockquote>"
            + "<p><a href=\"https://example.go.id/?a=1&amp;b=%222%22\">Akhir</a></p>",
            html.Source);
    }

    [Fact]
    public void Whatever_the_marks_the_html_is_well_formed_and_says_the_text()
    {
        const int seed = 20260105;
#pragma warning disable RS0030 // a fixed seed: a failure repeats
        var random = new Random(seed);
#pragma warning restore RS0030
        const string alphabet = "ab <>&\"'\n\n\r\t😀é\u0007\uD83D\u202E]]>";
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 60)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var marks = Enumerable.Range(0, random.Next(0, 6)).Select(_ => new Mark(random.Next(0, 60), random.Next(0, 60), (MarkKind)random.Next(7), random.Next(2) == 0 ? "https://a.example/" : "javascript:x"));
            var clean = CleanText.Block(new StyledText(text, [.. marks]));
            var html = StyledTextHtml.Render(clean).Source;

            var parsed = new HtmlParser().ParseDocument("<body>" + html).Body!;
            var said = string.Concat(parsed.QuerySelectorAll("p").Select(paragraph => paragraph.TextContent));
            Assert.Equal(Spaceless(clean.Text), Spaceless(said));
            XDocument.Parse("<x>" + html.Replace("<br>", "<br/>", StringComparison.Ordinal) + "</x>");
            Assert.Subset(new HashSet<string> { "p", "br", "blockquote", "strong", "em", "u", "s", "code", "a" }, parsed.QuerySelectorAll("*").Select(element => element.LocalName).ToHashSet());
        }
    }

    [Fact]
    public async Task Json_stays_readable_and_cannot_end_a_script_element()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1).Titled("Kafé القرآن </script><script>alert(1)</script>"));

        var text = Encoding.UTF8.GetString(await site.Bytes("/feed.json"));
        var page = Encoding.UTF8.GetString(await site.Bytes("/berita/DISDIK-2026-0001/sekolah-ke-1-diresmikan"));

        Assert.Contains("Kafé القرآن", text, StringComparison.Ordinal);
        Assert.DoesNotContain("</script>", text, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(page, "</script>"));
    }

    [Theory]
    [InlineData("Pendek saja.", "Pendek saja.")]
    [InlineData("  Dua\n\nparagraf  pendek. ", "Dua paragraf pendek.")]
    public void A_short_text_is_its_own_summary(string text, string expected) => Assert.Equal(expected, Summary.Of(text));

    [Fact]
    public void A_summary_ends_with_a_sentence_and_not_at_an_abbreviation()
    {
        var first = "Bupati H. Safaruddin bersama dr. Contoh meresmikan puskesmas baru di Kecamatan Harau pada hari Senin pagi.";
        var summary = Summary.Of($"{first} {string.Concat(Enumerable.Repeat("kata panjang sekali tanpa titik ", 20))}");

        Assert.Equal(first, summary);
        Assert.EndsWith("…", Summary.Of(string.Concat(Enumerable.Repeat("kata panjang sekali tanpa titik ", 20))), StringComparison.Ordinal);
        Assert.Equal(300, Summary.Of(new string('a', 1_000)).Length);
        Assert.All([.. Enumerable.Range(280, 30)], pad => Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Summary.Of(new string('a', pad) + string.Concat(Enumerable.Repeat("👩‍👩‍👧", 50)))))));
    }

    /// <summary>Written anew from the rules, not with the code under test: illegal characters and bidi controls go, line ends become spaces, ends are trimmed.</summary>
    private static string Expected(string text, string number)
    {
        var title = Dropped().Replace(text.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\r', ' ').Replace('\n', ' '), "").Trim();
        return title.Length == 0 ? number : title;
    }

    private static string Decode(string html) => WebUtility.HtmlDecode(html);

    private static string Spaceless(string text) => Regex.Replace(text, @"\s+", "");

    [GeneratedRegex(@"[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Dropped();
}
