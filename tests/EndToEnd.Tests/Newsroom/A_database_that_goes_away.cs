using System.Net;
using System.Text.Json;
using KominfoBot.EndToEnd.Tests.Hosting;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>A process that serves the feeds goes on with the last state while its database is out of reach, and says so.</summary>
public sealed class A_database_that_goes_away : IDisposable
{
    private static readonly DateTimeOffset now = ManualClock.WednesdayMorning;

    private static readonly PublishedItem item = new(Guid.Parse("00000002-0007-0007-0102-030405060708"), "DISDIK-2026-0042", "sekolah-baru", "DISDIK", "Dinas Pendidikan", "pendidikan", "Pendidikan", 1, PublicationStatus.Published,
        "Sekolah baru di Harau", StyledText.Plain("Bupati meresmikan sekolah baru."), [], now, now, []);

    private readonly TemporaryDirectory directory = new();
    private readonly HttpClient http = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaves_the_feeds_as_they_were_and_the_health_page_says_so()
    {
        BotProcess serve;
        Uri address;
        byte[] before;
        await using (var server = await PostgresServer.Start())
        {
            var database = await server.CreateMigratedDatabase();
            await using (var store = new PostgresNewsroomStore(database.ConnectionString, new Signals()))
                await store.Write(db =>
                {
                    db.Publications.Add(Publisher.Row(item, now.UtcTicks, 1));
                    db.PublicationChanges.Add(new() { Sequence = 1, At = now, Number = item.Number, Status = item.Status });
                    return Task.CompletedTask;
                }, Cancel);
            (serve, address) = await BotProcess.Serve(directory.Path, [], ("Roles", "Feed"), ("Telegram__BotToken", StubBotApi.Token), ("Telegram__BaseUrl", "http://127.0.0.1:9"),
                ("Feed__BaseUrl", "https://berita.example.go.id"), ("Store__Provider", "Postgres"), ("Store__ConnectionString", database.ConnectionString));
            await Until(address, HttpStatusCode.OK, "ok");
            before = await http.GetByteArrayAsync(new Uri(address, "/feed.json"), Cancel);
        }
        await using var running = serve;
        await Until(address, HttpStatusCode.ServiceUnavailable, "degraded");
        var during = await http.GetByteArrayAsync(new Uri(address, "/feed.json"), Cancel);
        using var page = await http.GetAsync(new Uri(address, "/berita/DISDIK-2026-0042/sekolah-baru"), Cancel);
        using var search = await http.GetAsync(new Uri(address, "/api/items?q=sekolah"), Cancel);
        using var alive = await http.GetAsync(new Uri(address, "/healthz"), Cancel);

        Assert.Contains("DISDIK-2026-0042", System.Text.Encoding.UTF8.GetString(before), StringComparison.Ordinal);
        Assert.Equal(before, during);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, search.StatusCode);
        Assert.NotNull(search.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    public void Dispose()
    {
        http.Dispose();
        directory.Dispose();
    }

    /// <summary>Until <c>/readyz</c> answers with this status, and says this of the feed.</summary>
    private async Task Until(Uri address, HttpStatusCode status, string feed)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var answer = await http.GetAsync(new Uri(address, "/readyz"), patience.Token);
            var said = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(patience.Token)).RootElement.GetProperty("checks").GetProperty("feed").GetProperty("status").GetString();
            if (answer.StatusCode == status && said == feed) return;
            await Task.Delay(50, patience.Token);
        }
    }
}
