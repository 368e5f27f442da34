using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace KominfoBot.Workflow.Storage;

/// <summary>The settings that make a SQLite commit durable (WAL + FULL, asserted) and a reader harmless (query_only).</summary>
internal static class SqlitePragmas
{
    public static void ForWriting(SqliteConnection connection)
    {
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384;");
        var (journal, synchronous) = (Scalar(connection, "PRAGMA journal_mode"), Scalar(connection, "PRAGMA synchronous"));
        if (journal is not "wal" || synchronous is not "2")
            throw new InvalidOperationException($"SQLite menolak setelan tahan padam: journal_mode={journal}, synchronous={synchronous} (perlu wal dan 2). Letakkan DataDirectory di disk lokal.");
    }

    /// <summary>Commits without waiting for the disk: a killed process loses nothing, a power cut the last moments.</summary>
    public static void ForHurry(SqliteConnection connection) => Execute(connection, "PRAGMA synchronous=NORMAL;");

    /// <summary>A small page cache: the system has the file in memory.</summary>
    public static void ForReading(SqliteConnection connection) => Execute(connection, "PRAGMA busy_timeout=5000; PRAGMA query_only=ON; PRAGMA cache_size=-512;");

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string? Scalar(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
