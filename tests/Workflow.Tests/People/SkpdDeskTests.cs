using KominfoBot.Testing;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using KominfoBot.Workflow.Tests.News;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.People;

public sealed class SkpdDeskTests
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task What_entries_say_becomes_true_once_and_is_on_record(StoreProvider provider)
    {
        await using var room = await Office(provider);
        SkpdEntry[] entries = [Entry("DISDIK", ("name", "Dinas Pendidikan dan Kebudayaan"), ("head", "Ahmad")), Entry("DISPORA", ("name", "Dinas Pemuda"), ("short_name", "Dispora"), ("active", "tidak"))];
        var changes = (await Apply(room, "portal", entries))!;
        Assert.Equal([("DISDIK", false, 2), ("DISPORA", true, 3)], changes.Select(each => (each.Code, each.IsNew, each.Fields.Length)));
        Assert.Empty((await Apply(room, "portal", entries))!);
        var added = await room.Store.Read(db => db.Skpds.SingleAsync(skpd => skpd.Code == "DISPORA", cancel), cancel);
        Assert.Equal(("Dispora", false, room.Now), (added.ShortName, added.Active, added.ClosedAt!.Value));
        Assert.Equal(2, await room.Store.Read(db => db.AuditEvents.CountAsync(row => row.Act == "AddSkpd" || row.Act == "ChangeSkpd", cancel), cancel));
        Assert.True((await room.Audit()).Whole);
    }

    [Theory, BothStores]
    public async Task Nobody_but_AdminPortal_changes_the_register(StoreProvider provider)
    {
        await using var room = await Office(provider);
        foreach (var by in new[] { "kadis", "kabid", "author" }) Assert.Null(await Apply(room, by, [Entry("DISDIK", ("name", "Lain"))]));
        Assert.Equal("Dinas Pendidikan", await room.Store.Read(db => db.Skpds.Where(skpd => skpd.Code == "DISDIK").Select(skpd => skpd.Name).SingleAsync(cancel), cancel));
    }

    [Theory, BothStores]
    public async Task Who_has_no_admin_is_told_with_how_far_the_asking_has_come(StoreProvider provider)
    {
        await using var room = await Office(provider);
        await Apply(room, "portal", [Entry("DISPORA", ("name", "Dinas Pemuda"), ("short_name", "Dispora"))]);
        Assert.Equal([("DISPORA", false, false)], await Missing(room));
        await room.Store.Write(async db => { await new PeopleDesk(InvitationRules.Default).Invite(db, new InvitationOrder(Role.AdminSkpd, "DISPORA"), null, room.Now, cancel); }, cancel);
        await room.Store.Write(async db => await Personnel.Deactivate(db, await PeopleDesk.ById(db, room.Id("stranger"), cancel), await room.Actor(db, "portal"), room.Now, cancel), cancel);
        Assert.Equal([("DINKES", true, false), ("DISPORA", false, true)], await Missing(room));
    }

    [Theory, BothStores]
    public async Task Categories_are_added_renamed_and_ordered(StoreProvider provider)
    {
        await using var room = await Office(provider);
        Assert.NotNull(await room.Store.Write(async db => await CategoryDesk.Add(db, "Budaya & Wisata", await room.Actor(db, "portal"), room.Now, cancel), cancel));
        Assert.Null(await room.Store.Write(async db => await CategoryDesk.Add(db, "budaya & wisata", await room.Actor(db, "portal"), room.Now, cancel), cancel));
        Assert.Null(await room.Store.Write(async db => await CategoryDesk.Add(db, "Lain", await room.Actor(db, "kadis"), room.Now, cancel), cancel));
        await room.Store.Write(async db => await CategoryDesk.Move(db, await db.Categories.SingleAsync(each => each.Code == "budaya-wisata", cancel), up: true, await room.Actor(db, "portal"), room.Now, cancel), cancel);
        Assert.True(await room.Store.Write(async db => await CategoryDesk.Rename(db, await db.Categories.SingleAsync(each => each.Code == "budaya-wisata", cancel), "Pariwisata", await room.Actor(db, "portal"), room.Now, cancel), cancel));
        Assert.Equal(["Pendidikan", "Pariwisata", "Kesehatan"], await room.Store.Read(async db => (await CategoryDesk.All(db, cancel)).Select(each => each.Name).ToList(), cancel));
        Assert.Equal(("cafe-dan-kopi", null), (CategoryDesk.CodeFor("Café dan Kopi!"), CategoryDesk.CodeFor("…")));
    }

    [Theory, BothStores]
    public async Task The_archive_tells_every_appointment_and_delegation_with_its_letter(StoreProvider provider)
    {
        await using var room = await Office(provider);
        await room.Store.Write(async db => await DelegationDesk.Delegate(db, await room.Actor(db, "kadis"), new DelegationOrder(room.Id("kabid2"), ActingKind.Plt, "800/9", room.Now, room.Now.AddDays(2)), room.Now, cancel), cancel);
        await room.Store.Write(async db => await Personnel.Deactivate(db, await PeopleDesk.ById(db, room.Id("author"), cancel), await room.Actor(db, "portal"), room.Now, cancel), cancel);
        var archive = await room.Store.Read(db => AppointmentHistory.Read(db, cancel), cancel);
        Assert.Contains(archive, each => each is { Office: "Plt. Kepala Dinas", LetterNumber: "800/9", AppointedBy: "kadis", Name: "kabid2" });
        Assert.Contains(archive, each => each is { Office: "AdminSkpd", SkpdCode: "DISDIK", Name: "author", EndedBy: "portal", EndedAt: not null });
        Assert.Equal(9, archive.Count);
    }

    private static async Task<Newsroom> Office(StoreProvider provider)
    {
        var room = await Newsroom.Open(provider);
        await room.Join("portal", Role.AdminPortal);
        return room;
    }

    private static SkpdEntry Entry(string code, params (string Column, string Value)[] values) => new(code, [.. values.Select(value => (SkpdField.Of(value.Column)!, (string?)value.Value))]);

    private static Task<IReadOnlyList<SkpdChange>?> Apply(Newsroom room, string by, IReadOnlyCollection<SkpdEntry> entries)
        => room.Store.Write(async db => await SkpdDesk.Apply(db, entries, await room.Actor(db, by), room.Now, cancel), cancel);

    private static Task<List<(string, bool, bool)>> Missing(Newsroom room)
        => room.Store.Read(async db => (await SkpdDesk.WithoutAdmin(db, room.Now, cancel)).Select(each => (each.Skpd.Code, each.HadOne, each.Invitation is not null)).ToList(), cancel);
}
