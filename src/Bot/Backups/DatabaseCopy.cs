using System.IO.Compression;
using KominfoBot.Bot.Hosting;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Backups;

/// <summary>A copy of the database as one transaction saw it, while others write, and what stands in it.</summary>
/// <param name="Path">The copy, in the working folder.</param>
/// <param name="Name">Its name in the archive.</param>
/// <param name="Photos">"hash.format" of each original that the database knows.</param>
internal sealed record DatabaseCopy(string Path, string Name, string Schema, long Items, AuditVerdict Audit, IReadOnlyList<string> Photos)
{
    /// <param name="work">A folder for the copy.</param>
    /// <exception cref="OperatorException">The database is damaged, or cannot be copied.</exception>
    public static Task<DatabaseCopy> Take(StoreDoor door, BackupOptions options, string work, CancellationToken cancel)
        => door.Provider == StoreProvider.Sqlite ? Sqlite(door, work, cancel) : Postgres(door, options, work, cancel);

    /// <summary>VACUUM INTO by a connection of its own that cannot write (05-faults fact 6): the writer goes on meanwhile.</summary>
    private static async Task<DatabaseCopy> Sqlite(StoreDoor door, string work, CancellationToken cancel)
    {
        var (plain, packed) = (System.IO.Path.Combine(work, "database.sqlite"), System.IO.Path.Combine(work, BackupFile.Sqlite));
        await door.CopyTo(plain, cancel);
        var copy = StoreDoor.OfCopy(plain);
        var fault = await copy.Look(db => db.Database.SqlQueryRaw<string>("PRAGMA integrity_check(1)").ToListAsync(cancel), cancel);
        if (fault is not ["ok"]) throw new OperatorException($"Basis data rusak ({fault.FirstOrDefault()}), jadi tidak dicadangkan agar cadangan lama yang utuh tidak tergeser. Pulihkan cadangan terakhir dengan `restore`.");
        var (schema, items, audit, photos) = await copy.Look(db => Describe(db, cancel), cancel);
        await using (var source = File.OpenRead(plain))
        await using (var target = new FileStream(packed, PosixFile.ForOwner(FileMode.CreateNew)))
        await using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
            await source.CopyToAsync(gzip, cancel);
        File.Delete(plain);
        return new DatabaseCopy(packed, BackupFile.Sqlite, schema, items, audit, photos);
    }

    /// <summary>The dump and our own questions see one exported snapshot.</summary>
    private static Task<DatabaseCopy> Postgres(StoreDoor door, BackupOptions options, string work, CancellationToken cancel) => door.Look(async db =>
    {
        var file = System.IO.Path.Combine(work, BackupFile.Postgres);
        var programs = new PostgresPrograms(options, door.ConnectionString);
        var snapshot = (await db.Database.SqlQueryRaw<string>("SELECT pg_export_snapshot() AS \"Value\"").ToListAsync(cancel)).Single();
        await programs.Dump(snapshot, file, cancel);
        await programs.Read(file, cancel);
        var (schema, items, audit, photos) = await Describe(db, cancel);
        return new DatabaseCopy(file, BackupFile.Postgres, schema, items, audit, photos);
    }, cancel);

    /// <summary>Asked in SQL where an older schema may lack what the model has: a backup comes before a migration.</summary>
    private static async Task<(string Schema, long Items, AuditVerdict Audit, List<string> Photos)> Describe(NewsroomDb db, CancellationToken cancel) => (
        (await db.Database.SqlQueryRaw<string>("SELECT MAX(\"MigrationId\") AS \"Value\" FROM \"__EFMigrationsHistory\"").ToListAsync(cancel)).Single(),
        (await db.Database.SqlQueryRaw<long>("SELECT COUNT(*) AS \"Value\" FROM \"Items\"").ToListAsync(cancel)).Single(),
        await AuditChain.Verify(db, cancel),
        await db.Database.SqlQueryRaw<string>("SELECT \"Hash\" || '.' || \"Format\" AS \"Value\" FROM \"Photos\"").ToListAsync(cancel));
}
