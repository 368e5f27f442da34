using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Bench;

/// <summary>From the start of the published (ReadyToRun) program to its first getUpdates, on a store that is there already; and its memory when nothing happens.</summary>
internal static class Start
{
    private const string Token = "7000000000:BENCH-tidak-ada-bot-yang-memakainya";
    private static readonly TimeSpan idle = TimeSpan.FromSeconds(10);

    public static async Task Measure(int count)
    {
        await Published.Program();
        await using var server = new QuietServer(Token);
        await server.Run();
        var folder = Path.Combine(Machine.Workplace, $"start-{Environment.ProcessId}");
        try
        {
            Machine.Row("first start, empty directory", Machine.Rounded(await One(server, folder, null), "s"));
            List<double> starts = [];
            long resident = 0;
            for (var index = 0; index < count; index++) starts.Add(await One(server, folder, index == count - 1 ? bytes => resident = bytes : null));
            Machine.Row($"start -> first getUpdates, median of {count}", Machine.Rounded(Machine.Percentile(starts, 0.5), "s"), "< 1.0 s");
            Machine.Row("start -> first getUpdates, best", Machine.Rounded(starts.Min(), "s"));
            Machine.Row($"resident memory, idle for {idle.TotalSeconds:0} s", Machine.Rounded(resident / 1024.0 / 1024.0, "MB"), "< 120 MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> One(QuietServer server, string folder, Action<long>? resident)
    {
        var polled = server.NextPoll();
        var start = new ProcessStartInfo("dotnet", [await Published.Program()]) { RedirectStandardOutput = true };
        start.Environment["Telegram__BotToken"] = Token;
        start.Environment["Telegram__BaseUrl"] = server.Address;
        start.Environment["DataDirectory"] = folder;
        start.Environment["Feed__BaseUrl"] = "https://berita.example.go.id";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{BenchOffice.FreePort()}";
        var began = Stopwatch.GetTimestamp();
        using var bot = Process.Start(start)!;
        bot.BeginOutputReadLine();
        var seconds = Stopwatch.GetElapsedTime(began, await polled.WaitAsync(TimeSpan.FromMinutes(1))).TotalSeconds;
        if (resident is not null)
        {
            await Task.Delay(idle);
            var line = File.ReadLines($"/proc/{bot.Id}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal));
            resident(1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));
        }
        using var stop = Process.Start("kill", ["-TERM", $"{bot.Id}"]);
        await bot.WaitForExitAsync();
        return seconds;
    }

    /// <summary>A Bot API server on which nothing ever happens.</summary>
    private sealed class QuietServer(string token) : IAsyncDisposable
    {
        private readonly int port = BenchOffice.FreePort();
        private WebApplication? app;
        private TaskCompletionSource<long> polled = new();

        public string Address => $"http://127.0.0.1:{port}";

        public async Task Run()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls(Address);
            app = builder.Build();
            app.Map($"/bot{token}/{{method}}", Answer);
            await app.StartAsync();
        }

        /// <summary>The timestamp of the next getUpdates.</summary>
        public Task<long> NextPoll() => (polled = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public async ValueTask DisposeAsync()
        {
            if (app is not null) await app.DisposeAsync();
        }

        private async Task Answer(HttpContext http, string method)
        {
            http.Response.ContentType = "application/json";
            if (method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase))
            {
                polled.TrySetResult(Stopwatch.GetTimestamp());
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            }
            var result = method.Equals("getMe", StringComparison.OrdinalIgnoreCase) ? """{"id":7000000000,"is_bot":true,"first_name":"Ukur","username":"UkurBot"}""" : "true";
            await http.Response.WriteAsync($$"""{"ok":true,"result":{{result}}}""");
        }
    }
}
