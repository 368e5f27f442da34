using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace KominfoBot.PublicFeed;

/// <summary>Stops the start with a sentence that names the wrong setting.</summary>
internal sealed partial class FeedOptionsCheck : IValidateOptions<FeedOptions>
{
    public ValidateOptionsResult Validate(string? name, FeedOptions options)
    {
        var wrong = Problems(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Problems(FeedOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.BaseUrl))
            yield return "Feed:BaseUrl belum diisi. Isilah alamat publik situs berita, misalnya https://berita.example.go.id.";
        else if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
            yield return $"Feed:BaseUrl harus alamat lengkap yang diawali https:// atau http://, tanpa tanda tanya dan tanpa nama pengguna; sekarang \"{options.BaseUrl}\".";
        if (options.MaxAge is < 60 or > 3600)
            yield return Invariant($"Feed:MaxAge harus 60 sampai 3600 detik; sekarang {options.MaxAge}.");
        if (!LanguageTag().IsMatch(options.Language))
            yield return $"Feed:Language harus kode bahasa seperti \"id\"; sekarang \"{options.Language}\".";
        if (options.TagAuthority is { } authority && !HostName().IsMatch(authority))
            yield return $"Feed:TagAuthority harus nama domain tanpa https://, misalnya berita.example.go.id; sekarang \"{authority}\".";
        foreach (var proxy in options.TrustedProxies)
            if (!IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
                yield return $"Feed:TrustedProxies harus berisi alamat IP atau jaringan (misalnya 10.0.0.5 atau 10.0.0.0/8); \"{proxy}\" bukan keduanya.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
            yield return $"Office:TimeZone \"{options.TimeZone}\" tidak dikenal di komputer ini. Isilah misalnya Asia/Jakarta dan pastikan paket tzdata terpasang.";
        if (options.SearchesPerMinute is < 1 or > 1_000_000)
            yield return Invariant($"Limits:SearchesPerMinute harus 1 sampai 1000000; sekarang {options.SearchesPerMinute}.");
        if (string.IsNullOrWhiteSpace(options.MediaDirectory))
            yield return "Folder foto belum ditentukan (FeedOptions.MediaDirectory).";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();

    [GeneratedRegex("^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex HostName();
}
