using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KominfoBot.Workflow.Tests.Storage;

public sealed class MigrationTests
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task An_empty_store_gets_the_whole_schema(StoreProvider provider)
    {
        await using var at = await TestStore.OpenEmpty(provider);
        await at.Store.Migrate(cancel);

        var (applied, known, pending) = await at.Store.Read(async db =>
            ((await db.Database.GetAppliedMigrationsAsync(cancel)).ToList(), db.Database.GetMigrations().ToList(), db.Database.HasPendingModelChanges()), cancel);
        Assert.Equal(known, applied);
        Assert.False(pending, "The model changed without a migration: tools/Migrations/add-migration <Name>");
    }

    [Theory, BothStores]
    public async Task The_compiled_model_is_the_model(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        var (compiled, designed) = await at.Store.Read(db => Task.FromResult((Described(db.Model), Described(db.GetService<IDesignTimeModel>().Model))), cancel);
        Assert.True(compiled.SequenceEqual(designed), "The model changed and its compiled form did not: tools/Migrations/compile-model\n" + string.Join('\n', compiled.Except(designed).Concat(designed.Except(compiled))));
    }

    private static List<string> Described(IModel model) =>
    [.. model.GetEntityTypes().SelectMany(entity => entity.GetProperties()
            .Select(column => $"{entity.Name} in {entity.GetTableName()}: {column.Name} {column.ClrType} {column.GetColumnType()} {column.IsNullable} {column.IsConcurrencyToken} {column.ValueGenerated} {column.GetMaxLength()} {column.GetTypeMapping().Converter?.ProviderClrType}")
            .Concat(entity.GetKeys().Select(key => $"{entity.Name} key {string.Join(',', key.Properties.Select(column => column.Name))}"))
            .Concat(entity.GetIndexes().Select(index => $"{entity.Name} index {string.Join(',', index.Properties.Select(column => column.Name))} {index.IsUnique} {index.GetFilter()}"))
            .Concat(entity.GetForeignKeys().Select(key => $"{entity.Name} to {key.PrincipalEntityType.Name} by {string.Join(',', key.Properties.Select(column => column.Name))} {key.DeleteBehavior}")))
        .Order(StringComparer.Ordinal)];

    [Theory, BothStores]
    public async Task Every_table_can_be_read(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        var tables = await at.Store.Read(async db =>
        {
            var names = new List<string>();
            foreach (var entity in db.Model.GetEntityTypes())
            {
                var table = entity.GetTableName()!;
#pragma warning disable EF1002 // a name of the model
                await db.Database.ExecuteSqlRawAsync($"SELECT COUNT(*) FROM \"{table}\"", cancel);
#pragma warning restore EF1002
                names.Add(table);
            }
            return names;
        }, cancel);
        Assert.Contains("Items", tables);
        Assert.True(tables.Count >= 20, string.Join(", ", tables));
    }

    [Theory, BothStores]
    public async Task A_second_start_changes_nothing(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await at.Store.Write(async db => { await db.Facts.AddAsync(new FactRow { Name = "kept", Value = "yes" }, cancel); }, cancel);
        var before = await Schema(at);

        await at.Reopen();

        Assert.Equal(before, await Schema(at));
        Assert.Equal("yes", await at.Store.Read(db => db.Facts.Select(fact => fact.Value).SingleAsync(cancel), cancel));
    }

    [Theory, BothStores]
    public async Task A_store_of_a_newer_program_is_refused_with_a_sentence(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await at.Store.Write(db => db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '99.0')""", cancel), cancel);

        var refusal = await Assert.ThrowsAsync<NewerStoreException>(() => at.Store.Migrate(cancel));

        Assert.Contains("29990101000000_Later", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("versi", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>SQLite allows one writing process; its lock file keeps a second one away before it gets here.</summary>
    [Fact]
    public async Task Two_processes_may_start_at_once_on_PostgreSQL()
    {
        await using var at = await TestStore.OpenEmpty(StoreProvider.Postgres);
        await using var second = at.Connect();

        await Task.WhenAll(at.Store.Migrate(cancel), second.Migrate(cancel));

        Assert.Equal(0, await second.Read(db => db.Items.CountAsync(cancel), cancel));
    }

    private static Task<List<string>> Schema(TestStore at) => at.Store.Read(db => (at.Provider == StoreProvider.Sqlite
        ? db.Database.SqlQueryRaw<string>("SELECT COALESCE(sql, name) AS \"Value\" FROM sqlite_master")
        : db.Database.SqlQueryRaw<string>("SELECT table_name || '.' || column_name || ' ' || data_type AS \"Value\" FROM information_schema.columns WHERE table_schema = 'public'"))
        .OrderBy(line => line).ToListAsync(cancel), cancel);
}
