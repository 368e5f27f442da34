using KominfoBot.Testing;
using Microsoft.Data.Sqlite;

namespace KominfoBot.EndToEnd.Tests.Hosting;

/// <summary>A database that is not whole stops the start with the way back, and is left as it is (05-faults D5).</summary>
public sealed class A_damaged_database : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private string Database => directory.File("data", "sandbox", "kominfo.db");

    [Fact]
    public async Task Cut_short()
    {
        await Used();
        await Refused(() =>
        {
            using var file = new FileStream(Database, FileMode.Open);
            file.SetLength(file.Length / 2);
        });
    }

    [Fact]
    public async Task With_one_byte_changed_where_nothing_looks_at_the_start()
    {
        await Used();
        var (page, size) = (await Number("SELECT rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name = 'TextPrints' LIMIT 1"), await Number("PRAGMA page_size"));
        await Refused(() =>
        {
            using var file = new FileStream(Database, FileMode.Open);
            file.Position = (page - 1) * size;
            file.WriteByte(0x77);
        });
    }

    [Fact]
    public async Task That_is_something_else()
    {
        await Used();
        await Refused(() => File.WriteAllText(Database, string.Concat(Enumerable.Repeat("Bukan basis data. ", 4_000))));
    }

    private async Task Used()
    {
        var (serve, _) = await BotProcess.Serve(directory.Path);
        await using var running = serve;
        Assert.Equal(0, (await serve.Terminate()).Code);
    }

    private async Task Refused(Action damage)
    {
        damage();
        var before = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);

        var sentence = (await BotProcess.Run(directory.Path, ["--urls", "http://127.0.0.1:0"])).OneSentence(1);

        Assert.Contains("Basis data rusak", sentence, StringComparison.Ordinal);
        Assert.Contains("`restore`", sentence, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken));
    }

    private async Task<long> Number(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public void Dispose() => directory.Dispose();
}
