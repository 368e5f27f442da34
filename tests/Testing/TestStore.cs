using KominfoBot.Workflow.Storage;

namespace KominfoBot.Testing;

/// <summary>A migrated store of one test, in a temporary directory or in a database of its own; gone when the test ends.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private const string DatabaseFile = "kominfo.db";
    private readonly TemporaryDirectory directory;
    private readonly PostgresDatabase? database;

    private TestStore(StoreProvider provider, PostgresDatabase? database, TemporaryDirectory directory)
    {
        Provider = provider;
        this.database = database;
        this.directory = directory;
        ConnectionString = database?.ConnectionString ?? $"Data Source={directory.File(DatabaseFile)}";
        Store = Connect();
    }

    public StoreProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>A folder for the files of the test; on SQLite the database lies in it.</summary>
    public string Directory => directory.Path;

    public NewsroomStore Store { get; private set; }

    /// <summary>A store with the newest schema and no rows.</summary>
    public static async Task<TestStore> Open(StoreProvider provider)
    {
        if (provider == StoreProvider.Postgres) return await Newest(new TestStore(provider, await (await PostgresServer.Shared()).CreateMigratedDatabase(), new TemporaryDirectory()));
        var directory = new TemporaryDirectory();
        await SqliteTemplate.CopyTo(directory.File(DatabaseFile));
        return await Newest(new TestStore(provider, null, directory));
    }

    /// <summary>A store before its first migration.</summary>
    public static async Task<TestStore> OpenEmpty(StoreProvider provider)
        => new(provider, provider == StoreProvider.Postgres ? await (await PostgresServer.Shared()).CreateDatabase() : null, new TemporaryDirectory());

    /// <summary>Another connection to the same rows: on PostgreSQL what a second process would have (SQLite allows one writing process).</summary>
    public NewsroomStore Connect()
        => Provider == StoreProvider.Postgres ? new PostgresNewsroomStore(ConnectionString, new Signals()) : new SqliteNewsroomStore(ConnectionString, new Signals());

    /// <summary>What a restart of the program does to its store: closed and opened again.</summary>
    public async Task Reopen()
    {
        await Store.DisposeAsync();
        Store = Connect();
        await Store.Migrate(CancellationToken.None);
    }

    private static async Task<TestStore> Newest(TestStore at)
    {
        await at.Store.Migrate(CancellationToken.None);
        return at;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        directory.Dispose();
    }
}
