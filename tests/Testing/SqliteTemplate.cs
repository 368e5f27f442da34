using KominfoBot.Workflow.Storage;

namespace KominfoBot.Testing;

/// <summary>A SQLite database with the newest schema and no rows: migrated once per test process, then copied.</summary>
public static class SqliteTemplate
{
    private static readonly Lazy<Task<byte[]>> template = new(Migrated);

    /// <summary>Puts a migrated database where there is none yet.</summary>
    public static async Task CopyTo(string file)
    {
        await using var copy = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await copy.WriteAsync(await template.Value);
    }

    private static async Task<byte[]> Migrated()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("kominfo.db");
        await using (var store = new SqliteNewsroomStore($"Data Source={file}", new Signals())) await store.Migrate(CancellationToken.None);
        // Closed as the last one, its log is in the file.
        return await File.ReadAllBytesAsync(file);
    }
}
