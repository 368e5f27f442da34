using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Answer = KominfoBot.TelegramBotApi.Tests.LoopbackServer.Answer;

namespace KominfoBot.TelegramBotApi.Tests;

public sealed class AnswerTests
{
    private const string Me = """{"id":123456,"is_bot":true,"first_name":"Kominfo"}""";

    [Theory]
    [InlineData(400, "Bad Request: message is not modified", null)]
    [InlineData(401, "Unauthorized", null)]
    [InlineData(403, "Forbidden: bot was blocked by the user", null)]
    [InlineData(404, "Not Found", null)]
    [InlineData(409, "Conflict: terminated by other getUpdates request", null)]
    [InlineData(429, "Too Many Requests: retry after 35", 35)]
    [InlineData(500, "Internal Server Error", null)]
    public async Task A_refusal_of_the_Bot_API_keeps_its_code_and_words(int code, string description, int? retryAfter)
    {
        var parameters = retryAfter is null ? "" : $$""","parameters":{"retry_after":{{retryAfter}}}""";

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => GetMe(Answer.Json(code, $$"""{"ok":false,"error_code":{{code}},"description":"{{description}}"{{parameters}}}""")));

        Assert.Equal((code, description, retryAfter), (refused.ErrorCode, refused.Message, refused.Parameters?.RetryAfter));
        Assert.Equal($"Telegram Bot API error {code}: {description}", refused.ToString());
    }

    [Fact]
    public async Task A_migrated_group_tells_its_new_id()
    {
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => GetMe(Answer.Json(400, """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded","parameters":{"migrate_to_chat_id":-1001234567890}}""")));

        Assert.Equal(-1001234567890, refused.Parameters?.MigrateToChatId);
    }

    [Theory]
    [InlineData(429, """{"ok":false,"error_code":429,"description":"Too Many Requests"}""")]
    [InlineData(429, "<html>429</html>")]
    public async Task A_Retry_After_header_is_as_good_as_the_parameter(int status, string body)
    {
        var answer = Answer.Json(status, body) with { Headers = new() { ["Retry-After"] = "9" } };

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => GetMe(answer));

        Assert.Equal((429, 9), (refused.ErrorCode, refused.Parameters?.RetryAfter));
    }

    [Theory]
    [InlineData(502, "<html><body>Bad Gateway</body></html>")]
    [InlineData(504, "")]
    [InlineData(200, """{"ok":tr""")]
    [InlineData(200, "")]
    [InlineData(200, "[]")]
    [InlineData(200, """{"ok":true}""")]
    [InlineData(200, """{"ok":true,"result":null}""")]
    [InlineData(200, """{"ok":false,"error_code":400,"description":"Bad Request: x"}""")]
    [InlineData(200, """{"ok":true,"result":{"id":"not a number"}}""")]
    [InlineData(201, """{"ok":true,"result":{"id":1}}""")]
    [InlineData(404, """{"ok":false,"error_code":404}""")]
    [InlineData(400, "null")]
    [InlineData(302, "")]
    public async Task Whatever_is_not_the_Bot_API_s_answer_is_a_RequestException_with_its_status(int status, string body)
    {
        var unknown = await Assert.ThrowsAsync<RequestException>(() => GetMe(Answer.Text(status, "text/html", body) with { Headers = new() { ["Location"] = "/elsewhere" } }));

        Assert.Equal((HttpStatusCode)status, unknown.HttpStatusCode);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_a_RequestException() =>
        await Assert.ThrowsAsync<RequestException>(() => GetMe(Answer.Broken("""{"ok":true,"res""")));

    [Theory(Timeout = 30_000)]
    [InlineData("")]
    [InlineData("""{"ok":""")]
    public async Task A_server_that_falls_silent_is_left_after_the_timeout(string begin)
    {
        await using var server = await LoopbackServer.Start(Answer.Silent(begin));
        var bot = server.Bot();
        bot.Timeout = TimeSpan.FromMilliseconds(300);

        var late = await Assert.ThrowsAsync<RequestException>(() => bot.GetMe(TestContext.Current.CancellationToken));

        Assert.Equal("Bot API Request timed out", late.Message);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_caller_who_cancels_gets_a_cancellation()
    {
        await using var server = await LoopbackServer.Start(Answer.Silent(""));
        using var leave = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        using var end = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var ended = new TelegramBotClient(new TelegramBotClientOptions(LoopbackServer.Token, server.Address), cancellationToken: end.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Bot().GetMe(leave.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ended.GetMe(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    public async Task A_429_is_tried_as_often_as_RetryCount_says(int retryCount, int calls)
    {
        await using var server = await LoopbackServer.Start(Answer.Json(429, """{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":0}}"""));

        await Assert.ThrowsAsync<ApiRequestException>(() => server.Bot(retryCount).GetMe(TestContext.Current.CancellationToken));

        Assert.Equal(calls, server.Calls.Count);
    }

    [Fact]
    public async Task A_429_that_asks_for_more_than_RetryThreshold_is_thrown_at_once()
    {
        await using var server = await LoopbackServer.Start(Answer.Json(429, """{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":3600}}"""));
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAsync<ApiRequestException>(() => server.Bot(retryCount: 3).GetMe(TestContext.Current.CancellationToken));

        Assert.Single(server.Calls);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task An_upload_is_whole_at_the_second_try()
    {
        await using var server = await LoopbackServer.Start(
            Answer.Json(429, """{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":0}}"""),
            Answer.Ok("""{"message_id":1,"date":1,"chat":{"id":5,"type":"private"}}"""));

        await server.Bot(retryCount: 2).SendPhoto(5, new MemoryStream("foto"u8.ToArray()), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["foto", "foto"], server.Calls.Select(call => call.Files["0"].Content));
    }

    [Fact]
    public async Task False_is_a_result()
    {
        await using var server = await LoopbackServer.Start(Answer.Ok("false"));

        Assert.False(await server.Bot().SendRequest(new Telegram.Bot.Requests.DeleteMessageRequest { ChatId = 1, MessageId = 2 }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TestApi_tells_a_wrong_token_from_a_missing_server()
    {
        await using var server = await LoopbackServer.Start(Answer.Ok(Me), Answer.Json(401, """{"ok":false,"error_code":401,"description":"Unauthorized"}"""), Answer.Text(502, "text/html", "<html>"));
        var bot = server.Bot();

        Assert.True(await bot.TestApi(TestContext.Current.CancellationToken));
        Assert.False(await bot.TestApi(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<RequestException>(() => bot.TestApi(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_request_of_the_caller_s_own_can_take_raw_JSON()
    {
        await using var server = await LoopbackServer.Start(Answer.Ok("""[{"update_id":1,"new_kind":{"a":1}},{"update_id":2}]"""));

        var updates = await server.Bot().SendRequest(new RawUpdates(), TestContext.Current.CancellationToken);

        Assert.Equal(["""{"update_id":1,"new_kind":{"a":1}}""", """{"update_id":2}"""], updates.Select(update => update.GetRawText()));
    }

    [Fact]
    public async Task All_results_of_the_methods_are_read()
    {
        await using var server = await LoopbackServer.Start(
            Answer.Ok("""{"url":"","has_custom_certificate":false,"pending_update_count":3,"last_error_date":1700000000,"last_error_message":"x","allowed_updates":["message","new_kind"]}"""),
            Answer.Ok("""[{"command":"tulis","description":"Tulis berita"}]"""),
            Answer.Ok("""{"message_id":77}"""),
            Answer.Ok("""{"id":-1001,"type":"channel","title":"Kominfo","accent_color_id":0,"max_reaction_count":3,"bio":"b","accepted_gift_types":{}}"""),
            Answer.Ok("true"));
        var bot = server.Bot();
        var stop = TestContext.Current.CancellationToken;

        var hook = await bot.GetWebhookInfo(stop);
        Assert.Equal((3, new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc)), (hook.PendingUpdateCount, hook.LastErrorDate));
        Assert.Equal("tulis", Assert.Single(await bot.GetMyCommands(cancellationToken: stop)).Command);
        Assert.Equal(77, (await bot.CopyMessage(1, 2, 3, cancellationToken: stop)).Id);
        Assert.Equal("Channel \"Kominfo\" (-1001)", (await bot.GetChat("@kominfo", stop)).ToString());
        await bot.SetWebhook("https://example.org/hook", secretToken: "s", cancellationToken: stop);
        await bot.DeleteWebhook(cancellationToken: stop);
        await bot.PinChatMessage(1, 2, cancellationToken: stop);
        await bot.UnpinChatMessage(1, cancellationToken: stop);
        await bot.DeleteMyCommands(cancellationToken: stop);
        await bot.SetMyDescription("d", cancellationToken: stop);
        await bot.SetMyShortDescription("d", cancellationToken: stop);
        Assert.Equal(
            ["getWebhookInfo", "getMyCommands", "copyMessage", "getChat", "setWebhook", "deleteWebhook", "pinChatMessage", "unpinChatMessage", "deleteMyCommands", "setMyDescription", "setMyShortDescription"],
            server.Calls.Select(call => call.Path.Split('/')[^1]));
    }

    private static async Task<User> GetMe(Answer answer)
    {
        await using var server = await LoopbackServer.Start(answer);
        try
        {
            return await server.Bot().GetMe(TestContext.Current.CancellationToken);
        }
        finally
        {
            Assert.Single(server.Calls);
        }
    }

    private sealed class RawUpdates : IRequest<JsonElement[]>
    {
        public HttpMethod HttpMethod => HttpMethod.Post;

        public string MethodName => "getUpdates";

        public bool IsWebhookResponse { get; set; }

        public HttpContent? ToHttpContent() => null;
    }
}
