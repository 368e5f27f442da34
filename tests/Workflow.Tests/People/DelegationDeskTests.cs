using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using KominfoBot.Workflow.Tests.News;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.People;

public sealed class DelegationDeskTests
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task Who_acts_approves_in_that_capacity_while_it_lasts_and_not_after(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var (first, second) = (await room.In(EditionState.Endorsed, Newsroom.Text(extra: "satu")), await room.In(EditionState.Endorsed, Newsroom.Text(extra: "dua")));
        Assert.IsType<Refusal.RoleMissing>(await room.Act(first, Act.Approve, "kabid2"));
        await Delegate(room, "kadis", "kabid2", room.Now, room.Now.AddDays(3));

        var moved = Assert.IsType<Outcome.Moved>(await room.Act(first, Act.Approve, "kabid2"));
        Assert.Equal(("Plh. Kepala Dinas", EditionState.Published), (moved.Capacity, moved.To));
        Assert.Contains("Plh. Kepala Dinas", await LastEvent(room), StringComparison.Ordinal);
        room.Now = room.Now.AddDays(3);
        Assert.IsType<Refusal.RoleMissing>(await room.Act(second, Act.Approve, "kabid2"));
        Assert.True((await room.Audit()).Whole);
    }

    [Theory, BothStores]
    public async Task Who_acts_approves_nothing_that_he_endorsed_or_wrote(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.Endorsed);
        await Delegate(room, "kadis", "kabid", room.Now, room.Now.AddDays(3));
        Assert.IsType<Refusal.Endorser>(await room.Act(edition, Act.Approve, "kabid"));

        await room.Join("colleague", Role.Anggota);
        var own = await room.Draft(Newsroom.Text(extra: "milik rekan"), by: "colleague");
        await room.Act(own, Act.Submit, "colleague");
        await room.Act(own, Act.Endorse, "kabid2");
        await End(room, "kadis");
        await Delegate(room, "kadis", "colleague", room.Now, room.Now.AddDays(3));
        Assert.IsType<Refusal.Own>(await room.Act(own, Act.Approve, "colleague"));
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Approve, "colleague"));
    }

    [Theory, BothStores]
    public async Task It_begins_on_its_day_and_can_be_ended_early_from_the_next_press_on(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.Endorsed);
        await Delegate(room, "kadis", "kabid2", room.Now.AddDays(1), room.Now.AddDays(3));
        Assert.Empty((await Holders(room)).Except([room.Id("kadis"), room.Id("kadis2")]));
        Assert.IsType<Refusal.RoleMissing>(await room.Act(edition, Act.Approve, "kabid2"));
        room.Now = room.Now.AddDays(1);
        Assert.Contains(room.Id("kabid2"), await Holders(room));
        Assert.Equal(DelegationRefusal.NotYours, await End(room, "kabid"));
        Assert.Null(await End(room, "kabid2"));

        Assert.IsType<Refusal.RoleMissing>(await room.Act(edition, Act.Approve, "kabid2"));
        Assert.Equal(2, await room.Store.Read(db => db.Due.CountAsync(row => row.Kind == RoleTurn.Kind && row.State == DueState.Cancelled, cancel), cancel));
    }

    [Theory, BothStores]
    public async Task It_is_not_handed_on_not_taken_by_oneself_and_not_given_twice(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.Join("portal", Role.AdminPortal);
        await Delegate(room, "portal", "kabid2", room.Now, room.Now.AddDays(3));
        Assert.Equal(DelegationRefusal.Chain, await Refused(room, "kabid2", "kabid"));
        Assert.Equal(DelegationRefusal.NotYours, await Refused(room, "kabid", "kabid2"));
        Assert.Equal(DelegationRefusal.Self, await Refused(room, "portal", "portal"));
        Assert.Equal(DelegationRefusal.Overlaps, await Refused(room, "kadis", "kabid"));
        Assert.Equal(DelegationRefusal.IsKadis, await Refused(room, "portal", "kadis"));
        Assert.Equal(DelegationRefusal.LetterMissing, await Refused(room, "portal", "kabid", letter: " "));
        Assert.Equal(DelegationRefusal.WrongTimes, await Refused(room, "portal", "kabid", days: -1));
    }

    [Theory, BothStores]
    public async Task Of_two_given_at_once_one_holds(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var given = await Task.WhenAll(new[] { "kabid", "kabid2" }.Select(name => Task.Run(() => Give(room, "kadis", name, room.Now, room.Now.AddDays(3), "800/1"))));
        Assert.Single(given, each => each.Refusal is null);
        Assert.Single(given, each => each.Refusal == DelegationRefusal.Overlaps);
    }

    private static async Task Delegate(Newsroom room, string by, string to, DateTimeOffset from, DateTimeOffset until) => Assert.NotNull((await Give(room, by, to, from, until, "800/7/2026")).Delegation);

    private static Task<Delegated> Give(Newsroom room, string by, string to, DateTimeOffset from, DateTimeOffset until, string letter) => room.Store.Write(async db =>
        await DelegationDesk.Delegate(db, await room.Actor(db, by), new DelegationOrder(room.Id(to), ActingKind.Plh, letter, from, until), room.Now, cancel), cancel);

    private static async Task<DelegationRefusal?> Refused(Newsroom room, string by, string to, string letter = "800/8", int days = 2)
        => (await Give(room, by, to, room.Now, room.Now.AddDays(days), letter)).Refusal;

    private static Task<DelegationRefusal?> End(Newsroom room, string by) => room.Store.Write(async db =>
        await DelegationDesk.End(db, (await DelegationDesk.Open(db, room.Now, cancel)).Single(), await room.Actor(db, by), room.Now, cancel), cancel);

    private static Task<List<long>> Holders(Newsroom room) => room.Store.Read(async db => (await PeopleDesk.Holders(db, Role.Kadis, null, room.Now, cancel)).Select(member => member.Id).ToList(), cancel);

    private static Task<string> LastEvent(Newsroom room) => room.Store.Read(async db =>
        System.Text.Encoding.UTF8.GetString((await db.AuditEvents.OrderByDescending(row => row.Sequence).FirstAsync(cancel)).Canonical), cancel);
}
