using KominfoBot.Bot.Outbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Bot.Tests.Updates;

public sealed class UpdateWorkerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task Messages_of_a_chat_are_handled_one_at_a_time_in_their_order(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await using var api = await ScriptedBotApi.Start();
        var inside = 0;
        var handler = new RecordingHandler
        {
            OnHandle = async turn =>
            {
                Assert.Equal(1, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            },
        };
        api.Give([.. Enumerable.Range(1, 30).Select(index => Sample.Message(1000 - index, $"{index}", message: index))]);
        await using var plant = await Plant.Start(at, api, handler);
        await handler.Handled(30, Cancel);
        Assert.Equal(Enumerable.Range(1, 30).Select(index => $"{index}"), handler.Seen);
    }

    [Fact]
    public async Task A_chat_that_takes_long_delays_no_other()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await using var api = await ScriptedBotApi.Start();
        var release = new TaskCompletionSource();
        var handler = new RecordingHandler
        {
            OnPrepare = async (update, _) =>
            {
                if (update.Message!.Chat.Id == 1) await release.Task;
                return Bot.Updates.Prepared.Nothing;
            },
        };
        api.Give(Sample.Message(1, "lambat", chat: 1), Sample.Message(2, "cepat", chat: 2), Sample.Message(3, "menyusul", chat: 1));
        await using var plant = await Plant.Start(at, api, handler);
        await handler.Handled(1, Cancel);
        Assert.Equal(["cepat"], handler.Seen);
        release.SetResult();
        await handler.Handled(2, Cancel);
        Assert.Equal(["cepat", "lambat", "menyusul"], handler.Seen);
    }

    [Theory, BothStores]
    public async Task Act_and_done_mark_are_one_and_what_was_said_is_not_kept(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await using var api = await ScriptedBotApi.Start();
        var handler = new RecordingHandler { OnHandle = turn => { turn.Outbox.Send(7, new TextMessage(StyledText.Plain("balasan"))); return Task.CompletedTask; } };
        await using var plant = await Plant.Start(at, api, handler);
        api.Give(Sample.Message(1, "rahasia"));
        Assert.Equal("balasan", (await api.Call("sendMessage", Cancel)).Text);
        var row = Assert.Single(await plant.Received());
        Assert.Equal((ReceivedState.Done, ""), (row.State, row.Payload));
    }

    [Theory, BothStores]
    public async Task A_handler_that_fails_at_first_leaves_nothing_of_its_failures(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await using var api = await ScriptedBotApi.Start();
        var tries = 0;
        var handler = new RecordingHandler
        {
            OnHandle = turn =>
            {
                turn.Db.Facts.Add(new FactRow { Name = "act", Value = $"{++tries}" });
                return tries < 3 ? throw new InvalidOperationException("belum") : Task.CompletedTask;
            },
        };
        await using var plant = await Plant.Start(at, api, handler);
        api.Give(Sample.Message(1, "a"));
        await handler.Handled(1, Cancel);
        await plant.Until(async db => await db.Received.AllAsync(row => row.State == ReceivedState.Done));
        Assert.Equal("3", (await at.Store.Read(db => db.Facts.SingleAsync(fact => fact.Name == "act", Cancel), Cancel)).Value);
    }

    [Theory, BothStores]
    public async Task One_that_always_fails_becomes_a_dead_letter_and_the_next_runs(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await using var api = await ScriptedBotApi.Start();
        var handler = new RecordingHandler
        {
            OnHandle = turn => turn.Update.Message!.Text == "racun, NIK 1307000000000003" ? throw new InvalidOperationException("selalu") : Task.CompletedTask,
            OnGaveUp = (turn, error) => { turn.Outbox.Send(7, new TextMessage(StyledText.Plain($"maaf: {error.Message}"))); return Task.CompletedTask; },
        };
        await using var plant = await Plant.Start(at, api, handler);
        api.Give(Sample.Message(1, "racun, NIK 1307000000000003"), Sample.Message(2, "berikut"));
        Assert.Equal("maaf: selalu", (await api.Call("sendMessage", Cancel)).Text);
        await handler.Handled(1, Cancel);
        Assert.Equal(4, handler.Seen.Count(text => text.StartsWith("racun", StringComparison.Ordinal)));
        var rows = await plant.Received();
        Assert.Equal(ReceivedState.Failed, rows[0].State);
        Assert.Contains("NIK", rows[0].Payload, StringComparison.Ordinal);
        Assert.Single(plant.Logs.Lines, line => line is { Level: LogLevel.Error });
        Assert.DoesNotContain("1307000000000003", plant.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Telling_that_fails_too_still_lets_the_next_run()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await using var api = await ScriptedBotApi.Start();
        var handler = new RecordingHandler
        {
            OnHandle = turn => turn.Update.Message!.Text == "racun" ? throw new InvalidOperationException("selalu") : Task.CompletedTask,
            OnGaveUp = (turn, error) => throw new InvalidOperationException("juga gagal"),
        };
        await using var plant = await Plant.Start(at, api, handler);
        api.Give(Sample.Message(1, "racun"), Sample.Message(2, "berikut"));
        await handler.Handled(1, Cancel);
        Assert.Equal(ReceivedState.Failed, (await plant.Received())[0].State);
    }

    [Fact]
    public async Task One_that_cannot_be_read_is_laid_aside_and_the_next_runs()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await using var api = await ScriptedBotApi.Start();
        var handler = new RecordingHandler();
        await using var plant = await Plant.Start(at, api, handler);
        api.Give("""{"update_id":1,"message":{"message_id":"x","chat":{"id":7}}}""", """{"update_id":2,"kind_of_2031":{"chat":{"id":7}}}""", Sample.Message(3, "berikut"));
        await handler.Handled(2, Cancel);
        Assert.Equal(["Unknown", "berikut"], handler.Seen);
        await plant.Until(async db => await db.Received.AllAsync(row => row.State != ReceivedState.Waiting));
        Assert.Equal([ReceivedState.Failed, ReceivedState.Done, ReceivedState.Done], (await plant.Received()).Select(row => row.State));
    }

    [Theory, BothStores]
    public async Task Killed_at_any_point_each_update_still_has_its_effect_once(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await using var api = await ScriptedBotApi.Start();
        var logs = new CapturedLogs();
        const int updates = 40;
        api.Give([.. Enumerable.Range(1, updates).Select(index => Sample.Message(index, $"{index}", chat: index % 3 + 1))]);
        for (var kills = 0; ; kills++)
        {
            var remaining = updates - await at.Store.Read(db => db.FailedAttempts.CountAsync(Cancel), Cancel);
            if (remaining == 0) break;
            Assert.InRange(kills, 0, 200);
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var left = Random.Shared.Next(1, Math.Min(8, remaining) + 1);
            var handler = new RecordingHandler
            {
                OnHandle = async turn =>
                {
                    turn.Db.FailedAttempts.Add(new() { ChatUserId = turn.Update.Id, At = turn.Now });
                    await turn.Db.SaveChangesAsync(turn.Cancel);
                    if (Interlocked.Decrement(ref left) == 0) reached.TrySetResult();
                },
            };
            var plant = await Plant.Start(at, api, handler, logs: logs);
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
            await plant.Kill();
        }
        var effects = await at.Store.Read(db => db.FailedAttempts.OrderBy(attempt => attempt.Id).Select(attempt => attempt.ChatUserId).ToListAsync(Cancel), Cancel);
        Assert.Equal(updates, effects.Distinct().Count());
        foreach (var chat in effects.GroupBy(id => id % 3)) Assert.Equal(chat.Order(), chat);
    }
}
