using System.Text;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace KominfoBot.TelegramBotApi.Tests;

public sealed class RequestBodyTests
{
    private const string Sent = """{"message_id":1,"date":1,"chat":{"id":5,"type":"private"}}""";

    [Fact]
    public async Task A_message_is_one_JSON_object_with_the_fields_that_were_set()
    {
        await using var server = await LoopbackServer.Start(LoopbackServer.Answer.Ok(Sent));

        await server.Bot().SendMessage(
            5_000_000_000,
            "Halo \U0001F1EE\U0001F1E9 <b>",
            ParseMode.Html,
            replyParameters: 7,
            replyMarkup: new InlineKeyboardMarkup(("Setujui", "a:1", KeyboardButtonStyle.Success)),
            linkPreviewOptions: LinkPreviewOptions.Disabled,
            entities: [new MessageEntity { Type = MessageEntityType.ExpandableBlockquote, Offset = 0, Length = 4 }],
            cancellationToken: TestContext.Current.CancellationToken);

        var call = Assert.Single(server.Calls);
        Assert.Equal(("POST", $"/bot{LoopbackServer.Token}/sendMessage", "application/json; charset=utf-8"), (call.Method, call.Path, call.ContentType));
        SameJson(
            """
            {"chat_id":5000000000,"text":"Halo \uD83C\uDDEE\uD83C\uDDE9 <b>","parse_mode":"Html","entities":[{"type":"expandable_blockquote","offset":0,"length":4}],
             "link_preview_options":{"is_disabled":true},"reply_parameters":{"message_id":7},
             "reply_markup":{"inline_keyboard":[[{"text":"Setujui","style":"success","callback_data":"a:1"}]]}}
            """,
            call.Body);
    }

    [Fact]
    public async Task A_call_without_parameters_has_no_body()
    {
        await using var server = await LoopbackServer.Start(LoopbackServer.Answer.Ok("""{"id":123456,"is_bot":true,"first_name":"Kominfo","username":"kominfo_bot"}"""));

        var me = await server.Bot().GetMe(TestContext.Current.CancellationToken);

        Assert.Equal("@kominfo_bot (123456)", me.ToString());
        Assert.Equal("", Assert.Single(server.Calls).Body);
    }

    [Fact]
    public void An_empty_keyboard_is_sent_because_it_removes_the_buttons() =>
        SameJson("""{"chat_id":"@kanal","message_id":9,"reply_markup":{"inline_keyboard":[]}}""", Body(new EditMessageReplyMarkupRequest { ChatId = "@kanal", MessageId = 9, ReplyMarkup = InlineKeyboardMarkup.Empty() }));

    [Fact]
    public void Zero_is_sent_where_it_has_a_meaning_and_absent_where_it_is_the_default()
    {
        SameJson("""{"offset":0,"timeout":0,"allowed_updates":["message","edited_message","callback_query","my_chat_member"]}""", Body(new GetUpdatesRequest { Offset = 0, Timeout = 0, AllowedUpdates = [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember] }));
        SameJson("""{"callback_query_id":"q","cache_time":0}""", Body(new AnswerCallbackQueryRequest { CallbackQueryId = "q", CacheTime = 0, ShowAlert = false }));
        SameJson("""{"callback_query_id":"q","text":"Sudah","show_alert":true}""", Body(new AnswerCallbackQueryRequest { CallbackQueryId = "q", Text = "Sudah", ShowAlert = true }));
        SameJson("""{"chat_id":5,"message_ids":[1,2]}""", Body(new DeleteMessagesRequest { ChatId = 5, MessageIds = [1, 2] }));
        SameJson("""{"chat_id":5,"action":"upload_photo"}""", Body(new SendChatActionRequest { ChatId = 5, Action = ChatAction.UploadPhoto }));
    }

    [Fact]
    public void Command_menus_name_their_scope()
    {
        var scopes = new Dictionary<string, BotCommandScope>
        {
            ["""{"type":"default"}"""] = BotCommandScope.Default(),
            ["""{"type":"all_private_chats"}"""] = BotCommandScope.AllPrivateChats(),
            ["""{"type":"all_group_chats"}"""] = BotCommandScope.AllGroupChats(),
            ["""{"type":"all_chat_administrators"}"""] = BotCommandScope.AllChatAdministrators(),
            ["""{"type":"chat","chat_id":5}"""] = BotCommandScope.Chat(5),
            ["""{"type":"chat_administrators","chat_id":"@kanal"}"""] = BotCommandScope.ChatAdministrators("@kanal"),
            ["""{"type":"chat_member","chat_id":-1,"user_id":6}"""] = BotCommandScope.ChatMember(-1, 6),
        };

        Assert.All(scopes, scope => SameJson(
            $$"""{"commands":[{"command":"tulis","description":"Tulis berita"}],"scope":{{scope.Key}},"language_code":"id"}""",
            Body(new SetMyCommandsRequest { Commands = [("tulis", "Tulis berita")], Scope = scope.Value, LanguageCode = "id" })));
    }

    [Fact]
    public void The_answer_to_a_webhook_names_its_method()
    {
        SameJson("""{"chat_id":5,"message_id":2,"method":"deleteMessage"}""", Body(new DeleteMessageRequest { ChatId = 5, MessageId = 2, IsWebhookResponse = true }));
        SameJson("""{"method":"getMe"}""", Body(new GetMeRequest { IsWebhookResponse = true }));
    }

