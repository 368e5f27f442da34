using KominfoBot.Testing;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using KominfoBot.Workflow.Tests.News;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.Audit;

public sealed class AuditChainTests
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task An_untouched_chain_is_whole_and_an_empty_one_too(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        Assert.True((await at.Store.Read(db => AuditChain.Verify(db, cancel), cancel)).Whole);
        await using var room = await Newsroom.Open(provider);
        await room.In(EditionState.Published);
        var verdict = await room.Audit();
        Assert.True(verdict.Whole, verdict.Fault);
        Assert.Equal(10, verdict.Events);
    }

    [Theory, BothStores]
    public async Task The_store_itself_refuses_to_change_or_delete_an_event(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        foreach (var sql in new[] { "UPDATE \"AuditEvents\" SET \"Act\" = 'x'", "DELETE FROM \"AuditEvents\"", "UPDATE \"Revisions\" SET \"Hash\" = 'x'" })
        {
            await room.In(EditionState.InReview, Newsroom.Text(extra: sql.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            await Assert.ThrowsAnyAsync<Exception>(() => room.Store.Write(db => db.Database.ExecuteSqlRawAsync(sql, cancel), cancel));
        }
        Assert.True((await room.Audit()).Whole);
    }

    [Theory]
    [BothStores("UPDATE \"AuditEvents\" SET \"ActorId\" = 99 WHERE \"Sequence\" = 3", 3)]
    [BothStores("UPDATE \"AuditEvents\" SET \"Hash\" = \"PreviousHash\" WHERE \"Sequence\" = 4", 4)]
    [BothStores("DELETE FROM \"AuditEvents\" WHERE \"Sequence\" = 5", 5)]
    [BothStores("DELETE FROM \"AuditEvents\" WHERE \"Sequence\" = 8", 8)]
    public async Task A_changed_or_removed_event_is_named(StoreProvider provider, string tampering, int named)
    {
        await using var room = await Newsroom.Open(provider);
        await room.In(EditionState.InReview);
        await room.Store.Write(async db =>
        {
            // Somebody with the database in hand takes the guards off first.
            foreach (var thaw in provider == StoreProvider.Postgres
                ? new[] { "DROP TRIGGER \"AuditEvents_append_only\" ON \"AuditEvents\"" }
                : ["DROP TRIGGER \"AuditEvents_no_UPDATE\"", "DROP TRIGGER \"AuditEvents_no_DELETE\""])
                await db.Database.ExecuteSqlRawAsync(thaw, cancel);
            await db.Database.ExecuteSqlRawAsync(tampering, cancel);
        }, cancel);

        var verdict = await room.Audit();
        Assert.False(verdict.Whole);
        Assert.Equal(named, verdict.BrokenAt);
    }
}
