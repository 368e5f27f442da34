using System.Diagnostics;
using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Hosting;

public sealed class Settings_of_a_start : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task Come_from_the_environment_and_the_command_line_wins()
    {
        var (serve, _) = await BotProcess.Serve(directory.Path, ["--DataDirectory=dari-perintah"], ("DataDirectory", "dari-lingkungan"), ("Office__Name", "Kabupaten Uji"), ("ASPNETCORE_ENVIRONMENT", "Ujicoba"));
        await using var running = serve;

        Assert.True(Directory.Exists(directory.File("dari-perintah", "sandbox")));
        Assert.False(Directory.Exists(directory.File("dari-lingkungan")));
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS")]
    [InlineData("urls")]
    public async Task The_address_may_come_from_the_environment(string name)
    {
        await using var serve = BotProcess.Start(directory.Path, [], (name, "http://127.0.0.1:0"));

        Assert.NotEqual(5080, (await serve.Address()).Port);
    }

    [Theory]
    [InlineData("Store__Provider", "Oracle", "Store:Provider = \"Oracle\"", "Sqlite, Postgres")]
    [InlineData("Office__TimeZone", "Asia/Sarilamak", "Office:TimeZone = \"Asia/Sarilamak\"", "tzdata")]
    [InlineData("Office__WorkingHours", "16:00-07:30", "Office:WorkingHours = \"16:00-07:30\"", "07:30-16:00")]
    [InlineData("Office__WorkingHours", "07:30-16:00; Jum 07:30-16:30", "\"Jum 07:30-16:30\"", "Senin-Kamis")]
    [InlineData("Office__QuietHours", "malam", "Office:QuietHours = \"malam\"", "18:00-06:30")]
    [InlineData("Office__HolidayFile", "/tidak/ada.csv", "Office:HolidayFile", "/tidak/ada.csv")]
    [InlineData("Jobs__AuditHead", "0 16 * * *", "Jobs:AuditHead = \"0 16 * * *\"", "0 30 7 ? * MON-FRI")]
    [InlineData("Posting__Reminders__Recap", "30 7 * * MON", "Posting:Reminders:Recap = \"30 7 * * MON\"", "enam kolom")]
    [InlineData("Posting__MinimumPerWeek", "0", "Posting:MinimumPerWeek = \"0\"", "1 sampai 20")]
    [InlineData("Posting__CreditBy", "Kirim", "Posting:CreditBy = \"Kirim\"", "FirstSubmission, Publication")]
    [InlineData("Office__SkpdFile", "/tidak/ada.csv", "Office:SkpdFile", "/tidak/ada.csv")]
    [InlineData("Bootstrap__OwnerTelegramId", "@budi", "Bootstrap:OwnerTelegramId = \"@budi\"", "bilangan")]
    [InlineData("Bootstrap__OwnerTelegramId", "-5", "Bootstrap:OwnerTelegramId = \"-5\"", "positif")]
    [InlineData("Limits__InvitationHours", "9000", "Limits:InvitationHours = \"9000\"", "168")]
    [InlineData("Roles", "Bot,Kasir", "\"Kasir\"", "Bot, Jobs, Feed")]
    [InlineData("Store__ConnectionString", "bukan=ini", "Store:ConnectionString", "Data Source=")]
    public async Task A_wrong_one_stops_the_start_and_is_named_with_value_and_remedy(string name, string value, string named, string remedy)
    {
        var sentence = (await BotProcess.Run(directory.Path, ["--urls", "http://127.0.0.1:0"], (name, value))).OneSentence(1);

        Assert.Contains(named, sentence, StringComparison.Ordinal);
        Assert.Contains(remedy, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostgreSQL_needs_a_connection_string()
        => Assert.Contains("Store:ConnectionString kosong", (await BotProcess.Run(directory.Path, ["--Store:Provider=Postgres"])).OneSentence(1), StringComparison.Ordinal);

    [Fact]
    public async Task PostgreSQL_that_is_not_there_is_said_in_one_sentence()
        => Assert.Contains("PostgreSQL", (await BotProcess.Run(directory.Path, ["--Store:Provider=Postgres", "--Store:ConnectionString=Host=127.0.0.1;Port=1;Database=x;Username=x"])).OneSentence(1), StringComparison.Ordinal);

    [Fact]
    public async Task A_machine_without_time_zones_stops_the_start()
        => Assert.Contains("tzdata", (await BotProcess.Run(directory.Path, [], ("TZDIR", directory.Path))).OneSentence(1), StringComparison.Ordinal);

    [Theory]
    [InlineData("DISDIK;Dinas Pendidikan;Disdik;sekolah;", "baris 2, kolom category: \"sekolah\"")]
    [InlineData("disdik;Dinas Pendidikan;Disdik;pendidikan;", "baris 2, kolom code: \"disdik\"")]
    [InlineData("DISDIK;;Disdik;pendidikan;", "baris 2, kolom name")]
    [InlineData("DISDIK;Dinas Pendidikan;Disdik;pendidikan;situs kami", "baris 2, kolom site: \"situs kami\"")]
    [InlineData("DISDIK;Dinas Pendidikan;Disdik;pendidikan;;lebih", "baris 2: ada 6 kolom")]
    [InlineData("DISDIK;A;A;pendidikan;\nDISDIK;B;B;pendidikan;", "baris 3, kolom code: \"DISDIK\" sudah ada")]
    public async Task A_wrong_line_of_a_data_file_is_named(string line, string named)
    {
        var file = directory.File("skpd.csv");
        await File.WriteAllTextAsync(file, $"code;name;short_name;category;site\n{line}\n", TestContext.Current.CancellationToken);

        var sentence = (await BotProcess.Run(directory.Path, ["--Office:SkpdFile", file])).OneSentence(1);

        Assert.Contains(file, sentence, StringComparison.Ordinal);
        Assert.Contains(named, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_ones_own_replaces_the_shipped_one()
    {
        var file = directory.File("skpd.csv");
        await File.WriteAllTextAsync(file, "\uFEFFcode;name;short_name;category\r\n\"DPMD\";\"Dinas \"\"PMD\"\"; Kabupaten\";DPMD;sosial\r\n", TestContext.Current.CancellationToken);

        var unknown = await BotProcess.Run(directory.Path, ["invite", "--role", "AdminSkpd", "--skpd", "DISDIK", "--Office:SkpdFile", file]);
        var known = await BotProcess.Run(directory.Path, ["invite", "--role", "AdminSkpd", "--skpd", "DPMD", "--Office:SkpdFile", file]);

        Assert.EndsWith("Kode yang ada: DPMD.", unknown.OneSentence(1), StringComparison.Ordinal);
        Assert.Equal(0, known.Code);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_is_named()
    {
        var closed = directory.File("tertutup");
        Directory.CreateDirectory(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        // Root may write anywhere; for root it is the owner that is wrong.
        if (Environment.UserName == "root") await Process.Start("chown", ["65534", closed]).WaitForExitAsync(TestContext.Current.CancellationToken);

        foreach (var command in (string[][])[["serve"], ["invite", "--role", "Kabid"]])
            Assert.Contains(closed, (await BotProcess.Run(directory.Path, [.. command, "--DataDirectory", closed])).OneSentence(1), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(closed));
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_directory_is_named()
    {
        var file = directory.File("berkas");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        Assert.Contains(file, (await BotProcess.Run(directory.Path, ["--DataDirectory", file])).OneSentence(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stored_is_for_its_owner_only()
    {
        var (serve, _) = await BotProcess.Serve(directory.Path);
        await using var running = serve;

        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(directory.File("data")));
        Assert.All(Directory.GetFiles(directory.File("data", "sandbox")), file => Assert.Equal(OwnerOnly, File.GetUnixFileMode(file)));
    }

    public void Dispose() => directory.Dispose();
}
