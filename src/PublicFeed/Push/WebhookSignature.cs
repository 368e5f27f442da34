using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KominfoBot.PublicFeed.Push;

/// <summary>
/// Signs a call as Standard Webhooks 1.0 says: HMAC-SHA256 over id, time and body. Who checks it knows who calls, that nothing was changed, and by time and id that
/// nobody plays an old call again.
/// </summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";

    public static void Sign(HttpRequestMessage request, string secret, string id, DateTimeOffset at, byte[] body)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", time);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body];
        request.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret)!, signed)));
    }

    /// <summary>The bytes of a key; null when it is base64 that cannot be read.</summary>
    public static byte[]? KeyOf(string secret)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal)) return Encoding.UTF8.GetBytes(secret);
        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var count) ? bytes[..count] : null;
    }
}
