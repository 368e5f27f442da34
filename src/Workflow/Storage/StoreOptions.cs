using System.ComponentModel.DataAnnotations;

namespace KominfoBot.Workflow.Storage;

/// <summary>Which database.</summary>
public enum StoreProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Settings <c>Store:*</c>.</summary>
public sealed class StoreOptions
{
    /// <summary><c>Sqlite</c> (default: one file, no server) or <c>Postgres</c>.</summary>
    [EnumDataType(typeof(StoreProvider))]
    public StoreProvider Provider { get; set; } = StoreProvider.Sqlite;

    /// <summary>An ADO.NET connection string; for SQLite the default is kominfo.db in the data directory.</summary>
    public string? ConnectionString { get; set; }
}
