using System.Net;
using System.Text.Json;
using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.PublicFeed.Tests;

public sealed class ItemsApiTests
{
    [Theory, BothStores]
    public async Task A_list_walked_by_its_cursor_shows_each_item_once_whatever_is_published_or_retracted_meanwhile(StoreProvider provider)
    {
        await using var site = await PublicSite.Start(provider);
        // Several share one instant: the number decides among them.
        await site.Newsroom.Publish([.. Enumerable.Range(1, 25).Select(n => Items.Number(n) with { PublishedAt = Items.FirstDay.AddHours(n / 5) })]);
        await site.Catch();

        var seen = new List<string>();
        var next = "/api/items?limit=4";
        while (next is not null)
        {
            var page = await site.Json(next);
            seen.AddRange(Numbers(page));
            next = page.TryGetProperty("next_url", out var url) ? url.GetString()![PublicSite.Base.Length..] : null;
            if (seen.Count == 8)
            {
                await site.Publish(Items.Number(900));
                await site.Retract(Items.Number(25) with { PublishedAt = Items.FirstDay.AddHours(5) }, Items.FirstDay.AddDays(50));
            }
        }

        Assert.Equal(25, seen.Count);
        Assert.Equal(seen.Distinct(), seen);
        Assert.DoesNotContain("DISDIK-2026-0900", seen);
    }

    [Theory, BothStores]
    public async Task Ten_thousand_items_stay_in_reach(StoreProvider provider)
    {
        await using var site = await PublicSite.Start(provider);
        for (var from = 0; from < 10_000; from += 2_000)
            await site.Newsroom.Publish([.. Enumerable.Range(from + 1, 2_000).Select(Items.Number)]);
        await site.Catch();

        Assert.Equal(30, (await site.Xml("/rss.xml")).Descendants("item").Count());
        Assert.Equal("DISDIK-2026-10000", (await site.Json("/feed.json")).GetProperty("items")[0].GetProperty("_kominfo").GetProperty("number").GetString());
        Assert.Equal(10, (await site.Xml("/rss.xml?page=334")).Descendants("item").Count());
        var hundredth = (await site.Json("/feed.json?page=100")).GetProperty("items");
        Assert.Equal(("DISDIK-2026-7030", "DISDIK-2026-7001"), (hundredth[0].GetProperty("_kominfo").GetProperty("number").GetString(), hundredth[29].GetProperty("_kominfo").GetProperty("number").GetString()));
        using var behind = await site.Get("/rss.xml?page=335");
        Assert.Equal(HttpStatusCode.NotFound, behind.StatusCode);
        Assert.Equal(10, (await site.Xml("/sitemap.xml")).Root!.Elements().Count());
        Assert.Equal(["DISDIK-2026-7777"], Numbers(await site.Json("/api/items?q=sekolah%20ke%207777")));
        var seen = new HashSet<string>();
        for (var next = "/api/items?limit=100"; next is not null;)
        {
            var page = await site.Json(next);
            seen.UnionWith(Numbers(page));
            next = page.TryGetProperty("next", out var cursor) ? $"/api/items?limit=100&cursor={cursor.GetString()}" : null;
        }
        Assert.Equal(10_000, seen.Count);
    }

    [Theory, BothStores]
    public async Task Filters_narrow_by_agency_category_dates_and_words_and_join(StoreProvider provider)
    {
        await using var site = await PublicSite.Start(provider);
        await site.Newsroom.Publish(
            // 23:30 on 5 January in Jakarta
            Items.Number(1) with { PublishedAt = new(2026, 1, 5, 16, 30, 0, TimeSpan.Zero) },
            // 00:30 on 6 January in Jakarta
            (Items.Number(2) with { PublishedAt = new(2026, 1, 5, 17, 30, 0, TimeSpan.Zero) }).From("DINKES", "Dinas Kesehatan"),
            (Items.Number(3) with { PublishedAt = new(2026, 1, 7, 2, 0, 0, TimeSpan.Zero) }).About("kesehatan", "Kesehatan").Titled("Imunisasi di Kafé Safaruddin"));
        await site.Catch();

        Assert.Equal(["0003", "0002", "0001"], await Found(""));
        Assert.Equal(["0002"], await Found("?skpd=dinkes"));
        Assert.Equal(["0003"], await Found("?kategori=kesehatan"));
        Assert.Equal(["0001"], await Found("?sampai=2026-01-05"));
        Assert.Equal(["0003", "0002"], await Found("?dari=2026-01-06"));
        Assert.Equal(["0002"], await Found("?dari=2026-01-06&sampai=2026-01-06"));
        Assert.Equal(["0003"], await Found("?dari=2026-01-07T09:00:00%2B07:00"));
        Assert.Equal(["0003"], await Found("?dari=2026-01-07T09:00:00+07:00"));
        Assert.Equal([], await Found("?dari=2026-01-07T02:00:01Z"));
        Assert.Equal(["0003"], await Found("?q=IMUNISASI%20kafe"));
        Assert.Equal([], await Found("?q=imunisasi&skpd=DINKES"));
        Assert.Equal([], await Found("?q=%25"));
        Assert.Equal([], await Found("?q=!!!"));

        async Task<IEnumerable<string>> Found(string query) => Numbers(await site.Json("/api/items" + query)).Select(number => number[^4..]);
    }

