using Microsoft.Data.Sqlite;

namespace KominfoBot.Sandbox.State;

/// <summary>
/// Keeps the practice world as rows (kind, key, JSON) in one SQLite file. Everything lives in memory; this file is read at the
/// start and gets the changes of each act in one transaction. WAL with synchronous NORMAL survives a killed process; a power cut
/// may cost the last moments of a practice, which is acceptable for a practice.
/// </summary>
internal sealed class WorldStore : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand put;
    private readonly SqliteCommand delete;
    private readonly Dictionary<(string Kind, string Key), string?> pending = [];

    public WorldStore(string file)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        Run("PRAGMA journal_mode=WAL");
        Run("PRAGMA synchronous=NORMAL");
        Run("CREATE TABLE IF NOT EXISTS row (kind TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID");
        put = connection.CreateCommand();
        put.CommandText = "INSERT INTO row (kind, key, json) VALUES ($kind, $key, $json) ON CONFLICT (kind, key) DO UPDATE SET json = excluded.json";
        put.Parameters.Add("$kind", SqliteType.Text);
        put.Parameters.Add("$key", SqliteType.Text);
        put.Parameters.Add("$json", SqliteType.Text);
        delete = connection.CreateCommand();
        delete.CommandText = "DELETE FROM row WHERE kind = $kind AND key = $key";
        delete.Parameters.Add("$kind", SqliteType.Text);
        delete.Parameters.Add("$key", SqliteType.Text);
    }

    /// <summary>All rows of a kind, in the order of their keys as text.</summary>
    public List<(string Key, string Json)> Read(string kind)
    {
        using var query = connection.CreateCommand();
        query.CommandText = "SELECT key, json FROM row WHERE kind = $kind ORDER BY key";
        query.Parameters.AddWithValue("$kind", kind);
        using var reader = query.ExecuteReader();
        var rows = new List<(string, string)>();
        while (reader.Read())
            rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    public void Put(string kind, string key, string json) => pending[(kind, key)] = json;

    public void Delete(string kind, string key) => pending[(kind, key)] = null;

    /// <summary>Writes what changed since the last time; when this returns a killed process loses none of it.</summary>
    public void Commit()
    {
        if (pending.Count == 0)
            return;
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var ((kind, key), json) in pending)
        {
            var command = json is null ? delete : put;
            command.Transaction = transaction;
            command.Parameters["$kind"].Value = kind;
            command.Parameters["$key"].Value = key;
            if (json is not null)
                command.Parameters["$json"].Value = json;
            command.ExecuteNonQuery();
        }
        transaction.Commit();
        pending.Clear();
    }

    public void Wipe()
    {
        pending.Clear();
        Run("DELETE FROM row");
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        put.Dispose();
        delete.Dispose();
        connection.Dispose();
    }
}
