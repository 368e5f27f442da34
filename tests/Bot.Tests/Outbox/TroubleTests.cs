using System.Diagnostics;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Tests.Updates;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Bot.Tests.Outbox;

public sealed class TroubleTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asked_to_slow_down_a_chat_waits_and_keeps_its_order_while_others_go_on()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite, start: false);
        var times = new List<(long Chat, string Text, long At)>();
        var first = true;
        stage.Api.Always = call =>
        {
            if (call.Method != "sendMessage") return null;
            lock (times) times.Add((call.ChatId, call.Text, Stopwatch.GetTimestamp()));
            if (call.ChatId != 1 || !first) return null;
            first = false;
            return ApiReply.TooMany(2);
        };
        await Plant.Say(stage.At.Store, outbox =>
        {
            foreach (var text in new[] { "satu", "dua", "tiga" })
            {
                outbox.Send(1, Text(text));
                outbox.Send(2, Text(text));
            }
            return Task.CompletedTask;
        });
        await stage.Start();
        await stage.Plant.Drained();
        var slow = times.Where(call => call.Chat == 1).ToList();
        Assert.Equal(["satu", "satu", "dua", "tiga"], slow.Select(call => call.Text));
        Assert.True(Stopwatch.GetElapsedTime(slow[0].At, slow[1].At) >= TimeSpan.FromSeconds(2));
        Assert.All(times.Where(call => call.Chat == 2), call => Assert.True(call.At < slow[1].At));
        Assert.Equal(1, (await stage.Plant.Health.Report(Cancel)).TooManyRequests);
    }

    [Fact]
    public async Task A_pause_in_the_header_alone_is_kept_too()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite);
        stage.Api.Next("sendMessage", new ApiReply(429, """{"ok":false,"error_code":429,"description":"Too Many Requests"}""", RetryAfter: "2"));
        var begin = Stopwatch.GetTimestamp();
        await stage.Plant.Say(outbox => outbox.Send(1, Text("halo")));
        await stage.Plant.Drained();
        Assert.True(Stopwatch.GetElapsedTime(begin) >= TimeSpan.FromSeconds(2));
    }

    [Theory, BothStores]
    public async Task A_pause_of_an_hour_survives_a_restart(StoreProvider provider)
    {
        var machine = new ManualClock();
        await using var stage = await Stage.Open(provider, machine: machine);
        stage.Api.Next("sendMessage", ApiReply.TooMany(3600));
        await stage.Plant.Say(outbox => outbox.Send(1, Text("satu")));
        await stage.Plant.Say(outbox => outbox.Send(1, Text("dua")));
        await stage.Plant.Until(async db => await db.ToSend.AnyAsync(row => row.NotBefore > DateTimeOffset.UnixEpoch));
        await stage.KillAndStart();
        await stage.Plant.Say(outbox => outbox.Send(2, Text("lain")));
        Assert.Equal("satu", (await stage.Api.Call("sendMessage", Cancel)).Text);
        Assert.Equal("lain", (await stage.Api.Call("sendMessage", Cancel)).Text);
        machine.Advance(TimeSpan.FromSeconds(3590));
        await stage.Plant.Until(async db => await db.ToSend.CountAsync(row => row.State == ToSendState.Waiting) == 2);
        machine.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("satu", (await stage.Api.Call("sendMessage", Cancel)).Text);
        Assert.Equal("dua", (await stage.Api.Call("sendMessage", Cancel)).Text);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("lost")]
    [InlineData("broken")]
    [InlineData("not ok")]
    [InlineData("500")]
    public async Task A_bad_moment_of_the_server_is_waited_out_in_order(string trouble)
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite);
        stage.Api.Next("sendMessage", trouble switch
        {
            "html" => ApiReply.Html,
            "lost" => ApiReply.Lost,
            "broken" => new(200, """{"ok":true,"res"""),
            "not ok" => new(200, """{"ok":false,"error_code":400}"""),
            _ => ApiReply.Error(500, "Internal Server Error"),
        });
        await stage.Plant.Say(outbox => { outbox.Send(1, Text("satu")); outbox.Send(1, Text("dua")); });
        await stage.Plant.Drained();
        Assert.Equal(["satu", "satu", "dua"], stage.Api.CallsOf("sendMessage").Select(call => call.Text));
        Assert.DoesNotContain("AAScriptedSecret", stage.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("satu", stage.Logs.Text, StringComparison.Ordinal);
    }

    [Theory, BothStores]
    public async Task Who_blocked_the_bot_gets_nothing_more_and_the_office_is_told_once(StoreProvider provider)
    {
        var told = 0;
        UnreachableHook hook = (db, outbox, chat, cancel) =>
        {
            outbox.Send(99, Text($"{chat} tidak terjangkau"));
            Interlocked.Increment(ref told);
            return Task.CompletedTask;
        };
        await using var stage = await Stage.Open(provider, unreachable: hook);
        await stage.At.Store.Write(db => { db.Members.Add(new Member { ChatUserId = 1, ChatName = "Rina", JoinedAt = ManualClock.WednesdayMorning }); return Task.CompletedTask; }, Cancel);
        stage.Api.Always = call => call.Method == "sendMessage" && call.ChatId == 1 ? ApiReply.Error(403, "Forbidden: bot was blocked by the user") : null;
        await stage.Plant.Say(outbox =>
        {
            for (var count = 0; count < 10; count++) outbox.Send(1, Text("a"));
            outbox.Send(2, Text("b"));
        });
        await stage.Plant.Drained();
        await stage.Plant.Say(outbox => outbox.Send(1, Text("lagi")));
        await stage.Plant.Drained();
        Assert.Equal(2, stage.Api.CallsOf("sendMessage").Count(call => call.ChatId == 1));
        Assert.Equal("1 tidak terjangkau", stage.Api.CallsOf("sendMessage").Single(call => call.ChatId == 99).Text);
        Assert.Equal(11, (await stage.Plant.Outbox()).Count(row => row.State == ToSendState.Unreachable));
        Assert.False((await stage.At.Store.Read(db => db.Members.SingleAsync(Cancel), Cancel)).Reachable);
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task A_hook_that_fails_does_not_keep_the_chat_open()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite, unreachable: (_, _, _, _) => throw new InvalidOperationException("rusak"));
        stage.Api.Next("sendMessage", ApiReply.Error(400, "Bad Request: chat not found"));
        await stage.Plant.Say(outbox => outbox.Send(1, Text("a")));
        await stage.Plant.Drained();
        Assert.Equal(ToSendState.Unreachable, (await stage.Plant.Outbox())[0].State);
    }

    [Fact]
    public async Task A_person_whose_line_hangs_delays_nobody()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite);
        var release = new TaskCompletionSource();
        stage.Api.Next("sendMessage", call => call.ChatId == 1 ? ApiReply.Held(release.Task) : null);
        await stage.Plant.Say(outbox =>
        {
            outbox.Send(1, Text("macet"));
            for (var chat = 2; chat < 6; chat++) outbox.Send(chat, Text("lancar"));
        });
        await stage.Plant.Until(async db => await db.ToSend.CountAsync(row => row.State == ToSendState.Sent) == 4);
        release.SetResult();
        await stage.Plant.Drained();
    }

    [Theory, BothStores]
    public async Task A_group_that_moved_is_found_at_its_new_id(StoreProvider provider)
    {
        await using var stage = await Stage.Open(provider);
        await stage.At.Store.Write(db =>
        {
            db.Conversations.Add(new ConversationRow { ChatId = -5, Number = 1, Kind = "k", Step = "s", State = "{}", UpdatedAt = ManualClock.WednesdayMorning });
            return Task.CompletedTask;
        }, Cancel);
        await stage.Plant.Say(outbox => outbox.Send(-5, Text("kartu"), slot: "card:1"));
        await stage.Plant.Drained();
        stage.Api.Always = call => call.Fields.ContainsKey("chat_id") && call.ChatId == -5
            ? ApiReply.Error(400, "Bad Request: group chat was upgraded to a supergroup chat", """{"migrate_to_chat_id":-1001}""") : null;
        await stage.Plant.Say(async outbox =>
        {
            outbox.Send(-5, Text("satu"));
            await outbox.Edit(-5, "card:1", StyledText.Plain("kartu lagi"), null);
        });
        await stage.Plant.Drained();
        await stage.Plant.Say(outbox => outbox.Edit(-1001, "card:1", StyledText.Plain("kartu baru"), null));
        await stage.Plant.Drained();
        Assert.Equal([-5, -5, -1001], stage.Api.CallsOf("sendMessage").Select(call => call.ChatId));
        Assert.Equal([(-1001, "101"), (-1001, "101")], stage.Api.CallsOf("editMessageText").Select(call => (call.ChatId, call.Fields["message_id"]!.ToString())));
        Assert.Equal(-1001, (await stage.At.Store.Read(db => db.Conversations.SingleAsync(Cancel), Cancel)).ChatId);
    }

    [Fact]
    public async Task A_message_that_the_server_refuses_is_parked_and_the_next_goes_on()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite);
        stage.Api.Next("sendMessage", ApiReply.Error(400, "Bad Request: message text is empty"));
        await stage.Plant.Say(outbox => { outbox.Send(1, Text("rahasia kantor")); outbox.Send(1, Text("dua")); });
        await stage.Plant.Drained();
        Assert.Equal([ToSendState.Refused, ToSendState.Sent], (await stage.Plant.Outbox()).Select(row => row.State));
        Assert.Contains("message text is empty", (await stage.Plant.Outbox())[0].LastError!, StringComparison.Ordinal);
        Assert.Single(stage.Logs.Lines, line => line.Level == LogLevel.Error);
        Assert.DoesNotContain("rahasia kantor", stage.Logs.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await stage.Plant.Health.Report(Cancel)).Refused);
    }

    [Fact]
    public async Task A_refused_token_stops_the_program_and_loses_nothing()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite);
        stage.Api.Always = call => call.Method == "sendMessage" ? ApiReply.Error(401, "Unauthorized") : null;
        await stage.Plant.Say(outbox => outbox.Send(1, Text("a")));
        await stage.Api.Call("sendMessage", Cancel);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!stage.Plant.Stopping.IsCancellationRequested) await Task.Delay(20, limit.Token);
        Assert.Equal(ToSendState.Waiting, (await stage.Plant.Outbox())[0].State);
        Assert.Contains("401", stage.Plant.FatalSentence, StringComparison.Ordinal);
    }

    [Theory, BothStores]
    public async Task Killed_while_the_server_works_it_sends_again_and_goes_on_in_order(StoreProvider provider)
    {
        await using var stage = await Stage.Open(provider);
        var never = new TaskCompletionSource();
        stage.Api.Next("sendMessage", call => call.Text == "dua" ? ApiReply.Held(never.Task) : null);
        await stage.Plant.Say(outbox => { outbox.Send(1, Text("satu")); outbox.Send(1, Text("dua")); outbox.Send(1, Text("tiga")); });
        Assert.Equal("satu", (await stage.Api.Call("sendMessage", Cancel)).Text);
        Assert.Equal("dua", (await stage.Api.Call("sendMessage", Cancel)).Text);
        await stage.KillAndStart();
        await stage.Plant.Drained();
        Assert.Equal(["satu", "dua", "dua", "tiga"], stage.Api.CallsOf("sendMessage").Select(call => call.Text));
        never.SetResult();
    }

    [Fact]
    public async Task Stopped_in_good_order_it_waits_for_what_is_on_its_way()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite);
        var soon = Task.Delay(TimeSpan.FromSeconds(1), Cancel);
        stage.Api.Next("sendMessage", ApiReply.Ok("""{"message_id":5,"date":1784080000,"chat":{"id":1,"type":"private"},"text":"a"}""") with { After = soon });
        await stage.Plant.Say(outbox => outbox.Send(1, Text("a")));
        await stage.Api.Call("sendMessage", Cancel);
        await stage.Plant.DisposeAsync();
        Assert.Equal(ToSendState.Sent, (await stage.Plant.Outbox())[0].State);
        await stage.Start();
    }

    private static TextMessage Text(string text) => new(StyledText.Plain(text));
}
