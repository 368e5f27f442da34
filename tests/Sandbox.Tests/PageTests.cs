using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KominfoBot.Sandbox.Tests;

public sealed partial class PageTests : PracticeTest
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    [Fact]
    public async Task The_page_and_all_it_names_are_served_under_a_policy_without_inline_code()
    {
        using var page = await http.GetAsync(Telegram.BaseUrl + "/sandbox", Stop);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var html = await page.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Latihan: tidak ada yang keluar dari komputer ini.", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(InlineCode(), html);
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        var addresses = Addresses().Matches(html).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(addresses.Count > 5);
        foreach (var address in addresses)
        {
            using var asset = await http.GetAsync(Telegram.BaseUrl + address, Stop);
            Assert.True(asset.IsSuccessStatusCode, address);
            Assert.Equal("nosniff", asset.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task Modules_import_only_what_exists_and_never_parse_html_into_the_page()
    {
        var modules = typeof(SandboxOptions).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".js", StringComparison.Ordinal)).ToList();
        Assert.True(modules.Count > 10);
        foreach (var name in modules)
        {
            var code = await http.GetStringAsync($"{Telegram.BaseUrl}/sandbox/assets/{name["page/".Length..]}", Stop);
            Assert.DoesNotMatch("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new Function|setHTML|https?://(?!www\\.w3\\.org/2000/svg)[a-z]", code);
            foreach (Match import in Imports().Matches(code))
                Assert.Contains("page/js/" + import.Groups[1].Value, modules);
        }
    }

    [Fact]
    public async Task Unchanged_assets_are_not_sent_again()
    {
        using var first = await http.GetAsync(Telegram.BaseUrl + "/sandbox/assets/js/main.js", Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, Telegram.BaseUrl + "/sandbox/assets/js/main.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_sample_photos_are_real_and_small()
    {
        var state = await http.GetFromJsonAsync<JsonNode>(Telegram.BaseUrl + "/sandbox/api/state", Stop);
        var names = state!["samples"]!.AsArray().Select(name => name!.GetValue<string>()).ToList();
        Assert.InRange(names.Count, 4, 6);
        foreach (var name in names)
        {
            var photo = await http.GetByteArrayAsync($"{Telegram.BaseUrl}/sandbox/samples/{name}", Stop);
            Assert.Equal((1280, 960), BotApi.ImageHeader.Read(photo));
            Assert.InRange(photo.Length, 20_000, 150_000);
        }
    }

    [Fact]
    public async Task The_phones_are_driven_over_http_too()
    {
        var said = await Act("say", new { chat = Rina, text = "halo", replyTo = (int?)null });
        Assert.Equal(1, said["messages"]![0]!.GetValue<int>());
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Rina.ToString(System.Globalization.CultureInfo.InvariantCulture)), "chat" },
            { new StringContent("Album"), "caption" },
            { new StringContent("2-lembah-Harau.jpg"), "sample" },
            { new ByteArrayContent(Pictures.Jpeg(640, 480)), "file", "saya.jpg" },
        };
        using var upload = new HttpRequestMessage(HttpMethod.Post, Telegram.BaseUrl + "/sandbox/api/photos") { Content = form, Headers = { { "X-Sandbox", "1" } } };
        using var uploaded = await http.SendAsync(upload, Stop);
        uploaded.EnsureSuccessStatusCode();
        await Act("other", new { chat = Rina, kind = "Sticker" });
        await Act("edit", new { chat = Rina, message = 1, text = "halo lagi" });
        await Act("forward", new { chat = Rina, message = 1, to = Yeni });
        await Act("block", new { chat = Yeni, blocked = true });
        var updates = await Bot.Updates();
        Assert.Equal(["message", "message", "message", "message", "edited_message", "message", "my_chat_member"], updates.Select(update => update.ElementAt(1).Key));

        var card = (await Bot.Get("sendMessage", new { chat_id = Rina, text = "?", reply_markup = SendingTests.Buttons(("Ya", "y")) }))["message_id"]!.GetValue<int>();
        var press = Act("press", new { chat = Rina, message = card, button = "Ya", wait = true });
        await Phones.UntilAsync(() => Phones.PendingUpdates == 1, stop: Stop);
        var query = (await Bot.Updates()).Single()["callback_query"]!["id"]!.GetValue<string>();
        await Bot.Get("answerCallbackQuery", new { callback_query_id = query, text = "Baik" });
        Assert.Equal("Baik", (await press)["answer"]!["text"]!.GetValue<string>());

        var messages = await http.GetFromJsonAsync<JsonArray>($"{Telegram.BaseUrl}/sandbox/api/messages?chat={Rina}", Stop);
        Assert.Equal(5, messages!.Count);
        Assert.True(messages[0]!["edited"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Acts_that_make_no_sense_are_answered_with_a_sentence()
    {
        var wrong = await Act("say", new { chat = 5, text = "halo" }, HttpStatusCode.BadRequest);
        Assert.Contains("no phone 5", wrong["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotNull((await Act("clock", new { to = "2020-01-01T00:00:00+07:00" }, HttpStatusCode.BadRequest))["error"]);
        Assert.NotNull((await Act("phones", new { name = " " }, HttpStatusCode.BadRequest))["error"]);
    }

    [Theory]
    [InlineData(null, null, null, HttpStatusCode.Forbidden)]
    [InlineData("1", "https://jahat.example", null, HttpStatusCode.Forbidden)]
    [InlineData("1", null, "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("1", null, "same-site", HttpStatusCode.Forbidden)]
    [InlineData("1", null, "same-origin", HttpStatusCode.OK)]
    public async Task Another_web_page_cannot_drive_the_phones(string? header, string? origin, string? site, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Telegram.BaseUrl + "/sandbox/api/say") { Content = JsonContent.Create(new { chat = Rina, text = "x" }) };
        if (header is not null)
            request.Headers.Add("X-Sandbox", header);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        using var response = await http.SendAsync(request, Stop);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, Phones.History(Rina).Count);
    }

    [Fact]
    public async Task A_rebound_host_name_reads_nothing_and_a_foreign_page_cannot_act_as_the_bot()
    {
        using var rebound = new HttpRequestMessage(HttpMethod.Get, Telegram.BaseUrl + "/sandbox/api/state") { Headers = { Host = "jahat.example" } };
        using var refused = await http.SendAsync(rebound, Stop);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, refused.StatusCode);
        using var asBot = new HttpRequestMessage(HttpMethod.Get, $"{Telegram.BaseUrl}/bot{Telegram.Token}/getMe");
        asBot.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var stopped = await http.SendAsync(asBot, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, stopped.StatusCode);
    }

    [Fact]
    public async Task Files_are_shown_as_pictures_or_downloads_never_as_pages()
    {
        var document = Phones.SendDocument(Rina, new SentFile("<script>alert(1)</script>"u8.ToArray(), "halaman.html"));
        var id = JsonNode.Parse(document.Json)!["document"]!["file_id"]!.GetValue<string>();
        using var file = await http.GetAsync($"{Telegram.BaseUrl}/sandbox/files/{id}", Stop);
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("default-src 'none'; sandbox", file.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Changes_arrive_as_events_with_their_revision()
    {
        using var stream = await http.GetStreamAsync(Telegram.BaseUrl + "/sandbox/api/events", Stop);
        using var reader = new StreamReader(stream);
        Assert.Equal("hello", await NextEvent(reader));
        Phones.Say(Rina, "halo");
        var kinds = new List<string>();
        while (!kinds.Contains("message"))
            kinds.Add(await NextEvent(reader));
        Assert.Contains("room", kinds);
    }

    [Fact]
    public async Task The_clock_goes_to_the_offices_hours()
    {
        await Act("clock", new { preset = "wednesday" });
        var local = TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));
        Assert.Equal((DayOfWeek.Wednesday, 9), (local.DayOfWeek, local.Hour));
        await Act("clock", new { preset = "monday" });
        local = TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));
        Assert.Equal((DayOfWeek.Monday, 7, 30), (local.DayOfWeek, local.Hour, local.Minute));
        Assert.InRange(Phones.Say(Rina, "waktu latihan").Json.Length, 10, 2000);
        var date = JsonNode.Parse(Phones.History(Rina)[^1].Json)!["date"]!.GetValue<long>();
        Assert.InRange(date - Clock.GetUtcNow().ToUnixTimeSeconds(), -5, 5);
    }

    private static async Task<string> NextEvent(StreamReader reader)
    {
        while (await reader.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                return line["event: ".Length..];
        }
        throw new InvalidOperationException("the stream ended");
    }

    private async Task<JsonNode> Act(string path, object body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Telegram.BaseUrl}/sandbox/api/{path}") { Content = JsonContent.Create(body), Headers = { { "X-Sandbox", "1" } } };
        using var response = await http.SendAsync(request, Stop);
        var answer = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.StatusCode == expected, $"{path}: {(int)response.StatusCode} {answer}");
        return JsonNode.Parse(answer)!;
    }

    [GeneratedRegex("<script>|<style|\\son[a-z]+=|style=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Addresses();

    [GeneratedRegex("from '\\./([a-z]+\\.js)'")]
    private static partial Regex Imports();
}

public sealed class ResetTests : PracticeTest
{
    private bool called;

    private protected override SandboxOptions Options => new()
    {
        PressStart = true,
        OnReset = () =>
        {
            called = true;
            return Task.CompletedTask;
        },
    };

    [Fact]
    public async Task Starting_over_tells_the_host_and_lets_everyone_press_start_again()
    {
        Assert.Equal(6, (await Bot.Updates()).Count);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Telegram.BaseUrl + "/sandbox/api/reset") { Headers = { { "X-Sandbox", "1" } } };
        using var response = await http.SendAsync(request, Stop);
        response.EnsureSuccessStatusCode();
        Assert.True(called);
        Assert.Equal(6, (await Bot.Updates()).Count);
        Assert.All(Phones.Phones, phone => Assert.Equal("/start", Phones.History(phone.TelegramId).Single().Text));
    }
}

public sealed class StoppingTests
{
    [Fact]
    public async Task Open_polls_and_pages_do_not_delay_the_end()
    {
        var telegram = await SandboxTelegram.StartAsync(stop: TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        var poll = http.GetAsync($"{telegram.BaseUrl}/bot{telegram.Token}/getUpdates?timeout=50", TestContext.Current.CancellationToken);
        using var page = await http.GetStreamAsync(telegram.BaseUrl + "/sandbox/api/events", TestContext.Current.CancellationToken);
        await telegram.Driver.UntilAsync(() => telegram.Driver.Polls == 1, stop: TestContext.Current.CancellationToken);
        var started = TimeProvider.System.GetTimestamp();
        await telegram.DisposeAsync();
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
        using var answered = await poll;
        Assert.True(answered.IsSuccessStatusCode);
    }
}
