using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace KominfoBot.Sandbox.Tests;

/// <summary>Scenes and the machine, which a host gives to the page.</summary>
public sealed class SceneTests : IAsyncDisposable
{
    private const long Rina = 7_001_000_001;
    private const long Elsewhere = 7_001_000_101;

    private readonly HttpClient http = new() { DefaultRequestHeaders = { { "X-Sandbox", "1" } } };
    private readonly TaskCompletionSource playing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource mayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int resets;
    private SandboxTelegram? telegram;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scene_starts_over_at_its_time_and_is_whole_when_the_answer_comes()
    {
        await Start();
        Driver.Say(Rina, "dari latihan sebelumnya");
        var begins = Driver.Clock.GetUtcNow().AddDays(3);

        var loading = Post("scene", new { id = "ramai" });
        await playing.Task.WaitAsync(Stop);
        Assert.Equal("Ramai", (await State())["playing"]!.GetValue<string>());
        var refused = await Post("say", new { chat = Rina, text = "boleh?" });
        Assert.Equal((HttpStatusCode.BadRequest, "Adegan \"Ramai\" masih dimuat. Tunggu sebentar."), (refused.Status, refused.Body["error"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.BadRequest, (await Post("scene", new { id = "gagal" })).Status);
        mayEnd.SetResult();

        Assert.Equal(HttpStatusCode.OK, (await loading).Status);
        Assert.Equal(1, resets);
        Assert.True(Driver.Clock.GetUtcNow() >= begins);
        Assert.Equal(["/start", "isi adegan"], Driver.History(Rina).Select(message => message.Text));
        Assert.Null((await State())["playing"]);
        Assert.Equal(HttpStatusCode.OK, (await Post("say", new { chat = Rina, text = "boleh sekarang" })).Status);
    }

    [Fact]
    public async Task The_page_knows_the_scenes_and_hears_their_beginning_and_end()
    {
        await Start();
        Assert.Equal(["ramai", "gagal"], (await State())["scenes"]!.AsArray().Select(scene => scene!["id"]!.GetValue<string>()));
        using var stream = await http.GetStreamAsync(telegram!.BaseUrl + "/sandbox/api/events", Stop);
        using var reader = new StreamReader(stream);
        mayEnd.SetResult();
        await Post("scene", new { id = "ramai" });
        Assert.Equal("Ramai", (await NextScene(reader))["playing"]!.GetValue<string>());
        var end = await NextScene(reader);
        Assert.Null(end["playing"]);
        Assert.Null(end["failure"]);
    }

    [Fact]
    public async Task A_scene_that_fails_leaves_an_empty_office_and_says_so()
    {
        await Start();
        var (status, body) = await Post("scene", new { id = "gagal" });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Adegan \"Gagal\" tidak dapat dimuat; kantor dimulai dari awal. Coba sekali lagi.", body["error"]!.GetValue<string>());
        Assert.Equal(["/start"], Driver.History(Rina).Select(message => message.Text));
        Assert.Equal(HttpStatusCode.OK, (await Post("say", new { chat = Rina, text = "lanjut" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post("scene", new { id = "tidak ada" })).Status);
    }

    [Fact]
    public async Task People_elsewhere_have_chats_and_no_phone_on_the_desk()
    {
        await Start();
        using var stream = await http.GetStreamAsync(telegram!.BaseUrl + "/sandbox/api/events", Stop);
        using var reader = new StreamReader(stream);
        Driver.AddPhone(new SandboxPhone(Elsewhere, "Mira Yulianti", "AdminSkpd", "DISDIK", "Admin", OnDesk: false));
        Driver.Say(Elsewhere, "dari jauh");
        Driver.Say(Rina, "dari meja");
        var rooms = new List<long>();
        while (!rooms.Contains(Rina))
            if (await NextEvent(reader) is ("room", var room))
                rooms.Add(room["id"]!.GetValue<long>());
        Assert.DoesNotContain(Elsewhere, rooms);
        Assert.DoesNotContain(Elsewhere, (await State())["phones"]!.AsArray().Select(phone => phone!["id"]!.GetValue<long>()));
        Assert.Equal("dari jauh", Driver.History(Elsewhere).Single().Text);
    }

    [Fact]
    public async Task The_machine_is_told_as_the_page_reads_it()
    {
        await Start(services => services.AddSingleton<MachineView>(_ => Task.FromResult(new MachineState(
            new MachineLifecycle("DINKES-1 · <b>judul</b>", [new MachinePlace("Draft", "Draf"), new MachinePlace("Published", "Terbit")], ["Published"]),
            [new MachineSection("Kotak keluar", ["Pukul", "Kiriman"], [["09.00", "pesan"]], "Tidak ada yang menunggu.")]))));
        Assert.True((await State())["machine"]!.GetValue<bool>());
        using var answer = await http.GetAsync(telegram!.BaseUrl + "/sandbox/machine", Stop);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        var expected = JsonNode.Parse("""
            {"lifecycle":{"title":"DINKES-1 · <b>judul</b>","places":[{"id":"Draft","label":"Draf"},{"id":"Published","label":"Terbit"}],"lit":["Published"]},
             "sections":[{"title":"Kotak keluar","columns":["Pukul","Kiriman"],"rows":[["09.00","pesan"]],"note":"Tidak ada yang menunggu."}]}
            """);
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))));
    }

    [Fact]
    public async Task Without_a_machine_the_page_offers_none()
    {
        await Start();
        Assert.False((await State())["machine"]!.GetValue<bool>());
        using var answer = await http.GetAsync(telegram!.BaseUrl + "/sandbox/machine", Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        mayEnd.TrySetResult();
        http.Dispose();
        if (telegram is not null)
            await telegram.DisposeAsync();
    }

    private SandboxDriver Driver => telegram!.Driver;

    private async Task Start(Action<IServiceCollection>? more = null) => telegram = await SandboxTelegram.StartAsync(
        new SandboxOptions
        {
            PressStart = true,
            OnReset = () =>
            {
                resets++;
                return Task.CompletedTask;
            },
        },
        host: services =>
        {
            services.AddSingleton(new SandboxScene("ramai", "Ramai", "Banyak naskah.", now => now.AddDays(3), now => now.AddDays(4), async (progress, cancel) =>
            {
                playing.SetResult();
                await mayEnd.Task.WaitAsync(cancel);
                Driver.Say(Rina, "isi adegan");
            }));
            services.AddSingleton(new SandboxScene("gagal", "Gagal", "Tidak jadi.", now => now, now => now, (_, _) =>
            {
                Driver.Say(Rina, "setengah jalan");
                throw new InvalidDataException("on purpose");
            }));
            more?.Invoke(services);
        },
        stop: Stop);

    private async Task<JsonNode> State() => (await http.GetFromJsonAsync<JsonNode>(telegram!.BaseUrl + "/sandbox/api/state", Stop))!;

    private async Task<(HttpStatusCode Status, JsonNode Body)> Post(string path, object body)
    {
        using var response = await http.PostAsJsonAsync($"{telegram!.BaseUrl}/sandbox/api/{path}", body, Stop);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!);
    }

    private static async Task<JsonNode> NextScene(StreamReader reader)
    {
        while (true)
            if (await NextEvent(reader) is ("scene", var data))
                return data;
    }

    private static async Task<(string Kind, JsonNode Data)> NextEvent(StreamReader reader)
    {
        string? kind = null;
        while (await reader.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                kind = line["event: ".Length..];
            else if (kind is not null && line.StartsWith("data: ", StringComparison.Ordinal))
                return (kind, JsonNode.Parse(line["data: ".Length..])!);
        }
        throw new InvalidOperationException("the stream ended");
    }
}
