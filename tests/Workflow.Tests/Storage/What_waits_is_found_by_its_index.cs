using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.Storage;

/// <summary>Of the rows of thirty days hardly one waits: SQLite must not look through all of them for it, which it does as soon as a query does not fit the index.</summary>
public sealed class What_waits_is_found_by_its_index
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Updates_in_order() => Uses("IX_Received_Waiting", db => db.Received.Where(row => row.State == ReceivedState.Waiting).OrderBy(row => row.Sequence).Select(row => row.Lane));

    [Fact]
    public Task Updates_of_a_chat() => Uses("IX_Received_WaitingLane", db => db.Received.Where(row => row.Lane == 7 && row.Sequence < 9 && row.State == ReceivedState.Waiting).Select(row => row.Sequence));

    [Fact]
    public Task Updates_that_were_given_up() => Uses("IX_Received_Failed", db => db.Received.Where(row => row.State == ReceivedState.Failed).Select(row => row.Sequence));

    [Fact]
    public Task Messages_in_order() => Uses("IX_ToSend_Waiting", db => db.ToSend.Where(row => row.State == ToSendState.Waiting && row.Sequence > 0).OrderBy(row => row.Sequence).Select(row => row.ChatId));

    [Fact]
    public Task Messages_of_a_place() => Uses("IX_ToSend_WaitingSlot", db => db.ToSend.Where(row => row.ChatId == 7 && row.Slot == "live" && row.State == ToSendState.Waiting).Select(row => row.Payload));

    [Fact]
    public Task Items_of_the_last_hour()
        => Uses("IX_Items_CreatedAt", db => db.Items.Where(item => item.CreatedAt > new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero) && item.Editions.Any(edition => edition.AuthorId == 7)).Select(item => item.Id));

    private static async Task Uses<T>(string index, Func<NewsroomDb, IQueryable<T>> query)
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        var plan = await at.Store.Read(async db =>
        {
            await using var explain = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // EF Core's own text
            explain.CommandText = string.Join('\n', query(db).ToQueryString().Split('\n').SkipWhile(line => line.StartsWith(".param", StringComparison.Ordinal)).Prepend("EXPLAIN QUERY PLAN"));
#pragma warning restore CA2100
            var steps = new List<string>();
            await using var rows = await explain.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel)) steps.Add(rows.GetString(3));
            return string.Join("; ", steps);
        }, cancel);
        Assert.Contains($" {index} ", plan + " ", StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }
}
