using System.Text;
using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;

namespace KominfoBot.PublicFeed.Tests;

/// <summary>The rules of the W3C feed validator, the RSS profile and JSON Feed hold for every kind of document, whatever the news say.</summary>
public sealed class FeedRulesTests(FeedRulesTests.Furnished shared) : IClassFixture<FeedRulesTests.Furnished>
{
    public static TheoryData<string> Documents
    {
        get
        {
            var documents = new TheoryData<string>();
            foreach (var format in (string[])["/rss.xml", "/atom.xml", "/feed.json"])
                foreach (var query in (string[])["", "?page=2", "?skpd=DISDIK", "?skpd=DISDIK&kategori=pendidikan&page=2", "?kategori=pendidikan", "?arsip=1"]) documents.Add(format + query);
            return documents;
        }
    }

    /// <summary>A document, a place in it, what is written there instead, and the rule that must notice.</summary>
    public static TheoryData<string, string, string, string> Breaches => new()
    {
        { "/rss.xml", "<?xml", "\uFEFF<?xml", "byte order mark" },
        { "/rss.xml", "?>\n<rss", "?>\n<!DOCTYPE rss><rss", "SAXError" },
        { "/rss.xml", "</channel>", "", "SAXError" },
        { "/rss.xml", "rel=\"self\"", "rel=\"alternate\"", "MissingAtomSelfLink" },
        { "/rss.xml", "/rss.xml\"", "/rss\"", "SelfDoesntMatchLocation" },
        { "/rss.xml", "<pubDate>", "<pubDate>Sen, 05 Jan 2026 02:30:00 +0000</pubDate><pubDate>", "DuplicateElement" },
        { "/rss.xml", " +0000</pubDate>", " WIB</pubDate>", "InvalidRFC2822Date" },
        { "/rss.xml", "+0000</lastBuildDate>", "+00:00</lastBuildDate>", "InvalidRFC2822Date" },
        { "/rss.xml", "isPermaLink=\"false\"", "isPermaLink=\"true\"", "InvalidPermalink" },
        { "/rss.xml", "<dc:creator>", "<author>Dinas</author><dc:creator>", "InvalidContact" },
        { "/rss.xml", "<dc:creator>", "<author>a@b.id</author><dc:creator>", "DuplicateSemantics" },
        { "/rss.xml", "<guid ", "<isi/><guid ", "UndefinedElement" },
        { "/rss.xml", "src=\"https://berita.limapuluhkotakab.go.id", "src=\"", "ContainsRelRef" },
        { "/rss.xml", "&lt;p&gt;", "&lt;script&gt;", "SecurityRisk" },
        { "/rss.xml", "&lt;p&gt;", "&lt;p onclick=\"x()\"&gt;", "SecurityRiskAttr" },
        { "/rss.xml", "<ttl>1", "<ttl>0", "InvalidInteger" },
        { "/rss.xml", "length=\"", "length=\"-", "InvalidNonNegativeInteger" },
        { "/rss.xml", "type=\"image/jpeg\"", "type=\"jpg\"", "InvalidMIMEType" },
        { "/rss.xml", "<link>https:", "<link>", "InvalidURL" },
        { "/rss.xml", "<width>144", "<width>512", "InvalidWidth" },
        { "/atom.xml", "xml:lang=\"id\"", "xml:lang=\"\"", "MissingLanguage" },
        { "/atom.xml", "rel=\"self\"", "rel=\"first\"", "MissingSelf" },
        { "/atom.xml", "<id>tag:", "<id>", "InvalidFullLink" },
        { "/atom.xml", "<published>2026-01", "<published>2027-01", "updated before published" },
        { "/atom.xml", "Z</updated>", "</updated>", "InvalidRFC3339Date" },
        { "/atom.xml", "<entry>", "<entry><catatan/>", "UndefinedElement" },
        { "/atom.xml", "rel=\"alternate\"", "rel=\"related\"", "MissingAlternate" },
        { "/atom.xml", "Judul &amp;lt;b&amp;gt;", "Judul &lt;b&gt;", "markup in a plain text" },
        { "/feed.json", "\"summary\":", "\"ringkasan\":", "unknown key" },
        { "/feed.json", "\"summary\":\"", "\"summary\":null,\"x\":\"", "null" },
        { "/feed.json", "\"feed_url\":\"", "\"feed_url\":\"x", "feed_url" },
        { "/feed.json", "\"size_in_bytes\":250123", "\"size_in_bytes\":0", "size_in_bytes" },
        { "/feed.json", "\"date_published\":\"2026-01", "\"date_published\":\"2026-1", "InvalidRFC3339Date" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task No_rule_is_broken_whatever_the_news_say(string path)
        => Assert.Empty(FeedRules.Broken(await shared.Site.Bytes(path), PublicSite.Base + path));

    [Theory]
    [InlineData("/rss.xml")]
    [InlineData("/atom.xml")]
    [InlineData("/feed.json")]
    public async Task No_rule_is_broken_before_the_first_item(string path)
    {
        await using var site = await PublicSite.Start();
        Assert.Empty(FeedRules.Broken(await site.Bytes(path), PublicSite.Base + path));
    }

    [Theory]
    [MemberData(nameof(Breaches))]
    public async Task Each_rule_notices_its_breach(string path, string place, string instead, string rule)
    {
        var document = Encoding.UTF8.GetString(await shared.Site.Bytes(path));
        Assert.Contains(place, document, StringComparison.Ordinal);
        var broken = FeedRules.Broken(Encoding.UTF8.GetBytes(document.Replace(place, instead, StringComparison.Ordinal)), PublicSite.Base + path);

        Assert.Contains(broken, finding => finding.StartsWith(rule + ":", StringComparison.Ordinal));
    }

    /// <summary>Sixty-odd items: hostile words everywhere, photos, marks, a correction, a retraction.</summary>
    public sealed class Furnished : IAsyncLifetime
    {
        public PublicSite Site { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Site = await PublicSite.Start();
            var hostile = NaughtyStrings.All.Chunk(NaughtyStrings.All.Count / 63).Select(each => string.Join('\n', each)).ToList();
            await Site.Newsroom.Publish(
            [
                .. Enumerable.Range(1, 63).Select(n => Items.Number(n).Titled($"Judul <b>ke-{n}</b> & {hostile[n - 1][..Math.Min(60, hostile[n - 1].Length)]}")
                    .Saying($"Paragraf.\n\n{hostile[n - 1]}", new(0, 5, MarkKind.Bold), new(2, 6, MarkKind.Link, "https://contoh.go.id/a b?c=<d>&e=\"f\""), new(3, 4, MarkKind.Link, "javascript:alert(1)"), new(10, 20, MarkKind.Quote))
                    .Showing(n % 2 == 0 ? [] : [Items.Photo(caption: hostile[n - 1]), Items.Photo(Items.Second, null)])),
            ]);
            await Site.Catch();
            await Site.Correct(Items.Number(5), "Angkanya <enam> & bukan \"lima\".", Items.FirstDay.AddDays(9));
            await Site.Retract(Items.Number(7), Items.FirstDay.AddDays(10), "Memuat <data> pribadi & alamat.");
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
