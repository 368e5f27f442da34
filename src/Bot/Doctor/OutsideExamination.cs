using System.Globalization;
using System.Net;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Updates;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace KominfoBot.Bot.Doctor;

/// <summary>What lies outside: the token, the way updates come in, the clock against Telegram's, the public address.</summary>
internal sealed class OutsideExamination(Settings settings, World world, TimeProvider clock)
{
    private const int ManyWaiting = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<Verdict>> Look(CancellationToken cancel)
    {
        if (world.IsSandbox) return [Verdict.Doubtful("Token", "kosong: yang berjalan latihan (sandbox)", "untuk kantor sungguhan isi Telegram:BotToken dengan token dari @BotFather")];
        var options = settings.Get<TelegramOptions>(TelegramOptions.Section);
        List<Verdict> found = [];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            var bot = BotClient.Create(options);
            var me = await bot.SendRequest(new GetMeRequest(), limit.Token);
            found.Add(Verdict.Good("Token", $"@{me.Username}"));
            found.Add(Incoming(options, await bot.SendRequest(new GetWebhookInfoRequest(), limit.Token)));
        }
        catch (ApiRequestException error) when (error.ErrorCode == 401)
        {
            found.Add(Verdict.Bad("Token", "ditolak Telegram (401)", "ambil token yang berlaku dari @BotFather, isi Telegram:BotToken, mulai ulang serve"));
        }
        catch (Exception error) when (error is RequestException or HttpRequestException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            found.Add(Verdict.Bad("Telegram", $"{options.BaseUrl} tidak terjangkau ({Redaction.WithoutTokens(error.Message)})", "periksa jaringan dan firewall keluar (port 443); bila Telegram yang terganggu, cukup tunggu: tidak ada yang hilang"));
        }
        found.Add(await ClockAgainst(options, limit.Token));
        found.Add(PublicAddress());
        return found;
    }

    private Verdict Incoming(TelegramOptions options, WebhookInfo hook)
    {
        if (options.Mode == UpdateMode.Polling)
            return hook.Url is not { Length: > 0 } ? Verdict.Good("Pembaruan", "diambil (polling)") : Verdict.Doubtful("Pembaruan", "webhook masih terpasang padahal Telegram:Mode=Polling", "dilepas sendiri oleh serve; bila tetap ada, token ini dipakai program lain");
        if (hook.Url != options.WebhookUrl) return Verdict.Bad("Webhook", hook.Url is { Length: > 0 } ? "mengarah ke alamat lain" : "belum terpasang", "mulai ulang serve; bila tetap begitu, token ini dipakai program lain");
        if (hook.LastErrorDate is { } at && clock.GetUtcNow() - new DateTimeOffset(at, TimeSpan.Zero) < Recent)
            return Verdict.Bad("Webhook", $"Telegram gagal memanggil: {hook.LastErrorMessage}", "periksa nginx/Caddy, sertifikat, dan bahwa Telegram:WebhookUrl terbuka dari internet");
        return hook.PendingUpdateCount > ManyWaiting ? Verdict.Doubtful("Webhook", string.Create(CultureInfo.InvariantCulture, $"{hook.PendingUpdateCount} pembaruan menunggu di Telegram"), "periksa apakah serve berjalan") : Verdict.Good("Webhook", "terpasang, tanpa galat");
    }

    /// <summary>By the Date header of whoever answers (RFC 9110, 6.6.1), to the second.</summary>
    private async Task<Verdict> ClockAgainst(TelegramOptions options, CancellationToken cancel)
    {
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
            using var answer = await http.GetAsync(new Uri(options.BaseUrl), HttpCompletionOption.ResponseHeadersRead, cancel);
            if (answer.Headers.Date is not { } theirs) return Verdict.Doubtful("Jam", "tidak dapat dibandingkan", "pastikan `timedatectl` menyebut \"System clock synchronized: yes\"");
            var off = (clock.GetUtcNow() - theirs).Duration();
            var found = string.Create(CultureInfo.InvariantCulture, $"selisih {(int)off.TotalSeconds} detik dengan Telegram");
            return off < TimeSpan.FromSeconds(30) ? Verdict.Good("Jam", found) : off < TimeSpan.FromMinutes(5) ? Verdict.Doubtful("Jam", found, "sudo timedatectl set-ntp true") : Verdict.Bad("Jam", found, "sudo timedatectl set-ntp true; jam yang salah menggeser pengingat dan jadwal terbit");
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return Verdict.Doubtful("Jam", "tidak dapat dibandingkan karena Telegram tidak terjangkau", "pastikan `timedatectl` menyebut \"System clock synchronized: yes\"");
        }
    }

    private Verdict PublicAddress()
    {
        if (settings.Text("Feed:BaseUrl") is not { } text) return Verdict.Bad("Alamat publik", "Feed:BaseUrl kosong", $"isi dengan alamat portal, misalnya https://berita.example.go.id {Settings.Remedy("Feed:BaseUrl")}");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)) return Verdict.Bad("Alamat publik", text, "bukan alamat http(s) yang lengkap");
        var isPrivate = address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && ip.GetAddressBytes() is [10, ..] or [192, 168, ..] or [172, >= 16 and < 32, ..] or [127, ..]);
        return isPrivate ? Verdict.Doubtful("Alamat publik", $"{text} hanya terjangkau dari dalam", "isi Feed:BaseUrl dengan alamat yang dibuka warga")
            : address.Scheme == Uri.UriSchemeHttps ? Verdict.Good("Alamat publik", text) : Verdict.Doubtful("Alamat publik", $"{text} tanpa https", "pasang sertifikat di nginx atau Caddy (docs/deploy)");
    }
}
