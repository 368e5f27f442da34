using System.Net;
using System.Text;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>The server calls us instead (setWebhook): same path, guarded by the secret (T1, T30).</summary>
public sealed class By_webhook
{
    private const string Secret = "rahasia-webhook_2026";
    private static readonly Sample item = new(600);
    private static readonly Dictionary<string, string> settings = new() { ["Telegram__Mode"] = "Webhook", ["Telegram__WebhookUrl"] = "{address}/kait/telegram", ["Telegram__WebhookSecret"] = Secret };

    [Theory, BothStores]
    public async Task News_goes_into_every_feed_with_kills_in_between(StoreProvider provider)
    {
        await using var office = await Office.Staffed(provider, settings);
        await office.Submit(Office.Author, item);
        await office.Sees(Office.Kabid, "Setujui", text: item.Title);
        await office.Kill();
        await office.Press(Office.Kabid, "Setujui", item.Title);
        await office.Start();
        await office.Press(Office.Kadis, "Setujui", item.Title);
        await office.Sees(Office.Kadis, "Ya, terbitkan", text: item.Title);
        await office.KillAndStart();
        await office.Press(Office.Kadis, "Setujui", item.Title);
        await office.Press(Office.Kadis, "Ya, terbitkan", item.Title);

        await office.ShowsPublished(item, photos: 1);
        await office.Rests();
        await office.IsInOrder(acts: 1);
    }

    [Fact]
    public async Task A_call_without_the_secret_is_turned_away_and_the_same_call_twice_counts_once()
    {
        await using var office = await Office.Staffed(settings: settings);
        await office.Rests();
        var before = await office.Count("Received");
        var update = $$$"""{"update_id":990001,"message":{"message_id":990001,"date":1795000000,"chat":{"id":{{{Office.Author.TelegramId}}},"type":"private"},"from":{"id":{{{Office.Author.TelegramId}}},"is_bot":false,"first_name":"Rina"},"text":"/status"}}""";

        Assert.Equal(HttpStatusCode.Unauthorized, await Call(office, update, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await Call(office, update, "salah"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Call(office, update, Secret + "x"));
        Assert.Equal(before, await office.Count("Received"));
        var calls = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Call(office, update, Secret)));

        Assert.All(calls, code => Assert.Equal(HttpStatusCode.OK, code));
        await office.Hears(Office.Author, "Belum ada naskah yang dikirim.");
        await office.Rests();
        Assert.Equal(before + 1, await office.Count("Received"));
        Assert.Single(office.Telegram.History(Office.Author.TelegramId), message => message.Text == "Belum ada naskah yang dikirim.");
        await office.IsInOrder(acts: 0);
    }

    private static async Task<HttpStatusCode> Call(Office office, string update, string? secret)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(office.Address, "/kait/telegram")) { Content = new StringContent(update, Encoding.UTF8, "application/json") };
        if (secret is not null) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
