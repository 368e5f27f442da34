using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Storage;

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgresNewsroomDb(DbContextOptions<PostgresNewsroomDb> options) : NewsroomDb(options)
{
    public override Task LockItem(Guid itemId, CancellationToken cancel)
        => Database.ExecuteSqlAsync($"""SELECT 1 FROM "Items" WHERE "Id" = {itemId} FOR UPDATE""", cancel);

    public override Task LockAuditHead(CancellationToken cancel)
        => Database.ExecuteSqlAsync($"""SELECT 1 FROM "AuditHeads" FOR UPDATE""", cancel);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => configurationBuilder.Properties<DateTimeOffset>().HaveConversion<ToUtc>();
}
