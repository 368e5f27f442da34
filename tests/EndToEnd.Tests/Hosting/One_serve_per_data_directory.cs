using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Hosting;

public sealed class One_serve_per_data_directory : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task A_second_one_refuses_and_names_directory_and_process()
    {
        var (serve, _) = await BotProcess.Serve(directory.Path);
        await using var running = serve;

        var sentence = (await BotProcess.Run(directory.Path, ["--urls", "http://127.0.0.1:0"])).OneSentence(1);

        Assert.Contains(directory.File("data", "sandbox"), sentence, StringComparison.Ordinal);
        Assert.Contains($"pid {serve.Id})", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_right_after_SIGKILL_works_again_and_again()
    {
        LongProgram.Only();
        for (var round = 0; round < 3; round++)
        {
            var (serve, _) = await BotProcess.Serve(directory.Path);
            await using var running = serve;
            await serve.Kill();
        }
    }

    [Fact]
    public async Task Another_directory_is_another_newsroom()
    {
        LongProgram.Only();
        var (first, _) = await BotProcess.Serve(directory.Path, ["--DataDirectory", "satu"]);
        await using var one = first;
        var (second, _) = await BotProcess.Serve(directory.Path, ["--DataDirectory", "dua"]);
        await using var two = second;

        Assert.True(File.Exists(directory.File("satu", "sandbox", "kominfo.lock")));
        Assert.True(File.Exists(directory.File("dua", "sandbox", "kominfo.lock")));
    }

    [Fact]
    public async Task On_PostgreSQL_the_database_is_what_only_one_may_use()
    {
        await using var database = await (await PostgresServer.Shared()).CreateDatabase();
        string[] store = ["--Store:Provider=Postgres", $"--Store:ConnectionString={database.ConnectionString}"];
        var (serve, _) = await BotProcess.Serve(directory.Path, store);
        await using var running = serve;

        var sentence = (await BotProcess.Run(directory.Path, ["--DataDirectory", "lain", "--urls", "http://127.0.0.1:0", .. store])).OneSentence(1);
        await serve.Kill();
        var (again, _) = await BotProcess.Serve(directory.Path, store);
        await using var after = again;

        Assert.Contains($"pid {serve.Id}", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_PostgreSQL_the_lock_is_taken_again_when_the_server_restarts()
    {
        await using var server = await PostgresServer.Start(durable: false);
        await using var database = await server.CreateDatabase();
        string[] store = ["--Store:Provider=Postgres", $"--Store:ConnectionString={database.ConnectionString}"];
        var (serve, _) = await BotProcess.Serve(directory.Path, store);
        await using var running = serve;

        await server.Restart();
        await serve.Line(line => line.Contains("Kunci di PostgreSQL terpasang lagi", StringComparison.Ordinal));
        var sentence = (await BotProcess.Run(directory.Path, ["--DataDirectory", "lain", "--urls", "http://127.0.0.1:0", .. store])).OneSentence(1);

        Assert.Contains($"pid {serve.Id}", sentence, StringComparison.Ordinal);
        Assert.Equal(0, (await serve.Terminate()).Code);
    }

    public void Dispose() => directory.Dispose();
}
