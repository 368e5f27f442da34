using System.Text;
using KominfoBot.Bot.Sites;
using KominfoBot.PublicFeed.Outside;
using KominfoBot.Testing;
using KominfoBot.Workflow.Sites;

namespace KominfoBot.Bot.Tests.Sites;

/// <summary>An agency's feed, as WordPress and others write it, and as somebody with bad intentions would.</summary>
public sealed class Reading_a_site
{
    private static readonly Uri address = new("https://disdik.example/feed/");

    [Fact]
    public void Of_WordPress_gives_title_link_date_and_a_summary_without_markup()
    {
        var entry = Assert.Single(Read("""
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Disdik</title><link>https://disdik.example</link><description/><item>
            <title>Guru &amp; murid menanam 1.000 pohon</title><link>https://disdik.example/2026/11/menanam-pohon/</link>
            <dc:creator><![CDATA[admin]]></dc:creator><pubDate>Mon, 23 Nov 2026 03:15:00 +0000</pubDate><guid isPermaLink="false">https://disdik.example/?p=42</guid>
            <description><![CDATA[<p>Para guru <b>dan</b> murid&#8230; <a href="x">Baca</a></p>]]></description><content:encoded><![CDATA[<p>Panjang</p>]]></content:encoded>
            </item></channel></rss>
            """));
        Assert.Equal(new SiteEntry("https://disdik.example/?p=42", "https://disdik.example/2026/11/menanam-pohon/", "Guru & murid menanam 1.000 pohon", "Para guru dan murid… Baca", new DateTimeOffset(2026, 11, 23, 3, 15, 0, TimeSpan.Zero)), entry);
    }

    [Fact]
    public void Of_Atom_takes_the_page_and_relative_links()
    {
        var entries = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://disdik.example/blog/"><title>x</title><id>urn:x</id><updated>2026-11-23T00:00:00Z</updated>
            <entry><title type="html">Satu &lt;i&gt;dua&lt;/i&gt;</title><id>urn:1</id><updated>2026-11-22T10:00:00+07:00</updated><link rel="self" href="a.xml"/><link href="a.html"/></entry>
            <entry><title>Tanpa tautan</title><id>urn:2</id><updated>2026-11-22T10:00:00+07:00</updated></entry>
            <entry><title></title><id>urn:3</id><link href="c.html"/></entry></feed>
            """);
        var entry = Assert.Single(entries);
        Assert.Equal(("urn:1", "https://disdik.example/blog/a.html", "Satu dua"), (entry.ItemId, entry.Url, entry.Title));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(7)), entry.PublishedAt);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://admin:sandi@disdik.example/")]
    [InlineData("")]
    public void A_link_that_is_no_page_leaves_the_item_out(string link)
        => Assert.Empty(Read($"<rss version='2.0'><channel><title>x</title><item><title>Judul</title><link>{link}</link></item></channel></rss>"));

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Halaman tidak ditemukan</body></html>")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\"}")]
    [InlineData("<rss version='2.0'><channel><title>x")]
    [InlineData("<rss version=\"2.0\"><channel><title>&tidakdikenal;</title></channel></rss>")]
    public void What_is_no_feed_is_told_so(string document) => Assert.Contains("bukan RSS atau Atom", Assert.Throws<OutsideException>(() => Read(document)).Message, StringComparison.Ordinal);

    [Fact]
    public void Entities_that_grow_or_reach_for_files_bring_nothing()
    {
        foreach (var entity in (string[])["<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;&b;\">", "<!ENTITY x SYSTEM \"file:///etc/passwd\">"])
            Assert.Throws<OutsideException>(() => Read($"<!DOCTYPE rss [{entity}]><rss version=\"2.0\"><channel><title>x</title><item><title>&x;</title><link>https://disdik.example/a</link></item></channel></rss>"));
    }

    [Fact]
    public void Dates_that_nobody_understands_are_none_and_too_many_items_are_cut()
    {
        var items = string.Concat(Enumerable.Range(1, 300).Select(number => $"<item><title>Judul {number}</title><link>https://disdik.example/{number}</link><pubDate>kemarin sore</pubDate></item>"));
        var entries = Read($"<rss version='2.0'><channel><title>x</title>{items}</channel></rss>");
        Assert.Equal(SiteDesk.EntryLimit, entries.Count);
        Assert.All(entries, entry => Assert.Null(entry.PublishedAt));
    }

    [Fact]
    public void Whatever_stands_in_titles_and_summaries_is_only_text_of_bounded_length()
    {
        foreach (var naughty in NaughtyStrings.All.Append(new string('x', 100_000)))
        {
            var text = new StringBuilder();
            foreach (var rune in naughty.EnumerateRunes()) if (rune.Value is 9 or 10 or 13 or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000) text.Append(rune);
            var escaped = System.Security.SecurityElement.Escape(text.ToString());
            foreach (var entry in Read($"<rss version='2.0'><channel><title>x</title><item><title>{escaped}</title><link>https://disdik.example/a</link><description>{escaped}</description></item></channel></rss>"))
            {
                Assert.InRange(entry.Title.Length, 1, SiteItemRow.TitleLimit);
                Assert.InRange(entry.Summary?.Length ?? 0, 0, SiteItemRow.SummaryLimit);
                Assert.DoesNotContain('\n', entry.Title);
            }
        }
    }

    private static IReadOnlyList<SiteEntry> Read(string document) => SiteReader.Read(Encoding.UTF8.GetBytes(document.Trim()), address);
}
