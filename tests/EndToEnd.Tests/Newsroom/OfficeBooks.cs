using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>What is found in the books: the store (only ever read), the feeds, the chats, the logs.</summary>
internal sealed partial class Office
{
    private static readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };

    public async Task<HttpResponseMessage> Get(string path) => await http.GetAsync(new Uri(Address, path), Stop);

    public Task<string> Read(string path) => http.GetStringAsync(new Uri(Address, path), Stop);

    /// <summary>Rows of the first column, as text.</summary>
    public async Task<IReadOnlyList<string>> Query(string sql)
    {
        await using DbConnection connection = database is null
            ? new SqliteConnection($"Data Source={Path.Combine(Data, "kominfo.db")};Mode=ReadOnly;Pooling=False")
            : new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of the tests
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Stop);
        List<string> rows = [];
        while (await reader.ReadAsync(Stop)) rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        return rows;
    }

    public async Task<int> Count(string table, string where = "1 = 1")
        => int.Parse((await Query($"""SELECT COUNT(*) FROM "{table}" WHERE {where}""")).Single(), CultureInfo.InvariantCulture);

    /// <summary>What the audit chain says was done, in order.</summary>
    public Task<IReadOnlyList<string>> Acts() => Query("""SELECT "Act" FROM "AuditEvents" ORDER BY "Sequence" """);

    /// <summary>Waits until every update is handled and everything that was said has been sent.</summary>
    public async Task Rests()
    {
        await Telegram.UntilDrainedAsync(Patience, Stop);
        await Until(async () => await Count("Received", "\"State\" = 0") + await Count("ToSend", "\"State\" = 0") == 0, "updates or messages still wait");
    }

    /// <summary>Where everything stands, for a failure's message.</summary>
    public async Task<string> State()
        => string.Join('\n', [
            $"{Kills} kills, {Expired} presses expired, acts: {string.Join(", ", (await Acts()).CountBy(act => act).Select(act => $"{act.Key} {act.Value}"))}",
            $"waiting: {await Count("Received", "\"State\" = 0")} received, {await Count("ToSend", "\"State\" = 0")} to send, {Telegram.PendingUpdates} at the server",
            .. (await Query("""SELECT "ChatId" || ' ' || "Sequence" || ' ' || "Attempts" || ' ' || COALESCE("LastError", '') || ' ' || "Payload" FROM "ToSend" WHERE "State" = 0 ORDER BY "Sequence" LIMIT 5""")).Select(row => row[..Math.Min(row.Length, 300)]),
            "the bot said last:", .. Bot.Everything.Split('\n').TakeLast(15)]);

    /// <summary>Asks again and again; for what no event tells, the store and the pages of another process.</summary>
    public static async Task Until(Func<Task<bool>> holds, string otherwise, TimeSpan? patience = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(patience ?? Patience);
        while (!await holds())
        {
            await Task.Delay(50, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Assert.False(limit.IsCancellationRequested, otherwise);
        }
    }

    /// <summary>What must hold of any office at any rest: the chain, the file, no refused message, no strange request, no token in a log.</summary>
    public async Task IsInOrder(int acts)
    {
        var audit = await Command("verify-audit");
        Assert.True(audit.Code == 0, audit.Everything);
        if (database is null) Assert.Equal("ok", (await Query("PRAGMA integrity_check")).Single());
        Assert.Equal(acts, await Count("PublicationChanges"));
        Assert.Equal(0, await Count("Received", "\"State\" = 2"));
        // What was acknowledged to the server was written down before.
        var received = (await Query("""SELECT "UpdateId" FROM "Received" """)).ToHashSet();
        Assert.DoesNotContain(Telegram.ConfirmedUpdates, id => !received.Contains(id.ToString(CultureInfo.InvariantCulture)));
        Assert.Empty(await Query("""SELECT "LastError" FROM "ToSend" WHERE "State" = 3"""));
        Assert.Empty(Telegram.Findings);
        NoLogHoldsTheToken();
    }

    /// <summary>In no line of any process so far, nor its secret half alone.</summary>
    public void NoLogHoldsTheToken()
    {
        foreach (var process in processes) Assert.DoesNotContain(Hosting.StubBotApi.Token.Split(':')[1], process.Everything, StringComparison.Ordinal);
    }

    /// <summary>The item stands in all feeds, the list and its page, and its photos are served.</summary>
    public async Task ShowsPublished(Sample sample, int photos)
    {
        await Until(async () => (await Read("/feed.json")).Contains(sample.Title, StringComparison.Ordinal), "the item is not in /feed.json");
        Assert.Contains(sample.Title, await Read("/rss.xml"), StringComparison.Ordinal);
        Assert.Contains(sample.Title, await Read("/atom.xml"), StringComparison.Ordinal);
        using var items = JsonDocument.Parse(await Read("/api/items"));
        Assert.Contains(sample.Title, items.RootElement.GetRawText(), StringComparison.Ordinal);
        using var feed = JsonDocument.Parse(await Read("/feed.json"));
        var item = Assert.Single(feed.RootElement.GetProperty("items").EnumerateArray(), each => each.GetProperty("title").GetString() == sample.Title);
        Assert.Contains("mudah dipinjam", item.GetProperty("content_text").GetString(), StringComparison.Ordinal);
        using var page = await Get(new Uri(item.GetProperty("url").GetString()!).AbsolutePath);
        Assert.True(page.IsSuccessStatusCode, $"{page.StatusCode} for {page.RequestMessage!.RequestUri}");
        Assert.Contains(sample.Title, await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(photos, item.GetProperty("attachments").GetArrayLength());
        foreach (var attachment in item.GetProperty("attachments").EnumerateArray())
        {
            using var photo = await Get(new Uri(attachment.GetProperty("url").GetString()!).AbsolutePath);
            Assert.Equal("image/jpeg", photo.Content.Headers.ContentType?.MediaType);
            Assert.Equal([0xFF, 0xD8], (await photo.Content.ReadAsByteArrayAsync(Stop))[..2]);
        }
    }

    /// <summary>New messages that reached a chat more than once: same chat, same words, same buttons.</summary>
    public IReadOnlyList<string> SaidTwice()
        => [.. Telegram.Calls.Where(call => call is { Outcome: "ok", Method: "sendMessage" or "sendPhoto" or "sendMediaGroup" })
            .GroupBy(call => (call.Method, call.ChatId, call.ParametersJson)).SelectMany(group => group.Skip(1).Select(call => $"{call.ChatId}: {call.Method} {call.ParametersJson}"))];
}
