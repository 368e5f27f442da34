using KominfoBot.Bot.Tests.Updates;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Outbox;

public sealed class AnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_press_is_answered_once_and_first()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite, start: false);
        await Plant.Say(stage.At.Store, outbox =>
        {
            outbox.Send(7, new Bot.Outbox.TextMessage(StyledText.Plain("balasan")));
            outbox.Answer("q1", new string('a', 300), alert: true);
            outbox.Answer("q1", "yang kedua");
            return Task.CompletedTask;
        });
        await stage.Start();
        await stage.Plant.Drained();
        var answer = Assert.Single(stage.Api.CallsOf("answerCallbackQuery"));
        Assert.Equal(("q1", 200, "true"), (answer.Fields["callback_query_id"]!.ToString(), answer.Text.Length, answer.Fields["show_alert"]!.ToString()));
    }

    [Theory]
    [InlineData("Bad Request: query is too old and response timeout expired or query ID is invalid")]
    [InlineData("Bad Request: QUERY_ID_INVALID")]
    public async Task One_that_comes_too_late_is_no_failure(string description)
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite);
        stage.Api.Next("answerCallbackQuery", ApiReply.Error(400, description));
        await stage.Plant.Say(outbox => outbox.Answer("q1"));
        await stage.Plant.Drained();
        Assert.Equal(ToSendState.Sent, (await stage.Plant.Outbox())[0].State);
        Assert.Equal(0, (await stage.Plant.Health.Report(Cancel)).Refused);
    }

    [Theory, BothStores]
    public async Task After_a_hundred_and_fifty_seconds_it_is_not_sent_at_all(StoreProvider provider)
    {
        var office = new ManualClock();
        await using var stage = await Stage.Open(provider, office: office, start: false);
        await Plant.Say(stage.At.Store, outbox => { outbox.Answer("alt"); return Task.CompletedTask; });
        office.Advance(TimeSpan.FromSeconds(151));
        await stage.Start();
        await stage.Plant.Drained();
        Assert.Empty(stage.Api.CallsOf("answerCallbackQuery"));
        Assert.Equal(ToSendState.Void, (await stage.Plant.Outbox())[0].State);
    }

    [Fact]
    public async Task Many_presses_are_answered_although_one_answer_hangs()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite);
        var release = new TaskCompletionSource();
        stage.Api.Next("answerCallbackQuery", ApiReply.Held(release.Task));
        await stage.Plant.Say(outbox =>
        {
            for (var press = 0; press < 10; press++) outbox.Answer($"q{press}");
        });
        for (var count = 0; count < 10; count++) await stage.Api.Call("answerCallbackQuery", Cancel);
        release.SetResult();
        await stage.Plant.Drained();
    }

    [Theory, BothStores]
    public async Task A_file_that_nobody_can_make_is_told_in_words(StoreProvider provider)
    {
        await using var stage = await Stage.Open(provider);
        await stage.Plant.Say(outbox => outbox.Send(7, new Bot.Outbox.DrawnFile("rekap-Pdf:202647", "rekap.pdf", StyledText.Plain("PDF-nya belum dapat dibuat."))));
        await stage.Plant.Drained();
        Assert.Equal("PDF-nya belum dapat dibuat.", Assert.Single(stage.Api.CallsOf("sendMessage")).Text);
        Assert.Empty(stage.Api.CallsOf("sendDocument"));
    }
}
