using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>The real program with only its settings: the owner's /start, three invitations, /tulis with two photos, Setujui, Setujui and Ya, terbitkan.</summary>
public sealed class From_a_chat_to_the_portal
{
    private static readonly Sample item = new(12);

    [Theory, BothStores]
    public async Task News_goes_into_every_feed(StoreProvider provider)
    {
        await using var office = await Office.Staffed(provider);

        foreach (var step in MainPath.Of(office, item))
        {
            var before = office.Telegram.Revision;
            await step.Act();
            await step.Seen(before);
        }

        await office.ShowsPublished(item, photos: 2);
        await office.Rests();
        Assert.Empty(office.SaidTwice());
        await office.IsInOrder(acts: 1);
    }

    /// <remarks>In ./test on each store before every second step, and while the others are under way (below); in ./test --long before every step.</remarks>
    [Theory, BothStores]
    public async Task Killed_after_every_step_it_goes_on_where_it_was(StoreProvider provider)
    {
        await using var office = await Office.Open(provider);
        await office.Start();
        await office.Greet();
        await office.Rests();
        await office.KillAndStart();
        await office.InviteByCommand(Office.Author, "AdminSkpd", "--skpd", "DISDIK");
        await office.Rests();
        await office.KillAndStart();
        await office.InviteByCommand(Office.Kabid, "Kabid");
        await office.InviteByCommand(Office.Kadis, "Kadis");

        foreach (var (index, step) in MainPath.Of(office, item).Index())
        {
            await office.Rests();
            if (LongProgram.Runs || index % 2 == (provider == StoreProvider.Postgres ? 0 : 1)) await office.KillAndStart();
            var before = office.Telegram.Revision;
            await step.Act();
            await step.Seen(before);
        }
        await office.Rests();
        await office.KillAndStart();

        await office.ShowsPublished(item, photos: 2);
        await office.Rests();
        Assert.Equal(LongProgram.Runs ? 16 : provider == StoreProvider.Postgres ? 10 : 9, office.Kills);
        Assert.Empty(office.SaidTwice());
        Assert.DoesNotContain(office.Telegram.History(Office.Kabid.TelegramId).Concat(office.Telegram.History(Office.Kadis.TelegramId)), message => message.Text.Contains("Sempat terputus", StringComparison.Ordinal));
        await Published_once(office);
    }

    /// <remarks>Each step on one of the stores; on both in the long program.</remarks>
    [Theory, BothStores]
    public async Task Killed_while_each_step_is_underway_nothing_is_lost_or_done_twice(StoreProvider provider)
    {
        await using var office = await Office.Staffed(provider);

        foreach (var (index, step) in MainPath.Of(office, item).Index())
        {
            // What people do while nobody listens, and a kill as soon as the server has handed something over.
            var before = office.Telegram.Revision;
            await step.Act();
            if (LongProgram.Runs || index % 2 == (provider == StoreProvider.Postgres ? 1 : 0)) await office.KillAndStart();
            await step.Seen(before);
        }

        await office.ShowsPublished(item, photos: 2);
        await office.Rests();
        // A message whose answer was lost with the process may have been sent twice, no more than one per chat and kill.
        Assert.All(office.SaidTwice().GroupBy(said => said.Split(':')[0]), chat => Assert.InRange(chat.Count(), 0, office.Kills));
        await Published_once(office);
    }

    private static async Task Published_once(Office office)
    {
        Assert.Equal(1, await office.Count("Items"));
        Assert.Equal(1, await office.Count("Publications"));
        foreach (var act in (string[])["Submit", "Endorse", "Approve"]) Assert.Equal(1, (await office.Acts()).Count(each => each == act));
        await office.IsInOrder(acts: 1);
    }
}
