using KominfoBot.Workflow.Search;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Storage;

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgresNewsroomDb(DbContextOptions<PostgresNewsroomDb> options) : NewsroomDb(options)
{
    /// <summary>Keeps these locks apart from others of this database that are made of texts.</summary>
    private const long DueLocks = 0x447565;

    private static readonly FrequentQueries frequent = new();

    internal override FrequentQueries Frequent => frequent;

    public override Task LockItem(Guid itemId, CancellationToken cancel)
        => Database.ExecuteSqlAsync($"""SELECT 1 FROM "Items" WHERE "Id" = {itemId} FOR UPDATE""", cancel);

    public override Task LockItemOf(long editionId, CancellationToken cancel)
        => Database.ExecuteSqlAsync($"""SELECT 1 FROM "Items" WHERE "Id" = (SELECT "ItemId" FROM "Editions" WHERE "Id" = {editionId}) FOR UPDATE""", cancel);

    public override Task LockPhotos(IReadOnlyList<string> hashes, CancellationToken cancel)
        => Database.ExecuteSqlAsync($"""SELECT 1 FROM "Photos" WHERE "Hash" = ANY({hashes.ToArray()}) ORDER BY "Hash" FOR SHARE""", cancel);

    public override Task LockAuditHead(CancellationToken cancel)
        => Database.ExecuteSqlAsync($"""SELECT 1 FROM "AuditHeads" FOR UPDATE""", cancel);

    public override Task LockHolidays(CancellationToken cancel)
        => Database.ExecuteSqlAsync($"""LOCK TABLE "Holidays" IN SHARE ROW EXCLUSIVE MODE""", cancel);

    /// <summary>A lock of this transaction on the key's hash. It is only ever tried, so whoever holds an item's lock and changes a due row cannot be waited for in a circle.</summary>
    public override async Task<bool> TryTakeDue(string key, CancellationToken cancel)
        => await Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock(hashtextextended({key}, {DueLocks})) AS "Value" """).SingleAsync(cancel);

    /// <summary>A cast rather than to_tsquery: the words are lexemes already, and no parser of the server takes them apart once more.</summary>
    public override IQueryable<SearchRow> Found(IReadOnlyList<string> words)
    {
        var query = string.Join(" & ", words.Select(word => $"'{word}':*"));
        return Search.FromSql($"""SELECT "EditionId", "ItemId", "SkpdCode", "CategoryCode", "Text" FROM "Search" WHERE "Lexemes" @@ CAST({query} AS tsquery)""");
    }

    internal override async Task<List<long>> FindPlaces(WordSearch search, CancellationToken cancel)
    {
        var match = string.Join(" & ", search.Words.Select(word => $"'{word}'")) + (search.Beginning ? ":*" : "");
        var (from, before) = (search.From ?? 0, search.Before ?? long.MaxValue);
        if (!search.FitsWindow)
            return await Database.SqlQuery<long>($"""
                SELECT "Place" AS "Value" FROM "PublicationWords" WHERE "Words" @@ {match}::tsquery AND "Place" >= {from} AND "Place" < {before}
                ORDER BY "Place" DESC LIMIT {search.Count} OFFSET {search.Skip}
                """).ToListAsync(cancel);
        var newest = await Database.SqlQuery<long>($"""
            SELECT "Place" AS "Value"
            FROM (SELECT "Place", "Words" FROM "PublicationWords" WHERE "Place" >= {from} AND "Place" < {before} ORDER BY "Place" DESC LIMIT {WordSearch.Window}) newest
            WHERE "Words" @@ {match}::tsquery ORDER BY "Place" DESC LIMIT {search.Count} OFFSET {search.Skip}
            """).ToListAsync(cancel);
        if (newest.Count == search.Count) return newest;
        // The planner knows nothing of rare words and would walk all places; a sum keeps it from that.
        return await Database.SqlQuery<long>($"""
            SELECT "Place" AS "Value" FROM "PublicationWords" WHERE "Words" @@ {match}::tsquery AND "Place" >= {from} AND "Place" < {before}
            ORDER BY "Place" + 0 DESC LIMIT {search.Count} OFFSET {search.Skip}
            """).ToListAsync(cancel);
    }

    internal override Task ThawFrozenTables(CancellationToken cancel) => Run(AuditGuard.PostgresThaw, cancel);

    internal override Task FreezeTables(CancellationToken cancel) => Run(AuditGuard.PostgresFreeze, cancel);

    private async Task Run(IEnumerable<string> statements, CancellationToken cancel)
    {
        foreach (var statement in statements) await Database.ExecuteSqlRawAsync(statement, cancel);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => configurationBuilder.Properties<DateTimeOffset>().HaveConversion<ToUtc>();
}
