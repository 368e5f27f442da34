using System.Diagnostics;
using System.Globalization;
using KominfoBot.Sandbox;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bench;

/// <summary>
/// Wednesday's reminder to the admins of 500 silent SKPDs, by the real program at its usual rate, against a Telegram that answers 429 to the 31st message within
/// a second. From the first message to the last, so without the time that planning takes before it.
/// </summary>
internal static class Reminders
{
    private const int Skpds = 500, Rate = 30;
    private const long FirstAdmin = 7_200_000_000;

    private static readonly TimeSpan patience = TimeSpan.FromMinutes(10);

    public static async Task Measure(int people)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Machine.Workplace, $"reminders-{Environment.ProcessId}")).FullName;
        var phones = Enumerable.Range(0, people).Select(index => new SandboxPhone(FirstAdmin + index, $"Admin {index}", "", null, "")).ToList();
        await using var telegram = await SandboxTelegram.StartAsync(new SandboxOptions { Phones = phones, Flood = new FloodLimits(20, Rate, TimeSpan.FromSeconds(1)) });
        try
        {
            await Found(folder, people);
            // Who never wrote may not be written to. The welcomes go out before the hour strikes, at the same rate.
            foreach (var phone in phones) telegram.Driver.Say(phone.TelegramId, "/start");
            var rings = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")).AddSeconds(60 + people / 12);
            using var bot = await Serve(folder, telegram, string.Create(CultureInfo.InvariantCulture, $"{rings.Second} {rings.Minute} {rings.Hour} ? * *"));
            var began = Stopwatch.GetTimestamp();
            List<BotCall> sent;
            do
            {
                await Task.Delay(500);
                sent = [.. telegram.Driver.Calls.Where(call => call is { Method: "sendMessage" } && call.ParametersJson.Contains("belum mengirim", StringComparison.Ordinal))];
            }
            while (sent.Count(call => call.Outcome == "ok") < people && Stopwatch.GetElapsedTime(began) < patience);
            bot.Kill();
            await bot.WaitForExitAsync();

            var arrived = sent.Where(call => call.Outcome == "ok").Select(call => call.At).Order().ToList();
            var rate = (arrived.Count - 1) / (arrived[^1] - arrived[0]).TotalSeconds;
            Machine.Row($"{arrived.Count} reminders, first to last", Machine.Rounded((arrived[^1] - arrived[0]).TotalSeconds, "s"));
            Machine.Row("rate", Machine.Rounded(rate, "/s"), $">= {0.95 * Rate:0.0}/s");
            Machine.Row("429 provoked", $"{sent.Count(call => call.Outcome is { } outcome && outcome.Contains("Too Many", StringComparison.Ordinal))}", "0");
            Machine.Row("people reminded twice", $"{sent.Where(call => call.Outcome == "ok").GroupBy(call => call.ChatId).Count(chat => chat.Count() > 1)}", "0");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Found(string folder, int people)
    {
        await using var store = new SqliteNewsroomStore($"Data Source={Path.Combine(folder, "kominfo.db")}", new Signals());
        await store.Migrate(CancellationToken.None);
        var joined = TimeProvider.System.GetUtcNow().AddDays(-30);
        await store.Write(async db =>
        {
            for (var index = 0; index < Skpds; index++) db.Skpds.Add(new Skpd { Code = CodeOf(index), Name = CodeOf(index), ShortName = CodeOf(index) });
            for (var index = 0; index < people; index++)
            {
                var member = new Member { ChatUserId = FirstAdmin + index, ChatName = $"Admin {index}", JoinedAt = joined };
                member.Appointments.Add(new Appointment { MemberId = 0, Role = Role.AdminSkpd, SkpdCode = CodeOf(index % Skpds), From = joined });
                db.Members.Add(member);
            }
            await db.SaveChangesAsync();
        }, CancellationToken.None);
    }

    private static string CodeOf(int index) => string.Create(CultureInfo.InvariantCulture, $"SKPD-{index:000}");

    private static async Task<Process> Serve(string folder, SandboxTelegram telegram, string cron)
    {
        var start = new ProcessStartInfo("dotnet", [await Published.Program(), "serve"]) { RedirectStandardOutput = true };
        foreach (var (key, value) in new Dictionary<string, string>
        {
            ["Telegram__BotToken"] = telegram.Token,
            ["Telegram__BaseUrl"] = telegram.BaseUrl,
            ["Telegram__MessagesPerSecond"] = $"{Rate}",
            ["DataDirectory"] = folder,
            ["Feed__BaseUrl"] = "https://berita.example.go.id",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{BenchOffice.FreePort()}",
            ["Office__WorkingHours"] = "Senin-Minggu 00:00-23:59",
            ["Posting__Reminders__None"] = cron,
            // Whatever day it is, the week has enough working days and nothing else speaks.
            ["Posting__MinimumWorkingDays"] = "0",
            ["Posting__Reminders__Few"] = "",
            ["Posting__Reminders__Escalation"] = "",
            ["Posting__Reminders__Recap"] = "",
            ["Posting__Reminders__Dormancy"] = "",
            ["Posting__Reminders__NextYear"] = "",
            ["Jobs__AuditHead"] = "",
        }) start.Environment[key] = value;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }
}
