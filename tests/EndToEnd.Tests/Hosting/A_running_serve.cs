using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Hosting;

public sealed class A_running_serve : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly HttpClient http = new();

    [Fact]
    public async Task Says_that_it_is_alive_and_ready()
    {
        var (serve, address) = await BotProcess.Serve(directory.Path);
        await using var running = serve;

        using var alive = await http.GetAsync(new Uri(address, "/healthz"), TestContext.Current.CancellationToken);
        var ready = await http.GetFromJsonAsync<JsonElement>(new Uri(address, "/readyz"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Equal("ok", ready.GetProperty("checks").GetProperty("store").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Stops_within_its_grace_on_SIGTERM_and_cleans_up()
    {
        await using var api = await StubBotApi.Start();
        await using var serve = BotProcess.Start(directory.Path, ["--urls=http://127.0.0.1:0", .. api.Settings("data")], ("Telegram__BotToken", StubBotApi.Token));
        await serve.Address();
        var clock = Stopwatch.StartNew();

        var finished = await serve.Terminate();

        Assert.Equal(0, finished.Code);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.False(File.Exists(directory.File("data", "control.sock")));
        Assert.Empty(finished.Err);
    }

    [Fact]
    public async Task Writes_one_JSON_object_per_line_and_never_the_token()
    {
        await using var api = await StubBotApi.Start();
        await using var serve = BotProcess.Start(directory.Path, ["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace", "--Logging:LogLevel:System.Net.Http=Trace", .. api.Settings("data")], ("Telegram__BotToken", StubBotApi.Token));
        var address = await serve.Address();
        using var unknown = await http.GetAsync(new Uri(address, $"/bot{StubBotApi.Token}/getMe"), TestContext.Current.CancellationToken);

        var finished = await serve.Terminate();

        Assert.DoesNotContain("rahasia", finished.Everything, StringComparison.Ordinal);
        Assert.NotEmpty(finished.Out);
        Assert.All(finished.Out, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
    }

    [Fact]
    public async Task Prints_a_one_time_code_on_each_start_while_there_is_no_AdminPortal()
    {
        await using var api = await StubBotApi.Start();
        HashSet<string> codes = [];
        for (var start = 0; start < 2; start++)
        {
            await using var serve = BotProcess.Start(directory.Path, ["--urls=http://127.0.0.1:0", .. api.Settings("data")], ("Telegram__BotToken", StubBotApi.Token));
            codes.Add(await serve.Line(line => line.Contains("start", StringComparison.Ordinal) && line.Contains("AdminPortal", StringComparison.Ordinal)));
        }

        Assert.Equal(2, codes.Count);
    }

    [Fact]
    public async Task Prints_no_code_when_the_owner_is_named()
    {
        await using var api = await StubBotApi.Start();
        await using var serve = BotProcess.Start(directory.Path, ["--urls=http://127.0.0.1:0", "--Bootstrap:OwnerTelegramId=7001", .. api.Settings("data")], ("Telegram__BotToken", StubBotApi.Token));
        await serve.Address();

        var finished = await serve.Terminate();

        Assert.DoesNotContain("Sekali pakai", finished.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_with_one_sentence_when_the_token_is_refused()
    {
        await using var api = await StubBotApi.Start();

        var finished = await BotProcess.Run(directory.Path, ["--urls=http://127.0.0.1:0", .. api.Settings("data")], ("Telegram__BotToken", "8123456789:ditolak_rahasia"));

        Assert.Contains("(401)", finished.OneSentence(1), StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", finished.Everything, StringComparison.Ordinal);
        Assert.InRange(api.Calls.Count, 1, 10);
    }

    [Fact]
    public async Task Does_not_start_on_a_port_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var sentence = (await BotProcess.Run(directory.Path, ["--urls", address])).OneSentence(1);

        Assert.Contains(address, sentence, StringComparison.Ordinal);
        Assert.Contains("--urls", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_token_needs_the_public_address()
        => Assert.Contains("Feed:BaseUrl", (await BotProcess.Run(directory.Path, [], ("Telegram__BotToken", StubBotApi.Token))).OneSentence(1), StringComparison.Ordinal);

    [Fact]
    public async Task Refuses_to_practise_where_a_token_was_used_and_commands_still_mean_the_real_one()
    {
        await using var api = await StubBotApi.Start();
        await using (var real = BotProcess.Start(directory.Path, ["--urls=http://127.0.0.1:0", .. api.Settings("data")], ("Telegram__BotToken", StubBotApi.Token)))
        {
            await real.Address();
            await real.Kill();
        }

        var practice = await BotProcess.Run(directory.Path, ["--urls=http://127.0.0.1:0"]);
        var invited = await BotProcess.Run(directory.Path, ["invite", "--role", "Kabid"]);

        Assert.Contains("Telegram:BotToken", practice.OneSentence(1), StringComparison.Ordinal);
        Assert.Equal(0, invited.Code);
        Assert.False(Directory.Exists(directory.File("data", "sandbox")));
    }

    [Fact]
    public async Task Never_shares_a_database_between_practice_and_the_real_Telegram()
    {
        await using var api = await StubBotApi.Start();
        await using var database = await (await PostgresServer.Shared()).CreateDatabase();
        string[] store = ["--urls=http://127.0.0.1:0", "--Store:Provider=Postgres", $"--Store:ConnectionString={database.ConnectionString}"];
        var (practice, _) = await BotProcess.Serve(directory.Path, store[1..]);
        await using (practice) await practice.Kill();

        var real = await BotProcess.Run(directory.Path, [.. store, .. api.Settings("lain")], ("Telegram__BotToken", StubBotApi.Token));

        Assert.Contains("latihan", real.OneSentence(1), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        http.Dispose();
        directory.Dispose();
    }
}
