using Microsoft.Extensions.Options;

namespace KominfoBot.PublicFeed.Push;

/// <summary>Settings <c>Push:*</c>: who is told of each change instead of asking for it.</summary>
public sealed class PushOptions
{
    public const string Section = "Push";

    /// <summary>WebSub hubs (W3C WebSub 1.0) that the feeds name and that are told of each change, e.g. <c>https://pubsubhubbub.appspot.com/</c>.</summary>
    public IList<string> Hubs { get; set; } = [];

    /// <summary>Portals that are told by a signed call.</summary>
    public IList<WebhookTarget> Webhooks { get; set; } = [];

    /// <summary>Also http and addresses of the office's own network; for a portal that stands in it.</summary>
    public bool AllowPrivate { get; set; }
}

/// <summary>One portal.</summary>
public sealed class WebhookTarget
{
    public string Url { get; set; } = "";

    /// <summary>The shared key of the signature: <c>whsec_</c> and base64 (Standard Webhooks), or 24 characters and more of any kind. Secret, never logged.</summary>
    public string Secret { get; set; } = "";
}

/// <summary>Stops the start with a sentence that names the wrong setting.</summary>
internal sealed class PushOptionsCheck : IValidateOptions<PushOptions>
{
    private const int ShortestSecret = 24;

    public ValidateOptionsResult Validate(string? name, PushOptions options)
    {
        var wrong = Problems(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Problems(PushOptions options)
    {
        foreach (var (hub, at) in options.Hubs.Select((hub, at) => (hub, at)))
            if (!IsAddress(hub, options)) yield return $"Push:Hubs:{at} harus alamat lengkap yang diawali https://; sekarang \"{hub}\".";
        foreach (var (target, at) in options.Webhooks.Select((target, at) => (target, at)))
        {
            if (!IsAddress(target.Url, options)) yield return $"Push:Webhooks:{at}:Url harus alamat lengkap yang diawali https:// (http:// hanya bila Push:AllowPrivate); sekarang \"{target.Url}\".";
            if (WebhookSignature.KeyOf(target.Secret) is not { Length: >= ShortestSecret }) yield return $"Push:Webhooks:{at}:Secret harus kunci bersama paling sedikit {ShortestSecret} karakter, atau whsec_ diikuti base64. Buat dengan: openssl rand -base64 32";
        }
        if (options.Hubs.Concat(options.Webhooks.Select(target => target.Url)).GroupBy(url => url, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            yield return $"Push memuat {twice.Key} dua kali; cukup sekali.";
    }

    private static bool IsAddress(string text, PushOptions options)
        => text.Length <= 500 && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && address.Fragment.Length == 0 && (address.Scheme == "https" || (options.AllowPrivate && address.Scheme == "http"));
}
