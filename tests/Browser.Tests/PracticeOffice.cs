using System.Net.Http.Json;
using System.Text.Json;
using KominfoBot.EndToEnd.Tests.Hosting;
using KominfoBot.Sandbox;
using KominfoBot.Testing;
using Microsoft.Playwright;

namespace KominfoBot.Browser.Tests;

/// <summary>The real program without a token, and visits to its page.</summary>
public sealed class PracticeOffice : IAsyncDisposable
{
    private static readonly string Screens = Directory.CreateDirectory(RepositoryRoot.File("artifacts", "screens")).FullName;

    private readonly Chromium chromium;
    private readonly TemporaryDirectory directory = new();
    private readonly HttpClient http = new() { DefaultRequestHeaders = { { "X-Sandbox", "1" } }, Timeout = TimeSpan.FromMinutes(3) };
    private BotProcess process = null!;

    private PracticeOffice(Chromium chromium) => this.chromium = chromium;

    public Uri Address { get; private set; } = null!;

    public int ProcessId => process.Id;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<PracticeOffice> Start(Chromium chromium)
    {
        var office = new PracticeOffice(chromium);
        (office.process, office.Address) = await BotProcess.Serve(office.directory.Path);
        return office;
    }

    /// <summary>Opens the page on an empty office, in a browser that was never here; afterwards nothing may have gone wrong in it, or out of it.</summary>
    public async Task Visit(Func<Desk, Task> visit, BrowserNewContextOptions? browser = null)
    {
        await Act("reset", new { });
        await using var context = await chromium.Browser.NewContextAsync(browser ?? new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        context.SetDefaultTimeout(60_000);
        var desk = new Desk(await context.NewPageAsync(), this);
        try
        {
            await desk.Open();
            await visit(desk).WaitAsync(Chromium.Patience, Stop);
        }
        catch (Exception)
        {
            await desk.Picture($"gagal-{TestContext.Current.TestMethod?.MethodName}");
            throw;
        }
        Assert.Empty(desk.WentWrong);
        Assert.Empty(desk.LeftTheMachine);
    }

    /// <summary>Where a picture of that name is kept, to be looked at.</summary>
    public static string Picture(string name) => Path.Combine(Screens, $"{name}.png");

    /// <summary>Something that the page's own API does.</summary>
    public async Task<JsonElement> Act(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(Address, $"/sandbox/api/{path}"), body, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>What the bot does: a call of the Bot API.</summary>
    public async Task<JsonElement> Call(string method, object body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(Address, $"/bot{SandboxOffice.BotToken}/{method}"), body, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("result");
    }

    public async Task<JsonElement> Get(string path) => await http.GetFromJsonAsync<JsonElement>(new Uri(Address, path), Stop);

    /// <summary>SIGKILL, and a new start on the same data and address.</summary>
    public async Task KillAndStartAgain(Func<Task> meanwhile)
    {
        await process.Kill();
        await process.DisposeAsync();
        await meanwhile();
        process = BotProcess.Start(directory.Path, ["serve", "--urls", Address.GetLeftPart(UriPartial.Authority)]);
        await process.Address();
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        http.Dispose();
        directory.Dispose();
    }
}
