using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace KominfoBot.Sandbox.Tests;

public sealed class SendingTests : PracticeTest
{
    [Fact]
    public async Task A_message_reaches_the_phone_and_comes_back_as_the_description_says()
    {
        Phones.Say(Rina, "/start");
        var sent = await Bot.Get("sendMessage", new { chat_id = Rina, text = "Halo" });
        Assert.Equal(2, sent["message_id"]!.GetValue<int>());
        Assert.Equal("private", sent["chat"]!["type"]!.GetValue<string>());
        Assert.True(sent["from"]!["is_bot"]!.GetValue<bool>());
        Assert.InRange(sent["date"]!.GetValue<long>(), 1_700_000_000, 4_000_000_000);
        var seen = Phones.History(Rina);
        Assert.Equal(["/start", "Halo"], seen.Select(message => message.Text));
        Assert.Equal([false, true], seen.Select(message => message.FromBot));
    }

    [Fact]
    public async Task Before_the_persons_start_and_after_a_block_the_bot_is_refused()
    {
        Assert.Equal("403 Forbidden: bot can't initiate conversation with a user", await Bot.Refusal("sendMessage", new { chat_id = Rina, text = "Halo" }));
        Assert.Equal("400 Bad Request: chat not found", await Bot.Refusal("sendMessage", new { chat_id = 12345, text = "Halo" }));
        Phones.Say(Rina, "/start");
        Phones.Block(Rina);
        Assert.Equal("403 Forbidden: bot was blocked by the user", await Bot.Refusal("sendMessage", new { chat_id = Rina, text = "Halo" }));
        Phones.Unblock(Rina);
        await Bot.Get("sendMessage", new { chat_id = Rina, text = "Halo lagi" });
        var membership = (await Bot.Updates()).Select(update => update["my_chat_member"]?["new_chat_member"]?["status"]?.GetValue<string>()).OfType<string>();
        Assert.Equal(["kicked", "member"], membership);
    }

    [Theory]
    [InlineData("", "message text is empty")]
    [InlineData(" \n\t ", "message text is empty")]
    public async Task Text_without_content_is_refused(string text, string complaint)
    {
        SendsNonsense = true;
        Phones.Say(Rina, "/start");
        Assert.Equal("400 Bad Request: " + complaint, await Bot.Refusal("sendMessage", new { chat_id = Rina, text }));
    }

    [Fact]
    public async Task Limits_count_utf16_units_after_entities_parsing()
    {
        SendsNonsense = true;
        Phones.Say(Rina, "/start");
        await Bot.Get("sendMessage", new { chat_id = Rina, text = $"<b>{new string('a', 4096)}</b>", parse_mode = "HTML" });
        Assert.Equal("400 Bad Request: message is too long", await Bot.Refusal("sendMessage", new { chat_id = Rina, text = new string('a', 4097) }));
        Assert.Equal("400 Bad Request: message is too long", await Bot.Refusal("sendMessage", new { chat_id = Rina, text = string.Concat(Enumerable.Repeat("😀", 2049)) }));
        Assert.Equal("400 Bad Request: BUTTON_DATA_INVALID", await Bot.Refusal("sendMessage", new { chat_id = Rina, text = "x", reply_markup = Buttons(("A", new string('d', 65))) }));
        await Bot.Get("sendMessage", new { chat_id = Rina, text = "x", reply_markup = Buttons(("A", new string('d', 64))) });
    }

