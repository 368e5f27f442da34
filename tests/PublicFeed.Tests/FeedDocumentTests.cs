using System.Net;
using KominfoBot.PublicFeed.Tests.Site;

namespace KominfoBot.PublicFeed.Tests;

public sealed class FeedDocumentTests
{
    [Theory]
    [InlineData("/rss.xml")]
    [InlineData("/atom.xml")]
    [InlineData("/feed.json")]
    [InlineData("/api/items")]
    [InlineData("/api/items/DISDIK-2026-0001")]
    [InlineData("/api/skpd")]
    [InlineData("/api/changes")]
    [InlineData("/openapi.json")]
    [InlineData("/")]
    [InlineData("/berita")]
    [InlineData("/berita/DISDIK-2026-0001/sekolah-ke-1-diresmikan")]
    [InlineData("/sitemap.xml")]
    [InlineData("/sitemap-news.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/favicon.ico")]
    public async Task Every_public_address_answers(string path)
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1).Showing(Items.Photo()));

        using var response = await site.Get(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
