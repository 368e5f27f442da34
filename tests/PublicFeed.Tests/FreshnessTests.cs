using System.Diagnostics;
using System.Net;
using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.PublicFeed.Tests;

public sealed class FreshnessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task A_publication_is_seen_by_its_signal_alone(StoreProvider provider)
    {
        // Without the signal it would be seen in an hour.
        await using var site = await PublicSite.Start(provider, ("Feed:Heartbeat", "01:00:00"));
        for (var n = 1; n <= 5; n++)
        {
            await site.Newsroom.Publish(Items.Number(n));
            await Until(async () => (await site.Reader.GetStringAsync("/rss.xml", Cancel)).Contains(Items.Number(n).Number, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_another_process_publishes_is_seen_without_a_signal()
    {
        await using var site = await PublicSite.Start(StoreProvider.Sqlite, store => new SeenStore(store, new Signals()));
        await site.Publish(Items.Number(1));

        Assert.Equal(1, (await site.Json("/feed.json")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task While_the_store_is_away_the_last_state_is_served_and_the_health_says_so()
    {
        SeenStore? store = null;
        await using var site = await PublicSite.Start(StoreProvider.Sqlite, inner => store = new(inner, inner.Signals));
        await site.Publish(Items.Number(1));
        await site.Bytes("/feed.json?skpd=DISDIK");
        await site.Bytes("/berita/DISDIK-2026-0001/sekolah-ke-1-diresmikan");
        var before = await site.Bytes("/rss.xml");
        store!.Away = true;
        await site.Newsroom.Publish(Items.Number(2));
        await Until(() => !site.Health.Now.Fresh);

        Assert.Equal(before, await site.Bytes("/rss.xml"));
        await site.Bytes("/feed.json?skpd=DISDIK");
        await site.Bytes("/berita/DISDIK-2026-0001/sekolah-ke-1-diresmikan");
        using var unseen = await site.Get("/feed.json?kategori=pendidikan");
        await Problems.Expect(unseen, HttpStatusCode.ServiceUnavailable);
        Assert.NotNull(unseen.Headers.RetryAfter);
        Assert.True(site.Health.Now.Serving);
        Assert.NotNull(site.Health.Now.FailingSince);
        Assert.Equal("Penyimpanan sedang pergi.", site.Health.Now.LastError);

        store.Away = false;
        await site.Catch();
        Assert.True(site.Health.Now.Fresh);
        Assert.Equal(2, (await site.Json("/feed.json")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_start_without_a_store_answers_503_until_it_comes()
    {
        SeenStore? store = null;
        await using var site = await PublicSite.Start(StoreProvider.Sqlite, inner => store = new(inner, inner.Signals) { Away = true });
        using var early = await site.Get("/rss.xml");
        Assert.False(site.Health.Now.Serving);
        store!.Away = false;
        await Until(() => site.Health.Now.Serving);

        await Problems.Expect(early, HttpStatusCode.ServiceUnavailable);
        await site.Bytes("/rss.xml");
    }

    [Fact]
    public async Task Hot_documents_and_the_newest_items_need_no_store()
    {
        SeenStore? store = null;
        await using var site = await PublicSite.Start(StoreProvider.Sqlite, inner => store = new(inner, inner.Signals));
        await site.Publish(Items.Number(1));
        store!.Away = true;

        foreach (var path in (string[])["/rss.xml", "/atom.xml", "/feed.json", "/rss.xml?utm_source=x", "/feed.json?page=1", "/berita/DISDIK-2026-0001/sekolah-ke-1-diresmikan", "/api/items/DISDIK-2026-0001", "/api/skpd"])
            await site.Bytes(path);
    }

    [Fact]
    public async Task What_was_kept_before_a_change_is_not_served_after_it()
    {
        await using var site = await PublicSite.Start();
        await site.Publish(Items.Number(1));
        string[] paths = ["/feed.json?skpd=DISDIK", "/api/items", "/api/items/DISDIK-2026-0001", "/berita", "/berita/DISDIK-2026-0001/sekolah-ke-1-diresmikan", "/sitemap-news.xml"];
        var before = new List<byte[]>();
        foreach (var path in paths) before.Add(await site.Bytes(path));
        await site.Newsroom.Correct(Items.Number(1).Titled("Judul yang sudah dibetulkan") with { ModifiedAt = Items.FirstDay.AddDays(1) });
        await site.Catch();

        for (var i = 0; i < paths.Length; i++) Assert.NotEqual(before[i], await site.Bytes(paths[i]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_hundred_slow_readers_do_not_slow_the_others(bool onSocketThreads)
    {
        await using var site = await PublicSite.Start(("Feed:AnswersOnSocketThreads", onSocketThreads.ToString()));
        await site.Newsroom.Publish([.. Enumerable.Range(1, 30).Select(n => Items.Number(n).Saying(string.Concat(Enumerable.Repeat("Kalimat yang cukup panjang untuk mengisi halaman. ", 400))))]);
        await site.Catch();
        var slow = new List<System.Net.Sockets.TcpClient>();
        try
        {
            for (var n = 0; n < 200; n++)
            {
                var client = new System.Net.Sockets.TcpClient { ReceiveBufferSize = 1_024 };
                await client.ConnectAsync(IPAddress.Loopback, site.Port, Cancel);
                await client.GetStream().WriteAsync("GET /feed.json HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(), Cancel);
                slow.Add(client);
            }
            for (var n = 0; n < 20; n++) await site.Bytes("/rss.xml");

            // Nobody was turned away for it, and no thread is held for one who does not read.
            Assert.All(slow, client => Assert.True(client.Connected && client.Available > 0));
            Assert.InRange(ThreadPool.ThreadCount, 1, 100);
        }
        finally
        {
            slow.ForEach(client => client.Dispose());
        }
    }

    private static Task Until(Func<bool> happened) => Until(() => Task.FromResult(happened()));

    private static async Task Until(Func<Task<bool>> happened)
    {
        var since = Stopwatch.StartNew();
        while (!await happened())
        {
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(10), "Tidak juga terjadi.");
            await Task.Delay(5, Cancel);
        }
    }
}
