using System.Net;
using System.Text;
using System.Text.Json;
using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.Workflow.News;

namespace KominfoBot.PublicFeed.Tests;

public sealed class PageTests
{
    private const string First = "/berita/DISDIK-2026-0001/sekolah-ke-1-diresmikan";

    [Fact]
    public async Task An_item_has_a_page_in_Indonesian_with_its_text_photos_and_feeds()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1).Showing(Items.Photo(), Items.Photo(Items.Second, null)));

        var page = await site.Html(First);

        Assert.Equal("id", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Sekolah ke-1 di Harau diresmikan Bupati", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Sekolah ke-1 di Harau diresmikan Bupati – Berita Diskominfo Lima Puluh Kota", page.Title);
        Assert.Equal(2, page.QuerySelectorAll(".body p").Length);
        Assert.Contains("Senin, 5 Januari 2026 pukul 09.30 WIB", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(PublicSite.Base + First, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(["application/rss+xml", "application/atom+xml", "application/feed+json"], page.QuerySelectorAll("link[rel=alternate]").Select(link => link.GetAttribute("type")));
        Assert.All(page.QuerySelectorAll("figure img"), photo =>
        {
            Assert.Equal("1600", photo.GetAttribute("width"));
            Assert.Equal("1067", photo.GetAttribute("height"));
            Assert.False(string.IsNullOrWhiteSpace(photo.GetAttribute("alt")));
            Assert.Contains("-medium.jpg 800w", photo.GetAttribute("srcset"), StringComparison.Ordinal);
        });
        Assert.Equal("Foto berita: Sekolah ke-1 di Harau diresmikan Bupati", page.QuerySelectorAll("figure img")[1].GetAttribute("alt"));
    }

    [Fact]
    public async Task A_page_tells_social_media_and_search_engines_what_it_is()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1).Showing(Items.Photo()));
        await site.Correct(Items.Number(1).Showing(Items.Photo()), "Nama sekolah diperbaiki.", Items.FirstDay.AddDays(1));

        var page = await site.Html(First);
        var article = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;

        Assert.Equal("article", Meta("og:type"));
        Assert.Equal($"{PublicSite.Base}/media/{Items.Lead}-card.jpg", Meta("og:image"));
        Assert.Equal("1200", Meta("og:image:width"));
        Assert.Equal("id_ID", Meta("og:locale"));
        Assert.Equal(PublicSite.Base + First, Meta("og:url"));
        Assert.Equal("NewsArticle", article.GetProperty("@type").GetString());
        Assert.Equal("2026-01-05T02:30:00Z", article.GetProperty("datePublished").GetString());
        Assert.Equal("2026-01-06T01:30:00Z", article.GetProperty("dateModified").GetString());
        Assert.Equal("Nama sekolah diperbaiki.", article.GetProperty("correction")[0].GetProperty("text").GetString());

        string? Meta(string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");
    }

    [Fact]
    public async Task A_correction_is_shown_as_Ralat()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1));
        await site.Correct(Items.Number(1), "Nama sekolah diperbaiki.", Items.FirstDay.AddDays(1));

        var note = (await site.Html(First)).QuerySelector("section.note")!;

        Assert.Equal("Ralat", note.QuerySelector("h2")!.TextContent);
        Assert.Equal("6 Januari 2026: Nama sekolah diperbaiki.", note.QuerySelector("p")!.TextContent);
    }

    [Fact]
    public async Task No_script_runs_and_the_style_is_allowed_by_its_hash_only()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1));

        using var response = await site.Get(First);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var style = (await site.Html(First)).QuerySelector("style")!.TextContent;

        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src 'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", policy, StringComparison.Ordinal);
        Assert.Empty((await site.Html(First)).QuerySelectorAll("[style],[onclick],script:not([type='application/ld+json'])"));
    }

    [Theory]
    [InlineData("/berita/DISDIK-2026-0001/slug-lama")]
    [InlineData("/berita/DISDIK-2026-0001")]
    [InlineData("/berita/disdik-2026-0001/sekolah-ke-1-diresmikan")]
    public async Task Another_spelling_of_the_address_leads_to_the_permanent_link(string path)
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1));

        using var response = await site.Get(path);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(PublicSite.Base + First, response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_retracted_item_answers_410_with_the_public_reason_and_without_its_title()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1));
        await site.Bytes(First);
        await site.Retract(Items.Number(1), Items.FirstDay.AddDays(1), "Memuat data <pribadi>.");

        using var response = await site.Get(First);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Contains("Alasan: Memuat data &lt;pribadi&gt;.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("diresmikan", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_item_is_a_page_that_says_so()
    {
        await using var site = await PublicSite.Start();
        using var response = await site.Get("/berita/DISDIK-2026-0001/x");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_list_shows_the_newest_first_and_leads_to_older_ones()
    {
        await using var site = await PublicSite.Start();
        await site.Newsroom.Publish([.. Enumerable.Range(1, 30).Select(Items.Number)]);
        await site.Catch();

        var first = await site.Html("/berita");
        var second = await site.Html("/berita?page=2");

        Assert.Equal(24, first.QuerySelectorAll(".list > li").Length);
        Assert.Equal("Sekolah ke-30 di Harau diresmikan Bupati", first.QuerySelector(".list h2")!.TextContent);
        Assert.Equal($"{PublicSite.Base}/berita?page=2", first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(6, second.QuerySelectorAll(".list > li").Length);
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Equal($"{PublicSite.Base}/berita", second.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_archive_is_narrowed_by_agency_category_month_and_words()
    {
        await using var site = await PublicSite.Start();
        await site.Newsroom.Publish(
            Items.Number(1),
            Items.Number(2).From("DINKES", "Dinas Kesehatan").About("kesehatan", "Kesehatan"),
            // 1 March in Jakarta
            (Items.Number(3) with { PublishedAt = new(2026, 2, 28, 18, 0, 0, TimeSpan.Zero) }).Titled("Imunisasi massal <di> Harau"));
        await site.Catch();

        Assert.Equal(["Sekolah ke-2 di Harau diresmikan Bupati"], await Titles("?skpd=DINKES"));
        Assert.Equal(["Sekolah ke-2 di Harau diresmikan Bupati"], await Titles("?kategori=kesehatan&q=&bulan="));
        Assert.Equal(["Imunisasi massal <di> Harau"], await Titles("?bulan=2026-03"));
        Assert.Equal([], await Titles("?bulan=2026-02"));
        Assert.Equal(["Imunisasi massal <di> Harau"], await Titles("?q=imunisasi%20massal"));
        Assert.Equal(["", "2026-03", "2026-02", "2026-01"], (await site.Html("/berita")).QuerySelectorAll("select[name=bulan] option").Select(option => option.GetAttribute("value")));
        Assert.Equal("\"><script>", (await site.Html("/berita?q=%22%3E%3Cscript%3E")).QuerySelector("input[name=q]")!.GetAttribute("value"));
        using var bad = await site.Get("/berita?bulan=maret");
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);

        async Task<IEnumerable<string>> Titles(string query) => (await site.Html("/berita" + query)).QuerySelectorAll(".list h2").Select(title => title.TextContent);
    }

    [Fact]
    public async Task Pages_stay_under_fifty_kilobytes_before_photos()
    {
        await using var site = await PublicSite.Start();
        await site.Newsroom.Publish([.. Enumerable.Range(1, 40).Select(n => Items.Number(n)
            .Titled(new string('J', 160)).Saying(string.Concat(Enumerable.Repeat("Kalimat biasa dengan tujuh kata saja di sini. ", 385))).Showing(Items.Photo(), Items.Photo(Items.Second)))]);
        await site.Catch();

        Assert.InRange((await site.Bytes("/berita")).Length, 1, 50 * 1024);
        Assert.InRange((await site.Bytes(First)).Length, 1, 50 * 1024);
    }

    [Fact]
    public async Task Headings_labels_and_landmarks_are_there_for_screen_readers()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1).Saying("Isi", new Mark(0, 3, MarkKind.Bold)).Showing(Items.Photo()));

        foreach (var path in (string[])["/berita", First])
        {
            var page = await site.Html(path);
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Single(page.QuerySelectorAll("main#isi"));
            Assert.Equal("#isi", page.QuerySelector("a.skip")!.GetAttribute("href"));
            Assert.All(page.QuerySelectorAll("img"), image => Assert.NotNull(image.GetAttribute("alt")));
            Assert.All(page.QuerySelectorAll("input,select"), field => Assert.NotNull(field.Closest("label") ?? page.QuerySelector($"label[for='{field.Id}']")));
            Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
        }
    }
}
