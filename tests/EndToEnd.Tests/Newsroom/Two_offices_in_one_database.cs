using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>An office per schema (Search Path): neither sees, locks, wakes or backs up the other.</summary>
public sealed class Two_offices_in_one_database
{
    [Fact]
    public async Task Run_side_by_side_and_keep_to_themselves()
    {
        LongProgram.Only();
        await using var database = await (await PostgresServer.Shared()).CreateDatabase();
        await using var one = await Office.Open(settings: Of(database, "limapuluhkota"));
        await using var two = await Office.Open(settings: Of(database, "tanah datar"));
        await one.Start();
        await two.Start();
        await one.Staff();
        await two.Staff();

        await one.Submit(Office.Author, new Sample(10));
        await one.Approve(Office.Author, new Sample(10));
        await one.ShowsPublished(new Sample(10), photos: 1);
        Assert.DoesNotContain(new Sample(10).Title, await two.Read("/feed.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("siaga", one.Bot.Everything + two.Bot.Everything, StringComparison.Ordinal);

        // A backup of the one restores the one.
        var file = one.File("satu.tar");
        Assert.Equal(0, (await one.Command("backup", file)).Code);
        await using var empty = await (await PostgresServer.Shared()).CreateDatabase();
        await using var back = await Office.Open(settings: Of(empty, "limapuluhkota"));
        var restored = await back.Command("restore", file);
        Assert.True(restored.Code == 0, restored.Everything);
        await back.Start();
        await back.ShowsPublished(new Sample(10), photos: 1);
        Assert.Equal(0, (await two.Command("verify-audit")).Code);
    }

    private static Dictionary<string, string> Of(PostgresDatabase database, string schema)
        => new() { ["Store__Provider"] = "Postgres", ["Store__ConnectionString"] = $"{database.ConnectionString};Search Path='\"{schema}\"'" };
}
