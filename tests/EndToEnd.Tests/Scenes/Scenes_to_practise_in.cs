using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KominfoBot.EndToEnd.Tests.Hosting;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.EndToEnd.Tests.Scenes;

/// <summary>The scenes of the sandbox page, loaded by the real program and looked at from outside: chats, portal, machine, store and audit.</summary>
public sealed class Scenes_to_practise_in : IDisposable
{
    private const long Rina = 7_001_000_001, Hendri = 7_001_000_002, Kabid = 7_001_000_003, Kadis = 7_001_000_004;

    private readonly TemporaryDirectory directory = new();
    private readonly HttpClient http = new() { DefaultRequestHeaders = { { "X-Sandbox", "1" } } };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_busy_monday_has_twenty_items_in_every_state_and_a_whole_audit_chain()
    {
        var (process, address) = await BotProcess.Serve(directory.Path);
        await using (process)
        {
            http.BaseAddress = address;
            await Load("senin");

            var state = await Get("/sandbox/api/state");
            Assert.Equal(JsonValueKind.Null, state.GetProperty("playing").ValueKind);
            Assert.Equal(6, state.GetProperty("phones").GetArrayLength());
            var now = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(state.GetProperty("now").GetInt64()), TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));
            Assert.Equal((DayOfWeek.Monday, 9), (now.DayOfWeek, now.Hour));

            // The cards that wait are the newest words on the reviewers' phones, and their buttons work.
            Assert.Equal(3, await CountButtons(Kabid, "Setujui"));
            Assert.Equal(2, await CountButtons(Kadis, "Setujui"));
            Assert.Equal(1, await CountButtons(Kadis, "Coba lagi"));
            Assert.Equal(1, await CountButtons(Rina, "Perbaiki"));
            Assert.Equal(1, await CountButtons(Hendri, "Perbaiki"));
            Assert.Equal(1, await CountButtons(Rina, "Kirim"));
            Assert.Equal(3, (await Texts(Kabid)).Count(text => text.StartsWith("Menunggu evaluasi", StringComparison.Ordinal)));
            Assert.Contains(await Texts(Hendri), text => text.Contains("Mohon tambahkan kutipan narasumber", StringComparison.Ordinal));

            var feed = await Get("/feed.json");
            Assert.Equal(6, feed.GetProperty("items").GetArrayLength());
            Assert.All(feed.GetProperty("items").EnumerateArray(), item => Assert.True(DateTimeOffset.Parse(item.GetProperty("date_published").GetString()!, CultureInfo.InvariantCulture) < now.AddHours(-1)));
            Assert.Contains("yang benar 181 anak", feed.GetRawText(), StringComparison.Ordinal);
            Assert.Equal(1, await CountButtons(Kadis, "Benarkan"));
            Assert.Equal(1, await CountButtons(Kadis, "Batalkan jadwal"));

            var machine = await Get("/sandbox/machine");
            var places = machine.GetProperty("lifecycle").GetProperty("places").EnumerateArray().Select(place => place.GetProperty("id").GetString()).ToList();
            Assert.Subset(places.ToHashSet(), machine.GetProperty("lifecycle").GetProperty("lit").EnumerateArray().Select(place => place.GetString()).ToHashSet());
            Assert.Equal(Lifecycle.Table.SelectMany(rule => rule.From.Concat(rule.To is { } to ? [to] : [])).Distinct().Select(place => place.ToString()).Order(), places.Order());
            Assert.All(machine.GetProperty("sections").EnumerateArray(), section =>
            {
                Assert.Equal(8, section.GetProperty("rows").GetArrayLength());
                Assert.All(section.GetProperty("rows").EnumerateArray(), row => Assert.Equal(section.GetProperty("columns").GetArrayLength(), row.GetArrayLength()));
            });
            await process.Kill();
        }

        var states = await States();
        // Twenty items, one of them in two editions; no SKPD of the scene has its head approve.
        Assert.Equal(21, states.Values.Sum());
        Assert.Equal(Lifecycle.Table.SelectMany(rule => rule.From.Concat(rule.To is { } to ? [to] : [])).Distinct().Except([EditionState.AwaitingHead]).Order(), states.Keys.Order());
        Assert.Equal((6, 3, 2), (states[EditionState.Published], states[EditionState.InReview], states[EditionState.Endorsed]));
        var audit = await BotProcess.Run(directory.Path, ["verify-audit"]);
        Assert.Equal(0, audit.Code);

        // Killed and started again, the office is as it was, and practice goes on.
        var (again, there) = await BotProcess.Serve(directory.Path);
        await using var running = again;
        using var later = new HttpClient { BaseAddress = there, DefaultRequestHeaders = { { "X-Sandbox", "1" } } };
        var phones = JsonDocument.Parse(await later.GetStringAsync(new Uri("/sandbox/api/state", UriKind.Relative), Stop)).RootElement.GetProperty("phones");
        Assert.Equal(6, phones.GetArrayLength());
    }

    [Fact]
    public async Task A_week_behind_shows_who_fell_silent_and_an_empty_office_follows_it()
    {
        LongProgram.Only();
        var (process, address) = await BotProcess.Serve(directory.Path);
        await using var running = process;
        http.BaseAddress = address;
        await Load("tertinggal");
        var now = DateTimeOffset.FromUnixTimeSeconds((await Get("/sandbox/api/state")).GetProperty("now").GetInt64());
        var published = (await Get("/feed.json")).GetProperty("items").EnumerateArray().Select(item => DateTimeOffset.Parse(item.GetProperty("date_published").GetString()!, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal((15, 2), (published.Count, published.Count(at => at > now.AddDays(-7))));

        await Load("kosong");
        await Until(async () => (await Get("/feed.json")).GetProperty("items").GetArrayLength() == 0);
        Assert.All(await Texts(Kabid), text => Assert.DoesNotContain("Menunggu evaluasi", text, StringComparison.Ordinal));
        Assert.Empty(await States());
    }

    public void Dispose()
    {
        http.Dispose();
        directory.Dispose();
    }

    private async Task Load(string scene)
    {
        using var answer = await http.PostAsJsonAsync(new Uri("/sandbox/api/scene", UriKind.Relative), new { id = scene }, Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
    }

    private async Task<JsonElement> Get(string path) => await http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), Stop);

    private async Task<List<JsonElement>> Messages(long chat) => [.. (await Get($"/sandbox/api/messages?chat={chat}&limit=500")).EnumerateArray().Select(message => message.GetProperty("m"))];

    private async Task<List<string>> Texts(long chat) => [.. (await Messages(chat)).Select(message => message.TryGetProperty("text", out var text) ? text.GetString()! : "")];

    private async Task<int> CountButtons(long chat, string button) => (await Messages(chat)).Count(message => message.TryGetProperty("reply_markup", out var markup)
        && markup.GetProperty("inline_keyboard").EnumerateArray().SelectMany(row => row.EnumerateArray()).Any(key => key.GetProperty("text").GetString() == button));

    private async Task<Dictionary<EditionState, int>> States()
    {
        await using var store = new SqliteNewsroomStore($"Data Source={Path.Combine(directory.Path, "data", "sandbox", "kominfo.db")}", new Signals());
        return await store.Read(db => db.Editions.GroupBy(edition => edition.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, Stop), Stop);
    }

    private static async Task Until(Func<Task<bool>> done)
    {
        using var rhythm = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (!await done()) await rhythm.WaitForNextTickAsync(limit.Token);
    }
}
