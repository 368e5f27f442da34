using System.Net;

namespace KominfoBot.Sandbox.Tests;

public sealed class FaultTests : PracticeTest
{
    private readonly HttpClient http = new();

    [Fact]
    public async Task Planned_faults_strike_the_right_requests_and_then_end()
    {
        Phones.Say(Rina, "/start");
        Phones.Say(Yeni, "/start");
        Phones.Plan(new Fault(FaultKind.TooManyRequests) { Method = "sendMessage", ChatId = Rina, RetryAfter = 35, Times = 2 });
        await Bot.Get("sendMessage", new { chat_id = Yeni, text = "lain" });
        using var struck = await Send("satu");
        Assert.Equal(429, (int)struck.StatusCode);
        Assert.Equal("35", struck.Headers.GetValues("Retry-After").Single());
        Assert.Contains("\"parameters\":{\"retry_after\":35}", await struck.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var again = await Send("satu");
        using var passed = await Send("satu");
        Assert.Equal((429, 200), ((int)again.StatusCode, (int)passed.StatusCode));
        Assert.Equal(0, Phones.FaultsLeft);
        Assert.Equal(["/start", "satu"], Phones.History(Rina).Select(message => message.Text));
    }

    [Fact]
    public async Task A_proxys_page_and_cut_json_are_what_they_claim()
    {
        Phones.Say(Rina, "/start");
        Phones.Plan(new Fault(FaultKind.BadGateway));
        using var gateway = await Send("x");
        Assert.Equal(HttpStatusCode.BadGateway, gateway.StatusCode);
        Assert.StartsWith("<html>", await gateway.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Phones.Plan(new Fault(FaultKind.BrokenJson) { TakesEffect = true });
        using var broken = await Send("y");
        Assert.Equal(HttpStatusCode.OK, broken.StatusCode);
        Assert.Equal("{\"ok\":true,\"result\":{\"message_id\":", await broken.Content.ReadAsStringAsync(Stop));
        Assert.Equal(["/start", "y"], Phones.History(Rina).Select(message => message.Text));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_reset_comes_before_or_after_the_effect(bool takesEffect, int messages)
    {
        Phones.Say(Rina, "/start");
        Phones.Plan(new Fault(FaultKind.Reset) { TakesEffect = takesEffect });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Send("x"));
        Assert.Equal(messages, Phones.History(Rina).Count(message => message.FromBot));
    }

    [Fact]
    public async Task A_refusal_can_name_a_new_chat()
    {
        Phones.AddChat(-100, "group", "Rapat");
        Phones.Plan(new Fault(FaultKind.Refuse) { Description = "Bad Request: group chat was upgraded to a supergroup chat", MigrateToChatId = -1001 });
        var answer = await Bot.Call("sendMessage", new { chat_id = -100, text = "x" });
        Assert.Equal(-1001, answer["parameters"]!["migrate_to_chat_id"]!.GetValue<long>());
    }

    [Fact]
    public async Task Updates_can_be_repeated_turned_around_and_renumbered()
    {
        Phones.Say(Rina, "satu");
        var first = (await Bot.Updates()).Single()["update_id"]!.GetValue<long>();
        Assert.True(Phones.Redeliver(first));
        Assert.Equal(first, (await Bot.Updates()).Single()["update_id"]!.GetValue<long>());

        Phones.HoldUpdates();
        Phones.Say(Rina, "dua");
        Phones.Say(Rina, "tiga");
        Assert.Empty(await Bot.Updates());
        Phones.ReleaseUpdates(reverse: true);
        Assert.Equal(["tiga", "dua"], (await Bot.Updates()).Select(update => update["message"]!["text"]!.GetValue<string>()));

        Phones.NumberUpdatesFrom(5);
        Phones.Say(Rina, "empat");
        // A bot that still asks with its old, high offset gets them all the same, and confirms by the low one.
        var low = (await Bot.Get("getUpdates", new { offset = first + 1000 })).AsArray();
        Assert.Equal(5, low.Single()!["update_id"]!.GetValue<long>());
        Assert.Empty((await Bot.Get("getUpdates", new { offset = 6 })).AsArray());
    }

    [Fact]
    public async Task Anything_can_be_injected()
    {
        Phones.Inject("{\"update_id\":99,\"something_new\":{\"x\":1}}");
        Assert.Equal("{\"update_id\":99,\"something_new\":{\"x\":1}}", (await Bot.Updates()).Single().ToJsonString());
    }

    [Fact]
    public async Task A_download_can_break_half_way()
    {
        var sent = Phones.SendPhoto(Rina, Pictures.Jpeg(640, 480));
        var id = System.Text.Json.Nodes.JsonNode.Parse(sent.Json)!["photo"]!.AsArray()[^1]!["file_id"]!.GetValue<string>();
        var path = (await Bot.Get("getFile", new { file_id = id }))["file_path"]!.GetValue<string>();
        Phones.Plan(new Fault(FaultKind.Reset) { Method = "download", TakesEffect = true });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Bot.Download(path));
        using var whole = await Bot.Download(path);
        Assert.Equal(Pictures.Jpeg(640, 480).Length, (await whole.Content.ReadAsByteArrayAsync(Stop)).Length);
    }

    private Task<HttpResponseMessage> Send(string text) =>
        http.GetAsync($"{Telegram.BaseUrl}/bot{Telegram.Token}/sendMessage?chat_id={Rina}&text={text}", Stop);
}

public sealed class FloodTests : PracticeTest
{
    private protected override SandboxOptions Options => new() { Flood = new FloodLimits(3, 100, TimeSpan.FromSeconds(60)) };

    [Fact]
    public async Task Past_the_limit_of_a_chat_telegram_asks_for_patience()
    {
        Phones.Say(Rina, "/start");
        Phones.Say(Yeni, "/start");
        for (var i = 0; i < 3; i++)
            await Bot.Get("sendMessage", new { chat_id = Rina, text = "x" });
        var refused = await Bot.Call("sendMessage", new { chat_id = Rina, text = "x" });
        Assert.Equal(429, refused["error_code"]!.GetValue<int>());
        Assert.InRange(refused["parameters"]!["retry_after"]!.GetValue<int>(), 1, 60);
        await Bot.Get("sendMessage", new { chat_id = Yeni, text = "x" });
    }
}
