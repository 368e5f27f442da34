using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using KominfoBot.PublicFeed.Media;
using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.Workflow.Publication;
using Microsoft.Extensions.Options;

namespace KominfoBot.PublicFeed.Tests;

public sealed class MediaTests
{
    private const string Large = $"/media/{Items.Lead}-large.jpg";

    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 10_000).Select(n => (byte)(n * 7))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_photo_of_a_live_item_is_served_to_be_kept_for_ever()
    {
        await using var site = await WithPhoto();

        using var response = await site.Get(Large, ("Accept-Encoding", "gzip, br"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Bytes, await response.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("image/jpeg", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(Bytes.Length, response.Content.Headers.ContentLength);
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.False(response.Headers.ETag!.IsWeak);
        Assert.NotNull(response.Content.Headers.LastModified);
        Assert.Equal("public, max-age=31536000, s-maxage=300, immutable", string.Join(", ", response.Headers.GetValues("Cache-Control").Single().Split(',', StringSplitOptions.TrimEntries)));
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("bytes", response.Headers.AcceptRanges.Single());
    }

    [Fact]
    public async Task A_PDF_alone_is_the_enclosure_and_its_name_is_only_text()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1) with { Attachment = new PublishedAttachment(Items.Lead, "Lelang <b>&</b>.pdf", 123_456, 3) });

        var rss = await site.Xml("/rss.xml");
        var enclosure = rss.Descendants("enclosure").Single();
        var page = Encoding.UTF8.GetString(await site.Bytes(new Uri(rss.Descendants("item").Single().Element("link")!.Value).PathAndQuery));

        Assert.Equal($"{PublicSite.Base}/media/{Items.Lead}.pdf", (string?)enclosure.Attribute("url"));
        Assert.Equal("123456", (string?)enclosure.Attribute("length"));
        Assert.Equal("application/pdf", (string?)enclosure.Attribute("type"));
        Assert.Contains(">Lelang &lt;b&gt;&amp;&lt;/b&gt;.pdf</a> (PDF, 3 halaman, 120 KB)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webp_variants_are_served_as_what_they_are()
    {
        await using var site = await WithPhoto();
        await Store(site, Items.Lead, "medium.webp");

        using var response = await site.Get($"/media/{Items.Lead}-medium.webp");

        Assert.Equal("image/webp", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Head_and_unchanged_photos_have_no_body()
    {
        await using var site = await WithPhoto();
        using var get = await site.Get(Large);
        using var head = await site.Send(HttpMethod.Head, Large);
        using var same = await site.Get(Large, ("If-None-Match", get.Headers.ETag!.ToString()), ("Range", "bytes=0-9"));
        using var dated = await site.Get(Large, ("If-Modified-Since", get.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture)));

        Assert.Equal(Bytes.Length, head.Content.Headers.ContentLength);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(get.Headers.ETag, same.Headers.ETag);
        Assert.Equal(get.Headers.GetValues("Cache-Control"), same.Headers.GetValues("Cache-Control"));
        Assert.Equal(HttpStatusCode.NotModified, dated.StatusCode);
    }

    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=0-99", 0, 100)]
    [InlineData("bytes=9990-", 9990, 10)]
    [InlineData("bytes=9990-20000", 9990, 10)]
    [InlineData("bytes=-10", 9990, 10)]
    [InlineData("bytes=-20000", 0, 10000)]
    public async Task A_part_is_sent_as_asked(string range, int from, int count)
    {
        await using var site = await WithPhoto();

        using var response = await site.Get(Large, ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal($"bytes {from}-{from + count - 1}/10000", response.Content.Headers.ContentRange!.ToString());
        Assert.Equal(Bytes.AsSpan(from, count).ToArray(), await response.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory]
    [InlineData("bytes=10000-")]
    [InlineData("bytes=20000-30000")]
    [InlineData("bytes=-0")]
    public async Task A_part_behind_the_end_is_416_with_the_length(string range)
    {
        await using var site = await WithPhoto();

        using var response = await site.Get(Large, ("Range", range));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal("bytes */10000", response.Content.Headers.ContentRange!.ToString());
    }

    [Theory]
    [InlineData("bytes=5-1")]
    [InlineData("bytes=abc")]
    [InlineData("lines=0-9")]
    [InlineData("bytes=0-1,5-6")]
    public async Task A_range_that_cannot_be_met_as_one_part_gets_the_whole_file(string range)
    {
        await using var site = await WithPhoto();
        using var response = await site.Get(Large, ("Range", range));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Bytes.Length, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_download_is_continued_only_when_the_bytes_are_still_the_same()
    {
        await using var site = await WithPhoto();
        using var get = await site.Get(Large);
        var (tag, date) = (get.Headers.ETag!.ToString(), get.Content.Headers.LastModified!.Value);

        Assert.Equal(HttpStatusCode.PartialContent, await Continued(tag));
        Assert.Equal(HttpStatusCode.PartialContent, await Continued(date.ToString("R", CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.OK, await Continued("\"lain\""));
        Assert.Equal(HttpStatusCode.OK, await Continued("W/" + tag));
        Assert.Equal(HttpStatusCode.OK, await Continued(date.AddSeconds(1).ToString("R", CultureInfo.InvariantCulture)));

        async Task<HttpStatusCode> Continued(string condition)
        {
            using var response = await site.Get(Large, ("Range", "bytes=5000-"), ("If-Range", condition));
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task A_photo_never_published_is_404_and_one_no_longer_shown_is_410()
    {
        await using var site = await WithPhoto();
        await Store(site, Items.Second, "large.jpg");
        using var draft = await site.Get($"/media/{Items.Second}-large.jpg");
        await site.Publish(Items.Number(2).Showing(Items.Photo()));
        await site.Retract(Items.Number(1).Showing(Items.Photo()), Items.FirstDay.AddDays(1));
        using var stillShown = await site.Get(Large);
        await site.Retract(Items.Number(2).Showing(Items.Photo()), Items.FirstDay.AddDays(2));
        using var gone = await site.Get(Large);

        await Problems.Expect(draft, HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.OK, stillShown.StatusCode);
        await Problems.Expect(gone, HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_photo_at_hand_in_memory_is_served_no_longer_than_a_live_item_shows_it()
    {
        await using var site = await WithPhoto();
        for (var n = 0; n < 3; n++) Assert.Equal(Bytes, await site.Bytes(Large));
        using var part = await site.Get(Large, ("Range", "bytes=10-19"));
        await site.Retract(Items.Number(1).Showing(Items.Photo()), Items.FirstDay.AddDays(1));
        using var gone = await site.Get(Large);

        Assert.Equal(Bytes[10..20], await part.Content.ReadAsByteArrayAsync(Cancel));
        await Problems.Expect(gone, HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_file_that_was_repaired_or_removed_is_noticed()
    {
        await using var site = await PublicSite.Start();
        using var shelf = new MediaShelf(Options.Create(new FeedOptions { MediaDirectory = site.Photos }));
        var name = MediaName.Parse($"{Items.Lead}-large.jpg")!;
        var path = name.PathIn(new FeedOptions { MediaDirectory = site.Photos });

        var none = await shelf.Read(Large, name, Cancel);
        await Store(site, Items.Lead, "large.jpg");
        var first = await shelf.Read(Large, name, Cancel);
        var again = await shelf.Read(Large, name, Cancel);
        await File.WriteAllBytesAsync(path, Bytes.AsMemory(1), Cancel);
        var repaired = await shelf.Read(Large, name, Cancel);
        File.Delete(path);
        var removed = await shelf.Read(Large, name, Cancel);

        Assert.Null(none);
        Assert.NotNull(first);
        Assert.Same(first, again);
        Assert.Equal(Bytes.Length - 1, repaired!.Size);
        Assert.Null(removed);
        Assert.Null(shelf.AtHand(Large));
    }

    [Theory]
    [InlineData($"/media/{Items.Lead}-original.jpg")]
    [InlineData($"/media/{Items.Lead}.jpg")]
    [InlineData($"/media/{Items.Lead}-large.png")]
    [InlineData($"/media/{Items.Lead}-large.jpg/x")]
    [InlineData($"/media/{Items.Lead}-large.jpg%0a")]
    [InlineData($"/media/aa/{Items.Lead}-large.jpg")]
    [InlineData("/media/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-large.jpg")]
    [InlineData("/media/")]
    [InlineData("/media/..%2f..%2fkominfo.db")]
    [InlineData("/media/..%5c..%5ckominfo.db")]
    [InlineData("/media/..\\..\\kominfo.db")]
    [InlineData("/media/%252e%252e%252fkominfo.db")]
    [InlineData("/media/%2e%2e/%2e%2e/kominfo.db")]
    [InlineData("/media/../kominfo.db")]
    [InlineData("/media/....//kominfo.db")]
    [InlineData($"/media/{Items.Lead}-large.jpg::$DATA")]
    public async Task Any_other_name_is_404(string target)
    {
        await using var site = await WithPhoto();
        await Store(site, Items.Lead, "original.jpg");
        await File.WriteAllBytesAsync(Path.Combine(site.Photos, "aa", $"{Items.Lead}.jpg"), Bytes, Cancel);

        Assert.StartsWith("HTTP/1.1 404 ", await Raw(site.Port, target), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/media/%00.jpg")]
    [InlineData($"/media/{Items.Lead}-large.jpg%00")]
    public async Task A_zero_byte_in_a_path_is_refused(string target)
    {
        await using var site = await WithPhoto();
        Assert.StartsWith("HTTP/1.1 40", await Raw(site.Port, target), StringComparison.Ordinal);
    }

    private static async Task<PublicSite> WithPhoto()
    {
        var site = await PublicSite.Start();
        await Store(site, Items.Lead, "large.jpg");
        await site.Publish(Items.Number(1).Showing(Items.Photo()));
        return site;
    }

    private static Task Store(PublicSite site, string hash, string variant)
    {
        Directory.CreateDirectory(Path.Combine(site.Photos, hash[..2]));
        return File.WriteAllBytesAsync(Path.Combine(site.Photos, hash[..2], $"{hash}-{variant}"), Bytes, Cancel);
    }

    /// <summary>The request line exactly as written: clients tidy paths up.</summary>
    private static async Task<string> Raw(int port, string target)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, Cancel);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), Cancel);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadLineAsync(Cancel) ?? "";
    }
}
