using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KominfoBot.Sandbox;
using Microsoft.Data.Sqlite;

namespace KominfoBot.Bench;

/// <summary>A bot process on SQLite, with a Telegram in this process and people bound by real invitations.</summary>
internal sealed class BenchOffice : IAsyncDisposable
{
    public const long Owner = 7_100_000_000;
    public const long Kabid = 7_100_000_001;
    public const long Kadis = 7_100_000_002;
    public const long FirstAuthor = 7_100_001_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly SandboxTelegram telegram;
    private readonly string folder;
    private readonly string program;
    private readonly Dictionary<string, string> settings;
    private Process? bot;

    private BenchOffice(SandboxTelegram telegram, string folder, string program)
    {
        (this.telegram, this.folder, this.program) = (telegram, folder, program);
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        settings = new()
        {
            ["Telegram__BotToken"] = telegram.Token,
            ["Telegram__BaseUrl"] = telegram.BaseUrl,
            ["Telegram__MessagesPerSecond"] = "1000",
            ["DataDirectory"] = folder,
            ["Bootstrap__OwnerTelegramId"] = $"{Owner}",
            ["Feed__BaseUrl"] = Address.ToString().TrimEnd('/'),
            ["ASPNETCORE_URLS"] = Address.ToString(),
            ["Limits__DraftsPerHourPerPerson"] = "10000",
            ["Limits__DraftsPerHourPerSkpd"] = "100000",
        };
    }

    public Uri Address { get; }

    public SandboxDriver Telegram => telegram.Driver;

    public static async Task<BenchOffice> Open(int authors)
    {
        var phones = new List<SandboxPhone> { new(Owner, "Pemilik Portal", "", null, ""), new(Kabid, "Kabid Ukur", "", null, ""), new(Kadis, "Kadis Ukur", "", null, "") };
        phones.AddRange(Enumerable.Range(0, authors).Select(index => new SandboxPhone(FirstAuthor + index, $"Penulis {index}", "", null, "")));
        var folder = Path.Combine(Machine.Workplace, $"office-{Environment.ProcessId}");
        var office = new BenchOffice(await SandboxTelegram.StartAsync(new SandboxOptions { Phones = phones }), folder, await Published.Program());
        office.bot = office.Run("serve");
        await office.Hear(Owner, "/start", "Admin Portal");
        await office.Invite(Kabid, "Kabid");
        await office.Invite(Kadis, "Kadis");
        for (var index = 0; index < authors; index++) await office.Invite(FirstAuthor + index, "AdminSkpd", "--skpd", "DISDIK");
        return office;
    }

    /// <summary>Says something and waits for the answer.</summary>
    public async Task<SeenMessage> Hear(long user, string says, string hears)
    {
        var before = Telegram.Revision;
        Telegram.Say(user, says);
        return await Telegram.HearsAsync(user, hears, before, Patience);
    }

    /// <summary>The newest message with this button and these words, as soon as there is one.</summary>
    public Task<SeenMessage> See(long user, string button, string text)
        => Telegram.HearsAsync(user, message => message.Text.Contains(text, StringComparison.Ordinal) && message.AllButtons.Any(each => each.Text == button), 0, Patience);

    public async Task Press(long user, string button, string text) => Telegram.Press(user, (await See(user, button, text)).Id, button);

    /// <summary>How many updates are handled, with their effects committed.</summary>
    public long Handled()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "kominfo.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT COUNT(*) FROM "Received" WHERE "State" = 1""";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Of the process now: resident memory, open files, threads.</summary>
    public (double Megabytes, int Files, int Threads) Size()
    {
        var status = File.ReadLines($"/proc/{bot!.Id}/status").Select(line => line.Split(':', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        int Number(string name) => int.Parse(status[name].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture);
        return (Number("VmRSS") / 1024.0, Directory.GetFiles($"/proc/{bot.Id}/fd").Length, Number("Threads"));
    }

    public async ValueTask DisposeAsync()
    {
        bot?.Kill();
        if (bot is not null) await bot.WaitForExitAsync();
        bot?.Dispose();
        await telegram.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Invite(long user, string role, params string[] more)
    {
        using var invite = Run(["invite", "--role", role, .. more]);
        var line = (await invite.StandardOutput.ReadToEndAsync()).Trim();
        await Hear(user, $"/start {line[^22..]}", "terdaftar sebagai");
    }

    private Process Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        var process = Process.Start(start)!;
        // A pipe that nobody reads would stop the program.
        if (arguments[0] == "serve") process.BeginOutputReadLine();
        return process;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
