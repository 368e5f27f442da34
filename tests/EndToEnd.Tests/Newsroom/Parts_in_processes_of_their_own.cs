using KominfoBot.Workflow.Storage;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>The roles of the program in several processes that share one PostgreSQL: what one plans or queues, another carries out.</summary>
public sealed class Parts_in_processes_of_their_own
{
    [Fact]
    public async Task Jobs_speak_through_the_process_that_talks_to_Telegram()
    {
        await using var office = await Office.Staffed(StoreProvider.Postgres, new Dictionary<string, string> { ["Roles"] = "Bot,Feed" });
        var since = office.Telegram.Revision;

        await office.Start(("Roles", "Jobs"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("DataDirectory", Path.Combine(office.Data, "pekerjaan")), ("Jobs__AuditHead", "0/5 * * * * ?"));

        await office.Hears(Office.Owner, "Kepala rantai audit", since);
        Assert.Equal(0, (await office.Bot.Terminate()).Code);
    }
}