    [Fact]
    public async Task Files_by_id_or_address_travel_as_JSON()
    {
        await using var server = await LoopbackServer.Start(LoopbackServer.Answer.Ok(Sent), LoopbackServer.Answer.Ok($"[{Sent},{Sent}]"));
        var bot = server.Bot();

        await bot.SendPhoto(5, InputFile.FromFileId("AgAC"), "Banjir", hasSpoiler: true, cancellationToken: TestContext.Current.CancellationToken);
        var album = await bot.SendMediaGroup(5, [new InputMediaPhoto("AgAC") { Caption = "Satu" }, new InputMediaVideo("https://example.org/v.mp4")], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, album.Length);
        Assert.Collection(
            server.Calls,
            call => SameJson("""{"chat_id":5,"photo":"AgAC","caption":"Banjir","has_spoiler":true}""", call.Body),
            call => SameJson("""{"chat_id":5,"media":[{"type":"photo","media":"AgAC","caption":"Satu"},{"type":"video","media":"https://example.org/v.mp4"}]}""", call.Body));
    }

    [Fact]
    public async Task A_stream_makes_the_call_multipart_and_is_named_by_attach()
    {
        await using var server = await LoopbackServer.Start(LoopbackServer.Answer.Ok(Sent));

        await server.Bot().SendDocument(
            "@kanal",
            InputFile.FromStream(Bytes("isi berkas"), "rilis \"Pemda\" ké-1.docx"),
            "Judul: \"Ké\"",
            replyMarkup: new InlineKeyboardMarkup("x"),
            captionEntities: [new MessageEntity { Type = MessageEntityType.Bold, Offset = 0, Length = 5 }],
            disableNotification: true,
            cancellationToken: TestContext.Current.CancellationToken);

        var call = Assert.Single(server.Calls);
        Assert.StartsWith("multipart/form-data; boundary=", call.ContentType, StringComparison.Ordinal);
        Assert.Equal("@kanal", call.Fields["chat_id"]);
        Assert.Equal("attach://0", call.Fields["document"]);
        Assert.Equal("Judul: \"Ké\"", call.Fields["caption"]);
        Assert.Equal("true", call.Fields["disable_notification"]);
        SameJson("""[{"type":"bold","offset":0,"length":5}]""", call.Fields["caption_entities"]);
        SameJson("""{"inline_keyboard":[[{"text":"x","callback_data":"x"}]]}""", call.Fields["reply_markup"]);
        Assert.Equal(("rilis %22Pemda%22 ké-1.docx", "isi berkas"), call.Files["0"]);
        Assert.Equal(6, call.Fields.Count);
    }

    [Fact]
    public async Task An_album_mixes_uploads_with_files_that_the_server_has()
    {
        await using var server = await LoopbackServer.Start(LoopbackServer.Answer.Ok($"[{Sent},{Sent},{Sent}]"));

        await server.Bot().SendMediaGroup(
            5,
            [
                new InputMediaPhoto(InputFile.FromStream(Bytes("satu"), "1.jpg")) { Caption = "Kap", ParseMode = ParseMode.MarkdownV2 },
                new InputMediaPhoto("AgAC"),
                new InputMediaVideo(Bytes("dua")) { Thumbnail = Bytes("kecil") },
            ],
            cancellationToken: TestContext.Current.CancellationToken);

        var call = Assert.Single(server.Calls);
        using var media = JsonDocument.Parse(call.Fields["media"]);
        Assert.Equal(["attach://0", "AgAC"], media.RootElement.EnumerateArray().Take(2).Select(item => item.GetProperty("media").GetString()));
        SameJson("""{"type":"photo","media":"attach://0","caption":"Kap","parse_mode":"MarkdownV2"}""", media.RootElement[0].GetRawText());
        string Uploaded(string field) => call.Files[media.RootElement[2].GetProperty(field).GetString()!["attach://".Length..]].Content;
        Assert.Equal(("1.jpg", "satu"), call.Files["0"]);
        Assert.Equal("dua", Uploaded("media"));
        Assert.Equal("kecil", Uploaded("thumbnail"));
        Assert.Equal(3, call.Files.Count);
    }

    [Fact]
    public async Task Two_threads_that_upload_at_once_do_not_mix_their_files()
    {
        await using var server = await LoopbackServer.Start(LoopbackServer.Answer.Ok(Sent));
        var bot = server.Bot();

        await Parallel.ForAsync(0, 40, TestContext.Current.CancellationToken, async (index, stop) =>
            await bot.SendPhoto(index, InputFile.FromStream(Bytes($"isi {index}"), $"{index}.jpg"), cancellationToken: stop));

        Assert.Equal(40, server.Calls.Count);
        Assert.All(server.Calls, call => Assert.Equal(($"{call.Fields["chat_id"]}.jpg", $"isi {call.Fields["chat_id"]}"), Assert.Single(call.Files).Value));
    }

    [Fact]
    public async Task A_stream_is_read_from_where_it_stands()
    {
        var stream = Bytes("lewat-isi");
        stream.Position = 6;

        using var content = new SendPhotoRequest { ChatId = 5, Photo = stream }.ToHttpContent()!;

        Assert.Contains("\r\n\r\nisi\r\n", await content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_request_is_written_by_generated_code()
    {
        var generated = JsonBotAPI.Options.TypeInfoResolverChain[0];

        Assert.All(RequestDescriptionTests.AllRequests(), request => Assert.NotNull(generated.GetTypeInfo(request.GetType(), JsonBotAPI.Options)));
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Body(Telegram.Bot.Requests.Abstractions.IRequest request)
    {
        using var content = request.ToHttpContent()!;
        return content.ReadAsStringAsync().GetAwaiter().GetResult();
    }

    private static void SameJson(string expected, string actual)
    {
        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(left.RootElement, right.RootElement), $"expected {expected}\nactual   {actual}");
    }
}
