using KominfoBot.EndToEnd.Tests.Newsroom;
using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Hosting;

/// <summary>`setup` asks, checks every answer, and what it writes runs an office.</summary>
public sealed class Setting_up_an_office : IDisposable
{
    private static readonly string[] answers =
        ["Kabupaten Jayapura", "WIT", "07:30-15:30", "", "Kadis", "Kepala Bagian", "https://berita.example.go.id", StubBotApi.Token, $"{Office.Owner.TelegramId}", "polling"];

    private static readonly string[] questions = ["Nama kabupaten", "Zona waktu", "Jam kerja", "Berkas CSV", "Tahap", "Sebutan", "Alamat portal", "Token bot", "Id Telegram", "Cara menerima"];

    private readonly TemporaryDirectory directory = new();

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_checked_settings_and_the_token_apart_from_them()
    {
        await using var api = await StubBotApi.Start();

        var finished = await Ask(api, answers);

        Assert.True(finished.Code == 0, finished.Everything);
        var settings = await File.ReadAllTextAsync(directory.File("kominfobot.env"), cancel);
        foreach (var line in (string[])["Office__Name='Kabupaten Jayapura'", "Office__TimeZone='Asia/Jayapura'", "Review__Steps__0__Role='Kadis'", "Telegram__Mode='Polling'"]) Assert.Contains(line, settings.Split('\n'));
        Assert.DoesNotContain("rahasia", settings, StringComparison.Ordinal);
        Assert.Equal(StubBotApi.Token + "\n", await File.ReadAllTextAsync(directory.File("token"), cancel));
        if (!OperatingSystem.IsWindows()) Assert.All((string[])["kominfobot.env", "token"], file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(directory.File(file))));
        Assert.Contains("sudah disiapkan", (await Ask(api, answers)).OneSentence(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_again_until_an_answer_can_be_used_and_writes_nothing_when_they_end()
    {
        await using var api = await StubBotApi.Start();

        var finished = await Ask(api, ["", "Kota Sorong", "WIX", "WIT", "besok", "07:30-15:30", "tidak-ada.csv", "", "Bupati", "Kabid, Kabid", "Kabid, Kadis", "", "", "berita", "https://berita.example.go.id", "8123456789:salah", StubBotApi.Token, "saya"]);

        Assert.Contains("dihentikan", finished.OneSentence(1), StringComparison.Ordinal);
        foreach (var hint in (string[])["Isi namanya", "Pilih WIB, WITA, atau WIT", "tidak-ada.csv", "Sebutkan perannya", "peran yang sama dua kali", "Isi alamat lengkap", "menolak token", "Terhubung sebagai @BeritaUjiBot", "Isi angkanya saja"])
            Assert.Contains(hint, finished.Everything, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(directory.Path));
    }

    [Fact]
    public async Task A_webhook_gets_a_path_and_a_secret_that_nobody_guesses()
    {
        await using var api = await StubBotApi.Start();

        Assert.Equal(0, (await Ask(api, [.. answers[..^1], "webhook", ""])).Code);

        var settings = await File.ReadAllTextAsync(directory.File("kominfobot.env"), cancel);
        Assert.Matches("Telegram__WebhookUrl='https://berita.example.go.id/tg/[0-9a-f]{32}'", settings);
        Assert.Matches("Telegram__WebhookSecret='[0-9a-f]{64}'", settings);
    }

    [Fact]
    public async Task The_table_of_SKPDs_is_kept_beside_the_settings()
    {
        await using var api = await StubBotApi.Start();
        await File.WriteAllTextAsync(directory.File("daftar.csv"), "code;name;short_name;category\nDISDIK;Dinas Pendidikan;Disdik;pendidikan\n", cancel);

        var finished = await Ask(api, [.. answers[..3], directory.File("daftar.csv"), .. answers[4..]]);

        Assert.True(finished.Code == 0, finished.Everything);
        Assert.Contains($"Office__SkpdFile='{directory.File("skpd.csv")}'", await File.ReadAllTextAsync(directory.File("kominfobot.env"), cancel), StringComparison.Ordinal);
        Assert.Contains("DISDIK", await File.ReadAllTextAsync(directory.File("skpd.csv"), cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_terminal_the_token_is_not_shown_and_the_rest_is()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "script (util-linux) is not installed");
        await using var api = await StubBotApi.Start();

        var (code, seen) = await Terminal.Run(directory.Path, ["setup", $"--Telegram:BaseUrl={api.Address}", "--out", directory.Path], [.. questions.Zip(answers)]);

        Assert.True(code == 0, seen);
        Assert.Contains("Token bot dari @BotFather (tidak tampak", seen, StringComparison.Ordinal);
        Assert.Contains("Kabupaten Jayapura", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("AAH", seen, StringComparison.Ordinal);
        Assert.Equal(StubBotApi.Token + "\n", await File.ReadAllTextAsync(directory.File("token"), cancel));
    }

    /// <summary>Another zone, another chain: what was written, given to the program, carries an item from a chat to the portal.</summary>
    [Fact]
    public async Task What_it_wrote_runs_the_main_path_of_another_regency()
    {
        await using (var api = await StubBotApi.Start()) Assert.Equal(0, (await Ask(api, answers)).Code);
        var settings = (await File.ReadAllLinesAsync(directory.File("kominfobot.env"), cancel)).Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] != '#')
            .Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim('\''));
        // The test reads its portal where it listens.
        settings.Remove("Feed__BaseUrl");
        await using var office = await Office.Open(settings: settings);
        await office.Start();
        await office.Greet();
        await office.InviteByCommand(Office.Author, "AdminSkpd", "--skpd", "DISDIK");
        await office.InviteByCommand(Office.Kadis, "Kadis");
        // By the title that it has in this office.
        await office.Hears(Office.Kadis, "terdaftar sebagai Kepala Bagian");
        var item = new Sample(900);

        await office.Submit(Office.Author, item);
        await office.Press(Office.Kadis, "Setujui", item.Title);
        await office.Press(Office.Kadis, "Ya, terbitkan", item.Title);

        await office.ShowsPublished(item, photos: 1);
        await office.SaysAndHears(Office.Kadis, "/riwayat DISDIK-2026-0001", "Kepala Bagian");
        Assert.Contains("Kabupaten Jayapura", await office.Read("/rss.xml"), StringComparison.Ordinal);
        await office.Rests();
        await office.IsInOrder(acts: 1);
    }

    public void Dispose() => directory.Dispose();

    private Task<Finished> Ask(StubBotApi api, string[] typed) => BotProcess.Answer(directory.Path, ["setup", $"--Telegram:BaseUrl={api.Address}", "--out", directory.Path], typed);
}
