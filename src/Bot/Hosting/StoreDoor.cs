using KominfoBot.Workflow.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KominfoBot.Bot.Hosting;

/// <summary>Opens the store that the settings name: for `serve` and writing commands, or to look only.</summary>
public sealed class StoreDoor
{
    private readonly string connectionString;

    private StoreDoor(StoreProvider provider, string connectionString) => (Provider, this.connectionString) = (provider, connectionString);

    public StoreProvider Provider { get; }

    /// <summary>The connection string as the provider reads it, e.g. for a connection of one's own.</summary>
    public string ConnectionString => connectionString;

    /// <exception cref="OperatorException">PostgreSQL without a connection string, or one that cannot be read.</exception>
    public static StoreDoor Of(Settings settings, DataDirectory directory)
    {
        var options = settings.Get<StoreOptions>("Store");
        var text = string.IsNullOrWhiteSpace(options.ConnectionString) ? null : options.ConnectionString;
        try
        {
            if (options.Provider == StoreProvider.Postgres)
                return new StoreDoor(options.Provider, new NpgsqlConnectionStringBuilder(text ?? throw Missing()) { ApplicationName = "KominfoBot" }.ToString());
            var sqlite = new SqliteConnectionStringBuilder(text ?? $"Data Source={directory.File("kominfo.db")}");
            if (string.IsNullOrEmpty(sqlite.DataSource)) throw new ArgumentException("Data Source");
            return new StoreDoor(options.Provider, sqlite.ToString());
        }
        catch (ArgumentException)
        {
            throw new OperatorException($"Setelan Store:ConnectionString tidak dimengerti oleh {options.Provider}. Contoh yang benar: {Example(options.Provider)}. {Settings.Remedy("Store:ConnectionString")}");
        }
    }

    /// <summary>A finished copy of a SQLite database, to look into.</summary>
    public static StoreDoor OfCopy(string file) => new(StoreProvider.Sqlite, new SqliteConnectionStringBuilder { DataSource = file }.ToString());

    /// <summary>Opens it for reading and writing, with the newest schema. On SQLite the caller holds the <see cref="InstanceLock"/>.</summary>
    /// <param name="before">Done before the schema is brought up to date.</param>
    public async Task<NewsroomStore> Open(Func<NewsroomStore, Task> before, CancellationToken cancel)
    {
        var store = Make();
        try
        {
            await before(store);
            await store.Migrate(cancel);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>The store as it is; its schema may be older, or not there yet.</summary>
    public NewsroomStore Make()
        => Provider == StoreProvider.Postgres ? new PostgresNewsroomStore(connectionString, new Signals()) : new SqliteNewsroomStore(connectionString, new Signals());

    /// <summary>Looks without touching, also while another process writes: SQLite's file is opened read-only, PostgreSQL gets a read-only transaction.</summary>
    /// <exception cref="OperatorException">There is no database yet.</exception>
    public async Task<T> Look<T>(Func<NewsroomDb, Task<T>> query, CancellationToken cancel)
    {
        if (Provider == StoreProvider.Postgres)
        {
            await using var store = new PostgresNewsroomStore(connectionString, new Signals());
            return await store.Read(query, cancel);
        }

        await using var connection = await OpenToLook(cancel);
        await using (var pragma = connection.CreateCommand())
        {
            pragma.CommandText = "PRAGMA busy_timeout=5000; PRAGMA query_only=ON;";
            await pragma.ExecuteNonQueryAsync(cancel);
        }
        await using var db = new SqliteNewsroomDb(new DbContextOptionsBuilder<SqliteNewsroomDb>().UseSqlite(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
        // One transaction: one state of the file, however much is written meanwhile.
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.ReadUncommitted, cancel);
        return await query(db);
    }

    /// <summary>Writes a compact copy of a SQLite database, as one transaction saw it (VACUUM INTO); others go on writing.</summary>
    /// <exception cref="OperatorException">There is no database yet.</exception>
    public async Task CopyTo(string file, CancellationToken cancel)
    {
        await using var connection = await OpenToLook(cancel);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "PRAGMA busy_timeout=5000";
        await command.ExecuteNonQueryAsync(cancel);
        // Alone: of a statement behind one that returns a row, ADO.NET's errors are lost.
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", file);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Whether a PostgreSQL database holds no table yet.</summary>
    public async Task<bool> IsEmpty(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand("SELECT NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v'))", connection);
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task<SqliteConnection> OpenToLook(CancellationToken cancel)
    {
        var file = new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        if (!File.Exists(file.DataSource)) throw new OperatorException($"Basis data {file.DataSource} belum ada. Jalankan `serve` lebih dahulu, atau periksa DataDirectory.");
        var connection = new SqliteConnection(file.ToString());
        await connection.OpenAsync(cancel);
        return connection;
    }

    private static OperatorException Missing()
        => new($"Setelan Store:ConnectionString kosong; Store:Provider=Postgres memerlukannya, misalnya {Example(StoreProvider.Postgres)}. {Settings.Remedy("Store:ConnectionString")}");

    private static string Example(StoreProvider provider)
        => provider == StoreProvider.Postgres ? "\"Host=127.0.0.1;Database=kominfo;Username=kominfo\"" : "\"Data Source=/var/lib/kominfobot/kominfo.db\"";
}
