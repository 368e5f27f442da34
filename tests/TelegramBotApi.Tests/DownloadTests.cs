using System.Text;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Answer = KominfoBot.TelegramBotApi.Tests.LoopbackServer.Answer;

namespace KominfoBot.TelegramBotApi.Tests;

public sealed class DownloadTests
{
    [Fact]
    public async Task A_file_is_asked_for_and_written_whole()
    {
        var content = new string('x', 300_000);
        await using var server = await LoopbackServer.Start(
            Answer.Ok("""{"file_id":"AgAC","file_unique_id":"u","file_size":300000,"file_path":"photos/file 1.jpg"}"""),
            Answer.Text(200, "application/octet-stream", content));
        using var destination = new MemoryStream();

        var file = await server.Bot().GetInfoAndDownloadFile("AgAC", destination, TestContext.Current.CancellationToken);

        Assert.Equal(300_000, file.FileSize);
        Assert.Equal(content, Encoding.UTF8.GetString(destination.ToArray()));
        Assert.Equal(("GET", $"/file/bot{LoopbackServer.Token}/photos/file 1.jpg"), (server.Calls.Last().Method, server.Calls.Last().Path));
    }

    [Fact]
    public async Task A_path_that_is_too_old_is_a_refusal()
    {
        await using var server = await LoopbackServer.Start(Answer.Json(404, """{"ok":false,"error_code":404,"description":"Not Found"}"""));

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => server.Bot().DownloadFile("photos/1.jpg", Stream.Null, TestContext.Current.CancellationToken));

        Assert.Equal(404, refused.ErrorCode);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_download_that_breaks_off_is_no_success()
    {
        await using var server = await LoopbackServer.Start(Answer.Broken("half"));
        using var destination = new MemoryStream();

        await Assert.ThrowsAsync<RequestException>(() => server.Bot().DownloadFile("photos/1.jpg", destination, TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_download_that_falls_silent_ends_after_the_timeout()
    {
        await using var server = await LoopbackServer.Start(Answer.Silent("half"));
        var bot = server.Bot();
        bot.Timeout = TimeSpan.FromMilliseconds(300);

        await Assert.ThrowsAsync<RequestException>(() => bot.DownloadFile("photos/1.jpg", Stream.Null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_full_disk_is_the_caller_s_own_exception()
    {
        await using var server = await LoopbackServer.Start(Answer.Text(200, "application/octet-stream", "x"));
        using var full = new MemoryStream([], writable: true);

        await Assert.ThrowsAsync<NotSupportedException>(() => server.Bot().DownloadFile("photos/1.jpg", full, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_without_a_path_cannot_be_downloaded()
    {
        var bot = new TelegramBotClient(LoopbackServer.Token);

        await Assert.ThrowsAsync<ArgumentException>(() => bot.DownloadFile(new TGFile { FileId = "AgAC" }, Stream.Null, TestContext.Current.CancellationToken));
    }
}
