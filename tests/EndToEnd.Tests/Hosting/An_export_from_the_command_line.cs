using System.IO.Compression;
using System.Text.Json;
using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Hosting;

public sealed class An_export_from_the_command_line : IDisposable
{
    private static readonly string[] always = ["--from", "2000-01-01", "--to", "2999-12-31"];

    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task Reads_while_serve_runs_in_every_format()
    {
        LongProgram.Only();
        var (serve, _) = await BotProcess.Serve(directory.Path);
        await using var running = serve;
        Assert.Equal(0, (await BotProcess.Run(directory.Path, ["invite", "--role", "Kabid", "--letter", "=555/05"])).Code);

        var csv = await BotProcess.Run(directory.Path, ["export", .. always, "--format", "csv", "--table", "events"]);
        Assert.Equal(0, csv.Code);
        Assert.StartsWith("Peristiwa,Waktu,Perbuatan,Oleh", csv.Out[0], StringComparison.Ordinal);
        Assert.Contains(csv.Out, line => line.Contains("'=555/05", StringComparison.Ordinal));
        Assert.StartsWith("Peristiwa,Waktu,Nomor", Assert.Single((await BotProcess.Run(directory.Path, ["export", .. always, "--format", "csv"])).Out), StringComparison.Ordinal);

        using var json = JsonDocument.Parse(string.Join('\n', (await BotProcess.Run(directory.Path, ["export", .. always, "--format", "json"])).Out));
        Assert.Contains(json.RootElement.GetProperty("events").EnumerateArray(), row => row.GetProperty("reason").GetString() == "=555/05");
        Assert.Contains(json.RootElement.GetProperty("appointments").EnumerateArray(), row => row.GetProperty("name").GetString() == "Yeni Safitri");

        var path = directory.File("hasil.xlsx");
        var written = await BotProcess.Run(directory.Path, ["export", .. always, "--format", "xlsx", "--out", path]);
        Assert.Equal(0, written.Code);
        using var zip = ZipFile.OpenRead(path);
        Assert.Equal(4, zip.Entries.Count(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData("--from", "export", "--to", "2026-11-30", "--format", "csv")]
    [InlineData("--to", "export", "--from", "2026-11-01", "--format", "csv")]
    [InlineData("--format", "export", "--from", "2026-11-01", "--to", "2026-11-30")]
    [InlineData("csv, xlsx, json", "export", "--from", "2026-11-01", "--to", "2026-11-30", "--format", "pdf")]
    [InlineData("bukan tanggal", "export", "--from", "1/11/2026", "--to", "2026-11-30", "--format", "csv")]
    [InlineData("mendahului", "export", "--from", "2026-11-30", "--to", "2026-11-01", "--format", "csv")]
    [InlineData("items, steps, appointments, events", "export", "--from", "2026-11-01", "--to", "2026-11-30", "--format", "csv", "--table", "semua")]
    public async Task That_is_not_understood_says_what_it_needs(string named, params string[] line)
        => Assert.Contains(named, (await BotProcess.Run(directory.Path, line)).OneSentence(2), StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_database_says_so()
        => Assert.Contains("belum ada", (await BotProcess.Run(directory.Path, ["export", .. always, "--format", "csv"])).OneSentence(1), StringComparison.Ordinal);

    public void Dispose() => directory.Dispose();
}
