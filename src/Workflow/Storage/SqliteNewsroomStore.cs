using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Storage;

/// <summary>
/// SQLite: one connection owns every write and every checkpoint (05-faults fact 6), in IMMEDIATE transactions; the others may only read.
/// </summary>
public sealed class SqliteNewsroomStore : NewsroomStore
{
    private readonly SqliteConnection writer;
    private readonly DbContextOptions<SqliteNewsroomDb> writing;
    private readonly DbContextOptions<SqliteNewsroomDb> reading;
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <param name="connectionString">At least <c>Data Source=…</c>.</param>
    /// <exception cref="SqliteException">The file cannot be opened or is no database.</exception>
    public SqliteNewsroomStore(string connectionString, Signals signals)
        : base(signals)
    {
        var path = new SqliteConnectionStringBuilder(connectionString);
        writer = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        writer.Open();
        SqlitePragmas.ForWriting(writer);
        writing = new DbContextOptionsBuilder<SqliteNewsroomDb>().UseSqlite(writer).Options;
        reading = new DbContextOptionsBuilder<SqliteNewsroomDb>()
            .UseSqlite(path.ToString())
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(new SqlitePragmas())
            .Options;
    }

    public override async Task<T> Read<T>(Func<NewsroomDb, Task<T>> query, CancellationToken cancel)
    {
        await using var db = new SqliteNewsroomDb(reading);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancel);
        return await query(db);
    }

    public override async Task Migrate(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await using var db = new SqliteNewsroomDb(writing);
            if (SchemaVersion.IsNewest(db, writer)) return;
            await db.Database.MigrateAsync(cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    public override async Task Hurried(Func<Task> play, CancellationToken cancel)
    {
        await Durability(SqlitePragmas.ForHurry, cancel);
        try
        {
            await play();
        }
        finally
        {
            // The next commit syncs the log with everything before it.
            await Durability(SqlitePragmas.ForWriting, CancellationToken.None);
        }
    }

    protected override async Task<T> WriteOnce<T>(Func<NewsroomDb, Task<T>> act, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await using var db = new SqliteNewsroomDb(writing);
            return await Commit(db, act, IsolationLevel.Serializable, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task Durability(Action<SqliteConnection> pragmas, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            pragmas(writer);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Another process (a backup, a reading command) may hold the file for a moment.</summary>
    protected override bool IsTransient(Exception error)
        => (error as SqliteException ?? error.InnerException as SqliteException)?.SqliteErrorCode is 5 or 6;

    public override async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        await writer.DisposeAsync();
        SqliteConnection.ClearAllPools();
        turn.Dispose();
    }
}
