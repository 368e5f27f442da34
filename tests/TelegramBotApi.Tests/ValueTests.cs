using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace KominfoBot.TelegramBotApi.Tests;

public sealed class ValueTests
{
    [Fact]
    public void Keyboards_are_built_in_rows()
    {
        Assert.Equal("a>1 b>2 / c>3", Rows(new InlineKeyboardMarkup().AddButton("a", "1").AddButton("b", "2").AddNewRow(("c", "3"))));
        Assert.Equal("a>1 b>2 / c>3", Rows(new InlineKeyboardMarkup([[("a", "1"), ("b", "2")], [("c", "3")]])));
        Assert.Equal("a>a b>b c>c", Rows(new InlineKeyboardMarkup(new InlineKeyboardButton[] { "a", "b" }).AddButton("c")));
        Assert.Equal("a>a b>b", Rows(new List<InlineKeyboardButton> { "a", "b" }!));
        Assert.Equal("a>a / b>b", Rows(new List<List<InlineKeyboardButton>> { new() { "a" }, new() { "b" } }!));
        Assert.Equal("x>x", Rows("x"!));
        Assert.Equal("", Rows(InlineKeyboardMarkup.Empty()));
        Assert.Null((InlineKeyboardMarkup?)(string?)null);
    }

    [Fact]
    public void Keyboards_given_by_the_caller_are_not_changed()
    {
        var row = new List<InlineKeyboardButton> { "a" };

        _ = new InlineKeyboardMarkup(row).AddButton("b");
        _ = new InlineKeyboardMarkup([row]).AddButton("c");

        Assert.Single(row);
    }

    [Theory]
    [InlineData("https://example.org", true)]
    [InlineData("HTTP://example.org", true)]
    [InlineData("tg://user?id=1", true)]
    [InlineData("a:1", false)]
    [InlineData("setuju:12:3", false)]
    [InlineData("www.example.org", false)]
    public void A_button_opens_addresses_and_sends_all_else_back(string value, bool address)
    {
        var button = new InlineKeyboardButton("x", value);

        Assert.Equal(address ? (value, null) : (null, value), (button.Url, button.CallbackData));
        Assert.Equal(value, InlineKeyboardButton.WithCallbackData("x", value).CallbackData);
    }

    [Theory]
    [InlineData("""{"text":"x","url":"https://x"}""", nameof(InlineKeyboardButton.WithUrl))]
    [InlineData("""{"text":"x","switch_inline_query":""}""", nameof(InlineKeyboardButton.WithSwitchInlineQuery))]
    [InlineData("""{"text":"x","switch_inline_query_current_chat":""}""", nameof(InlineKeyboardButton.WithSwitchInlineQueryCurrentChat))]
    [InlineData("""{"text":"x","copy_text":{"text":"https://x"}}""", nameof(InlineKeyboardButton.WithCopyText))]
    [InlineData("""{"text":"x","pay":true}""", nameof(InlineKeyboardButton.WithPay))]
    public void Buttons_set_their_one_field(string json, string kind)
    {
        var button = kind switch
        {
            nameof(InlineKeyboardButton.WithUrl) => InlineKeyboardButton.WithUrl("x", "https://x"),
            nameof(InlineKeyboardButton.WithSwitchInlineQuery) => InlineKeyboardButton.WithSwitchInlineQuery("x"),
            nameof(InlineKeyboardButton.WithSwitchInlineQueryCurrentChat) => InlineKeyboardButton.WithSwitchInlineQueryCurrentChat("x"),
            nameof(InlineKeyboardButton.WithCopyText) => InlineKeyboardButton.WithCopyText("x", "https://x"),
            _ => InlineKeyboardButton.WithPay("x"),
        };

        Assert.Equal(json, JsonSerializer.Serialize(button, JsonBotAPI.Options));
    }