    [Theory]
    [InlineData("?dari=kemarin")]
    [InlineData("?sampai=2026-13-01")]
    [InlineData("?dari=2026-01-07T09:00:00")]
    [InlineData("?dari=2026-02-01&sampai=2026-01-01")]
    [InlineData("?limit=0")]
    [InlineData("?limit=101")]
    [InlineData("?limit=semua")]
    [InlineData("?cursor=palsu!")]
    [InlineData("?cursor=AAAA")]
    public async Task What_cannot_be_read_is_refused_in_one_Indonesian_sentence(string query)
    {
        await using var site = await PublicSite.Start();
        using var response = await site.Get("/api/items" + query);
        Assert.Contains("Parameter", await Problems.Expect(response, HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_is_too_long_is_refused_with_its_length_and_the_limit()
    {
        await using var site = await PublicSite.Start();
        using var response = await site.Get("/api/items?q=" + new string('a', 201));
        Assert.Equal("Parameter q terlalu panjang (201 karakter, batas 200).", await Problems.Expect(response, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task An_item_is_found_by_its_number_and_one_that_was_retracted_says_why()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1));
        await site.Retract(await site.Publish(Items.Number(2)), Items.FirstDay.AddDays(1), "Memuat data pribadi.");

        var item = await site.Json("/api/items/DISDIK-2026-0001");
        using var gone = await site.Get("/api/items/DISDIK-2026-0002");
        using var unknown = await site.Get("/api/items/DISDIK-2026-0003");

        Assert.Equal("number", item.EnumerateObject().First().Name);
        Assert.Equal((await site.Json("/feed.json")).GetProperty("items")[0].GetRawText(), item.GetRawText().Replace("\"number\":\"DISDIK-2026-0001\",", "", StringComparison.Ordinal).Replace("\"_kominfo\":{", "\"_kominfo\":{\"number\":\"DISDIK-2026-0001\",", StringComparison.Ordinal));
        Assert.Equal("Berita DISDIK-2026-0002 dicabut pada 6 Januari 2026. Alasan: Memuat data pribadi.", await Problems.Expect(gone, HttpStatusCode.Gone));
        await Problems.Expect(unknown, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Searching_too_often_is_429_with_a_time_to_wait_and_nothing_else_is_limited()
    {
        await using var site = await PublicSite.Start(("Limits:SearchesPerMinute", "3"));
        await site.Publish(Items.Number(1));
        for (var n = 0; n < 3; n++) await site.Json("/api/items?q=sekolah");

        using var refused = await site.Get("/api/items?q=sekolah");
        using var refusedPage = await site.Get("/berita?q=sekolah");

        await Problems.Expect(refused, HttpStatusCode.TooManyRequests);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.TooManyRequests, refusedPage.StatusCode);
        for (var n = 0; n < 50; n++) await site.Json("/api/items");
        await site.Bytes("/rss.xml");
    }

    [Theory]
    [InlineData(null, HttpStatusCode.TooManyRequests)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("10.0.0.0/8", HttpStatusCode.TooManyRequests)]
    public async Task A_forwarded_address_counts_only_from_a_trusted_proxy(string? trusted, HttpStatusCode second)
    {
        await using var site = await PublicSite.Start([("Limits:SearchesPerMinute", "1"), .. trusted is null ? [] : new[] { ("Feed:TrustedProxies:0", trusted) }]);
        using var one = await site.Get("/api/items?q=a", ("X-Forwarded-For", "203.0.113.1"));
        using var two = await site.Get("/api/items?q=a", ("X-Forwarded-For", "203.0.113.2"));
        using var again = await site.Get("/api/items?q=a", ("X-Forwarded-For", "203.0.113.2"));

        Assert.Equal(HttpStatusCode.OK, one.StatusCode);
        Assert.Equal(second, two.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
    }

    [Fact]
    public async Task The_registry_names_agencies_categories_and_their_feeds()
    {
        await using var site = await PublicSite.Start();
        var registry = await site.Json("/api/skpd");
        var disdik = registry.GetProperty("skpd").EnumerateArray().Single(skpd => skpd.GetProperty("code").GetString() == "DISDIK");

        Assert.Equal("Dra. Contoh", disdik.GetProperty("head").GetString());
        Assert.Equal($"{PublicSite.Base}/rss.xml?skpd=DISDIK", disdik.GetProperty("rss_url").GetString());
        Assert.False(disdik.TryGetProperty("phone", out _));
        Assert.Equal(["pendidikan", "kesehatan"], registry.GetProperty("categories").EnumerateArray().Select(category => category.GetProperty("code").GetString()));
    }

    private static IEnumerable<string> Numbers(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetString()!);
}
