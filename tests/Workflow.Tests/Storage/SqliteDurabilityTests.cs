using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.Storage;

public sealed class SqliteDurabilityTests
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_writer_keeps_a_write_ahead_log_and_syncs_every_commit()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        // Inside the store's own transaction: the settings of its one writing connection.
        var settings = await at.Store.Write(async db => new[]
        {
            await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(cancel),
            (await db.Database.SqlQueryRaw<long>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(cancel)).ToString(System.Globalization.CultureInfo.InvariantCulture),
            (await db.Database.SqlQueryRaw<long>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(cancel)).ToString(System.Globalization.CultureInfo.InvariantCulture),
        }, cancel);
        Assert.Equal(["wal", "2", "1"], settings);
    }

    [Fact]
    public async Task A_write_takes_the_lock_when_it_begins_not_when_it_first_writes()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await at.Store.Write(async db =>
        {
            // Nothing was written yet in this transaction, and still nobody else may begin one.
            Assert.Equal(5, Assert.Throws<SqliteException>(() => BeginElsewhere(at)).SqliteErrorCode);
            await Task.CompletedTask;
        }, cancel);
        BeginElsewhere(at);
    }

    [Fact]
    public async Task A_read_holds_no_lock_that_a_writer_needs()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await at.Store.Read(async db =>
        {
            await db.Facts.CountAsync(cancel);
            BeginElsewhere(at);
            return 0;
        }, cancel);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        using var directory = new TemporaryDirectory();
        await File.WriteAllTextAsync(directory.File("kominfo.db"), new string('x', 8192), cancel);
        var error = Assert.Throws<SqliteException>(() => new SqliteNewsroomStore($"Data Source={directory.File("kominfo.db")}", new Signals()));
        Assert.Equal(26, error.SqliteErrorCode);
    }

    private static void BeginElsewhere(TestStore at)
    {
        using var other = new SqliteConnection(new SqliteConnectionStringBuilder(at.ConnectionString) { Pooling = false }.ToString());
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=0";
        command.ExecuteNonQuery();
        // Microsoft.Data.Sqlite retries for its own timeout; one second is the shortest.
        command.CommandTimeout = 1;
        command.CommandText = "BEGIN IMMEDIATE; ROLLBACK";
        command.ExecuteNonQuery();
    }
}
