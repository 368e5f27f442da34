using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Office;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Backups;

/// <summary>Before a newer program changes the schema, what is there is backed up: a migration only goes forward.</summary>
internal static class MigrationBackup
{
    /// <summary>Backs up when the store has an older schema.</summary>
    /// <returns>The backup's file; null when there was no need.</returns>
    /// <exception cref="OperatorException">It could not be backed up, so it must not be migrated.</exception>
    public static async Task<string?> Take(Settings settings, World world, StoreDoor door, NewsroomStore store, TimeProvider clock, CancellationToken cancel)
    {
        if (!await store.IsOutdated(cancel)) return null;
        var options = settings.Get<BackupOptions>(BackupOptions.Section);
        var job = new BackupJob(settings, world, door, options, clock);
        var file = BackupFolder.Of(world, settings.Get<OfficeOptions>("Office").Time(), options).NameAt(clock.GetUtcNow(), job.Encrypted, "sebelum-migrasi");
        try
        {
            await job.Write(file, shelf: true, cancel);
            return file;
        }
        catch (OperatorException error)
        {
            throw new OperatorException($"Skema basis data perlu diperbarui, tetapi cadangan sebelum itu gagal, jadi belum diperbarui. {error.Message}");
        }
    }
}
