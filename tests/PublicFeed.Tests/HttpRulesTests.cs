using System.IO.Compression;
using System.Net;
using KominfoBot.PublicFeed.Tests.Site;

namespace KominfoBot.PublicFeed.Tests;

/// <summary>RFC 9110 and 9111 as feed readers depend on them.</summary>
public sealed class HttpRulesTests(SiteWithOneItem shared) : IClassFixture<SiteWithOneItem>
{
    public static TheoryData<string> Feeds => ["/rss.xml", "/atom.xml", "/feed.json", "/feed.json?skpd=DISDIK"];

    public static TheoryData<string> Everything =>
    [
        "/rss.xml", "/atom.xml", "/feed.json", "/rss.xml?kategori=pendidikan", "/api/items", "/api/items/DISDIK-2026-0001", "/api/skpd", "/api/changes", "/openapi.json",
        "/", "/berita", "/berita/DISDIK-2026-0001/sekolah-ke-1-diresmikan", "/sitemap.xml", "/sitemap-news.xml", "/robots.txt", "/favicon.ico", "/ikon-512.png",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/rss.xml", "application/rss+xml; charset=utf-8")]
    [InlineData("/atom.xml", "application/atom+xml; charset=utf-8")]
    [InlineData("/feed.json", "application/feed+json")]
    [InlineData("/api/items", "application/json; charset=utf-8")]
    [InlineData("/berita", "text/html; charset=utf-8")]
    [InlineData("/sitemap.xml", "application/xml; charset=utf-8")]
    [InlineData("/robots.txt", "text/plain; charset=utf-8")]
    public async Task Each_document_names_its_type_and_forbids_guessing(string path, string type)
    {
        var site = shared.Site;

        using var response = await site.Get(path);

        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.StartsWith("default-src 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task The_same_tag_again_is_answered_by_304_with_the_same_headers_and_no_body(string path)
    {
        var site = shared.Site;
        using var first = await site.Get(path);

        using var again = await site.Get(path, ("If-None-Match", Header(first, "ETag")!));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.StartsWith("W/\"", Header(first, "ETag"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancel));
        foreach (var name in (string[])["ETag", "Last-Modified", "Cache-Control", "Vary", "Access-Control-Allow-Origin", "Access-Control-Expose-Headers", "X-Content-Type-Options", "Link"])
            Assert.Equal(Header(first, name), Header(again, name));
        Assert.Equal("Accept-Encoding", Header(first, "Vary"));
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task Tags_match_weakly_in_lists_and_by_a_star(string path)
    {
        var site = shared.Site;
        using var first = await site.Get(path);
        var tag = Header(first, "ETag")!;

        foreach (var known in (string[])[tag, tag[2..], $"\"lain\", {tag}", $"W/\"lain\" , {tag[2..]}", "*"])
        {
            using var answer = await site.Get(path, ("If-None-Match", known));
            Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        }
        foreach (var unknown in (string[])["\"lain\"", "W/\"lain\"", "tanpa-kutip", "\"\""])
        {
            using var answer = await site.Get(path, ("If-None-Match", unknown));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task A_tag_makes_the_date_irrelevant(string path)
    {
        var site = shared.Site;
        using var first = await site.Get(path);
        var (tag, date) = (Header(first, "ETag")!, Header(first, "Last-Modified")!);

        Assert.Equal(HttpStatusCode.NotModified, await Status(("If-None-Match", tag), ("If-Modified-Since", "Mon, 01 Jan 2001 00:00:00 GMT")));
        Assert.Equal(HttpStatusCode.OK, await Status(("If-None-Match", "\"lain\""), ("If-Modified-Since", date)));
        Assert.Equal(HttpStatusCode.NotModified, await Status(("If-Modified-Since", date)));
        Assert.Equal(HttpStatusCode.NotModified, await Status(("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")));
        Assert.Equal(HttpStatusCode.OK, await Status(("If-Modified-Since", "Mon, 05 Jan 2026 02:29:59 GMT")));
        Assert.Equal(HttpStatusCode.OK, await Status(("If-Modified-Since", "kemarin")));

        async Task<HttpStatusCode> Status(params (string, string)[] headers)
        {
            using var answer = await site.Get(path, headers);
            return answer.StatusCode;
        }
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task Both_validators_move_with_a_change_and_only_with_one(string path)
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1).Showing(Items.Photo()));
        using var first = await site.Get(path);
        using var second = await site.Get(path);
        await site.Correct(Items.Number(1), "Ralat.", Items.FirstDay.AddDays(1));
        using var third = await site.Get(path);
        // Within the same second: the date cannot tell, the tag must.
        await site.Correct(Items.Number(1), "Ralat lagi.", Items.FirstDay.AddDays(1).AddMilliseconds(5));
        using var fourth = await site.Get(path);

        Assert.Equal(Header(first, "ETag"), Header(second, "ETag"));
        Assert.NotEqual(Header(second, "ETag"), Header(third, "ETag"));
        Assert.NotEqual(Header(third, "ETag"), Header(fourth, "ETag"));
        Assert.Equal("Mon, 05 Jan 2026 02:30:00 GMT", Header(first, "Last-Modified"));
        Assert.Equal("Tue, 06 Jan 2026 01:30:00 GMT", Header(third, "Last-Modified"));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Head_is_get_without_a_body(string path)
    {
        var site = shared.Site;
        using var get = await site.Get(path);
        using var head = await site.Send(HttpMethod.Head, path);
        using var conditional = await site.Send(HttpMethod.Head, path, ("If-None-Match", Header(get, "ETag")!));

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotModified, conditional.StatusCode);
        foreach (var name in (string[])["ETag", "Last-Modified", "Cache-Control", "Vary", "Content-Type", "Content-Length", "Access-Control-Allow-Origin"])
            Assert.Equal(Header(get, name), Header(head, name));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Nothing_can_be_written(string method)
    {
        var site = shared.Site;
        foreach (var path in Everything)
        {
            using var response = await site.Send(new HttpMethod(method), path.Data);
            await Problems.Expect(response, HttpStatusCode.MethodNotAllowed);
            Assert.Equal("GET, HEAD, OPTIONS", Header(response, "Allow"));
        }
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("br;q=0.5, gzip;q=0.8", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("gzip;q=0", null)]
    [InlineData("gzip;q=0, br;q=0", null)]
    [InlineData("identity", null)]
    [InlineData("identity;q=1, gzip;q=0.5", null)]
    [InlineData("deflate", null)]
    [InlineData("*", null)]
    [InlineData("identity;q=0, *", "gzip")]
    [InlineData("", null)]
    [InlineData("rusak;;;", null)]
    public async Task A_coding_is_used_when_it_was_asked_for_and_never_otherwise(string asked, string? expected)
    {
        var site = shared.Site;
        foreach (var path in (string[])["/rss.xml", "/api/items", "/berita"])
        {
            using var plain = await site.Get(path);
            using var response = await site.Get(path, ("Accept-Encoding", asked));
            var bytes = await response.Content.ReadAsByteArrayAsync(Cancel);

            Assert.Equal(expected, Header(response, "Content-Encoding"));
            Assert.Equal(await plain.Content.ReadAsByteArrayAsync(Cancel), Decoded(bytes, expected));
            Assert.Equal(Header(plain, "ETag"), Header(response, "ETag"));
            Assert.Equal("Accept-Encoding", Header(response, "Vary"));
            Assert.Equal(bytes.Length, response.Content.Headers.ContentLength);
        }
    }

    [Fact]
    public async Task Caches_may_keep_a_feed_for_the_configured_time_and_no_cookie_is_set()
    {
        await using var site = await PublicSite.Start(("Feed:MaxAge", "120"));
        await site.Publish(Items.Number(1));

        using var response = await site.Get("/rss.xml");

        Assert.Equal("public, max-age=120", Header(response, "Cache-Control"));
        Assert.Equal("2", (await site.Xml("/rss.xml")).Root!.Element("channel")!.Element("ttl")!.Value);
        Assert.Null(Header(response, "Set-Cookie"));
        Assert.Null(Header(response, "Expires"));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Any_web_page_may_read_it(string path)
    {
        var site = shared.Site;
        using var response = await site.Get(path, ("Origin", "https://portal.example"));
        using var preflight = await site.Send(HttpMethod.Options, path, ("Origin", "https://portal.example"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"));

        Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
        Assert.Contains("ETag", Header(response, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
        Assert.Null(Header(response, "Access-Control-Allow-Credentials"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("*", Header(preflight, "Access-Control-Allow-Origin"));
        foreach (var name in (string[])["If-None-Match", "If-Modified-Since", "Range"]) Assert.Contains(name, Header(preflight, "Access-Control-Allow-Headers"), StringComparison.Ordinal);
    }

    private static string? Header(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    private static byte[] Decoded(byte[] bytes, string? coding)
    {
        if (coding is null) return bytes;
        using var source = new MemoryStream(bytes);
        using Stream stream = coding == "br" ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }
}
