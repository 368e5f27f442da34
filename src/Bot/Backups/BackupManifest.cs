using System.Text.Json.Serialization;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Backups;

/// <summary>
/// What a backup holds; the last entry of its archive, so that one which broke off has none. Everything in it was read back and compared before the backup got its name.
/// </summary>
/// <param name="Format">Version of this layout.</param>
/// <param name="Program">Version of the program that wrote it.</param>
/// <param name="World"><c>telegram</c> or <c>sandbox</c>.</param>
/// <param name="Schema">The newest migration of the database.</param>
/// <param name="AuditHead">Hash of the last event of the audit chain.</param>
/// <param name="Settings">Every setting that was set, without secrets.</param>
/// <param name="Faults">What was amiss with the data themselves, in Indonesian; the backup holds them as they are.</param>
public sealed record BackupManifest(
    int Format, string Program, DateTimeOffset TakenAt, string World, StoreProvider Provider, string Schema, long Items, long AuditEvents, string AuditHead,
    IReadOnlyDictionary<string, string> Settings, IReadOnlyList<BackupEntry> Entries, IReadOnlyList<string> Faults)
{
    public const int CurrentFormat = 1;

    /// <summary>Its name in the archive.</summary>
    public const string Name = "manifest.json";
}

/// <summary>A file of the backup.</summary>
/// <param name="Name">Its place below the data directory, or that of the database's copy.</param>
/// <param name="Bytes">Its size, not encrypted.</param>
/// <param name="Sha256">Lower-case hexadecimal, not encrypted.</param>
/// <param name="Beside">It lies in the folder <see cref="MediaShelf.FolderName"/> beside the archive, shared by several backups.</param>
public sealed record BackupEntry(string Name, long Bytes, string Sha256, bool Beside = false);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
