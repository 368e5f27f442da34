using System.Net.Sockets;
using KominfoBot.Testing;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.EndToEnd.Tests.Hosting;

public sealed class An_invitation_from_the_command_line : IDisposable
{
    private const string Code = "^/start [A-Za-z0-9_-]{22}$";

    /// <summary>A serve may have learnt the bot's username meanwhile, or not yet.</summary>
    private const string CodeOrLink = @"^(/start |https://t\.me/KominfoSandboxBot\?start=)[A-Za-z0-9_-]{22}$";

    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task Is_one_line_while_nothing_runs()
    {
        var finished = await BotProcess.Run(directory.Path, ["invite", "--role", "AdminSkpd", "--skpd", "disdik", "--name", "Rina Marlina, S.Kom.", "--nip", "198001012005012003", "--letter=800/1/2026"]);

        Assert.Equal(0, finished.Code);
        Assert.Matches(Code, Assert.Single(finished.Out));
        Assert.Empty(finished.Err);
        var invitation = Assert.Single(await Invitations());
        Assert.Equal((Role.AdminSkpd, "DISDIK", "Rina Marlina, S.Kom.", "198001012005012003", "800/1/2026"), (invitation.Role, invitation.SkpdCode, invitation.OfficialName, invitation.Nip, invitation.LetterNumber));
    }

    [Fact]
    public async Task Goes_through_the_running_serve()
    {
        var (serve, _) = await BotProcess.Serve(directory.Path);
        await using var running = serve;

        var finished = await BotProcess.Run(directory.Path, ["invite", "--role", "Kabid", "--name", "Yeni"]);

        Assert.Equal(0, finished.Code);
        Assert.Matches(CodeOrLink, Assert.Single(finished.Out));
        Assert.Contains(await Invitations(), invitation => invitation is { Role: Role.Kabid, OfficialName: "Yeni" });
    }

    [Fact]
    public async Task Waits_for_a_serve_that_is_just_starting()
    {
        LongProgram.Only();
        await using var serve = BotProcess.Start(directory.Path, ["--urls", "http://127.0.0.1:0"]);

        var invited = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => BotProcess.Run(directory.Path, ["invite", "--role", "Kadis"])));
        await serve.Address();

        Assert.All(invited, finished => Assert.Matches(CodeOrLink, Assert.Single(finished.Out)));
        Assert.Equal(3, invited.Select(finished => finished.Out[0]).Distinct().Count());
        Assert.Equal(3, (await Invitations()).Count(invitation => invitation.Role == Role.Kadis));
    }

    [Fact]
    public async Task Is_not_stopped_by_the_socket_of_a_killed_serve()
    {
        var (serve, _) = await BotProcess.Serve(directory.Path);
        await using (serve) await serve.Kill();
        Assert.True(File.Exists(Socket()));

        var alone = await BotProcess.Run(directory.Path, ["invite", "--role", "Kabid"]);
        var (second, _) = await BotProcess.Serve(directory.Path);
        await using var running = second;
        var beside = await BotProcess.Run(directory.Path, ["invite", "--role", "Kabid"]);

        Assert.Matches(CodeOrLink, Assert.Single(alone.Out));
        Assert.Matches(CodeOrLink, Assert.Single(beside.Out));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task For_an_unknown_SKPD_names_those_there_are(bool serving)
    {
        await using var running = serving ? (await BotProcess.Serve(directory.Path)).Process : null;

        var sentence = (await BotProcess.Run(directory.Path, ["invite", "--role", "AdminSkpd", "--skpd", "DISDIKBUD"])).OneSentence(1);

        Assert.Contains("\"DISDIKBUD\" tidak ada", sentence, StringComparison.Ordinal);
        Assert.Contains("DISDIK, ", sentence, StringComparison.Ordinal);
        Assert.Contains("KEC-HARAU", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_a_link_once_the_bots_username_is_known()
    {
        await BotProcess.Run(directory.Path, ["invite", "--role", "Kabid"]);
        await using (var store = new SqliteNewsroomStore($"Data Source={Database()}", new Signals()))
            await store.Write(async db => { await Task.Yield(); db.Facts.Add(new FactRow { Name = "bot.username", Value = "BeritaUjiBot" }); }, TestContext.Current.CancellationToken);

        var finished = await BotProcess.Run(directory.Path, ["invite", "--role", "Kabid"]);

        Assert.Matches("^https://t.me/BeritaUjiBot\\?start=[A-Za-z0-9_-]{22}$", Assert.Single(finished.Out));
    }

    [Fact]
    public async Task Works_on_PostgreSQL_with_and_without_serve()
    {
        await using var database = await (await PostgresServer.Shared()).CreateDatabase();
        string[] store = ["--Store:Provider", "Postgres", "--Store:ConnectionString", database.ConnectionString];

        var alone = await BotProcess.Run(directory.Path, ["invite", "--role", "Kabid", .. store]);
        var (serve, _) = await BotProcess.Serve(directory.Path, store);
        await using var running = serve;
        var beside = await BotProcess.Run(directory.Path, ["invite", "--role", "AdminSkpd", "--skpd", "DISDIK", .. store]);
        var audit = await BotProcess.Run(directory.Path, ["verify-audit", .. store]);

        Assert.Matches(CodeOrLink, Assert.Single(alone.Out));
        Assert.Matches(CodeOrLink, Assert.Single(beside.Out));
        Assert.StartsWith("Rantai audit utuh: ", Assert.Single(audit.Out), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_control_socket_is_its_owners_only_and_survives_nonsense()
    {
        var (serve, _) = await BotProcess.Serve(directory.Path);
        await using var running = serve;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Socket()));

        foreach (var nonsense in (string[])["bukan json\n", "{}\n", "{\"invite\":{\"role\":\"Bupati\"}}\n", "tanpa akhir"])
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket()), TestContext.Current.CancellationToken);
            await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(nonsense), TestContext.Current.CancellationToken);
            if (!nonsense.EndsWith('\n')) continue;
            var answer = new byte[4096];
            var length = await socket.ReceiveAsync(answer, TestContext.Current.CancellationToken);
            Assert.Contains("\"error\"", System.Text.Encoding.UTF8.GetString(answer, 0, length), StringComparison.Ordinal);
        }

        Assert.Equal(0, (await BotProcess.Run(directory.Path, ["invite", "--role", "Kabid"])).Code);
    }

    [Fact]
    public async Task Reaches_serve_in_a_directory_whose_path_is_longer_than_a_socket_address()
    {
        var deep = directory.File(new string('p', 100), "data");
        var (serve, _) = await BotProcess.Serve(directory.Path, ["--DataDirectory", deep]);
        await using var running = serve;
        Assert.True(File.Exists(Path.Combine(deep, "sandbox", "control.sock")));

        var finished = await BotProcess.Run(directory.Path, ["invite", "--role", "Kabid", "--DataDirectory", deep]);

        Assert.Matches(CodeOrLink, Assert.Single(finished.Out));
    }

    public void Dispose() => directory.Dispose();

    private string Socket() => directory.File("data", "sandbox", "control.sock");

    private string Database() => directory.File("data", "sandbox", "kominfo.db");

    private async Task<List<Invitation>> Invitations()
    {
        await using var db = new SqliteNewsroomDb(new DbContextOptionsBuilder<SqliteNewsroomDb>().UseSqlite($"Data Source={Database()};Mode=ReadOnly;Pooling=False").Options);
        return await db.Invitations.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }
}
