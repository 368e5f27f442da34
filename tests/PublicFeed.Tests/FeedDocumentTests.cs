using System.Globalization;
using System.Net;
using System.Xml.Linq;
using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.PublicFeed.Tests;

public sealed class FeedDocumentTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    private static readonly XNamespace Creator = "http://purl.org/dc/elements/1.1/";

    [Fact]
    public async Task Rss_says_all_that_importers_read_and_the_description_stands_before_the_content()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1).Showing(Items.Photo(), Items.Photo(Items.Second, null)));

        var channel = (await site.Xml("/rss.xml")).Root!.Element("channel")!;
        var item = Assert.Single(channel.Elements("item"));

        Assert.Equal("id", channel.Element("language")!.Value);
        Assert.Equal("Mon, 05 Jan 2026 02:30:00 +0000", channel.Element("lastBuildDate")!.Value);
        Assert.Equal($"{PublicSite.Base}/rss.xml", channel.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        Assert.Equal(
            ["title", "link", "guid", "pubDate", "updated", "creator", "category", "description", "encoded", "enclosure", "content"],
            item.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("urn:uuid:00000001-0007-0007-0102-030405060708", item.Element("guid")!.Value);
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
        Assert.Equal($"{PublicSite.Base}/berita/DISDIK-2026-0001/sekolah-ke-1-diresmikan", item.Element("link")!.Value);
        Assert.Equal("Dinas Pendidikan dan Kebudayaan", item.Element(Creator + "creator")!.Value);
        Assert.Equal("250123", item.Element("enclosure")!.Attribute("length")!.Value);
        Assert.Equal("image/jpeg", item.Element("enclosure")!.Attribute("type")!.Value);
        Assert.Equal(item.Element("enclosure")!.Attribute("url")!.Value, item.Element(Media + "content")!.Attribute("url")!.Value);
        Assert.Equal("1600", item.Element(Media + "content")!.Attribute("width")!.Value);
        Assert.StartsWith($"<figure><img src=\"{PublicSite.Base}/media/{Items.Lead}-large.jpg\" alt=\"Bupati memotong pita\" width=\"1600\" height=\"1067\">", item.Element(Content + "encoded")!.Value, StringComparison.Ordinal);
        Assert.Empty(item.Elements("author"));
    }

    [Fact]
    public async Task Atom_has_stored_ids_authors_and_an_enclosure_for_every_photo()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1).Showing(Items.Photo(), Items.Photo(Items.Second, null)));

        var feed = (await site.Xml("/atom.xml")).Root!;
        var entry = Assert.Single(feed.Elements(Atom + "entry"));

        Assert.Equal("tag:berita.limapuluhkotakab.go.id,2026:berita", feed.Element(Atom + "id")!.Value);
        Assert.Equal("id", feed.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.Equal("2026-01-05T02:30:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal("urn:uuid:00000001-0007-0007-0102-030405060708", entry.Element(Atom + "id")!.Value);
        Assert.Equal("Pendidikan", entry.Element(Atom + "category")!.Attribute("term")!.Value);
        Assert.Equal("html", entry.Element(Atom + "content")!.Attribute("type")!.Value);
        Assert.Equal(["250123", "250123"], entry.Elements(Atom + "link").Where(link => link.Attribute("rel")!.Value == "enclosure").Select(link => link.Attribute("length")!.Value));
    }

    [Fact]
    public async Task Json_feed_has_no_nulls_and_keeps_our_own_words_under_one_key()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1).Showing(Items.Photo()));

        var feed = await site.Json("/feed.json");
        var item = feed.GetProperty("items")[0];

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.EnumerateObject().First().Value.GetString());
        Assert.Equal($"{PublicSite.Base}/feed.json", feed.GetProperty("feed_url").GetString());
        Assert.DoesNotContain("null", feed.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            ["id", "url", "title", "summary", "content_html", "content_text", "image", "date_published", "date_modified", "authors", "tags", "attachments", "_kominfo"],
            item.EnumerateObject().Select(property => property.Name));
        Assert.Equal("DISDIK-2026-0001", item.GetProperty("_kominfo").GetProperty("number").GetString());
        Assert.Equal("published", item.GetProperty("_kominfo").GetProperty("status").GetString());
        Assert.Equal(250123, item.GetProperty("attachments")[0].GetProperty("size_in_bytes").GetInt64());
    }

    [Fact]
    public async Task The_three_formats_say_the_same()
    {
        await using var site = await PublicSite.Start();
        for (var n = 1; n <= 5; n++)
            await site.Newsroom.Publish(Items.Number(n).Titled($"Judul <b>ke-{n}</b> & \"kutipan\"").Saying($"Isi ke-{n}.\nBaris dua & <tag>.\n\nParagraf 😀").Showing(n % 2 == 0 ? [] : [Items.Photo()]));
        await site.Catch();
        await site.Correct(Items.Number(3), "Nama sekolah diperbaiki.", Items.FirstDay.AddDays(2));

        var rss = (await site.Xml("/rss.xml")).Descendants("item").Select(item => (
            Id: item.Element("guid")!.Value,
            Title: item.Element("title")!.Value,
            Url: item.Element("link")!.Value,
            Published: DateTimeOffset.ParseExact(item.Element("pubDate")!.Value, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture),
            Modified: DateTimeOffset.Parse(item.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture),
            Author: item.Element(Creator + "creator")!.Value,
            Category: item.Element("category")!.Value,
            Html: item.Element(Content + "encoded")!.Value,
            Summary: WebUtility.HtmlDecode(item.Element("description")!.Value),
            Media: item.Element("enclosure")?.Attribute("url")?.Value)).ToList();
        var atom = (await site.Xml("/atom.xml")).Descendants(Atom + "entry").Select(entry => (
            Id: entry.Element(Atom + "id")!.Value,
            Title: WebUtility.HtmlDecode(entry.Element(Atom + "title")!.Value),
            Url: entry.Elements(Atom + "link").First(link => link.Attribute("rel")!.Value == "alternate").Attribute("href")!.Value,
            Published: DateTimeOffset.Parse(entry.Element(Atom + "published")!.Value, CultureInfo.InvariantCulture),
            Modified: DateTimeOffset.Parse(entry.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture),
            Author: entry.Element(Atom + "author")!.Element(Atom + "name")!.Value,
            Category: entry.Element(Atom + "category")!.Attribute("term")!.Value,
            Html: entry.Element(Atom + "content")!.Value,
            Summary: WebUtility.HtmlDecode(entry.Element(Atom + "summary")!.Value),
            Media: entry.Elements(Atom + "link").FirstOrDefault(link => link.Attribute("rel")!.Value == "enclosure")?.Attribute("href")?.Value)).ToList();
        var json = (await site.Json("/feed.json")).GetProperty("items").EnumerateArray().Select(item => (
            Id: item.GetProperty("id").GetString()!,
            Title: item.GetProperty("title").GetString()!,
            Url: item.GetProperty("url").GetString()!,
            Published: item.GetProperty("date_published").GetDateTimeOffset(),
            Modified: item.GetProperty("date_modified").GetDateTimeOffset(),
            Author: item.GetProperty("authors")[0].GetProperty("name").GetString()!,
            Category: item.GetProperty("tags")[0].GetString()!,
            Html: item.GetProperty("content_html").GetString()!,
            Summary: item.GetProperty("summary").GetString()!,
            Media: item.TryGetProperty("image", out var image) ? image.GetString() : null)).ToList();

        Assert.Equal(5, rss.Count);
        Assert.Equal(rss, atom);
        Assert.Equal(rss, json);
        Assert.Equal("Judul <b>ke-5</b> & \"kutipan\"", json[0].Title);
    }

    [Fact]
    public async Task Before_the_first_item_every_format_is_an_empty_valid_feed()
    {
        await using var site = await PublicSite.Start();

        Assert.Empty((await site.Xml("/rss.xml")).Descendants("item"));
        Assert.Equal("2026-01-01T00:00:00Z", (await site.Xml("/atom.xml")).Root!.Element(Atom + "updated")!.Value);
        Assert.Equal(0, (await site.Json("/feed.json")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task An_item_without_a_photo_has_no_enclosure_no_media_and_no_image()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1));

        var item = (await site.Xml("/rss.xml")).Descendants("item").Single();
        Assert.Empty(item.Elements("enclosure"));
        Assert.Empty(item.Elements(Media + "content"));
        Assert.DoesNotContain((await site.Xml("/atom.xml")).Descendants(Atom + "link"), link => link.Attribute("rel")!.Value == "enclosure");
        Assert.False((await site.Json("/feed.json")).GetProperty("items")[0].TryGetProperty("attachments", out _));
    }

    [Fact]
    public async Task A_correction_moves_the_update_and_shows_its_note_but_neither_id_nor_date_nor_place_move()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1));
        await site.Publish(Items.Number(2));
        var before = await site.Json("/feed.json");
        var at = Items.FirstDay.AddDays(3);
        await site.Correct(Items.Number(1), "Jumlah kelas <enam>, bukan lima.", at);

        var after = await site.Json("/feed.json");
        var (old, corrected) = (before.GetProperty("items")[1], after.GetProperty("items")[1]);

        Assert.Equal(old.GetProperty("id").GetString(), corrected.GetProperty("id").GetString());
        Assert.Equal(old.GetProperty("url").GetString(), corrected.GetProperty("url").GetString());
        Assert.Equal(old.GetProperty("date_published").GetString(), corrected.GetProperty("date_published").GetString());
        Assert.Equal(at, corrected.GetProperty("date_modified").GetDateTimeOffset());
        Assert.Equal("corrected", corrected.GetProperty("_kominfo").GetProperty("status").GetString());
        Assert.Equal("Jumlah kelas <enam>, bukan lima.", corrected.GetProperty("_kominfo").GetProperty("corrections")[0].GetProperty("note").GetString());
        Assert.EndsWith("<p><strong>Ralat (8 Januari 2026):</strong> Jumlah kelas &lt;enam&gt;, bukan lima.</p>", corrected.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-01-08T01:30:00Z", (await site.Xml("/atom.xml")).Root!.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public async Task A_retracted_item_leaves_every_feed_and_atom_says_so()
    {
        XNamespace tombstones = "http://purl.org/atompub/tombstones/1.0";
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1));
        var gone = await site.Publish(Items.Number(2));
        await site.Retract(gone, Items.FirstDay.AddDays(1), "Memuat data pribadi.");

        var atom = (await site.Xml("/atom.xml")).Root!;
        var tombstone = Assert.Single(atom.Elements(tombstones + "deleted-entry"));

        Assert.Equal("urn:uuid:00000002-0007-0007-0102-030405060708", tombstone.Attribute("ref")!.Value);
        Assert.Equal("2026-01-06T01:30:00Z", tombstone.Attribute("when")!.Value);
        Assert.Equal("Memuat data pribadi.", tombstone.Element(tombstones + "comment")!.Value);
        Assert.Equal("2026-01-06T01:30:00Z", atom.Element(Atom + "updated")!.Value);
        foreach (var path in (string[])["/rss.xml", "/feed.json", "/api/items", "/sitemap.xml", "/sitemap-news.xml", "/berita"])
        {
            using var response = await site.Get(path);
            Assert.DoesNotContain("DISDIK-2026-0002", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_hold_thirty_items_each_link_to_each_other_and_repeat_none()
    {
        await using var site = await PublicSite.Start();
        await site.Newsroom.Publish([.. Enumerable.Range(1, 65).Select(Items.Number)]);
        await site.Catch();

        var seen = new List<string>();
        for (var next = "/feed.json"; next is not null;)
        {
            var page = await site.Json(next);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            next = page.TryGetProperty("next_url", out var url) ? url.GetString()![PublicSite.Base.Length..] : null;
        }
        var second = (await site.Xml("/atom.xml?page=2")).Root!;

        Assert.Equal(65, seen.Count);
        Assert.Equal(65, seen.Distinct().Count());
        Assert.Equal((await site.Xml("/atom.xml")).Root!.Element(Atom + "id")!.Value, second.Element(Atom + "id")!.Value);
        Assert.Equal(
            [("self", $"{PublicSite.Base}/atom.xml?page=2"), ("first", $"{PublicSite.Base}/atom.xml"), ("previous", $"{PublicSite.Base}/atom.xml"), ("next", $"{PublicSite.Base}/atom.xml?page=3")],
            second.Elements(Atom + "link").Select(link => (link.Attribute("rel")!.Value, link.Attribute("href")!.Value)).Where(link => link.Item1 != "alternate"));
    }

    [Theory, BothStores]
    public async Task The_newest_page_and_the_archives_hold_all_the_news_and_what_is_archived_never_moves(StoreProvider provider)
    {
        XNamespace history = "http://purl.org/syndication/history/1.0";
        XNamespace tombstones = "http://purl.org/atompub/tombstones/1.0";
        await using var site = await PublicSite.Start(provider);
        await site.Newsroom.Publish([.. Enumerable.Range(1, 65).Select(Items.Number)]);
        await site.Retract(Items.Number(40), Items.FirstDay.AddDays(9), "Data keliru.");

        var seen = new HashSet<string>();
        var newest = (await site.Xml("/atom.xml")).Root!;
        Assert.Equal($"{PublicSite.Base}/atom.xml?arsip=2", Link(newest, "prev-archive"));
        Assert.Null(newest.Element(history + "archive"));
        var walked = new List<string>();
        for (var at = "/atom.xml"; at is not null; at = Link((await site.Xml(at)).Root!, "prev-archive")?[PublicSite.Base.Length..])
        {
            walked.Add(at);
            seen.UnionWith((await site.Xml(at)).Root!.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
        }
        Assert.Equal(["/atom.xml", "/atom.xml?arsip=2", "/atom.xml?arsip=1"], walked);
        Assert.Equal(64, seen.Count);

        var archive = (await site.Xml("/atom.xml?arsip=2")).Root!;
        Assert.NotNull(archive.Element(history + "archive"));
        Assert.Equal($"{PublicSite.Base}/atom.xml", Link(archive, "current"));
        Assert.Null(Link(archive, "next-archive"));
        Assert.Equal(newest.Element(Atom + "id")!.Value, archive.Element(Atom + "id")!.Value);
        Assert.Equal("urn:uuid:00000028-0007-0007-0102-030405060708", Assert.Single(archive.Elements(tombstones + "deleted-entry")).Attribute("ref")!.Value);
        Assert.Equal($"{PublicSite.Base}/atom.xml?arsip=2", Link((await site.Xml("/atom.xml?arsip=1")).Root!, "next-archive"));
        var rss = await site.Xml("/rss.xml?arsip=1");
        Assert.NotNull(rss.Root!.Element("channel")!.Element(history + "archive"));
        Assert.Equal(30, rss.Descendants("item").Count());
        Assert.Equal($"{PublicSite.Base}/feed.json?arsip=1", (await site.Json("/feed.json?arsip=2")).GetProperty("next_url").GetString());
        using var notYet = await site.Get("/rss.xml?arsip=3");
        await Problems.Expect(notYet, HttpStatusCode.NotFound);
        using var mixed = await site.Get("/rss.xml?arsip=1&skpd=DISDIK");
        await Problems.Expect(mixed, HttpStatusCode.BadRequest);

        var before = await site.Bytes("/atom.xml?arsip=1");
        await site.Publish(Items.Number(66));
        Assert.Equal(before, await site.Bytes("/atom.xml?arsip=1"));

        static string? Link(XElement feed, string relation)
            => feed.Elements(Atom + "link").Where(link => link.Attribute("rel")!.Value == relation).Select(link => link.Attribute("href")!.Value).SingleOrDefault();
    }

    [Theory]
    [InlineData("?page=0", HttpStatusCode.BadRequest)]
    [InlineData("?page=-1", HttpStatusCode.BadRequest)]
    [InlineData("?page=dua", HttpStatusCode.BadRequest)]
    [InlineData("?page=99999999999999999999", HttpStatusCode.BadRequest)]
    [InlineData("?page=2", HttpStatusCode.NotFound)]
    [InlineData("?arsip=0", HttpStatusCode.BadRequest)]
    [InlineData("?arsip=1", HttpStatusCode.NotFound)]
    [InlineData("?skpd=TIDAKADA", HttpStatusCode.NotFound)]
    [InlineData("?kategori=tidak-ada", HttpStatusCode.NotFound)]
    [InlineData("?skpd=%00", HttpStatusCode.NotFound)]
    [InlineData("?kategori='%3B--", HttpStatusCode.NotFound)]
    public async Task A_page_or_code_that_does_not_exist_is_a_problem_in_Indonesian(string query, HttpStatusCode status)
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1));

        foreach (var path in (string[])["/rss.xml", "/atom.xml", "/feed.json"])
        {
            using var response = await site.Get(path + query);
            await Problems.Expect(response, status);
        }
    }

    [Fact]
    public async Task A_filter_keeps_only_its_items_in_any_spelling_and_names_itself()
    {
        await using var site = await PublicSite.Start();
        await site.Newsroom.Publish(Items.Number(1), Items.Number(2).From("DINKES", "Dinas Kesehatan").About("kesehatan", "Kesehatan"), Items.Number(3).About("kesehatan", "Kesehatan"));
        await site.Catch();

        Assert.Equal(["DISDIK-2026-0002"], await Numbers("/feed.json?skpd=dinkes"));
        Assert.Equal(["DISDIK-2026-0003", "DISDIK-2026-0002"], await Numbers("/feed.json?kategori=KESEHATAN"));
        Assert.Equal(["DISDIK-2026-0003"], await Numbers("/feed.json?kategori=kesehatan&skpd=DISDIK"));
        Assert.Equal([], await Numbers("/feed.json?skpd=KEC-HARAU"));
        Assert.Equal(["DISDIK-2026-0003", "DISDIK-2026-0002", "DISDIK-2026-0001"], await Numbers("/feed.json?skpd=&kategori="));
        var feed = (await site.Xml("/atom.xml?skpd=dinkes")).Root!;
        Assert.Equal("tag:berita.limapuluhkotakab.go.id,2026:berita?skpd=DINKES", feed.Element(Atom + "id")!.Value);
        Assert.Equal("Berita Diskominfo Lima Puluh Kota – Dinas Kesehatan", feed.Element(Atom + "title")!.Value);
        Assert.Equal($"{PublicSite.Base}/atom.xml?skpd=DINKES", feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value);

        async Task<IEnumerable<string>> Numbers(string path)
            => (await site.Json(path)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("_kominfo").GetProperty("number").GetString()!);
    }

    [Fact]
    public async Task The_same_news_give_the_same_bytes_in_every_process()
    {
        await using var site = await PublicSite.Start();
        var photo = Items.Photo();
        await site.Publish(Items.Number(1).Showing(photo));
        await site.Retract(await site.Publish(Items.Number(2)), Items.FirstDay.AddDays(1));
        await using var other = PublicSite.Host(site.Newsroom.Store, site.Photos);
        await other.StartAsync(TestContext.Current.CancellationToken);
        using var reader = new HttpClient { BaseAddress = new Uri(other.Urls.Single()) };

        foreach (var path in (string[])["/rss.xml", "/atom.xml", "/feed.json", "/feed.json?skpd=DISDIK", "/api/items", "/api/changes", "/berita", "/sitemap.xml", "/sitemap-news.xml", "/berita/DISDIK-2026-0001/sekolah-ke-1-diresmikan"])
            Assert.Equal(await site.Bytes(path), await reader.GetByteArrayAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_link_stands_on_the_configured_base_and_never_on_the_host_header()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1).Showing(Items.Photo()));

        foreach (var path in (string[])["/rss.xml", "/atom.xml", "/feed.json", "/api/items", "/berita", "/sitemap.xml", "/robots.txt", "/openapi.json"])
        {
            using var response = await site.Get(path, ("Host", "jahat.example"), ("X-Forwarded-Host", "jahat.example"), ("X-Forwarded-Proto", "ftp"));
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains(PublicSite.Base, text, StringComparison.Ordinal);
            Assert.DoesNotContain("jahat", text, StringComparison.Ordinal);
            Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        }
    }
}
