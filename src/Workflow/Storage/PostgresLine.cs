using Npgsql;

namespace KominfoBot.Workflow.Storage;

/// <summary>
/// A connection that is kept for what ends with it: a lock, a subscription. Both sides find out within seconds that the other machine is gone (a killed process
/// is noticed at once), so that its locks are free for who goes on.
/// </summary>
public static class PostgresLine
{
    /// <summary>For the server: it asks after 5 silent seconds, then 3 times every 2.</summary>
    private const string Keepalive = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    /// <summary>The schema that the connection string names first (Search Path): many offices may share a database, each in a schema of its own. Null: the database's usual one.</summary>
    public static string? SchemaOf(string connectionString)
        => new NpgsqlConnectionStringBuilder(connectionString).SearchPath?.Split(',')[0].Trim().Trim('"') is { Length: > 0 } schema ? schema : null;

    /// <summary>Makes that schema when it is not there.</summary>
    public static async Task PrepareSchema(string connectionString, NpgsqlConnection connection, CancellationToken cancel)
    {
        if (SchemaOf(connectionString) is not { } schema) return;
        // Asked first: who may not make schemas may use one that is there.
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)", connection) { Parameters = { new() { Value = schema } } };
        if ((bool)(await command.ExecuteScalarAsync(cancel))!) return;
        await using var make = new NpgsqlCommand($"CREATE SCHEMA IF NOT EXISTS \"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", connection);
        await make.ExecuteNonQueryAsync(cancel);
    }

    /// <param name="name">What the server's list of sessions calls it.</param>
    public static string Of(string connectionString, string? name = null)
    {
        var line = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 5, TcpKeepAlive = true, Timeout = 5, CommandTimeout = 10 };
        line.Options = string.IsNullOrWhiteSpace(line.Options) ? Keepalive : $"{line.Options} {Keepalive}";
        if (name is not null) line.ApplicationName = name;
        return line.ToString();
    }
}
