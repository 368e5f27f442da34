using KominfoBot.Bot.Office;
using KominfoBot.Bot.Papers;
using KominfoBot.Testing;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Papers;

public sealed class Letterhead_and_signer
{
    private static readonly OfficeOptions office = new() { Name = "Kota Contoh", Agency = "Dinas Kominfo Contoh" };
    private static readonly DateTimeOffset now = new(2026, 11, 26, 1, 0, 0, TimeSpan.Zero);

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task The_Kadis_signs_and_who_acts_for_him_while_he_acts(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        Assert.Equal(new Signer("Kepala Dinas Kominfo Contoh", null, null), await Signer(at, now));
        await at.Store.Write(async db =>
        {
            await PeopleDesk.Bind(db, 1, "Joni", Role.Kadis, null, now, cancel);
            await PeopleDesk.Bind(db, 2, "Yeni", Role.Kabid, null, now, cancel);
        }, cancel);
        await at.Store.Write(async db =>
        {
            var (joni, yeni) = ((await PeopleDesk.Find(db, 1, cancel))!, (await PeopleDesk.Find(db, 2, cancel))!);
            (joni.OfficialName, joni.Nip, yeni.OfficialName) = ("Drs. Joni Amir", "196801011990031001", "Yeni Safitri, S.Sos.");
            await DelegationDesk.Delegate(db, Actor.Of(joni, now), new DelegationOrder(yeni.Id, ActingKind.Plh, "800/1/2026", now.AddDays(1), now.AddDays(3)), now, cancel);
        }, cancel);
        Assert.Equal(new Signer("Kepala Dinas Kominfo Contoh", "Drs. Joni Amir", "196801011990031001"), await Signer(at, now));
        Assert.Equal(new Signer("Plh. Kepala Dinas Kominfo Contoh", "Yeni Safitri, S.Sos.", null), await Signer(at, now.AddDays(2)));
        Assert.Equal("Drs. Joni Amir", (await Signer(at, now.AddDays(4))).Name);
    }

    [Theory, BothStores]
    public async Task The_letterhead_takes_what_the_register_has_of_the_office_itself(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        Assert.Equal(new Letterhead("Kota Contoh", "Dinas Kominfo Contoh", "berita.contoh.go.id"), await Letterhead(at));
        await at.Store.Write(async db =>
        {
            if (await db.Skpds.FirstOrDefaultAsync(skpd => skpd.Name == office.Agency, cancel) is null)
                db.Skpds.Add(new Skpd { Code = "KOMINFO-CONTOH", Name = office.Agency, ShortName = "Kominfo", Address = "Jalan Contoh 1", Phone = "(0752) 1", SiteUrl = "https://kominfo.contoh.go.id/" });
        }, cancel);
        Assert.Equal("Jalan Contoh 1 · Telepon (0752) 1 · kominfo.contoh.go.id", (await Letterhead(at)).Address);
    }

    private static Task<Signer> Signer(TestStore at, DateTimeOffset when) => at.Store.Read(db => Bot.Papers.Signer.Of(db, office, when, cancel), cancel);

    private static Task<Letterhead> Letterhead(TestStore at) => at.Store.Read(db => Bot.Papers.Letterhead.Of(db, office, "https://berita.contoh.go.id", cancel), cancel);
}
