using System.ComponentModel.DataAnnotations;

namespace KominfoBot.Bot.Updates;

/// <summary>How updates come in.</summary>
public enum UpdateMode
{
    /// <summary>We ask (getUpdates).</summary>
    Polling,
    /// <summary>The server calls us (setWebhook).</summary>
    Webhook,
}

/// <summary>Settings <c>Telegram:*</c>.</summary>
public sealed class TelegramOptions : IValidatableObject
{
    public const string Section = "Telegram";

    /// <summary>Telegram's own Bot API server.</summary>
    public const string PublicServer = "https://api.telegram.org";

    /// <summary>From @BotFather; without it the sandbox runs. Never logged.</summary>
    [RegularExpression(@"\d+:[A-Za-z0-9_-]+", ErrorMessage = "Telegram:BotToken tidak berbentuk token bot (angka, titik dua, lalu rahasia); salin ulang dari @BotFather.")]
    public string? BotToken { get; set; }

    /// <summary>Scheme and authority of the Bot API server: Telegram's, a self-hosted one, or a test's.</summary>
    [Required(ErrorMessage = "Telegram:BaseUrl tidak boleh kosong.")]
    public string BaseUrl { get; set; } = PublicServer;

    [EnumDataType(typeof(UpdateMode), ErrorMessage = "Telegram:Mode harus Polling atau Webhook.")]
    public UpdateMode Mode { get; set; } = UpdateMode.Polling;

    /// <summary>Where the server calls us in webhook mode; its path is the route.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>What the server shows with each call (header X-Telegram-Bot-Api-Secret-Token), 1-256 characters A-Z a-z 0-9 _ -.</summary>
    [RegularExpression("[A-Za-z0-9_-]{1,256}", ErrorMessage = "Telegram:WebhookSecret harus 1 sampai 256 huruf, angka, _ atau -.")]
    public string? WebhookSecret { get; set; }

    /// <summary>Public channel that gets each published item: its id, -100…; none by default. The bot must be one of its admins.</summary>
    [RegularExpression(@"-100\d{5,13}", ErrorMessage = "Telegram:ChannelId harus angka id saluran yang diawali -100, misalnya -1001234567890; nama @saluran tidak dipakai karena dapat berganti.")]
    public string? ChannelId { get; set; }

    /// <summary>Total sending rate.</summary>
    [Range(1, 1000, ErrorMessage = "Telegram:MessagesPerSecond harus antara 1 dan 1000.")]
    public int MessagesPerSecond { get; set; } = 30;

    /// <summary>The route of the webhook, its address's path; null without a valid address.</summary>
    public string? WebhookPath => IsHttp(WebhookUrl, out var webhook) ? webhook.AbsolutePath : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsHttp(BaseUrl, out _))
            yield return new("Telegram:BaseUrl harus alamat http(s) lengkap, misalnya https://api.telegram.org.", [nameof(BaseUrl)]);
        if (Mode != UpdateMode.Webhook) yield break;
        if (!IsHttp(WebhookUrl, out var webhook))
            yield return new("Telegram:WebhookUrl harus alamat http(s) lengkap bila Telegram:Mode adalah Webhook.", [nameof(WebhookUrl)]);
        else if (webhook.Scheme != Uri.UriSchemeHttps && BaseUrl.TrimEnd('/') == PublicServer)
            yield return new("Telegram:WebhookUrl harus https bila memakai api.telegram.org.", [nameof(WebhookUrl)]);
        if (string.IsNullOrEmpty(WebhookSecret))
            yield return new("Telegram:WebhookSecret wajib diisi bila Telegram:Mode adalah Webhook.", [nameof(WebhookSecret)]);
    }

    private static bool IsHttp(string? address, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? uri)
        => Uri.TryCreate(address, UriKind.Absolute, out uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
