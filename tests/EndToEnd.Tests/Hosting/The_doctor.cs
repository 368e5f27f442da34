using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Hosting;

/// <summary>`doctor`: a line for each thing, with the next step where something is wrong.</summary>
public sealed class The_doctor : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task Finds_a_running_office_well()
    {
        await using var api = await StubBotApi.Start();
        await using var serve = BotProcess.Start(directory.Path, ["--urls=http://127.0.0.1:0", .. api.Settings("data")], ("Telegram__BotToken", StubBotApi.Token));
        await serve.Address();

        var finished = await Ask(api);

        Assert.True(finished.Code == 0, finished.Everything);
        Assert.Contains("✔ Token: @BeritaUjiBot", finished.Out);
        foreach (var thing in (string[])["Setelan", "Pembaruan", "Jam", "Alamat publik", "DataDirectory", "Ruang disk", "vips", "rsvg-convert", "Basis data", "Antrean masuk", "Antrean keluar", "Hari libur"])
            Assert.Contains(finished.Out, line => line.StartsWith($"✔ {thing}: ", StringComparison.Ordinal));
        Assert.Contains(finished.Out, line => line.StartsWith("⚠ Cadangan: belum ada → ", StringComparison.Ordinal));
        Assert.DoesNotContain("rahasia", finished.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_to_do_about_a_refused_token_and_a_directory_that_others_read()
    {
        await using var api = await StubBotApi.Start();
        Directory.CreateDirectory(directory.File("data"));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(directory.File("data"), (UnixFileMode)0b111_101_101); // whatever the umask is

        var finished = await Ask(api, token: "8123456789:AAH-lain_yang_juga_tidak_boleh_tercetak");

        Assert.Equal("1 hal perlu diperbaiki: lihat baris bertanda ✘.", finished.OneSentence(1));
        Assert.Contains(finished.Out, line => line.StartsWith("✘ Token: ditolak Telegram (401) → ", StringComparison.Ordinal));
        Assert.Contains(finished.Out, line => line.StartsWith("⚠ DataDirectory: ", StringComparison.Ordinal) && line.EndsWith($"→ chmod 700 {directory.File("data")}", StringComparison.Ordinal));
        Assert.Contains(finished.Out, line => line.StartsWith("⚠ Basis data: belum ada", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_every_wrong_setting_at_once()
    {
        var finished = await BotProcess.Run(directory.Path, ["doctor", "--Office:TimeZone=Asia/Payakumbuh", "--Backup:Schedule=tiap malam", "--Limits:SearchesPerMinute=0"]);

        finished.OneSentence(1);
        foreach (var name in (string[])["Office:TimeZone", "Backup:Schedule", "Limits:SearchesPerMinute"]) Assert.Contains(finished.Out, line => line.StartsWith("✘ Setelan: ", StringComparison.Ordinal) && line.Contains(name, StringComparison.Ordinal));
        Assert.False(Directory.Exists(directory.File("data")));
    }

    [Fact]
    public async Task Names_the_remedy_of_a_database_that_is_none()
    {
        Directory.CreateDirectory(directory.File("data", "sandbox"));
        await File.WriteAllTextAsync(directory.File("data", "sandbox", "kominfo.db"), new string('x', 8192), TestContext.Current.CancellationToken);

        var finished = await BotProcess.Run(directory.Path, ["doctor"]);

        finished.OneSentence(1);
        Assert.Contains(finished.Out, line => line.StartsWith("✘ Basis data: ", StringComparison.Ordinal) && line.Contains("restore", StringComparison.Ordinal));
    }

    public void Dispose() => directory.Dispose();

    private Task<Finished> Ask(StubBotApi api, string token = StubBotApi.Token) => BotProcess.Run(directory.Path, ["doctor", .. api.Settings("data")], ("Telegram__BotToken", token));
}
