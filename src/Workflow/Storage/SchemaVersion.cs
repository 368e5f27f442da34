using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Storage;

/// <summary>Asks in one query what EF's migrator asks in several: whether the newest migration of this program is applied already.</summary>
internal static class SchemaVersion
{
    public static bool IsNewest(NewsroomDb db, DbConnection connection)
    {
        var newest = db.Database.GetMigrations().Last();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" DESC LIMIT 1""";
        string? applied;
        try
        {
            applied = command.ExecuteScalar() as string;
        }
        catch (DbException)
        {
            // No history table: an empty store, which the migrator fills.
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
