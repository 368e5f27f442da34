using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace KominfoBot.Workflow.Storage;

/// <summary>
/// SQLite: one connection owns every write and every checkpoint (05-faults fact 6), in IMMEDIATE transactions; the others may only read. Connections stay open
/// with their contexts: opening one and teaching it EF Core's functions costs more than most queries.
/// </summary>
public sealed class SqliteNewsroomStore : NewsroomStore
{
    /// <summary>
    /// In bytes. A larger file would hold up the start for seconds (about a second for 200 MB); each backup looks through the whole of it in any case.
    /// </summary>
    private const long ExaminedAtStart = 128 * 1024 * 1024;

    /// <summary>Readers kept for the next ones; more are opened while they are needed.</summary>
    private const int IdleReaders = 4;

    private readonly SqliteConnection writer;
    private readonly PooledDbContextFactory<SqliteNewsroomDb> writing;
    private readonly WriteLine line;
    private readonly string path;
    private readonly ConcurrentStack<Reader> readers = [];
    private volatile bool disposed;

    /// <param name="connectionString">At least <c>Data Source=…</c>.</param>
    /// <exception cref="SqliteException">The file cannot be opened or is no database.</exception>
    public SqliteNewsroomStore(string connectionString, Signals signals)
        : base(signals)
    {
        path = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
        writer = new SqliteConnection(path);
        writer.Open();
        SqlitePragmas.ForWriting(writer);
        writing = new(new DbContextOptionsBuilder<SqliteNewsroomDb>().UseSqlite(writer).Options, poolSize: 1);
        line = new(writer, writing.CreateDbContext, signals);
    }

    public override bool CommitsInOrder => true;

    public override async Task<T> Read<T>(Func<NewsroomDb, Task<T>> query, CancellationToken cancel)
    {
        if (!readers.TryPop(out var reader)) reader = new Reader(path);
        try
        {
            T result;
            await using (var db = reader.Contexts.CreateDbContext())
            await using (await db.Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancel))
                result = await query(db);
            if (!disposed && readers.Count < IdleReaders)
            {
                readers.Push(reader);
                reader = null;
            }
            return result;
        }
        finally
        {
            // One that something went wrong with is not used again.
            reader?.Dispose();
        }
    }

    public override async Task Examine(CancellationToken cancel)
    {
        if (new FileInfo(writer.DataSource) is not { Exists: true, Length: <= ExaminedAtStart }) return;
        await line.Alone(async () =>
        {
            await using var command = writer.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            if (await command.ExecuteScalarAsync(cancel) is string fault and not "ok") throw new DamagedStoreException(fault);
        });
    }

    public override Task Migrate(CancellationToken cancel) => line.Alone(async () =>
    {
        await using var db = writing.CreateDbContext();
        if (await SchemaVersion.IsNewest(db, writer, cancel)) return;
        await db.Database.MigrateAsync(cancel);
    });

    public override async Task<bool> IsOutdated(CancellationToken cancel)
    {
        var outdated = false;
        await line.Alone(async () =>
        {
            await using var db = writing.CreateDbContext();
            outdated = await SchemaVersion.IsOutdated(db, writer, cancel);
        });
        return outdated;
    }

    public override async Task Hurried(Func<Task> play, CancellationToken cancel)
    {
        await Durability(SqlitePragmas.ForHurry);
        try
        {
            await play();
        }
        finally
        {
            // The next commit syncs the log with everything before it.
            await Durability(SqlitePragmas.ForWriting);
        }
    }

    protected override Task<T> WriteOnce<T>(Func<NewsroomDb, Task<T>> act, CancellationToken cancel) => line.Commit(act, cancel);

    private Task Durability(Action<SqliteConnection> pragmas) => line.Alone(() =>
    {
        pragmas(writer);
        return Task.CompletedTask;
    });

    /// <summary>Another process (a backup, a reading command) may hold the file for a moment.</summary>
    protected override bool IsTransient(Exception error)
        => (error as SqliteException ?? error.InnerException as SqliteException)?.SqliteErrorCode is 5 or 6;

    public override async ValueTask DisposeAsync()
    {
        await line.Close();
        disposed = true;
        while (readers.TryPop(out var reader)) reader.Dispose();
        await writer.DisposeAsync();
    }

    private sealed class Reader : IDisposable
    {
        private readonly SqliteConnection connection;

        public Reader(string path)
        {
            connection = new SqliteConnection(path);
            connection.Open();
            SqlitePragmas.ForReading(connection);
            Contexts = new(new DbContextOptionsBuilder<SqliteNewsroomDb>().UseSqlite(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options, poolSize: 1);
        }

        public PooledDbContextFactory<SqliteNewsroomDb> Contexts { get; }

        public void Dispose() => connection.Dispose();
    }
}
