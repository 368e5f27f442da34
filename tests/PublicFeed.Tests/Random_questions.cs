using System.Net;
using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.Testing;

namespace KominfoBot.PublicFeed.Tests;

/// <summary>Addresses and headers made at random: never an error of the server's, never a hang, and always the headers that keep browsers from guessing.</summary>
public sealed class Random_questions(SiteWithOneItem shared) : IClassFixture<SiteWithOneItem>
{
    private const int InARound = 150;

    private static readonly string[] paths =
    [
        "/rss.xml", "/atom.xml", "/feed.json", "/api/items", "/api/items/DISDIK-2026-0001", "/api/items/", "/api/skpd", "/api/changes", "/openapi.json", "/", "/berita", "/berita/DISDIK-2026-0001/x", "/berita/",
        "/media/", "/media/0000-large.jpg", "/sitemap.xml", "/sitemap-1.xml", "/robots.txt", "/ikon-512.png",
    ];

    private static readonly string[] names = ["q", "skpd", "kategori", "page", "arsip", "cursor", "since", "limit", "from", "to", "dari", "sampai", "status", "halaman", "x"];

    [Fact]
    public Task Get_an_answer() => Fuzzing.Rounds(1, async random =>
    {
        for (var number = 0; number < InARound; number++)
        {
            var path = random.Any(paths) + (random.Next(3) == 0 ? Uri.EscapeDataString(Whole(random)) : "");
            var query = string.Join('&', Enumerable.Range(0, random.Next(4)).Select(_ => $"{random.Any(names)}={(random.Next(3) == 0 ? random.Any(["%", "%zz", "%c3%28", "1", "DISDIK", "kesehatan", "2"]) : Uri.EscapeDataString(Whole(random)))}"));
            var address = query.Length == 0 ? path : $"{path}?{query}";
            (string, string)[] headers = random.Next(3) == 0 ? [random.Any([("If-None-Match", "W/\"x\", *"), ("If-Modified-Since", "kemarin"), ("Range", "bytes=9-1,-0"), ("Accept-Encoding", "br;q=x, *"), ("Host", "a.b"), ("X-Forwarded-For", "1.2.3.4, ::1")])] : [];

            using var answer = await shared.Site.Send(random.Any([HttpMethod.Get, HttpMethod.Get, HttpMethod.Head, HttpMethod.Post, HttpMethod.Options]), address[..Math.Min(address.Length, 6000)], headers);

            Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode} {address}");
            // An answer without a document has nothing that could be guessed wrongly.
            if (answer.Content.Headers.ContentType is not null) Assert.True(answer.Headers.Contains("X-Content-Type-Options"), $"{(int)answer.StatusCode} {address}");
        }
        using var after = await shared.Site.Get("/rss.xml");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }, TestContext.Current.SendDiagnosticMessage);

    /// <summary>Half a surrogate pair cannot be written into an address.</summary>
    private static string Whole(Random random) => random.AnyText() is var text && text.Length > 300 ? text[..300] : text;
}
