using KominfoBot.Bot.Updates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KominfoBot.Bot.Tests.Updates;

public sealed class TelegramOptionsTests
{
    [Theory]
    [InlineData("Telegram:BotToken", "bukan token")]
    [InlineData("Telegram:BaseUrl", "api.telegram.org")]
    [InlineData("Telegram:BaseUrl", "ftp://x")]
    [InlineData("Telegram:MessagesPerSecond", "0")]
    [InlineData("Telegram:ChannelId", "portal kominfo")]
    [InlineData("Telegram:WebhookSecret", "pakai spasi")]
    public void A_wrong_setting_is_named(string key, string value)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Options((key, value)));
        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "s", "https://api.telegram.org", "Telegram:WebhookUrl")]
    [InlineData("/kait", "s", "https://api.telegram.org", "Telegram:WebhookUrl")]
    [InlineData("http://bot.example.go.id/kait", "s", "https://api.telegram.org", "https")]
    [InlineData("https://bot.example.go.id/kait", null, "https://api.telegram.org", "Telegram:WebhookSecret")]
    public void A_webhook_needs_its_address_and_its_secret(string? url, string? secret, string baseUrl, string named)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Options(("Telegram:Mode", "Webhook"), ("Telegram:WebhookUrl", url), ("Telegram:WebhookSecret", secret), ("Telegram:BaseUrl", baseUrl)));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_of_ones_own_may_call_over_http()
    {
        var options = Options(("Telegram:Mode", "Webhook"), ("Telegram:WebhookUrl", "http://127.0.0.1:5080/kait"), ("Telegram:WebhookSecret", "s"), ("Telegram:BaseUrl", "http://127.0.0.1:8081/"));
        Assert.Equal("/kait", options.WebhookPath);
    }

    [Fact]
    public void Nothing_set_is_right_as_well()
    {
        var options = Options();
        Assert.Equal((null, UpdateMode.Polling, 30), (options.BotToken, options.Mode, options.MessagesPerSecond));
    }

    private static TelegramOptions Options(params (string Key, string? Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build());
        services.AddTelegramOptions();
        return services.BuildServiceProvider().GetRequiredService<IOptions<TelegramOptions>>().Value;
    }
}
