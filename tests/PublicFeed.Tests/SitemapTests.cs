using System.Net;
using System.Text;
using System.Xml.Linq;
using KominfoBot.PublicFeed.Tests.Site;

namespace KominfoBot.PublicFeed.Tests;

public sealed class SitemapTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    [Fact]
    public async Task The_sitemap_lists_the_list_and_every_live_item()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1));
        await site.Publish(Items.Number(2));

        var map = (await site.Xml("/sitemap.xml")).Root!;

        Assert.Equal(
            [$"{PublicSite.Base}/berita", $"{PublicSite.Base}/berita/DISDIK-2026-0001/sekolah-ke-1-diresmikan", $"{PublicSite.Base}/berita/DISDIK-2026-0002/sekolah-ke-2-diresmikan"],
            map.Elements(Sitemap + "url").Select(url => url.Element(Sitemap + "loc")!.Value));
        Assert.Equal("2026-01-05T02:30:00Z", map.Elements(Sitemap + "url").ElementAt(1).Element(Sitemap + "lastmod")!.Value);
    }

    [Fact]
    public async Task A_long_sitemap_is_an_index_of_parts_that_together_hold_every_item()
    {
        await using var site = await PublicSite.Start();
        await site.Newsroom.Publish([.. Enumerable.Range(1, 1_001).Select(Items.Number)]);
        await site.Catch();

        var parts = (await site.Xml("/sitemap.xml")).Root!.Elements(Sitemap + "sitemap").Select(part => part.Value.Trim()[PublicSite.Base.Length..]).ToList();
        var items = new HashSet<string>();
        foreach (var part in parts) items.UnionWith((await site.Xml(part)).Descendants(Sitemap + "loc").Select(loc => loc.Value));
        using var behind = await site.Get("/sitemap-3.xml");

        Assert.Equal(["/sitemap-1.xml", "/sitemap-2.xml"], parts);
        Assert.Equal(1_002, items.Count);
        Assert.Equal(HttpStatusCode.NotFound, behind.StatusCode);
    }

    [Fact]
    public async Task The_news_sitemap_holds_the_last_two_days_of_news()
    {
        await using var site = await PublicSite.Start();
        await site.Newsroom.Publish(Items.Number(1), Items.Number(40), Items.Number(60).Titled("Judul & <b>"));
        await site.Catch();

        var news = (await site.Xml("/sitemap-news.xml")).Descendants(News + "news").ToList();

        Assert.Equal(["Judul & <b>", "Sekolah ke-40 di Harau diresmikan Bupati"], news.Select(item => item.Element(News + "title")!.Value));
        Assert.Equal("id", news[0].Element(News + "publication")!.Element(News + "language")!.Value);
    }

    [Fact]
    public async Task Robots_are_shown_both_sitemaps_and_kept_from_the_board()
    {
        await using var site = await PublicSite.Start();
        var robots = Encoding.ASCII.GetString(await site.Bytes("/robots.txt"));

        Assert.Contains($"Sitemap: {PublicSite.Base}/sitemap.xml\n", robots, StringComparison.Ordinal);
        Assert.Contains($"Sitemap: {PublicSite.Base}/sitemap-news.xml\n", robots, StringComparison.Ordinal);
        Assert.Contains("Disallow: /papan\n", robots, StringComparison.Ordinal);
    }
}
