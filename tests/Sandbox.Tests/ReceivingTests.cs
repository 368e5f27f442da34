using System.Text.Json.Nodes;

namespace KominfoBot.Sandbox.Tests;

public sealed class ReceivingTests : PracticeTest
{
    [Fact]
    public async Task What_a_phone_does_arrives_as_updates_of_the_described_shape()
    {
        Phones.Say(Rina, "/start kode-undangan");
        Phones.SendPhoto(Rina, Pictures.Jpeg(640, 480), "Keterangan");
        Phones.SendAlbum(Rina, [Pictures.Jpeg(640, 480), Pictures.Jpeg(640, 481)], "Album");
        Phones.SendDocument(Rina, new SentFile("isi"u8.ToArray(), "Rilis.docx"), "Berkas");
        foreach (var kind in Enum.GetValues<OtherKind>())
            Phones.SendOther(Rina, kind);
        var said = Phones.Say(Rina, "Lihat https://contoh.id/a, hubungi @kominfo #berita");
        Phones.EditMessage(Rina, said.Id, "Sudah diubah");
        Phones.Forward(Rina, said.Id, Yeni);

        // Each update was compared with the description, field by field, when it was made.
        var updates = await Bot.Updates();
        Assert.Equal(16, updates.Count);
        Assert.Equal(updates.Select(update => update["update_id"]!.GetValue<long>()).Order(), updates.Select(update => update["update_id"]!.GetValue<long>()));
        Assert.Equal("bot_command", updates[0]["message"]!["entities"]![0]!["type"]!.GetValue<string>());
        Assert.Equal(["url", "mention", "hashtag"], updates[13]["message"]!["entities"]!.AsArray().Select(entity => entity!["type"]!.GetValue<string>()));
        Assert.Equal("Sudah diubah", updates[14]["edited_message"]!["text"]!.GetValue<string>());
        Assert.Equal(Rina, updates[15]["message"]!["forward_origin"]!["sender_user"]!["id"]!.GetValue<long>());
        Assert.Equal(Yeni, updates[15]["message"]!["from"]!["id"]!.GetValue<long>());
        Assert.Equal(updates[2]["message"]!["media_group_id"]!.GetValue<string>(), updates[3]["message"]!["media_group_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_long_poll_returns_as_soon_as_something_happens()
    {
        var waiting = Bot.Get("getUpdates", new { timeout = 30 });
        await Phones.UntilAsync(() => Phones.Polls == 1, stop: Stop);
        Assert.False(waiting.IsCompleted);
        var started = TimeProvider.System.GetTimestamp();
        Phones.Say(Rina, "halo");
        Assert.Single((await waiting).AsArray());
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Updates_stay_until_an_offset_confirms_them()
    {
        foreach (var i in Enumerable.Range(1, 5))
            Phones.Say(Rina, $"pesan {i}");
        var first = (await Bot.Get("getUpdates", new { limit = 2 })).AsArray();
        Assert.Equal(2, first.Count);
        Assert.Equal(5, Phones.PendingUpdates);
        var rest = (await Bot.Get("getUpdates", new { offset = first[1]!["update_id"]!.GetValue<long>() + 1 })).AsArray();
        Assert.Equal(["pesan 3", "pesan 4", "pesan 5"], Texts(rest));
        var last = (await Bot.Get("getUpdates", new { offset = -1 })).AsArray();
        Assert.Equal(["pesan 5"], Texts(last));
        Assert.Equal(1, Phones.PendingUpdates);
    }

    [Fact]
    public async Task Two_pollers_conflict_and_the_newer_one_wins()
    {
        var older = Bot.Call("getUpdates", new { timeout = 30 });
        await Phones.UntilAsync(() => Phones.Polls == 1, stop: Stop);
        var newer = Bot.Call("getUpdates", new { timeout = 30 });
        await Phones.UntilAsync(() => Phones.Polls == 2, stop: Stop);
        var told = await older;
        Assert.Equal(409, told["error_code"]!.GetValue<int>());
        Assert.StartsWith("Conflict: terminated by other getUpdates request", told["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Phones.Say(Rina, "halo");
        Assert.True((await newer)["ok"]!.GetValue<bool>());
    }

    [Fact]
    public async Task With_a_webhook_set_nobody_may_poll()
    {
        await Bot.Get("setWebhook", new { url = "http://127.0.0.1:9/none", secret_token = "rahasia_123", max_connections = 5, allowed_updates = new[] { "message" } });
        Assert.StartsWith("409 Conflict: can't use getUpdates method while webhook is active", await Bot.Refusal("getUpdates"), StringComparison.Ordinal);
        Assert.Equal("http://127.0.0.1:9/none", (await Bot.Get("getWebhookInfo"))["url"]!.GetValue<string>());
        await Bot.Get("deleteWebhook");
        Assert.Equal("", (await Bot.Get("getWebhookInfo"))["url"]!.GetValue<string>());
        await Bot.Get("getUpdates");
        Assert.StartsWith("400", await Bot.Refusal("setWebhook", new { url = "http://127.0.0.1:9/", secret_token = "spasi tidak boleh" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kinds_that_were_not_asked_for_do_not_come()
    {
        await Bot.Get("getUpdates", new { allowed_updates = new[] { "callback_query" } });
        Phones.Say(Rina, "tidak akan sampai");
        Assert.Empty(await Bot.Updates());
        await Bot.Get("getUpdates", new { allowed_updates = Array.Empty<string>() });
        Phones.Say(Rina, "akan sampai");
        Assert.Single(await Bot.Updates());
    }

    [Fact]
    public async Task Presses_live_150_seconds_and_messages_a_day()
    {
        Phones.Say(Rina, "/start");
        await Bot.Updates();
        var card = await Bot.Get("sendMessage", new { chat_id = Rina, text = "?", reply_markup = SendingTests.Buttons(("Ya", "y")) });
        Phones.Press(Rina, card["message_id"]!.GetValue<int>(), "Ya");
        Phones.Say(Rina, "pesan");
        Clock.Advance(TimeSpan.FromSeconds(151));
        Assert.Equal(["message"], (await Bot.Get("getUpdates")).AsArray().Select(update => update!.AsObject().ElementAt(1).Key));
        Clock.Advance(TimeSpan.FromHours(24));
        Assert.Empty((await Bot.Get("getUpdates")).AsArray());
    }

    [Fact]
    public async Task A_press_gets_its_answer_once_and_in_time()
    {
        Phones.Say(Rina, "/start");
        var card = (await Bot.Get("sendMessage", new { chat_id = Rina, text = "?", reply_markup = SendingTests.Buttons(("Ya", "y")) }))["message_id"]!.GetValue<int>();
        await Bot.Updates();
        var press = Phones.PressAsync(Rina, card, "Ya", stop: Stop);
        var query = (await Bot.Updates()).Single()["callback_query"]!;
        Assert.Equal("y", query["data"]!.GetValue<string>());
        Assert.Equal("?", query["message"]!["text"]!.GetValue<string>());
        var id = query["id"]!.GetValue<string>();
        await Bot.Get("answerCallbackQuery", new { callback_query_id = id, text = "Sudah", show_alert = true });
        Assert.Equal(new PressAnswer("Sudah", true, null), await press);
        const string tooOld = "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
        Assert.Equal(tooOld, await Bot.Refusal("answerCallbackQuery", new { callback_query_id = id }));

        Phones.Press(Rina, card, "Ya");
        var late = (await Bot.Updates()).Single()["callback_query"]!["id"]!.GetValue<string>();
        Clock.Advance(TimeSpan.FromSeconds(151));
        Assert.Equal(tooOld, await Bot.Refusal("answerCallbackQuery", new { callback_query_id = late }));
    }

    [Fact]
    public async Task A_press_without_such_a_button_says_which_there_are()
    {
        Phones.Say(Rina, "/start");
        var card = (await Bot.Get("sendMessage", new { chat_id = Rina, text = "?", reply_markup = SendingTests.Buttons(("Ya", "y"), ("Batal", "n")) }))["message_id"]!.GetValue<int>();
        var wrong = Assert.Throws<ArgumentException>(() => Phones.Press(Rina, card, "Tolak"));
        Assert.Contains("Ya, Batal", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_paste_is_split_like_a_client_does()
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("kata", 150)) + " 😀";
        var text = string.Join('\n', Enumerable.Repeat(paragraph, 24));
        var pieces = Phones.SayLong(Rina, text);
        Assert.True(pieces.Count > 4);
        Assert.All(pieces, piece => Assert.InRange(piece.Text.Length, 1, 4096));
        Assert.Equal(text, string.Join('\n', pieces.Select(piece => piece.Text)));
        Assert.Equal(pieces.Count, (await Bot.Updates()).Count);
        var solid = Phones.SayLong(Yeni, string.Concat(Enumerable.Repeat("😀", 3000)));
        Assert.All(solid, piece => Assert.False(char.IsHighSurrogate(piece.Text[^1])));
    }

    [Fact]
    public async Task A_file_over_20_megabytes_cannot_be_fetched()
    {
        var sent = Phones.SendDocument(Rina, new SentFile("kecil"u8.ToArray(), "besar.zip", ClaimedSize: 25 * 1024 * 1024));
        var document = JsonNode.Parse(sent.Json)!["document"]!;
        Assert.Equal(25 * 1024 * 1024, document["file_size"]!.GetValue<long>());
        Assert.Equal("400 Bad Request: file is too big", await Bot.Refusal("getFile", new { file_id = document["file_id"]!.GetValue<string>() }));
        var small = Phones.SendDocument(Rina, new SentFile("kecil"u8.ToArray(), "kecil.pdf"));
        var id = JsonNode.Parse(small.Json)!["document"]!["file_id"]!.GetValue<string>();
        Phones.SetFileAvailable(Rina, small.Id, false);
        Assert.Equal("400 Bad Request: wrong file_id or the file is temporarily unavailable", await Bot.Refusal("getFile", new { file_id = id }));
        Phones.SetFileAvailable(Rina, small.Id, true);
        await Bot.Get("getFile", new { file_id = id });
    }

    private static List<string> Texts(JsonArray updates) => updates.Select(update => update!["message"]!["text"]!.GetValue<string>()).ToList();
}