    [Fact]
    public async Task Html_becomes_entities()
    {
        Phones.Say(Rina, "/start");
        var sent = await Bot.Get("sendMessage", new
        {
            chat_id = Rina,
            parse_mode = "HTML",
            text = "<b>Judul &amp; <i>isi</i></b> 😀 <a href=\"https://contoh.id/a?b=1&amp;c=2\">tautan</a> <blockquote expandable>panjang</blockquote><tg-spoiler>x</tg-spoiler><pre><code class=\"language-cs\">y</code></pre>",
        });
        Assert.Equal("Judul & isi 😀 tautan panjangxy", sent["text"]!.GetValue<string>());
        Assert.Equal(
            ["bold 0+11", "italic 8+3", "text_link 15+6", "expandable_blockquote 22+7", "spoiler 29+1", "pre 30+1"],
            sent["entities"]!.AsArray().Select(entity => $"{entity!["type"]} {entity["offset"]}+{entity["length"]}"));
        Assert.Equal("https://contoh.id/a?b=1&c=2", sent["entities"]![2]!["url"]!.GetValue<string>());
        Assert.Equal("cs", sent["entities"]![5]!["language"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("<b>x", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<h1>x</h1>", "Unsupported start tag \"h1\" at byte offset 0")]
    [InlineData("a</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("<b>x</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    public async Task Broken_html_is_refused_with_the_place(string html, string complaint)
    {
        Phones.Say(Rina, "/start");
        Assert.Equal("400 Bad Request: can't parse entities: " + complaint, await Bot.Refusal("sendMessage", new { chat_id = Rina, text = html, parse_mode = "HTML" }));
    }

    [Fact]
    public async Task Entities_given_as_a_list_are_moved_with_the_trimmed_text_and_unsafe_links_dropped()
    {
        Phones.Say(Rina, "/start");
        var sent = await Bot.Get("sendMessage", new
        {
            chat_id = Rina,
            text = "  tebal\r\n",
            entities = new object[] { new { type = "bold", offset = 0, length = 7 }, new { type = "text_link", offset = 2, length = 5, url = "javascript:alert(1)" } },
        });
        Assert.Equal("tebal", sent["text"]!.GetValue<string>());
        Assert.Equal(["bold 0+5"], sent["entities"]!.AsArray().Select(entity => $"{entity!["type"]} {entity["offset"]}+{entity["length"]}"));
        Assert.StartsWith("400 Bad Request: entity begins in a middle of a UTF-16 symbol", await Bot.Refusal("sendMessage",
            new { chat_id = Rina, text = "😀", entities = new object[] { new { type = "bold", offset = 1, length = 1 } } }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_carries_the_message_it_answers()
    {
        var question = Phones.Say(Rina, "Bagaimana?");
        var sent = await Bot.Get("sendMessage", new { chat_id = Rina, text = "Begini", reply_parameters = new { message_id = question.Id } });
        Assert.Equal("Bagaimana?", sent["reply_to_message"]!["text"]!.GetValue<string>());
        Assert.Equal("400 Bad Request: message to be replied not found", await Bot.Refusal("sendMessage", new { chat_id = Rina, text = "x", reply_parameters = new { message_id = 99 } }));
        var without = await Bot.Get("sendMessage", new { chat_id = Rina, text = "x", reply_parameters = new { message_id = 99, allow_sending_without_reply = true } });
        Assert.Null(without["reply_to_message"]);
    }

    [Fact]
    public async Task A_photo_is_uploaded_sent_again_by_id_and_downloaded()
    {
        Phones.Say(Rina, "/start");
        var sent = await UploadPhoto("sendPhoto", Pictures.Jpeg(1280, 960), ("caption", "Foto <b>rapat</b>"), ("parse_mode", "HTML"));
        var sizes = sent["photo"]!.AsArray();
        Assert.Equal(["90x67", "320x240", "800x600", "1280x960"], sizes.Select(size => $"{size!["width"]}x{size["height"]}"));
        Assert.Equal("Foto rapat", sent["caption"]!.GetValue<string>());

        var again = await Bot.Get("sendPhoto", new { chat_id = Rina, photo = sizes[^1]!["file_id"]!.GetValue<string>() });
        Assert.Equal(sizes[^1]!["file_unique_id"]!.GetValue<string>(), again["photo"]!.AsArray()[^1]!["file_unique_id"]!.GetValue<string>());

        var file = await Bot.Get("getFile", new { file_id = sizes[0]!["file_id"]!.GetValue<string>() });
        using var download = await Bot.Download(file["file_path"]!.GetValue<string>());
        Assert.Equal(Pictures.Jpeg(1280, 960), await download.Content.ReadAsByteArrayAsync(Stop));
        Clock.Advance(TimeSpan.FromHours(1.1));
        using var late = await Bot.Download(file["file_path"]!.GetValue<string>());
        Assert.Equal(404, (int)late.StatusCode);
    }

    [Fact]
    public async Task Photos_that_telegram_could_not_process_are_refused()
    {
        Phones.Say(Rina, "/start");
        Assert.Equal("Bad Request: IMAGE_PROCESS_FAILED", await RefusedPhoto("no picture"u8.ToArray()));
        Assert.Equal("Bad Request: PHOTO_INVALID_DIMENSIONS", await RefusedPhoto(Pictures.Jpeg(9000, 1500)));
        Assert.Equal("Bad Request: PHOTO_INVALID_DIMENSIONS", await RefusedPhoto(Pictures.Jpeg(2100, 100)));
        Assert.Equal("400 Bad Request: message caption is too long", await Bot.Refusal("sendPhoto", new { chat_id = Rina, photo = "x", caption = new string('a', 1025) }));
        SendsNonsense = true;
    }

    [Fact]
    public async Task An_album_has_two_to_ten_parts_of_one_kind()
    {
        var received = Phones.SendPhoto(Rina, Pictures.Jpeg(800, 600));
        var id = JsonNode.Parse(received.Json)!["photo"]!.AsArray()[^1]!["file_id"]!.GetValue<string>();
        object Photos(int count) => Enumerable.Range(0, count).Select(i => new { type = "photo", media = id, caption = i == 0 ? "Album" : null }).ToArray();

        var album = (await Bot.Get("sendMediaGroup", new { chat_id = Rina, media = Photos(10) })).AsArray();
        Assert.Equal(10, album.Count);
        Assert.Single(album.Select(message => message!["media_group_id"]!.GetValue<string>()).Distinct());
        Assert.Contains("too few", await Bot.Refusal("sendMediaGroup", new { chat_id = Rina, media = Photos(1) }), StringComparison.Ordinal);
        Assert.Contains("too many", await Bot.Refusal("sendMediaGroup", new { chat_id = Rina, media = Photos(11) }), StringComparison.Ordinal);

        using var form = new MultipartFormDataContent
        {
            { new StringContent(Rina.ToString(System.Globalization.CultureInfo.InvariantCulture)), "chat_id" },
            { new StringContent("[{\"type\":\"photo\",\"media\":\"attach://a\"},{\"type\":\"photo\",\"media\":\"attach://b\",\"caption\":\"kedua\"}]"), "media" },
            { new ByteArrayContent(Pictures.Jpeg(640, 480)), "a", "a.jpg" },
            { new ByteArrayContent(Pictures.Jpeg(480, 640)), "b", "b.jpg" },
        };
        var uploaded = (await Bot.Upload("sendMediaGroup", form))["result"]!.AsArray();
        Assert.Equal(640, uploaded[0]!["photo"]!.AsArray()[^1]!["width"]!.GetValue<int>());
        Assert.Equal("kedua", uploaded[1]!["caption"]!.GetValue<string>());
    }

    [Fact]
    public async Task Copies_forget_where_they_come_from_and_forwards_keep_it()
    {
        var said = Phones.Say(Rina, "Kabar dari nagari");
        Phones.Say(Yeni, "/start");
        var copy = await Bot.Get("copyMessage", new { chat_id = Yeni, from_chat_id = Rina, message_id = said.Id });
        var forwarded = await Bot.Get("forwardMessage", new { chat_id = Yeni, from_chat_id = Rina, message_id = said.Id });
        Assert.Equal(2, copy["message_id"]!.GetValue<int>());
        Assert.Equal("Rina", forwarded["forward_origin"]!["sender_user"]!["first_name"]!.GetValue<string>());
        Assert.Equal(["Kabar dari nagari", "Kabar dari nagari"], Phones.History(Yeni).Skip(1).Select(message => message.Text));
    }

    [Fact]
    public async Task Parameters_may_come_as_query_form_or_json()
    {
        Phones.Say(Rina, "/start");
        using var http = new HttpClient();
        var query = await http.GetStringAsync($"{Telegram.BaseUrl}/bot{Telegram.Token}/sendmessage?chat_id={Rina}&text=satu%20dua", Stop);
        Assert.Contains("satu dua", query, StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["chat_id"] = Rina.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["text"] = "tiga",
            ["disable_notification"] = "true",
            ["reply_markup"] = "{\"inline_keyboard\":[[{\"text\":\"Ya\",\"callback_data\":\"y\",\"style\":\"success\"}]]}",
        });
        using var posted = await http.PostAsync($"{Telegram.BaseUrl}/bot{Telegram.Token}/sendMessage", form, Stop);
        posted.EnsureSuccessStatusCode();
        Assert.Equal("success", Phones.History(Rina)[^1].AllButtons.Single().Style);
    }

    [Fact]
    public async Task Menus_follow_chat_then_private_chats_then_default()
    {
        Phones.Say(Rina, "/start");
        await Bot.Get("setMyCommands", new { commands = new[] { new { command = "bantuan", description = "Bantuan" } } });
        await Bot.Get("setMyCommands", new { commands = new[] { new { command = "tulis", description = "Tulis berita" } }, scope = new { type = "chat", chat_id = Rina } });
        Assert.Equal([("tulis", "Tulis berita")], Phones.MenuOf(Rina));
        Assert.Equal([("bantuan", "Bantuan")], Phones.MenuOf(Yeni));
        await Bot.Get("deleteMyCommands", new { scope = new { type = "chat", chat_id = Rina } });
        Assert.Equal([("bantuan", "Bantuan")], Phones.MenuOf(Rina));
        Assert.Equal("400 Bad Request: BOT_COMMAND_INVALID", await Bot.Refusal("setMyCommands", new { commands = new[] { new { command = "Tulis!", description = "x" } } }));
    }

    [Fact]
    public async Task The_rest_of_the_methods_answer_as_described()
    {
        var said = Phones.Say(Rina, "/start undangan123");
        await Bot.Get("getMe");
        await Bot.Get("getChat", new { chat_id = Rina });
        await Bot.Get("getChatMember", new { chat_id = Rina, user_id = Rina });
        await Bot.Get("sendChatAction", new { chat_id = Rina, action = "typing" });
        await Bot.Get("pinChatMessage", new { chat_id = Rina, message_id = said.Id });
        Assert.Equal(said.Id, (await Bot.Get("getChat", new { chat_id = Rina }))["pinned_message"]!["message_id"]!.GetValue<int>());
        await Bot.Get("unpinChatMessage", new { chat_id = Rina, message_id = said.Id });
        await Bot.Get("setMyDescription", new { description = "Ruang berita" });
        await Bot.Get("setMyShortDescription", new { short_description = "Berita" });
        await Bot.Get("getMyDescription");
        await Bot.Get("getMyCommands");
        await Bot.Get("deleteMessages", new { chat_id = Rina, message_ids = new[] { said.Id, 500 } });
        Assert.DoesNotContain(Phones.History(Rina), message => message.Id == said.Id);
        Assert.Equal("400 Bad Request: message to delete not found", await Bot.Refusal("deleteMessage", new { chat_id = Rina, message_id = said.Id }));
        Assert.Equal("404 Not Found: method not found", await Bot.Refusal("sendNothing"));
    }

    [Fact]
    public async Task Wrong_tokens_are_told_apart_from_no_tokens()
    {
        using var http = new HttpClient();
        using var other = await http.GetAsync($"{Telegram.BaseUrl}/bot123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/getMe", Stop);
        using var none = await http.GetAsync($"{Telegram.BaseUrl}/botabc/getMe", Stop);
        Assert.Equal((401, 404), ((int)other.StatusCode, (int)none.StatusCode));
    }

    internal static object Buttons(params (string Text, string Data)[] buttons) =>
        new { inline_keyboard = new[] { buttons.Select(button => new { text = button.Text, callback_data = button.Data }).ToArray() } };

    private async Task<JsonNode> UploadPhoto(string method, byte[] photo, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(Rina.ToString(System.Globalization.CultureInfo.InvariantCulture)), "chat_id" } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        var part = new ByteArrayContent(photo);
        part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        form.Add(part, "photo", "foto.jpg");
        var answer = await Bot.Upload(method, form);
        return answer["ok"]!.GetValue<bool>() ? answer["result"]! : answer["description"]!;
    }

    private async Task<string> RefusedPhoto(byte[] photo) => (await UploadPhoto("sendPhoto", photo)).GetValue<string>();
}
