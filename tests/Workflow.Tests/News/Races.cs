using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Workflow.Tests.News;

/// <summary>Two acts at the same time, from two processes where the store allows it: whoever comes second is told exactly what happened.</summary>
public sealed class Races
{
    private const int Rounds = 8;

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task Approve_against_edit(StoreProvider provider)
        => await Both(provider, EditionState.InReview, async (room, edition) => await room.Act(edition, Act.Claim, "kabid"),
            async (room, edition) => { var seen = (await room.Load(edition)).CurrentHash; return door => room.Act(edition, Act.Endorse, "kabid2", seen: seen, through: door); },
            async (room, edition) => { var text = await room.Reworded(edition, "kata7 ", "tujuh "); var seen = (await room.Load(edition)).CurrentHash; return door => room.Carry(edition, new Order(Act.Edit, seen, Text: text), "kabid", door); },
            second => Assert.True(second is Refusal.Outdated or Refusal.Decided, $"{second}"),
            async (room, edition, firstWon) =>
            {
                var after = await room.Load(edition);
                Assert.Equal(firstWon ? (1, 1) : (2, 0), (after.Revisions.Count, after.Endorsements.Count));
            });

    [Theory, BothStores]
    public async Task Publish_against_withdraw(StoreProvider provider)
        => await Both(provider, EditionState.Endorsed, null,
            Pressed(Act.Approve, "kadis"), Pressed(Act.Withdraw, "author"), second => Assert.IsType<Refusal.Decided>(second),
            async (room, edition, published) => Assert.Equal(published, (await room.Published.Find((await room.Load(edition)).Item!.Number!, cancel)) is not null));

    [Theory, BothStores]
    public async Task Approve_against_reject(StoreProvider provider)
        => await Both(provider, EditionState.Endorsed, null,
            Pressed(Act.Approve, "kadis"), Pressed(Act.Reject, "kabid2"), second => Assert.IsType<Refusal.Decided>(second),
            async (room, edition, published) => Assert.Equal(published ? EditionState.Published : EditionState.Rejected, (await room.Load(edition)).State));

    [Theory, BothStores]
    public async Task Scheduled_against_withdrawn(StoreProvider provider)
        => await Both(provider, EditionState.Endorsed,
            async (room, edition) =>
            {
                Assert.IsType<Outcome.Moved>(await room.Carry(edition, new Order(Act.Schedule, At: room.Now.AddMinutes(5)), "kadis"));
                room.Now += TimeSpan.FromMinutes(5);
            },
            (room, edition) => Task.FromResult<Func<NewsroomStore, Task<Outcome>>>(door => room.FallsDue(edition, door)),
            Pressed(Act.Withdraw, "author"), second => Assert.IsType<Refusal.Decided>(second),
            async (room, edition, published) => Assert.Equal(published ? EditionState.Published : EditionState.Withdrawn, (await room.Load(edition)).State));

    [Theory, BothStores]
    public async Task The_same_press_twice(StoreProvider provider)
        => await Both(provider, EditionState.Endorsed, null,
            Pressed(Act.Approve, "kadis"), Pressed(Act.Approve, "kadis"), second => Assert.IsType<Refusal.Decided>(second),
            async (room, edition, _) =>
            {
                var number = (await room.Load(edition)).Item!.Number;
                Assert.Single(await room.Events(edition), each => each.Act == "Approve");
                Assert.Single((await room.Published.List(new PublishedFilter(), null, 100, cancel)).Items, each => each.Number == number);
            });

    [Theory, BothStores]
    public async Task Two_corrections_of_one_item(StoreProvider provider)
        => await Both(provider, EditionState.Published, null,
            Pressed(Act.Revise, "kadis"), Pressed(Act.Revise, "author"), second => Assert.Equal(new Refusal.LaterEdition(EditionState.Draft), second),
            async (room, edition, _) => Assert.Equal(2, (await room.Store.Write(async db => (await NewsDesk.Open(db, edition, cancel))!.Item!.Editions.Count, cancel))));

    private static Func<Newsroom, long, Task<Func<NewsroomStore, Task<Outcome>>>> Pressed(Act act, string by)
        => async (room, edition) => { var seen = (await room.Load(edition)).CurrentHash; return door => room.Carry(edition, new Order(act, seen, "alasan", ChatId: 1), by, door); };

    /// <summary>Several rounds, so that each side wins some; in each exactly one moves and the other gets the defined refusal.</summary>
    private static async Task Both(
        StoreProvider provider,
        EditionState from,
        Func<Newsroom, long, Task>? prepare,
        Func<Newsroom, long, Task<Func<NewsroomStore, Task<Outcome>>>> first,
        Func<Newsroom, long, Task<Func<NewsroomStore, Task<Outcome>>>> second,
        Action<Outcome> loser,
        Func<Newsroom, long, bool, Task> afterwards)
    {
        await using var room = await Newsroom.Open(provider);
        await using var elsewhere = provider == StoreProvider.Postgres ? room.At.Connect() : null;
        for (var round = 0; round < Rounds; round++)
        {
            var edition = await room.In(from, Newsroom.Text($"Disdik membuka pendaftaran beasiswa tahap {round}", $"putaran{round}"));
            if (prepare is not null) await prepare(room, edition);
            var (one, other) = (await first(room, edition), await second(room, edition));
            // Who is sent off first changes from round to round.
            Task<Outcome> a, b;
            if (round % 2 == 0) (a, b) = (Task.Run(() => one(room.Store), cancel), Task.Run(() => other(elsewhere ?? room.Store), cancel));
            else (b, a) = (Task.Run(() => other(elsewhere ?? room.Store), cancel), Task.Run(() => one(room.Store), cancel));
            var outcomes = await Task.WhenAll(a, b);

            Assert.Single(outcomes.OfType<Outcome.Moved>());
            loser(outcomes.Single(outcome => outcome is not Outcome.Moved));
            await afterwards(room, edition, outcomes[0] is Outcome.Moved);
        }
        Assert.True((await room.Audit()).Whole);
    }
}
