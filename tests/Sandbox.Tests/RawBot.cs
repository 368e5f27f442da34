using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace KominfoBot.Sandbox.Tests;

/// <summary>A bot without any library: raw HTTP, raw JSON.</summary>
internal sealed class RawBot(SandboxTelegram telegram) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(telegram.BaseUrl), Timeout = TimeSpan.FromSeconds(60) };

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The whole answer.</summary>
    public async Task<JsonObject> Call(string method, object? parameters = null)
    {
        using var response = await http.PostAsJsonAsync($"/bot{telegram.Token}/{method}", parameters ?? new { }, Stop);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
    }

    /// <summary>The result of a call that must succeed.</summary>
    public async Task<JsonNode> Get(string method, object? parameters = null)
    {
        var answer = await Call(method, parameters);
        Assert.True(answer["ok"]!.GetValue<bool>(), $"{method}: {answer.ToJsonString()}");
        return answer["result"]!;
    }

    /// <summary>The error of a call that must fail, as "400 Bad Request: ...".</summary>
    public async Task<string> Refusal(string method, object? parameters = null)
    {
        var answer = await Call(method, parameters);
        Assert.False(answer["ok"]!.GetValue<bool>(), $"{method} should have been refused: {answer.ToJsonString()}");
        return $"{answer["error_code"]} {answer["description"]}";
    }

    public async Task<JsonObject> Upload(string method, MultipartFormDataContent form)
    {
        using var response = await http.PostAsync($"/bot{telegram.Token}/{method}", form, Stop);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
    }

    public Task<HttpResponseMessage> Download(string path) => http.GetAsync($"/file/bot{telegram.Token}/{path}", Stop);

    /// <summary>All updates that wait, confirmed at once.</summary>
    public async Task<List<JsonObject>> Updates()
    {
        var updates = (await Get("getUpdates", new { timeout = 0 })).AsArray().Select(update => update!.AsObject()).ToList();
        if (updates.Count > 0)
            await Get("getUpdates", new { offset = updates[^1]["update_id"]!.GetValue<long>() + 1, timeout = 0 });
        return updates;
    }

    public void Dispose() => http.Dispose();
}