    [Fact]
    public void Markups_are_written_by_their_own_kind()
    {
        static string Json(ReplyMarkup markup) => JsonSerializer.Serialize(markup, JsonBotAPI.Options);

        Assert.Equal("""{"remove_keyboard":true}""", Json(ReplyMarkup.RemoveKeyboard));
        Assert.Equal("""{"force_reply":true,"input_field_placeholder":"Judul"}""", Json(new ForceReplyMarkup { InputFieldPlaceholder = "Judul" }));
        Assert.Equal("""{"inline_keyboard":[[{"text":"x","callback_data":"x"}]]}""", Json(new InlineKeyboardButton[] { "x" }!));
    }

    [Fact]
    public void Chats_are_numbers_or_names()
    {
        Assert.Equal(-1001234567890, new ChatId("-1001234567890").Identifier);
        Assert.True(new ChatId(7) == "7");
        Assert.True(new ChatId("@Kanal") == "@kanal");
        Assert.True(new ChatId(7) != 8);
        Assert.Equal(new ChatId("@Kanal").GetHashCode(), new ChatId("@kanal").GetHashCode());
        Assert.Equal("7", (ChatId)new User { Id = 7 });
        Assert.Throws<ArgumentException>(() => new ChatId("kanal"));
        Assert.Throws<ArgumentException>(() => new ChatId("@"));
        Assert.Throws<ArgumentNullException>(() => new ChatId(null!));
    }

    [Fact]
    public void Files_are_told_apart_by_their_text()
    {
        Assert.IsType<InputFileUrl>(InputFile.FromString("https://example.org/a.jpg"));
        Assert.IsType<InputFileId>(InputFile.FromString("AgACAgUAAxkBAAI"));
        Assert.Equal("AgAC", Assert.IsType<InputFileId>((InputFile)new PhotoSize { FileId = "AgAC" }).Id);
        Assert.Equal(FileType.Stream, InputFile.FromStream(Stream.Null).FileType);
    }

    [Theory]
    [InlineData(-1001234567890, ChatType.Channel, null, "https://t.me/c/1234567890/5")]
    [InlineData(-1001234567890, ChatType.Supergroup, "kominfo", "https://t.me/kominfo/5")]
    [InlineData(55, ChatType.Private, "siti", null)]
    [InlineData(-55, ChatType.Group, null, null)]
    public void Messages_of_channels_have_an_address(long chat, ChatType type, string? username, string? link) =>
        Assert.Equal(link, new Message { Id = 5, Chat = new Chat { Id = chat, Type = type, Username = username } }.MessageLink());

    [Theory]
    [InlineData(null, "https://api.telegram.org")]
    [InlineData("http://127.0.0.1:8081/", "http://127.0.0.1:8081")]
    [InlineData("http://host/base?x=1", "http://host")]
    public void Options_make_the_addresses(string? server, string expected)
    {
        var options = new TelegramBotClientOptions("123:abc", server);

        Assert.Equal(($"{expected}/bot123:abc", $"{expected}/file/bot123:abc", 123L, server is not null), (options.BaseRequestUrl, options.BaseFileUrl, options.BotId, options.LocalBotServer));
        Assert.Equal((3, 60), (options.RetryCount, options.RetryThreshold));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("x:abc")]
    [InlineData(":abc")]
    [InlineData("")]
    public void A_token_without_a_number_is_refused(string token) => Assert.Throws<ArgumentException>(() => new TelegramBotClientOptions(token));

    [Fact]
    public void A_value_without_a_word_is_not_sent_silently() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(new MessageEntity(), JsonBotAPI.Options));

    [Fact]
    public void The_same_rules_fit_a_web_framework_s_options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        JsonBotAPI.Configure(options);

        Assert.Equal(7, JsonSerializer.Deserialize<Update>("""{"update_id":7}""", options)!.Id);
        Assert.Equal("""{"own_name":1}""", JsonSerializer.Serialize(new { OwnName = 1, Nothing = (string?)null }, options));
    }

    [Fact]
    public void AllTypes_names_each_kind_once() =>
        Assert.Equal(Enum.GetValues<UpdateType>().Where(type => type != UpdateType.Unknown), Update.AllTypes.Order());

    private static string Rows(InlineKeyboardMarkup markup) =>
        string.Join(" / ", markup.InlineKeyboard.Select(row => string.Join(' ', row.Select(button => $"{button.Text}>{button.CallbackData}"))));
}
