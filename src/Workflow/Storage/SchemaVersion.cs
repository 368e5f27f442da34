using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KominfoBot.Workflow.Storage;

/// <summary>Asks in one query what EF's migrator asks in several: whether the newest migration of this program is applied already.</summary>
public static class SchemaVersion
{
    /// <summary>The newest schema that this program knows.</summary>
    public static string NewestOf(StoreProvider provider)
    {
        using NewsroomDb db = provider == StoreProvider.Sqlite
            ? new SqliteNewsroomDb(new DbContextOptionsBuilder<SqliteNewsroomDb>().UseSqlite().Options)
            : new PostgresNewsroomDb(new DbContextOptionsBuilder<PostgresNewsroomDb>().UseNpgsql().Options);
        return db.Database.GetMigrations().Last();
    }

    /// <summary>Whether the store has a schema, and not this program's newest.</summary>
    /// <exception cref="NewerStoreException">A newer program wrote it.</exception>
    internal static async Task<bool> IsOutdated(NewsroomDb db, DbConnection connection, CancellationToken cancel)
        => await Applied(connection, cancel) is { } applied && !IsNewest(db, applied);

    /// <exception cref="NewerStoreException">A newer program wrote it.</exception>
    internal static async Task<bool> IsNewest(NewsroomDb db, DbConnection connection, CancellationToken cancel)
        => await Applied(connection, cancel) is { } applied && IsNewest(db, applied);

    private static bool IsNewest(NewsroomDb db, string applied)
    {
        var newest = db.Database.GetMigrations().Last();
        return string.CompareOrdinal(applied, newest) > 0 ? throw new NewerStoreException(applied, newest) : applied == newest;
    }

    /// <summary>
    /// The newest migration of the store; null when it has none. Never waits on the thread: where answers are read on the sockets' own threads
    /// (a process that only feeds the public), that thread would wait for itself.
    /// </summary>
    private static async Task<string?> Applied(DbConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" DESC LIMIT 1""";
        try
        {
            return await command.ExecuteScalarAsync(cancel) as string;
        }
        catch (DbException error) when (error is SqliteException { SqliteErrorCode: 1 } or PostgresException { SqlState: PostgresErrorCodes.UndefinedTable })
        {
            // No history table: an empty store, which the migrator fills.
            return null;
        }
    }
}

/// <summary>The store was written by a newer program; this one would not understand it.</summary>
public sealed class NewerStoreException(string applied, string newest)
    : Exception($"Basis data ini ditulis oleh versi KominfoBot yang lebih baru (skema {applied}; program ini mengenal {newest}). Pasang versi yang baru, atau pulihkan cadangan lama dengan `restore`.");
