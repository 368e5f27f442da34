using System.Net;
using System.Text.Json;
using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.Testing;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.PublicFeed.Tests;

public sealed class SearchTests
{
    [Theory, BothStores]
    public async Task However_the_regency_is_spelt_the_same_items_are_found(StoreProvider provider)
    {
        await using var site = await PublicSite.Start(provider);
        await site.Newsroom.Publish(
            Items.Number(1).Titled("Bupati Limapuluh Kota panen raya"),
            Items.Number(2).Saying("Pemerintah Kabupaten Lima Puluh Kota membuka pasar murah."),
            Items.Number(3).Saying("Warga 50 Kota bergotong royong."),
            Items.Number(4).Saying("Lima ekor sapi dan puluhan kambing di kota lain, harga 150 kota."));
        await site.Catch();

        foreach (var spelling in (string[])["Limapuluh Kota", "lima puluh kota", "50 Kota", "50-kota", "LIMAPULUHKOTA", "limapuluh"])
            Assert.Equal(["0003", "0002", "0001"], await Found(site, "?q=" + Uri.EscapeDataString(spelling)));
        Assert.Equal(["0004", "0003", "0002", "0001"], await Found(site, "?q=kota"));
    }

    [Theory, BothStores]
    public async Task Words_are_found_whole_or_by_their_beginning_when_nothing_has_them_whole(StoreProvider provider)
    {
        await using var site = await PublicSite.Start(provider);
        await site.Newsroom.Publish(Items.Number(1).Titled("Panen jagung"), Items.Number(2).Titled("Panenan jagung melimpah"), Items.Number(3).Titled("Jagungnya manis"));
        await site.Catch();

        Assert.Equal(["0001"], await Found(site, "?q=panen"));
        Assert.Equal(["0002"], await Found(site, "?q=jagung%20panena"));
        Assert.Equal(["0002", "0001"], await Found(site, "?q=pane"));
        Assert.Equal([], await Found(site, "?q=pa"));
        Assert.Equal([], await Found(site, "?q=panena%20jagungn"));
        var page = await site.Json("/api/items?q=jagun&limit=2");
        Assert.Equal(["DISDIK-2026-0003", "DISDIK-2026-0002"], Numbers(page));
        Assert.Equal(["DISDIK-2026-0001"], Numbers(await site.Json(page.GetProperty("next_url").GetString()![PublicSite.Base.Length..])));
    }

    [Theory, BothStores]
    public async Task A_search_goes_on_page_by_page_and_joins_with_agency_category_and_dates(StoreProvider provider)
    {
        await using var site = await PublicSite.Start(provider);
        await site.Newsroom.Publish([.. Enumerable.Range(1, 9).Select(Items.Number), Items.Number(10).From("KEC-HARAU", "Kecamatan Harau").About("kesehatan", "Kesehatan")]);
        await site.Catch();

        var seen = new List<string>();
        for (var next = "/api/items?q=sekolah&limit=4"; next is not null;)
        {
            var page = await site.Json(next);
            seen.AddRange(Numbers(page));
            next = page.TryGetProperty("next_url", out var url) ? url.GetString()![PublicSite.Base.Length..] : null;
        }
        Assert.Equal(Enumerable.Range(1, 10).Reverse().Select(n => Items.Number(n).Number), seen);
        Assert.Equal(["0010"], await Found(site, "?q=sekolah&skpd=kec-harau"));
        Assert.Equal(["0010"], await Found(site, "?q=sekolah&kategori=kesehatan"));
        Assert.Equal(["0002", "0001"], await Found(site, "?q=sekolah&sampai=" + Uri.EscapeDataString("2026-01-05T04:30:00Z")));
        Assert.Equal(["0010", "0009"], await Found(site, "?q=sekolah&dari=" + Uri.EscapeDataString("2026-01-05T10:30:00Z")));
        Assert.Equal([], await Found(site, "?q=skpd_disdik"));
    }

    [Theory, BothStores]
    public async Task A_correction_is_found_by_its_new_words_and_a_retracted_item_by_none(StoreProvider provider)
    {
        await using var site = await PublicSite.Start(provider);
        await site.Newsroom.Publish(Items.Number(1), Items.Number(2));
        await site.Newsroom.Correct(Items.Number(1).Titled("Madrasah dibuka") with { ModifiedAt = Items.FirstDay.AddDays(1) });
        await site.Retract(Items.Number(2), Items.FirstDay.AddDays(1));

        Assert.Equal(["0001"], await Found(site, "?q=madrasah"));
        Assert.Equal([], await Found(site, "?q=ke%202"));
        Assert.Equal(["0001"], await Found(site, "?q=sekolah"));
    }

    [Theory, BothStores]
    public async Task Whatever_is_typed_is_a_search_and_never_an_error(StoreProvider provider)
    {
        await using var site = await PublicSite.Start(provider, ("Limits:SearchesPerMinute", "1000000"));
        await site.Newsroom.Publish([.. NaughtyStrings.All.Chunk(40).Select((strings, index) => Items.Number(index + 1).Saying(string.Join('\n', strings)))]);
        await site.Publish(Items.Number(1).Saying(new string('a', 50_000) + " ujung") with { Number = "DISDIK-2026-9999", Id = Guid.NewGuid() });

        foreach (var typed in NaughtyStrings.All.Append("\" OR 1 NEAR(a b) - ^ * : AND NOT ' & | ! <-> (").Append("a' | 'b"))
        {
            using var response = await site.Get("/api/items?q=" + Uri.EscapeDataString(typed[..Math.Min(typed.Length, 150)]));
            Assert.True(response.StatusCode == HttpStatusCode.OK, typed);
        }
        Assert.Equal(["9999"], await Found(site, "?q=" + new string('a', 200)));
    }

    [Fact]
    public void A_text_holds_each_word_once_and_none_without_end()
    {
        Assert.Equal("kafe di lima puluh kota", SearchText.Of("Kafé di “Limapuluh Kota”, kafe!"));
        Assert.Equal(new string('x', 60), SearchText.Of(new string('x', 300)));
        Assert.Equal([new string('x', 60)], SearchText.Words(new string('x', 199)));
    }

    private static async Task<IEnumerable<string>> Found(PublicSite site, string query) => Numbers(await site.Json("/api/items" + query)).Select(number => number[^4..]);

    private static IEnumerable<string> Numbers(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetString()!);
}
