namespace KominfoBot.Workflow.Storage;

/// <summary>The database file is not whole: the disk, or somebody's hand. Nothing may be built on it.</summary>
/// <param name="fault">The first that was found, in the store's own words.</param>
public sealed class DamagedStoreException(string fault)
    : Exception($"Basis data rusak ({fault.ReplaceLineEndings(" ").Trim()}). Pulihkan cadangan terakhir dengan `restore`.");
