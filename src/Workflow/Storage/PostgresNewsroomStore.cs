using System.Data;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace KominfoBot.Workflow.Storage;

/// <summary>PostgreSQL: row locks keep order, serialization failures and deadlocks are retried whole.</summary>
public sealed class PostgresNewsroomStore : NewsroomStore
{
    private const int Contexts = 32;

    private readonly string connectionString;
    private readonly NpgsqlDataSource source;
    private readonly PostgresNews news;
    private readonly PostgresLaneLocks lanes;
    private readonly PooledDbContextFactory<PostgresNewsroomDb> writing;
    private readonly PooledDbContextFactory<PostgresNewsroomDb> reading;

    public PostgresNewsroomStore(string connectionString, Signals signals)
        : base(signals)
    {
        this.connectionString = connectionString;
        source = NpgsqlDataSource.Create(connectionString);
        news = new(connectionString, signals);
        lanes = new(connectionString);
        writing = new(new DbContextOptionsBuilder<PostgresNewsroomDb>().UseNpgsql(source).Options, Contexts);
        reading = new(new DbContextOptionsBuilder<PostgresNewsroomDb>().UseNpgsql(source).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options, Contexts);
    }

    public override bool CommitsInOrder => false;

    public override async Task<T> Read<T>(Func<NewsroomDb, Task<T>> query, CancellationToken cancel)
    {
        await using var db = reading.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.ExecuteSqlRawAsync("SET TRANSACTION READ ONLY", cancel);
        return await query(db);
    }

    public override async Task Migrate(CancellationToken cancel)
    {
        await using var db = writing.CreateDbContext();
        // One session from here on, which the lock belongs to.
        await db.Database.OpenConnectionAsync(cancel);
        await PostgresLine.PrepareSchema(connectionString, (NpgsqlConnection)db.Database.GetDbConnection(), cancel);
        if (await SchemaVersion.IsNewest(db, db.Database.GetDbConnection(), cancel)) return;
        // EF Core reads what is applied before it locks: of two processes at once the second would make the same tables again.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock(hashtext('kominfo schema'))", cancel);
        try
        {
            if (!await SchemaVersion.IsNewest(db, db.Database.GetDbConnection(), cancel)) await db.Database.MigrateAsync(cancel);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock(hashtext('kominfo schema'))", CancellationToken.None);
        }
    }

    public override async Task<bool> IsOutdated(CancellationToken cancel)
    {
        await using var db = writing.CreateDbContext();
        await db.Database.OpenConnectionAsync(cancel);
        return await SchemaVersion.IsOutdated(db, db.Database.GetDbConnection(), cancel);
    }

    protected override async Task<T> WriteOnce<T>(Func<NewsroomDb, Task<T>> act, CancellationToken cancel)
    {
        await using var db = writing.CreateDbContext();
        db.Begin();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        var result = await act(db);
        await db.SaveChangesAsync(cancel);
        // Tells the other processes, with this very commit, what it brings.
        if (db.Brought != Brought.Nothing) await news.Announce(db, cancel);
        await transaction.CommitAsync(cancel);
        Signals.Raise(db.Brought);
        return result;
    }

    /// <summary>
    /// Serialization failure, deadlock, a server that restarts (57P01) or is not reached: begun anew, nothing was committed. A unique violation as well: the
    /// other writer's row is seen on the second try. (A commit whose answer was lost is found by the inbox row that it marked as done.)
    /// </summary>
    protected override bool IsTransient(Exception error)
    {
        if (error is DbUpdateConcurrencyException) return true;
        var postgres = error as PostgresException ?? error.InnerException as PostgresException;
        if (postgres is not null) return postgres.IsTransient || postgres.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow;
        return error is NpgsqlException { IsTransient: true } || error.InnerException is NpgsqlException { IsTransient: true } or SocketException;
    }

    public override Task Follow(Action<Exception> broken, CancellationToken cancel) => news.Follow(broken, cancel);

    public override Task<bool> TryHold(long lane, CancellationToken cancel) => lanes.TryHold(lane, cancel);

    public override Task Release(long lane) => lanes.Release(lane);

    public override async ValueTask DisposeAsync()
    {
        await lanes.DisposeAsync();
        await source.DisposeAsync();
    }
}
