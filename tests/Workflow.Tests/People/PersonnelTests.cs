using KominfoBot.Testing;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using KominfoBot.Workflow.Tests.News;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.People;

public sealed class PersonnelTests
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task A_revoked_role_is_gone_at_the_next_act_and_stays_on_record(StoreProvider provider)
    {
        await using var room = await Office(provider);
        Assert.Null(await Change(room, "portal", "author", (db, member, by) => Personnel.Revoke(db, member.Appointments[0], by, room.Now, cancel)));
        var member = await Read(room, "author");
        Assert.Empty(Actor.Of(member, room.Now).Roles);
        Assert.Equal(room.Id("portal"), Assert.Single(member.Appointments).RevokedById);
        Assert.Equal(PersonnelRefusal.Ended, await Change(room, "portal", "author", (db, who, by) => Personnel.Revoke(db, who.Appointments[0], by, room.Now, cancel)));
        Assert.True((await room.Audit()).Whole);
    }

    [Theory, BothStores]
    public async Task Only_AdminPortal_keeps_the_record(StoreProvider provider)
    {
        await using var room = await Office(provider);
        foreach (var by in new[] { "kadis", "kabid", "author" })
        {
            Assert.Equal(PersonnelRefusal.NotYours, await Change(room, by, "stranger", (db, who, actor) => Personnel.Revoke(db, who.Appointments[0], actor, room.Now, cancel)));
            Assert.Equal(PersonnelRefusal.NotYours, await Change(room, by, "stranger", (db, who, actor) => Personnel.Deactivate(db, who, actor, room.Now, cancel)));
            Assert.Equal(PersonnelRefusal.NotYours, await Change(room, by, "stranger", (db, who, actor) => Personnel.SetEnd(db, who.Appointments[0], room.Now.AddDays(1), actor, room.Now, cancel)));
            Assert.Equal(PersonnelRefusal.NotYours, await Change(room, by, "stranger", (db, who, actor) => Personnel.SetName(db, who, "Lain", actor, room.Now, cancel)));
        }
        Assert.NotEmpty(Actor.Of(await Read(room, "stranger"), room.Now).Roles);
    }

    [Theory, BothStores]
    public async Task The_last_AdminPortal_locks_nobody_out_even_when_two_do_it_at_once(StoreProvider provider)
    {
        await using var room = await Office(provider);
        Assert.Equal(PersonnelRefusal.LastAdminPortal, await Change(room, "portal", "portal", (db, who, by) => Personnel.Revoke(db, who.Appointments[0], by, room.Now, cancel)));
        Assert.Equal(PersonnelRefusal.LastAdminPortal, await Change(room, "portal", "portal", (db, who, by) => Personnel.SetEnd(db, who.Appointments[0], room.Now.AddDays(1), by, room.Now, cancel)));
        Assert.Equal(PersonnelRefusal.LastAdminPortal, await Change(room, "portal", "portal", (db, who, by) => Personnel.Deactivate(db, who, by, room.Now, cancel)));

        await room.Join("portal2", Role.AdminPortal);
        var results = await Task.WhenAll(new[] { ("portal", "portal2"), ("portal2", "portal") }.Select(pair => Task.Run(() =>
            Change(room, pair.Item1, pair.Item2, (db, who, by) => Personnel.Deactivate(db, who, by, room.Now, cancel)))));
        Assert.Single(results, result => result is null);
        Assert.Single(await room.Store.Read(db => PeopleDesk.Holders(db, Role.AdminPortal, null, room.Now, cancel), cancel));
    }

    [Theory, BothStores]
    public async Task A_role_ends_by_itself_on_its_day_and_may_be_prolonged_before(StoreProvider provider)
    {
        await using var room = await Office(provider);
        Assert.Null(await Change(room, "portal", "author", (db, who, by) => Personnel.SetEnd(db, who.Appointments[0], room.Now.AddDays(2), by, room.Now, cancel)));
        Assert.Null(await Change(room, "portal", "author", (db, who, by) => Personnel.SetEnd(db, who.Appointments[0], room.Now.AddDays(5), by, room.Now, cancel)));
        Assert.Equal(room.Now.AddDays(5), await room.Store.Read(db => db.Due.Where(row => row.Kind == RoleTurn.Kind && row.State == DueState.Waiting).Select(row => row.DueAt).SingleAsync(cancel), cancel));
        Assert.Equal(PersonnelRefusal.Past, await Change(room, "portal", "author", (db, who, by) => Personnel.SetEnd(db, who.Appointments[0], room.Now, by, room.Now, cancel)));
        room.Now = room.Now.AddDays(4);
        Assert.NotEmpty(Actor.Of(await Read(room, "author"), room.Now).Roles);
        room.Now = room.Now.AddDays(1);
        Assert.Empty(Actor.Of(await Read(room, "author"), room.Now).Roles);
    }

    [Theory, BothStores]
    public async Task One_gives_ones_own_name_once_and_AdminPortal_corrects_it(StoreProvider provider)
    {
        await using var room = await Office(provider);
        Assert.Null(await Change(room, "author", "author", (db, who, by) => Personnel.SetName(db, who, "Rina Marlina, S.Kom", by, room.Now, cancel)));
        Assert.Equal(PersonnelRefusal.NotYours, await Change(room, "author", "author", (db, who, by) => Personnel.SetName(db, who, "Bupati", by, room.Now, cancel)));
        Assert.Null(await Change(room, "portal", "author", (db, who, by) => Personnel.SetName(db, who, "Rina Marlina, M.Kom", by, room.Now, cancel)));
        Assert.Equal("Rina Marlina, M.Kom", (await Read(room, "author")).DisplayName);
        Assert.Equal("197805052005012003", Personnel.NipOf("19780505 200501 2 003"));
        Assert.Null(Personnel.NipOf("19780505200501200x"));
    }

    [Theory, BothStores]
    public async Task An_Anggota_endorses_when_AdminPortal_says_so_from_the_next_act_on(StoreProvider provider)
    {
        await using var room = await Office(provider);
        await room.Join("staff", Role.Anggota);
        Assert.Equal(PersonnelRefusal.NotYours, await Change(room, "kabid", "staff", (db, who, by) => Personnel.SetEndorsing(db, who.Appointments[0], true, by, room.Now, cancel)));
        Assert.False(Actor.Of(await Read(room, "staff"), room.Now).MayEndorse);
        Assert.Null(await Change(room, "portal", "staff", (db, who, by) => Personnel.SetEndorsing(db, who.Appointments[0], true, by, room.Now, cancel)));
        Assert.True(Actor.Of(await Read(room, "staff"), room.Now).MayEndorse);
        Assert.Equal(PersonnelRefusal.Ended, await Change(room, "portal", "author", (db, who, by) => Personnel.SetEndorsing(db, who.Appointments[0], true, by, room.Now, cancel)));
    }

    [Theory, BothStores]
    public async Task A_handover_ends_the_old_appointment_when_the_new_one_begins(StoreProvider provider)
    {
        await using var room = await Office(provider);
        var desk = new PeopleDesk(InvitationRules.Default);
        var code = await room.Store.Write(async db =>
        {
            var author = await PeopleDesk.ById(db, room.Id("author"), cancel);
            return (await desk.Invite(db, new InvitationOrder(Role.AdminSkpd, "DISDIK", ReplacesId: author.Appointments[0].Id), author.Id, room.Now, cancel)).Code!;
        }, cancel);
        Assert.NotEmpty(Actor.Of(await Read(room, "author"), room.Now).Roles);
        var redeemed = await room.Store.Write(db => desk.Redeem(db, code, 77, "Pengganti", room.Now, cancel), cancel);
        Assert.Equal((Redemption.Bound, room.Id("author")), (redeemed.Result, redeemed.Ended!.MemberId));
        Assert.Empty(Actor.Of(await Read(room, "author"), room.Now).Roles);
    }

    private static async Task<Newsroom> Office(StoreProvider provider)
    {
        var room = await Newsroom.Open(provider);
        await room.Join("portal", Role.AdminPortal);
        return room;
    }

    private static Task<PersonnelRefusal?> Change(Newsroom room, string by, string whom, Func<NewsroomDb, Member, Actor, Task<PersonnelRefusal?>> change)
        => room.Store.Write(async db => await change(db, await PeopleDesk.ById(db, room.Id(whom), cancel), await room.Actor(db, by)), cancel);

    private static Task<Member> Read(Newsroom room, string name) => room.Store.Read(db => PeopleDesk.ById(db, room.Id(name), cancel), cancel);
}
