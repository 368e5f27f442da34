using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Storage;

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgresNewsroomDb(DbContextOptions<PostgresNewsroomDb> options) : NewsroomDb(options)
{
    public override Task LockItem(Guid itemId, CancellationToken cancel)
        => Database.ExecuteSqlAsync($"""SELECT 1 FROM "Items" WHERE "Id" = {itemId} FOR UPDATE""", cancel);

    public override Task LockPhotos(IReadOnlyList<string> hashes, CancellationToken cancel)
        => Database.ExecuteSqlAsync($"""SELECT 1 FROM "Photos" WHERE "Hash" = ANY({hashes.ToArray()}) ORDER BY "Hash" FOR SHARE""", cancel);

    public override Task LockAuditHead(CancellationToken cancel)
        => Database.ExecuteSqlAsync($"""SELECT 1 FROM "AuditHeads" FOR UPDATE""", cancel);

    internal override Task ThawFrozenTables(CancellationToken cancel) => Run(AuditGuard.PostgresThaw, cancel);

    internal override Task FreezeTables(CancellationToken cancel) => Run(AuditGuard.PostgresFreeze, cancel);

    private async Task Run(IEnumerable<string> statements, CancellationToken cancel)
    {
        foreach (var statement in statements) await Database.ExecuteSqlRawAsync(statement, cancel);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => configurationBuilder.Properties<DateTimeOffset>().HaveConversion<ToUtc>();
}
