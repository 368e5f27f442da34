using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>PostgreSQL is gone for good in the middle of the day, and its standby is promoted: the same connection string names both (05-faults, the server's side).</summary>
public sealed class A_standby_that_takes_over
{
    private static readonly Sample before = new(700), after = new(710);

    [Fact]
    public async Task Holds_what_was_acknowledged_and_the_office_goes_on_by_itself()
    {
        LongProgram.Only();
        await using var server = await PostgresServer.Start(durable: true);
        await server.Follow();
        await using var database = await server.CreateDatabase();
        await using var office = await Office.On(database);
        await office.Start();
        await office.Staff();
        await office.Submit(Office.Author, before);
        await office.Sees(Office.Kabid, "Setujui", text: before.Title);

        await server.FailOver();
        await office.Press(Office.Kabid, "Setujui", before.Title);
        await office.Press(Office.Kadis, "Setujui", before.Title);
        await office.Press(Office.Kadis, "Ya, terbitkan", before.Title);
        await office.ShowsPublished(before, photos: 1);
        await office.Submit(Office.Author, after);
        await office.Approve(Office.Author, after);
        await office.ShowsPublished(after, photos: 1);

        await office.Rests();
        await office.IsInOrder(acts: 2);
        Assert.Equal(0, (await office.Bot.Terminate()).Code);
    }
}
