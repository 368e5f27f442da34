using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Tests.Updates;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Outbox;

public sealed class SlotTests
{
    private static readonly Keyboard keys = Keyboard.OneRow(new Key("Setujui", "ok", style: KeyStyle.Success));
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task A_card_is_sent_and_then_edited_in_place(StoreProvider provider)
    {
        await using var stage = await Stage.Open(provider);
        await stage.Plant.Say(outbox => outbox.Send(7, Text("kartu", keys), Priority.Card, slot: "card:1"));
        var sent = await stage.Api.Call("sendMessage", Cancel);
        Assert.Equal("""{"inline_keyboard":[[{"text":"Setujui","style":"success","callback_data":"ok"}]]}""", sent.Fields["reply_markup"]!.ToJsonString());
        Assert.False(sent.Fields.ContainsKey("parse_mode"));
        await stage.Plant.Say(outbox => outbox.Edit(7, "card:1", StyledText.Plain("disetujui"), null));
        var edit = await stage.Api.Call("editMessageText", Cancel);
        Assert.Equal(("101", "disetujui"), (edit.Fields["message_id"]!.ToString(), edit.Text));
        Assert.Equal("""{"inline_keyboard":[]}""", edit.Fields["reply_markup"]!.ToJsonString());
    }

    [Theory, BothStores]
    public async Task Of_edits_that_still_wait_only_the_newest_is_sent(StoreProvider provider)
    {
        await using var stage = await Stage.Open(provider, start: false);
        await Plant.Say(stage.At.Store, outbox => { outbox.Send(7, Text("0"), slot: "live"); return Task.CompletedTask; });
        for (var count = 1; count <= 5; count++)
        {
            var number = count;
            await Plant.Say(stage.At.Store, async outbox =>
            {
                await outbox.Edit(7, "live", StyledText.Plain($"{number} foto"), null);
                await outbox.Edit(7, "live", StyledText.Plain($"{number} foto diterima"), null);
                await outbox.Edit(8, "live", StyledText.Plain("lain"), null);
            });
        }
        await stage.Start();
        await stage.Plant.Drained();
        Assert.Equal("5 foto diterima", Assert.Single(stage.Api.CallsOf("editMessageText")).Text);
        Assert.Equal(["0"], stage.Api.CallsOf("sendMessage").Where(call => call.ChatId == 7).Select(call => call.Text));
    }

