using KominfoBot.Testing;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.Data.Sqlite;

namespace KominfoBot.EndToEnd.Tests.Hosting;

public sealed class The_audit_chain_from_the_command_line : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task Is_whole_while_serve_runs()
    {
        var (serve, _) = await BotProcess.Serve(directory.Path);
        await using var running = serve;
        foreach (var role in (string[])["Kabid", "Kadis"]) Assert.Equal(0, (await BotProcess.Run(directory.Path, ["invite", "--role", role])).Code);

        var finished = await BotProcess.Run(directory.Path, ["verify-audit"]);

        Assert.Equal(0, finished.Code);
        Assert.Matches("^Rantai audit utuh: [2-9] peristiwa, kepala [0-9a-f]{64}$", Assert.Single(finished.Out));
    }

    [Fact]
    public async Task Is_whole_when_it_is_empty()
    {
        await Events(1);
        Sql("DELETE FROM \"AuditEvents\"; DELETE FROM \"AuditHeads\";");

        var finished = await BotProcess.Run(directory.Path, ["verify-audit"]);

        Assert.Equal($"Rantai audit utuh: 0 peristiwa, kepala {new string('0', 64)}", Assert.Single(finished.Out));
    }

    [Theory]
    [InlineData("UPDATE \"AuditEvents\" SET \"Canonical\" = CAST(replace(CAST(\"Canonical\" AS TEXT), 'Kabid', 'Kadis') AS BLOB) WHERE \"Sequence\" = 2", "peristiwa 2")]
    [InlineData("DELETE FROM \"AuditEvents\" WHERE \"Sequence\" = 2", "peristiwa 2")]
    [InlineData("DELETE FROM \"AuditEvents\" WHERE \"Sequence\" = 3", "peristiwa 3")]
    public async Task Names_the_first_event_that_is_broken(string tampering, string named)
    {
        await Events(3);
        Sql(tampering);

        Assert.Contains(named, (await BotProcess.Run(directory.Path, ["verify-audit"])).OneSentence(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_says_so()
        => Assert.Contains("belum ada", (await BotProcess.Run(directory.Path, ["verify-audit"])).OneSentence(1), StringComparison.Ordinal);

    [Fact]
    public async Task On_a_file_that_is_no_database_names_the_remedy()
    {
        Directory.CreateDirectory(directory.File("data", "sandbox"));
        await File.WriteAllTextAsync(directory.File("data", "sandbox", "kominfo.db"), new string('x', 8192), TestContext.Current.CancellationToken);

        Assert.Contains("restore", (await BotProcess.Run(directory.Path, ["verify-audit"])).OneSentence(1), StringComparison.Ordinal);
    }

    public void Dispose() => directory.Dispose();

    private async Task Events(int count)
    {
        Directory.CreateDirectory(directory.File("data", "sandbox"));
        await using var store = new SqliteNewsroomStore($"Data Source={directory.File("data", "sandbox", "kominfo.db")}", new Signals());
        await store.Migrate(TestContext.Current.CancellationToken);
        var people = new PeopleDesk(InvitationRules.Default);
        for (; count > 0; count--)
            await store.Write(db => people.Invite(db, new InvitationOrder(Role.Kabid), null, ManualClock.WednesdayMorning, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }

    /// <summary>What somebody with the file could do: the triggers that protect the chain are theirs to drop.</summary>
    private void Sql(string tampering)
    {
        using var connection = new SqliteConnection($"Data Source={directory.File("data", "sandbox", "kominfo.db")};Pooling=False");
        connection.Open();
        foreach (var trigger in Names(connection)) Execute(connection, $"DROP TRIGGER \"{trigger}\"");
        Execute(connection, tampering);
    }

    private static List<string> Names(SqliteConnection connection)
    {
        using var command = new SqliteCommand("SELECT name FROM sqlite_master WHERE type = 'trigger'", connection);
        using var reader = command.ExecuteReader();
        List<string> names = [];
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
#pragma warning disable CA2100 // the test's own words
        using var command = new SqliteCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
