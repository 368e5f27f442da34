using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Hosting;

public sealed class A_table_of_SKPDs_from_the_command_line : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private string Table(string text)
    {
        var path = Path.Combine(directory.Path, "baru.csv");
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public async Task Is_shown_first_and_taken_with_yes_while_nothing_runs()
    {
        var data = directory.Path;
        var file = Table("code;name;short_name;category\nDISPORA-X;Dinas Pemuda;Dispora X;pendidikan\n");
        var shown = await BotProcess.Run(data, ["import-skpd", file]);
        Assert.Equal((0, "1 baris dibaca: 1 SKPD baru, 0 berubah."), (shown.Code, shown.Out[0]));
        Assert.Equal("Belum diterapkan; jalankan lagi dengan --yes.", shown.Out[^1]);
        var done = await BotProcess.Run(data, ["import-skpd", file, "--yes"]);
        Assert.Equal((0, "Sudah diterapkan."), (done.Code, done.Out[^1]));
        Assert.Equal("Tidak ada yang perlu diubah.", (await BotProcess.Run(data, ["import-skpd", file, "--yes"])).Out[^1]);
    }

    [Fact]
    public async Task Goes_through_the_running_serve_and_a_wrong_line_changes_nothing()
    {
        var data = directory.Path;
        var (serve, _) = await BotProcess.Serve(data);
        await using var running = serve;
        var wrong = await BotProcess.Run(data, ["import-skpd", Table("code;name;short_name;category\nDISPORA-X;Dinas Pemuda;Dispora X;pendidikan\nsalah;A;B;pendidikan\n"), "--yes"]);
        Assert.Equal(1, wrong.Code);
        Assert.Contains("baru.csv baris 3, kolom code: \"salah\"", Assert.Single(wrong.Err), StringComparison.Ordinal);
        var done = await BotProcess.Run(data, ["import-skpd", Table("code;name;short_name;category\nDISPORA-X;Dinas Pemuda;Dispora X;pendidikan\n"), "--yes"]);
        Assert.Equal((0, "1 baris dibaca: 1 SKPD baru, 0 berubah."), (done.Code, done.Out[0]));
        Assert.Equal(2, (await BotProcess.Run(data, ["import-skpd"])).Code);
        Assert.Equal(2, (await BotProcess.Run(data, ["import-skpd", "a.csv", "b.csv"])).Code);
    }

    public void Dispose() => directory.Dispose();
}
