using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KominfoBot.EndToEnd.Tests.Hosting;
using KominfoBot.Sandbox;
using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>Without a token the program is its own Telegram: /sandbox is there, and its phones can publish an item over HTTP.</summary>
public sealed class Practice_without_a_token : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly HttpClient http = new();

    [Fact]
    public async Task A_newcomer_publishes_an_item_by_tapping()
    {
        var (process, address) = await BotProcess.Serve(directory.Path);
        await using var running = process;
        http.BaseAddress = address;
        http.DefaultRequestHeaders.Add("X-Sandbox", "1");
        var item = new Sample(990);
        var (author, kabid, kadis) = (Phone("AdminSkpd"), Phone("Kabid"), Phone("Kadis"));

        using (var page = await http.GetAsync(new Uri("/sandbox", UriKind.Relative), TestContext.Current.CancellationToken)) Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var form = new MultipartFormDataContent { { new StringContent($"{author}"), "chat" }, { new StringContent(item.Whole), "caption" }, { new ByteArrayContent(Office.Photo(2)), "files", "kegiatan.jpg" } };
        using (var sent = await http.PostAsync(new Uri("/sandbox/api/photos", UriKind.Relative), form, TestContext.Current.CancellationToken)) Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        await Press(author, "Kirim");
        await Press(kabid, "Setujui", or: (author, "Tetap kirim"));
        await Press(kadis, "Setujui");
        await Press(kadis, "Ya, terbitkan");

        await Office.Until(async () => (await http.GetStringAsync(new Uri("/feed.json", UriKind.Relative), TestContext.Current.CancellationToken)).Contains(item.Title, StringComparison.Ordinal), "the item never came out");
    }

    public void Dispose()
    {
        http.Dispose();
        directory.Dispose();
    }

    private static long Phone(string role) => SandboxOffice.Phones.First(phone => phone.Role == role).TelegramId;

    /// <summary>Waits for a button and presses it; another one that may come first is pressed on the way.</summary>
    private async Task Press(long chat, string button, (long Chat, string Button)? or = null)
    {
        await Office.Until(async () =>
        {
            if (or is var (otherChat, other) && await Find(otherChat, other) is { } before) await Tap(otherChat, before, other);
            if (await Find(chat, button) is not { } message) return false;
            await Tap(chat, message, button);
            return true;
        }, $"no button {button}");
    }

    private async Task<int?> Find(long chat, string button)
    {
        var messages = await http.GetFromJsonAsync<JsonElement>(new Uri($"/sandbox/api/messages?chat={chat}", UriKind.Relative), TestContext.Current.CancellationToken);
        foreach (var message in messages.EnumerateArray().Reverse())
        {
            if (!message.GetProperty("m").TryGetProperty("reply_markup", out var markup)) continue;
            if (markup.GetProperty("inline_keyboard").EnumerateArray().SelectMany(row => row.EnumerateArray()).Any(key => key.GetProperty("text").GetString() == button)) return message.GetProperty("id").GetInt32();
        }
        return null;
    }

    private async Task Tap(long chat, int message, string button)
    {
        using var answer = await http.PostAsJsonAsync(new Uri("/sandbox/api/press", UriKind.Relative), new { chat, message, button, wait = true }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
