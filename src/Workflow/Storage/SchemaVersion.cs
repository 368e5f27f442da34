using System.Data.Common;
using Microsoft.EntityFrameworkCore;

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
    internal static bool IsOutdated(NewsroomDb db, DbConnection connection) => !IsNewest(db, connection, out var applied) && applied is not null;


    internal static bool IsNewest(NewsroomDb db, DbConnection connection) => IsNewest(db, connection, out _);

    private static bool IsNewest(NewsroomDb db, DbConnection connection, out string? applied)
    {
        var newest = db.Database.GetMigrations().Last();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" DESC LIMIT 1""";
        try
        {
            applied = command.ExecuteScalar() as string;
        }
        catch (DbException)
        {
            // No history table: an empty store, which the migrator fills.
            applied = null;
            return false;
        }
        if (string.CompareOrdinal(applied, newest) > 0)
            throw new NewerStoreException(applied!, newest);
        return applied == newest;
    }
}

/// <summary>The store was written by a newer program; this one would not understand it.</summary>
public sealed class NewerStoreException(string applied, string newest)
    : Exception($"Basis data ini ditulis oleh versi KominfoBot yang lebih baru (skema {applied}; program ini mengenal {newest}). Pasang versi yang baru, atau pulihkan cadangan lama dengan `restore`.");
