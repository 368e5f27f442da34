using System.Net;
using System.Net.Sockets;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Answer = KominfoBot.TelegramBotApi.Tests.LoopbackServer.Answer;

namespace KominfoBot.TelegramBotApi.Tests;

/// <summary>The token is part of every address. Whatever breaks, it must not stand in what a log may get.</summary>
public sealed class SecretTests
{
    [Fact]
    public async Task Refused_connection() => await Hides("http://127.0.0.1:1");

    [Fact]
    public async Task Unknown_host() => await Hides("http://tidak-ada.invalid");

    [Fact]
    public async Task Server_without_TLS()
    {
        await using var server = await LoopbackServer.Start(Answer.Ok("true"));
        await Hides(server.Address.Replace("http://", "https://", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("mailto:a@b")]
    public async Task Address_that_is_not_http(string address) => await Hides(address);

    [Fact]
    public void Address_that_is_none()
    {
        var wrong = Assert.Throws<ArgumentException>(() => new TelegramBotClientOptions(LoopbackServer.Token, "bukan alamat"));
        Assert.DoesNotContain("SECRET", wrong.ToString(), StringComparison.Ordinal);
        wrong = Assert.Throws<ArgumentException>(() => new TelegramBotClientOptions("SECRET-without-id"));
        Assert.DoesNotContain("SECRET", wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Silent_server()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await Hides($"http://{silent.LocalEndpoint}", bot => bot.Timeout = TimeSpan.FromMilliseconds(200));
    }

    [Fact(Timeout = 30_000)]
    public async Task Answer_that_is_not_HTTP()
    {
        using var garbage = new TcpListener(IPAddress.Loopback, 0);
        garbage.Start();
        var answering = Task.Run(async () =>
        {
            for (var calls = 0; calls < 2; calls++)
            {
                using var connection = await garbage.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
                await connection.GetStream().ReadAtLeastAsync(new byte[4096], 1, cancellationToken: TestContext.Current.CancellationToken);
                await connection.GetStream().WriteAsync("SSH-2.0-x\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
            }
        }, TestContext.Current.CancellationToken);
        await Hides($"http://{garbage.LocalEndpoint}");
        await answering;
    }

    [Fact]
    public async Task Handler_that_puts_the_address_into_its_exception()
    {
        using var http = new HttpClient(new Talkative());
        var bot = new TelegramBotClient(new TelegramBotClientOptions(LoopbackServer.Token, "http://127.0.0.1:1"), http);

        var failure = await Assert.ThrowsAsync<RequestException>(() => bot.GetMe(TestContext.Current.CancellationToken));

        Assert.DoesNotContain("SECRET", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("bot<token>/getMe", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_that_end_up_in_a_log()
    {
        var options = new TelegramBotClientOptions(LoopbackServer.Token);

        Assert.DoesNotContain("SECRET", $"{options} {new TelegramBotClient(options)}", StringComparison.Ordinal);
    }

    private static async Task Hides(string address, Action<TelegramBotClient>? configure = null)
    {
        var bot = new TelegramBotClient(new TelegramBotClientOptions(LoopbackServer.Token, address) { RetryCount = 0 });
        configure?.Invoke(bot);
        using var file = new MemoryStream();

        var call = await Assert.ThrowsAnyAsync<RequestException>(() => bot.GetMe(TestContext.Current.CancellationToken));
        var download = await Assert.ThrowsAnyAsync<RequestException>(() => bot.DownloadFile("photos/1.jpg", file, TestContext.Current.CancellationToken));

        Assert.All([call, download], failure =>
        {
            for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
                Assert.DoesNotContain("SECRET", $"{cause} {cause.Message} {string.Join(' ', cause.Data.Values.Cast<object>())}", StringComparison.Ordinal);
        });
    }

    private sealed class Talkative : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"cannot reach {request.RequestUri}");
    }
}
