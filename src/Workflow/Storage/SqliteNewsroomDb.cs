using KominfoBot.Workflow.Search;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Storage;

/// <summary>The model on SQLite.</summary>
public sealed class SqliteNewsroomDb(DbContextOptions<SqliteNewsroomDb> options) : NewsroomDb(options)
{
    private static readonly FrequentQueries frequent = new();

    internal override FrequentQueries Frequent => frequent;

    public override Task LockItem(Guid itemId, CancellationToken cancel) => Task.CompletedTask;

    public override Task LockItemOf(long editionId, CancellationToken cancel) => Task.CompletedTask;

    public override Task LockPhotos(IReadOnlyList<string> hashes, CancellationToken cancel) => Task.CompletedTask;

    public override Task LockAuditHead(CancellationToken cancel) => Task.CompletedTask;

    public override Task LockHolidays(CancellationToken cancel) => Task.CompletedTask;

    public override Task<bool> TryTakeDue(string key, CancellationToken cancel) => Task.FromResult(true);

    /// <summary>Every word in quotes, so that none is an operator of FTS5.</summary>
    public override IQueryable<SearchRow> Found(IReadOnlyList<string> words)
    {
        var match = string.Join(' ', words.Select(word => $"\"{word}\"*"));
        return Search.FromSql($"""SELECT * FROM "Search" WHERE "EditionId" IN (SELECT rowid FROM "SearchIndex" WHERE "SearchIndex" MATCH {match})""");
    }

    internal override async Task<List<long>> FindPlaces(WordSearch search, CancellationToken cancel)
    {
        // The index merges all that begin so before it knows the newest; whole words it reads off newest first.
        if (search is { Beginning: true, FitsWindow: true } && await FindNewest(search, cancel) is var newest && newest.Count == search.Count) return newest;
        var match = string.Join(' ', search.Words.Select(word => $"\"{word}\"")) + (search.Beginning ? "*" : "");
        var (from, before) = (search.From ?? 0, search.Before ?? long.MaxValue);
        return await Database.SqlQuery<long>($"""
            SELECT rowid AS "Value" FROM "PublicationWords" WHERE "PublicationWords" MATCH {match} AND rowid >= {from} AND rowid < {before}
            ORDER BY rowid DESC LIMIT {search.Count} OFFSET {search.Skip}
            """).ToListAsync(cancel);
    }

    /// <summary>Among the newest few, word by word.</summary>
    private Task<List<long>> FindNewest(WordSearch search, CancellationToken cancel)
    {
        var has = string.Join(" AND ", search.Words.Select((_, n) => FormattableString.Invariant($"instr(\"Words\", {{{n}}}) > 0")));
        var sql = $"""
            SELECT "Place" AS "Value"
            FROM (SELECT each."Place", ' ' || {PublicationWords.Words("each")} || ' ' AS "Words" FROM "Publications" each
                  WHERE each.{PublicationWords.Live} AND each."Place" >= {search.From ?? 0} AND each."Place" < {search.Before ?? long.MaxValue} ORDER BY each."Place" DESC LIMIT {WordSearch.Window})
            WHERE {has} ORDER BY "Place" DESC LIMIT {search.Count} OFFSET {search.Skip}
            """;
        object[] words = [.. search.Words.Select((word, n) => n == search.Words.Count - 1 && search.Beginning ? $" {word}" : $" {word} ")];
        return Database.SqlQueryRaw<long>(sql, words).ToListAsync(cancel);
    }

    internal override Task ThawFrozenTables(CancellationToken cancel) => Run(AuditGuard.SqliteThaw, cancel);

    internal override Task FreezeTables(CancellationToken cancel) => Run(AuditGuard.SqliteFreeze, cancel);

    private async Task Run(IEnumerable<string> statements, CancellationToken cancel)
    {
        foreach (var statement in statements) await Database.ExecuteSqlRawAsync(statement, cancel);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
}