    [Fact]
    public async Task Content_that_is_there_already_is_not_sent_again()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite);
        await stage.Plant.Say(outbox => outbox.Send(7, Text("kartu", keys), slot: "card:1"));
        await stage.Plant.Drained();
        await stage.Plant.Say(outbox => outbox.Edit(7, "card:1", StyledText.Plain("kartu"), keys));
        await stage.Plant.Drained();
        Assert.Empty(stage.Api.CallsOf("editMessageText"));
        Assert.All(await stage.Plant.Outbox(), row => Assert.Equal(ToSendState.Sent, row.State));
    }

    [Theory, BothStores]
    public async Task An_edit_that_may_have_arrived_before_a_kill_is_undone_by_the_next(StoreProvider provider)
    {
        await using var stage = await Stage.Open(provider);
        await stage.Plant.Say(outbox => outbox.Send(7, Text("kartu", keys), Priority.Card, slot: "card:1"));
        await stage.Plant.Drained();
        // It reaches the message; the answer does not reach us.
        stage.Api.Next("editMessageText", ApiReply.Held(Task.Delay(Timeout.Infinite, Cancel)));
        await stage.Plant.Say(outbox => outbox.Edit(7, "card:1", StyledText.Plain("kartu, terbitkan sekarang?"), null));
        while (stage.Api.CallsOf("editMessageText").Count == 0) await Task.Delay(20, Cancel);

        await stage.KillAndStart(outbox => outbox.Edit(7, "card:1", StyledText.Plain("kartu"), keys));
        await stage.Plant.Drained();

        Assert.Equal("kartu", stage.Api.CallsOf("editMessageText")[^1].Text);
    }

    [Theory, BothStores]
    public async Task A_message_that_already_is_as_wanted_counts_as_edited(StoreProvider provider)
    {
        await using var stage = await Stage.Open(provider);
        stage.Api.Next("editMessageText", ApiReply.Error(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"));
        await stage.Plant.Say(outbox => outbox.Send(7, Text("a"), slot: "card:1"));
        await stage.Plant.Drained();
        await stage.Plant.Say(outbox => outbox.Edit(7, "card:1", StyledText.Plain("b"), null));
        await stage.Plant.Drained();
        await stage.Plant.Say(outbox => outbox.Edit(7, "card:1", StyledText.Plain("b"), null));
        await stage.Plant.Drained();
        Assert.Single(stage.Api.CallsOf("editMessageText"));
        Assert.Single(stage.Api.CallsOf("sendMessage"));
    }

    [Theory]
    [InlineData("Bad Request: message to edit not found")]
    [InlineData("Bad Request: message can't be edited")]
    [InlineData("Bad Request: MESSAGE_ID_INVALID")]
    public async Task A_card_that_is_gone_comes_as_a_new_message(string description)
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite);
        await stage.Plant.Say(outbox => outbox.Send(7, Text("kartu"), slot: "card:1"));
        await stage.Api.Call("sendMessage", Cancel);
        stage.Api.Next("editMessageText", ApiReply.Error(400, description));
        await stage.Plant.Say(outbox => outbox.Edit(7, "card:1", StyledText.Plain("kartu baru"), keys));
        await stage.Api.Call("editMessageText", Cancel);
        Assert.Equal("kartu baru", (await stage.Api.Call("sendMessage", Cancel)).Text);
        await stage.Plant.Drained();
        await stage.Plant.Say(outbox => outbox.Edit(7, "card:1", StyledText.Plain("diputus"), null));
        Assert.Equal("102", (await stage.Api.Call("editMessageText", Cancel)).Fields["message_id"]!.ToString());
    }

    [Fact]
    public async Task An_edit_of_what_was_never_sent_sends_it()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite);
        await stage.Plant.Say(outbox => outbox.Edit(7, "card:9", StyledText.Plain("kartu"), keys));
        Assert.Equal("kartu", (await stage.Api.Call("sendMessage", Cancel)).Text);
    }

    [Theory, BothStores]
    public async Task A_finished_step_loses_its_buttons_before_the_next_is_sent(StoreProvider provider)
    {
        await using var stage = await Stage.Open(provider);
        await stage.Plant.Say(outbox => outbox.Replace(7, "live", Text("judul?", keys)));
        await stage.Plant.Say(outbox => outbox.Replace(7, "live", Text("isi?", keys)));
        await stage.Plant.Say(outbox => outbox.ClearKeys(7, "live"));
        await stage.Plant.Say(outbox => outbox.ClearKeys(7, "live"));
        await stage.Plant.Drained();
        Assert.Equal(
            ["sendMessage ", "editMessageReplyMarkup 101", "sendMessage ", "editMessageReplyMarkup 102"],
            stage.Api.Calls.Where(call => call.Fields.ContainsKey("chat_id")).Select(call => $"{call.Method} {call.Fields["message_id"]}"));
        Assert.All(stage.Api.CallsOf("editMessageReplyMarkup"), call => Assert.Equal("""{"inline_keyboard":[]}""", call.Fields["reply_markup"]!.ToJsonString()));
    }

    [Fact]
    public async Task Where_there_is_nothing_nothing_is_cleared_or_deleted()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite);
        await stage.Plant.Say(outbox => outbox.ClearKeys(7, "live"));
        await stage.Plant.Say(outbox => outbox.Delete(7, "live"));
        Assert.Empty(await stage.Plant.Outbox());
    }

    [Fact]
    public async Task What_is_deleted_is_forgotten()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite);
        await stage.Plant.Say(outbox => outbox.Send(7, Text("foto menyusul"), slot: "progress"));
        await stage.Plant.Say(outbox => outbox.Delete(7, "progress"));
        await stage.Api.Call("sendMessage", Cancel);
        Assert.Equal("[101]", (await stage.Api.Call("deleteMessages", Cancel)).Fields["message_ids"]!.ToJsonString());
        await stage.Plant.Drained();
        Assert.Empty(await stage.At.Store.Read(db => db.Posted.ToListAsync(Cancel), Cancel));
    }

    [Theory, BothStores]
    public async Task The_same_key_is_queued_once_whatever_became_of_it(StoreProvider provider)
    {
        await using var stage = await Stage.Open(provider);
        await stage.Plant.Say(outbox =>
        {
            outbox.Send(7, Text("pengingat"), key: "week:30:7");
            outbox.Send(7, Text("pengingat"), key: "week:30:7");
        });
        await stage.Plant.Drained();
        await stage.Plant.Say(outbox => outbox.Send(7, Text("pengingat"), key: "week:30:7"));
        Assert.Single(await stage.Plant.Outbox());
    }

    [Fact]
    public async Task A_text_too_long_for_one_message_comes_as_several_with_the_buttons_on_the_last()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite);
        var body = string.Join("\n\n", Enumerable.Range(1, 60).Select(index => $"Paragraf {index}. " + new string('a', 280)));
        await stage.Plant.Say(outbox => outbox.Send(7, new TextMessage(StyledText.Plain(body), keys, ReplyTo: 3), slot: "baca"));
        await stage.Plant.Drained();
        var sent = stage.Api.CallsOf("sendMessage");
        Assert.Equal(5, sent.Count);
        Assert.All(sent, call => Assert.InRange(call.Text.Length, 1, 4096));
        Assert.Equal(body, string.Join("\n\n", sent.Select(call => call.Text)));
        Assert.All(sent.SkipLast(1), call => Assert.False(call.Fields.ContainsKey("reply_markup")));
        Assert.True(sent[^1].Fields.ContainsKey("reply_markup"));
        Assert.Equal("""{"message_id":3,"allow_sending_without_reply":true}""", sent[0].Fields["reply_parameters"]!.ToJsonString());
        await stage.Plant.Say(outbox => outbox.ClearKeys(7, "baca"));
        Assert.Equal("105", (await Last(stage.Api, "editMessageReplyMarkup")).Fields["message_id"]!.ToString());
    }

    private static async Task<ApiCall> Last(ScriptedBotApi api, string method)
    {
        while (true)
            if (await api.Call(Cancel) is var call && call.Method == method) return call;
    }

    private static TextMessage Text(string text, Keyboard? keys = null) => new(StyledText.Plain(text), keys);
}
