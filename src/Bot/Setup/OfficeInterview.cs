using System.Globalization;
using System.Security.Cryptography;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.People;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace KominfoBot.Bot.Setup;

/// <summary>What an office must say about itself before its first `serve`; each answer is checked as the program will check it.</summary>
/// <param name="ask">Asks the person at the terminal.</param>
/// <param name="telegramServer">Where the token is tried.</param>
public sealed class OfficeInterview(Interview ask, string telegramServer)
{
    private const string Webhook = "webhook", Polling = "polling";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly Dictionary<string, string> zones = new(StringComparer.OrdinalIgnoreCase) { ["WIB"] = "Asia/Jakarta", ["WITA"] = "Asia/Makassar", ["WIT"] = "Asia/Jayapura" };

    /// <summary>The titles of the steps' roles as the shipped texts have them, and as this office calls them, where it does otherwise.</summary>
    public IReadOnlyDictionary<string, string> Titles => titles;

    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);

    /// <summary>The settings by their keys, and the token apart.</summary>
    public async Task<(IReadOnlyDictionary<string, string> Settings, string Token)> Run()
    {
        Dictionary<string, string> settings = new(StringComparer.Ordinal);
        await ask.Say("Penyiapan KominfoBot. Jawab tiap pertanyaan, atau tekan Enter untuk memakai yang ada di dalam [kurung].");
        settings["Office:Name"] = await ask.Ask("Nama kabupaten atau kota", null, answer => answer.Length is >= 3 and <= 100 ? null : "Isi namanya, misalnya Kabupaten Lima Puluh Kota.");
        settings["Office:TimeZone"] = Zone(await ask.Ask("Zona waktu (WIB, WITA, WIT)", "WIB", answer => TimeZoneInfo.TryFindSystemTimeZoneById(Zone(answer), out _) ? null : "Pilih WIB, WITA, atau WIT."));
        settings["Office:WorkingHours"] = await ask.Ask("Jam kerja Senin sampai Jumat", OfficeHours.Default, HoursFault);
        if (await ask.Ask("Berkas CSV daftar SKPD (kosong: daftar contoh, dapat diganti lewat /skpd)", "", SkpdFault) is { Length: > 0 } skpd) settings["Office:SkpdFile"] = Path.GetFullPath(skpd);
        var chain = Roles(await ask.Ask("Tahap pemeriksaan berurutan (Kabid, Kadis, Koordinator, Anggota)", "Kabid, Kadis", ChainFault));
        for (var step = 0; step < chain.Count; step++)
        {
            settings[string.Create(CultureInfo.InvariantCulture, $"Review:Steps:{step}:Role")] = chain[step].ToString();
            settings[string.Create(CultureInfo.InvariantCulture, $"Review:Steps:{step}:Hours")] = step == chain.Count - 1 ? "4" : "8";
            var title = Jabatan.Nama(chain[step]);
            if (await ask.Ask($"Sebutan untuk {title} di kantor ini, misalnya Kabag", title, answer => answer.Length <= 40 ? null : $"Sebutannya terlalu panjang ({answer.Length} huruf, batas 40).") is var own && own != title) titles[title] = own;
        }
        settings["Feed:BaseUrl"] = (await ask.Ask("Alamat portal yang dibuka warga", null, AddressFault)).TrimEnd('/');
        var token = await ask.AskSecret("Token bot dari @BotFather", TokenFault);
        settings["Bootstrap:OwnerTelegramId"] = await ask.Ask("Id Telegram Anda, yang menjadi Admin Portal pertama (tanyakan kepada @userinfobot)", null, answer => long.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? null : "Isi angkanya saja, misalnya 123456789.");
        await AddIncoming(settings);
        return (settings, token);
    }

    private async Task AddIncoming(Dictionary<string, string> settings)
    {
        var mode = await ask.Ask("Cara menerima pesan: polling (tanpa syarat) atau webhook (perlu https yang terbuka dari internet)", Polling, answer => answer.ToLowerInvariant() is Polling or Webhook ? null : "Jawab polling atau webhook.");
        settings["Telegram:Mode"] = string.Equals(mode, Webhook, StringComparison.OrdinalIgnoreCase) ? nameof(UpdateMode.Webhook) : nameof(UpdateMode.Polling);
        if (settings["Telegram:Mode"] != nameof(UpdateMode.Webhook)) return;
        // A path that nobody guesses, and a secret beside it (05-faults, threat 1).
        settings["Telegram:WebhookUrl"] = await ask.Ask("Alamat webhook", $"{settings["Feed:BaseUrl"]}/tg/{Random(16)}", answer => answer.StartsWith("https://", StringComparison.Ordinal) ? AddressFault(answer) : "Telegram hanya memanggil alamat https.");
        settings["Telegram:WebhookSecret"] = Random(32);
    }

    private static string Random(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    private static string Zone(string answer) => zones.GetValueOrDefault(answer, answer);

    private static string? HoursFault(string answer)
    {
        try
        {
            OfficeHours.Parse(answer);
            return null;
        }
        catch (FormatException error)
        {
            return error.Message;
        }
    }

    private static string? SkpdFault(string answer)
    {
        if (answer.Length == 0) return null;
        try
        {
            OfficeData.Load(new OfficeOptions { SkpdFile = answer });
            return null;
        }
        catch (OperatorException error)
        {
            return error.Message;
        }
    }

    private static List<Role> Roles(string answer)
        => [.. answer.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.TryParse<Role>(name, ignoreCase: true, out var role) && !char.IsDigit(name[0]) ? role : (Role)(-1))];

    private static string? ChainFault(string answer)
    {
        var roles = Roles(answer);
        if (roles.Count == 0 || roles.Contains((Role)(-1))) return "Sebutkan perannya dengan koma, misalnya: Kabid, Kadis";
        var options = new ReviewOptions { Steps = [.. roles.Select(role => new ReviewStepOptions { Role = role })] };
        return options.Validate(new(options)).Select(fault => $"Urutan itu {fault.ErrorMessage}").FirstOrDefault();
    }

    private static string? AddressFault(string answer)
        => Uri.TryCreate(answer, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0 ? null : "Isi alamat lengkap, misalnya https://berita.example.go.id.";

    private async Task<string?> TokenFault(string answer)
    {
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            var options = new TelegramOptions { BotToken = answer, BaseUrl = telegramServer };
            if (!System.Text.RegularExpressions.Regex.IsMatch(answer, @"^\d+:[A-Za-z0-9_-]+$")) return "Token berbentuk angka, titik dua, lalu rahasia; salin utuh dari @BotFather.";
            var me = await BotClient.Create(options).SendRequest(new GetMeRequest(), limit.Token);
            await ask.Say($"  Terhubung sebagai @{me.Username}.");
            return null;
        }
        catch (ApiRequestException error) when (error.ErrorCode is 401 or 404)
        {
            return "Telegram menolak token itu. Salin ulang dari @BotFather.";
        }
        catch (Exception error) when (error is RequestException or HttpRequestException or OperationCanceledException)
        {
            return "Telegram tidak terjangkau, jadi tokennya belum dapat diperiksa. Periksa jaringan, lalu tempel lagi.";
        }
    }
}
