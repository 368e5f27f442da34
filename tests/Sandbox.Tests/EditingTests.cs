namespace KominfoBot.Sandbox.Tests;

public sealed class EditingTests : PracticeTest
{
    private const string NotModified =
        "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    [Fact]
    public async Task An_edit_changes_the_message_and_without_markup_takes_the_buttons_away()
    {
        var id = await Card();
        await Bot.Get("editMessageText", new { chat_id = Rina, message_id = id, text = "baru", reply_markup = SendingTests.Buttons(("Setujui", "a")) });
        var seen = Phones.History(Rina)[^1];
        Assert.Equal(("baru", true, "Setujui"), (seen.Text, seen.Edited, seen.AllButtons.Single().Text));
        await Bot.Get("editMessageText", new { chat_id = Rina, message_id = id, text = "baru" });
        Assert.Empty(Phones.History(Rina)[^1].AllButtons);
    }

    [Fact]
    public async Task A_change_of_buttons_alone_is_not_shown_as_an_edit()
    {
        var id = await Card();
        var edited = await Bot.Get("editMessageReplyMarkup", new { chat_id = Rina, message_id = id, reply_markup = new { inline_keyboard = Array.Empty<object>() } });
        Assert.NotNull(edited["edit_date"]);
        var seen = Phones.History(Rina)[^1];
        Assert.False(seen.Edited);
        Assert.Empty(seen.AllButtons);
    }

    [Fact]
    public async Task An_equal_edit_is_refused_as_not_modified()
    {
        var id = await Card();
        Assert.Equal(NotModified, await Bot.Refusal("editMessageText", new { chat_id = Rina, message_id = id, text = "lama", reply_markup = SendingTests.Buttons(("Setujui", "a")) }));
        await Bot.Get("editMessageReplyMarkup", new { chat_id = Rina, message_id = id });
        Assert.Equal(NotModified, await Bot.Refusal("editMessageReplyMarkup", new { chat_id = Rina, message_id = id }));
        Assert.Equal(NotModified, await Bot.Refusal("editMessageText", new { chat_id = Rina, message_id = id, text = " lama " }));
    }

    [Fact]
    public async Task Only_the_bots_own_present_messages_can_be_edited()
    {
        var mine = Phones.Say(Rina, "punya saya");
        Assert.Equal("400 Bad Request: message can't be edited", await Bot.Refusal("editMessageText", new { chat_id = Rina, message_id = mine.Id, text = "x" }));
        Assert.Equal("400 Bad Request: message to edit not found", await Bot.Refusal("editMessageText", new { chat_id = Rina, message_id = 77, text = "x" }));
        var id = await Card();
        await Bot.Get("deleteMessage", new { chat_id = Rina, message_id = id });
        Assert.Equal("400 Bad Request: message to edit not found", await Bot.Refusal("editMessageText", new { chat_id = Rina, message_id = id, text = "x" }));
    }

    [Fact]
    public async Task Captions_and_media_are_edited_by_their_own_methods()
    {
        var photo = Phones.SendPhoto(Rina, Pictures.Jpeg(800, 600));
        var file = System.Text.Json.Nodes.JsonNode.Parse(photo.Json)!["photo"]!.AsArray()[^1]!["file_id"]!.GetValue<string>();
        var sent = (await Bot.Get("sendPhoto", new { chat_id = Rina, photo = file, caption = "satu" }))["message_id"]!.GetValue<int>();
        await Bot.Get("editMessageCaption", new { chat_id = Rina, message_id = sent, caption = "dua" });
        Assert.Equal("dua", Phones.History(Rina)[^1].Text);
        Assert.Equal("400 Bad Request: there is no text in the message to edit", await Bot.Refusal("editMessageText", new { chat_id = Rina, message_id = sent, text = "x" }));
        await Bot.Get("editMessageMedia", new { chat_id = Rina, message_id = sent, media = new { type = "photo", media = file, caption = "tiga" } });
        Assert.Equal("tiga", Phones.History(Rina)[^1].Text);
        Assert.Equal("400 Bad Request: there is no caption in the message to edit",
            await Bot.Refusal("editMessageCaption", new { chat_id = Rina, message_id = await Card(), caption = "x" }));
    }

    private async Task<int> Card()
    {
        if (Phones.History(Rina).Count == 0)
            Phones.Say(Rina, "/start");
        return (await Bot.Get("sendMessage", new { chat_id = Rina, text = "lama", reply_markup = SendingTests.Buttons(("Setujui", "a")) }))["message_id"]!.GetValue<int>();
    }
}
