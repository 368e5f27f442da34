using System.Net;
using System.Text.Json;
using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.PublicFeed.Tests;

public sealed class ChangesApiTests
{
    [Theory, BothStores]
    public async Task Whoever_follows_next_sees_every_change_once_and_in_order(StoreProvider provider)
    {
        await using var site = await PublicSite.Start(provider);
        var seen = new List<string>();
        var next = "/api/changes";
        for (var n = 1; n <= 250; n++)
        {
            await site.Newsroom.Publish(Items.Number(n));
            if (n is not (3 or 120 or 121 or 250)) continue;
            JsonElement page;
            do
            {
                page = await site.Json(next);
                seen.AddRange(page.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("number").GetString()!));
                next = $"/api/changes?since={page.GetProperty("next").GetString()}";
            }
            while (page.GetProperty("changes").GetArrayLength() > 0);
        }

        Assert.Equal(Enumerable.Range(1, 250).Select(n => $"DISDIK-2026-{n:D4}"), seen);
    }

    [Theory, BothStores]
    public async Task An_instant_finds_what_came_at_or_after_it_and_from_there_all_that_was_committed(StoreProvider provider)
    {
        await using var site = await PublicSite.Start(provider);
        await site.Newsroom.Publish(Items.Number(1));
        await site.Newsroom.Publish(Items.Number(2));
        // The clock stepped back: committed later, dated earlier.
        await site.Newsroom.Publish(Items.Number(3) with { PublishedAt = Items.FirstDay });

        Assert.Equal(["0002", "0003"], await Since("2026-01-05T03:30:00Z"));
        Assert.Equal(["0002", "0003"], await Since("2026-01-05T10:30:00+07:00"));
        Assert.Equal(["0001", "0002", "0003"], await Since("2020-01-01T00:00:00Z"));
        Assert.Equal([], await Since("2026-02-01T00:00:00Z"));

        async Task<IEnumerable<string>> Since(string instant)
            => (await site.Json("/api/changes?since=" + instant)).GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("number").GetString()![^4..]);
    }

    [Fact]
    public async Task Publication_correction_and_retraction_are_told_with_the_permanent_link()
    {
        await using var site = await PublicSite.Start();
        var item = await site.Publish(Items.Number(1));
        var corrected = await site.Correct(item, "Ralat.", Items.FirstDay.AddDays(1));
        await site.Retract(corrected, Items.FirstDay.AddDays(2));

        var changes = (await site.Json("/api/changes")).GetProperty("changes").EnumerateArray().ToList();

        Assert.Equal(["published", "corrected", "retracted"], changes.Select(change => change.GetProperty("status").GetString()));
        Assert.All(changes, change => Assert.Equal($"{PublicSite.Base}/berita/DISDIK-2026-0001/sekolah-ke-1-diresmikan", change.GetProperty("url").GetString()));
        Assert.Equal(Items.FirstDay.AddDays(2), changes[2].GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task After_an_instant_without_changes_next_misses_nothing_that_follows()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1));
        var quiet = await site.Json("/api/changes?since=2027-01-01T00:00:00Z");
        await site.Publish(Items.Number(2));

        var then = await site.Json($"/api/changes?since={quiet.GetProperty("next").GetString()}");

        Assert.Equal("DISDIK-2026-0002", Assert.Single(then.GetProperty("changes").EnumerateArray()).GetProperty("number").GetString());
    }

    [Theory]
    [InlineData("kemarin", HttpStatusCode.BadRequest)]
    [InlineData("2026-01-05", HttpStatusCode.BadRequest)]
    [InlineData("c-1", HttpStatusCode.BadRequest)]
    [InlineData("c999", HttpStatusCode.Gone)]
    public async Task A_since_that_is_not_ours_is_refused_in_one_sentence(string since, HttpStatusCode status)
    {
        await using var site = await PublicSite.Start();
        using var response = await site.Get("/api/changes?since=" + since);
        await Problems.Expect(response, status);
    }
}
