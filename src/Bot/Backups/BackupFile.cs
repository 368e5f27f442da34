using System.Text.RegularExpressions;
using KominfoBot.Bot.Hosting;

namespace KominfoBot.Bot.Backups;

/// <summary>A file that belongs into a backup.</summary>
/// <param name="Name">Its place below the data directory, with slashes.</param>
/// <param name="Fixed">Named by its content, which never changes.</param>
public sealed partial record BackupFile(string Name, string Path, bool Fixed)
{
    /// <summary>The database's copy: compressed SQLite, or pg_dump's custom format.</summary>
    public const string Sqlite = "database.sqlite.gz", Postgres = "database.pgdump";

    private static readonly string[] kept = ["photos/originals", "photos/public", "documents"];

    /// <summary>The practice Telegram's chats, in the sandbox only.</summary>
    private const string Chats = "telegram";

    /// <summary>All media of a data directory, in the order of their names. What is in the making is not among them.</summary>
    public static IEnumerable<BackupFile> In(DataDirectory directory)
        => kept.Append(Chats).Where(folder => Directory.Exists(directory.File(folder)))
            .SelectMany(folder => Directory.EnumerateFiles(directory.File(folder), "*", SearchOption.AllDirectories))
            .Select(path => new BackupFile(System.IO.Path.GetRelativePath(directory.Path, path).Replace('\\', '/'), path, !path.StartsWith(directory.File(Chats) + '/', StringComparison.Ordinal)))
            .Where(file => IsMedia(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal);

    /// <summary>Whether a name of an archive is one that a restore may write below the data directory.</summary>
    public static bool IsMedia(string name) => MediaName().IsMatch(name) || (ChatName().IsMatch(name) && !name.Contains("..", StringComparison.Ordinal));

    /// <summary>The SHA-256 that the name promises; null for what is derived.</summary>
    public static string? Promised(string name) => name.StartsWith("photos/originals/", StringComparison.Ordinal) || name.StartsWith("documents/", StringComparison.Ordinal) ? name.Split('/')[^1][..64] : null;

    [GeneratedRegex(@"^(photos/(originals|public)|documents)/[0-9a-f]{2}/[0-9a-f]{64}(-[a-z]{1,12})?\.[a-z]{3,4}$")]
    private static partial Regex MediaName();

    [GeneratedRegex(@"^telegram/[A-Za-z0-9._/-]{1,200}$")]
    private static partial Regex ChatName();
}
