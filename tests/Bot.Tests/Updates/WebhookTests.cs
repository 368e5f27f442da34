using System.Net;
using System.Text;
using KominfoBot.Bot.Updates;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Updates;

public sealed class WebhookTests
{
    private const string Path = "/kait/%7Baneh%7D";
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_registered_with_its_secret_and_keeps_what_waits()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await using var api = await ScriptedBotApi.Start();
        api.Next("setWebhook", ApiReply.Html);
        await using var plant = await Plant.Start(at, api, new RecordingHandler(), mode: UpdateMode.Webhook);
        while (api.CallsOf("setWebhook").Count < 2) await Task.Delay(20, Cancel);
        var call = api.CallsOf("setWebhook")[^1];
        Assert.Equal("https://bot.example.go.id/kait/{aneh}", call.Fields["url"]!.ToString());
        Assert.Equal(Plant.Secret, call.Fields["secret_token"]!.ToString());
        Assert.Equal("10", call.Fields["max_connections"]!.ToString());
        Assert.Contains("callback_query", call.Fields["allowed_updates"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.False(call.Fields.ContainsKey("drop_pending_updates"));
        Assert.Empty(api.CallsOf("getUpdates"));
    }

    [Theory, BothStores]
    public async Task A_call_with_the_secret_is_handled_once_however_often_it_comes(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await using var api = await ScriptedBotApi.Start();
        var handler = new RecordingHandler();
        await using var plant = await Plant.Start(at, api, handler, mode: UpdateMode.Webhook);
        for (var times = 0; times < 3; times++)
            Assert.Equal(HttpStatusCode.OK, await plant.Post(Path, Json(Sample.Message(1, "halo")), Plant.Secret));
        Assert.Equal(HttpStatusCode.OK, await plant.Post(Path, Json(Sample.Message(2, "lagi")), Plant.Secret));
        await handler.Handled(2, Cancel);
        Assert.Equal(["halo", "lagi"], handler.Seen);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("rahasia_Webhook-124")]
    [InlineData("rahasia_Webhook-12")]
    public async Task Without_the_secret_nothing_is_read(string? secret)
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await using var api = await ScriptedBotApi.Start();
        await using var plant = await Plant.Start(at, api, new RecordingHandler(), mode: UpdateMode.Webhook);
        // A body that is announced and never comes: an answer shows that nobody waited for it.
        using var http = new System.Net.Sockets.TcpClient();
        await http.ConnectAsync(plant.Address.Host, plant.Address.Port, Cancel);
        var header = secret is null ? "" : $"{WebhookIntake.SecretHeader}: {secret}\r\n";
        await http.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST {Path} HTTP/1.1\r\nHost: x\r\n{header}Content-Length: 500000\r\n\r\n"), Cancel);
        using var reader = new StreamReader(http.GetStream());
        Assert.StartsWith("HTTP/1.1 401", await reader.ReadLineAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(4), Cancel), StringComparison.Ordinal);
        Assert.Empty(await plant.Received());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Too_much_is_refused(bool chunked)
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await using var api = await ScriptedBotApi.Start();
        await using var plant = await Plant.Start(at, api, new RecordingHandler(), mode: UpdateMode.Webhook);
        using var body = new ByteArrayContent(new byte[2 * 1024 * 1024]);
        if (chunked) body.Headers.ContentLength = null;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await plant.Post(Path, body, Plant.Secret));
        Assert.Empty(await plant.Received());
    }

    [Theory]
    [InlineData("{\"update_id\":")]
    [InlineData("nonsense \0")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task What_is_no_update_is_accepted_and_laid_aside(string body)
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await using var api = await ScriptedBotApi.Start();
        var handler = new RecordingHandler();
        await using var plant = await Plant.Start(at, api, handler, mode: UpdateMode.Webhook);
        Assert.Equal(HttpStatusCode.OK, await plant.Post(Path, Json(body), Plant.Secret));
        Assert.Equal(HttpStatusCode.OK, await plant.Post(Path, Json(Sample.Message(1, "halo")), Plant.Secret));
        await handler.Handled(1, Cancel);
        Assert.Equal(ReceivedState.Failed, (await plant.Received())[0].State);
        Assert.Equal(1, (await plant.Health.Report(Cancel)).DeadLetters);
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
