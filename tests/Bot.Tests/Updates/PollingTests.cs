using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using KominfoBot.Bot.Updates;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Bot.Tests.Updates;

public sealed class PollingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task An_update_is_stored_before_it_is_acknowledged(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await using var api = await ScriptedBotApi.Start();
        var stored = new List<int>();
        var acknowledged = new TaskCompletionSource();
        api.Always = call =>
        {
            if (call is { Method: "getUpdates" } && call.Fields.ContainsKey("offset"))
            {
                stored.Add(at.Store.Read(db => db.Received.CountAsync(Cancel), Cancel).GetAwaiter().GetResult());
                acknowledged.TrySetResult();
            }
            return null;
        };
        var handler = new RecordingHandler();
        await using var plant = await Plant.Start(at, api, handler);
        api.Give(Sample.Message(10, "satu"), Sample.Message(11, "dua"));
        await acknowledged.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.Equal(2, stored[0]);
        var polls = api.CallsOf("getUpdates");
        Assert.False(polls[0].Fields.ContainsKey("offset"));
        Assert.Equal(12, polls.First(poll => poll.Fields.ContainsKey("offset")).Fields["offset"]!.GetValue<long>());
        Assert.Equal(ReceivedUpdate.Kinds, polls[0].Fields["allowed_updates"]!.AsArray().Select(kind => kind!.GetValue<string>()));
        Assert.Equal(50, polls[0].Fields["timeout"]!.GetValue<int>());
        await handler.Handled(2, Cancel);
    }

    [Fact]
    public async Task Numbers_that_fall_after_a_quiet_week_are_still_heard()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await using var api = await ScriptedBotApi.Start();
        var handler = new RecordingHandler();
        await using var plant = await Plant.Start(at, api, handler);
        // The call that acknowledges does not wait; the next one waits and has no offset.
        Task Quiet(int polls) => UntilAsync(() => api.CallsOf("getUpdates") is var calls && calls.Count >= polls && !calls[^1].Fields.ContainsKey("offset"));
        await Quiet(1);
        api.Give(Sample.Message(900_000_001, "tinggi"));
        await handler.Handled(1, Cancel);
        await Quiet(3);
        api.Give(Sample.Message(900_000_002, "lagi"));
        await handler.Handled(1, Cancel);
        await Quiet(5);
        api.Give(Sample.Message(5, "rendah"));
        await handler.Handled(1, Cancel);
        Assert.Equal(["tinggi", "lagi", "rendah"], handler.Seen);
        Assert.All(api.CallsOf("getUpdates"), call => Assert.Equal(call.Fields.ContainsKey("offset") ? 0 : 50, call.Fields["timeout"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("broken")]
    [InlineData("not ok")]
    [InlineData("reset")]
    [InlineData("array")]
    public async Task A_bad_moment_of_the_server_is_waited_out(string trouble)
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await using var api = await ScriptedBotApi.Start();
        api.Next("getUpdates", trouble switch
        {
            "html" => ApiReply.Html,
            "broken" => new(200, """{"ok":true,"result":[{"update_id":1,"""),
            "not ok" => new(200, """{"ok":false}"""),
            "array" => new(200, "[]"),
            _ => ApiReply.Lost,
        });
        var handler = new RecordingHandler();
        await using var plant = await Plant.Start(at, api, handler);
        api.Give(Sample.Message(1, "halo"));
        await handler.Handled(1, Cancel);
        Assert.DoesNotContain(ScriptedBotApi.Token, plant.Logs.Text, StringComparison.Ordinal);
        Assert.Single(plant.Logs.Lines, line => line is { Level: LogLevel.Warning } && line.Text.Contains("tidak terambil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_program_with_the_same_token_makes_health_red_and_is_named_once()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await using var api = await ScriptedBotApi.Start();
        var times = new List<long>();
        var calls = 0;
        api.Always = call =>
        {
            if (call.Method != "getUpdates") return null;
            lock (times) times.Add(Stopwatch.GetTimestamp());
            return Interlocked.Increment(ref calls) <= 2 ? ApiReply.Error(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running") : null;
        };
        var handler = new RecordingHandler();
        await using var plant = await Plant.Start(at, api, handler);
        await UntilAsync(() => Volatile.Read(ref calls) >= 2);
        Assert.True((await plant.Health.Report(Cancel)).Conflict);
        api.Give(Sample.Message(1, "halo"));
        await handler.Handled(1, Cancel);
        Assert.False((await plant.Health.Report(Cancel)).Conflict);
        Assert.Single(plant.Logs.Lines, line => line is { Level: LogLevel.Error } && line.Text.Contains("409", StringComparison.Ordinal));
        Assert.True(Stopwatch.GetElapsedTime(times[0], times[1]) >= TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_webhook_left_behind_is_ended()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await using var api = await ScriptedBotApi.Start();
        api.Next("deleteWebhook", ApiReply.Html);
        api.Next("getUpdates", ApiReply.Error(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"));
        var handler = new RecordingHandler();
        await using var plant = await Plant.Start(at, api, handler);
        api.Give(Sample.Message(1, "halo"));
        await handler.Handled(1, Cancel);
        Assert.Equal(2, api.CallsOf("deleteWebhook").Count);
        Assert.All(api.CallsOf("deleteWebhook"), call => Assert.False(call.Fields.ContainsKey("drop_pending_updates")));
    }

    [Fact]
    public async Task A_refused_token_stops_the_program_with_a_sentence()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await using var api = await ScriptedBotApi.Start();
        api.Always = _ => ApiReply.Error(401, "Unauthorized");
        await using var plant = await Plant.Start(at, api, new RecordingHandler());
        await UntilAsync(() => plant.Stopping.IsCancellationRequested);
        Assert.Contains("401", plant.FatalSentence, StringComparison.Ordinal);
        Assert.InRange(api.CallsOf("getUpdates").Count, 0, 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Asked_to_wait_it_waits(bool inTheHeader)
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await using var api = await ScriptedBotApi.Start();
        var times = new List<long>();
        api.Always = call =>
        {
            if (call.Method != "getUpdates") return null;
            lock (times) times.Add(Stopwatch.GetTimestamp());
            return times.Count > 1 ? null : inTheHeader ? new(429, "<html>slow down</html>", RetryAfter: "2") : ApiReply.TooMany(2);
        };
        var handler = new RecordingHandler();
        await using var plant = await Plant.Start(at, api, handler);
        api.Give(Sample.Message(1, "halo"));
        await handler.Handled(1, Cancel);
        Assert.True(Stopwatch.GetElapsedTime(times[0], times[1]) >= TimeSpan.FromSeconds(2));
        Assert.Equal(1, (await plant.Health.Report(Cancel)).TooManyRequests);
    }

    [Fact]
    public async Task A_server_that_is_not_there_yet_is_tried_again_and_the_token_is_in_no_log()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await using var api = await ScriptedBotApi.Start();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var plant = await Plant.Start(at, api, new RecordingHandler(), baseUrl: $"http://127.0.0.1:{port}");
        await plant.Say(outbox => outbox.Send(7, new Bot.Outbox.TextMessage(Workflow.News.StyledText.Plain("halo"))));
        await UntilAsync(() => plant.Logs.Text.Contains("tidak terambil", StringComparison.Ordinal) && plant.Logs.Text.Contains("dicoba lagi", StringComparison.Ordinal)
            && plant.Logs.Text.Contains("Kiriman", StringComparison.Ordinal) && plant.Logs.Text.Contains("getMe", StringComparison.Ordinal));
        Assert.DoesNotContain("AAScriptedSecret", plant.Logs.Text, StringComparison.Ordinal);
    }

    [Theory, BothStores]
    public async Task The_bots_name_is_kept_for_commands_that_call_nobody(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await using var api = await ScriptedBotApi.Start();
        await using var plant = await Plant.Start(at, api, new RecordingHandler());
        await plant.Until(async db => (await db.Facts.FindAsync([BotIdentity.UsernameFact], Cancel))?.Value == "uji_kominfo_bot");
    }

    private static async Task UntilAsync(Func<bool> met)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!met()) await Task.Delay(20, limit.Token);
    }
}
