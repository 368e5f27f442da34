using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Posting;

/// <summary>Wednesday 09:00 has come, and the reminders are on their way.</summary>
public sealed class Between_trigger_and_sending
{
    private static readonly DateTimeOffset wednesday = new(2026, 11, 18, 9, 0, 0, TimeSpan.FromHours(7));

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_meets_the_rule_before_his_turn_is_left_alone()
    {
        await using var office = await Office();
        // Killed at the first reminder: the stage has planned both.
        Assert.False(await office.Round(killedAt: 2));
        await office.Sends("DISDIK");
        Assert.True(await office.Round());
        Assert.Equal(["DINKES Done", "DISDIK Skipped Tidak perlu lagi: SKPD sudah memenuhi atau tidak lagi wajib pekan ini."], await Notices(office));
        Assert.Equal(1, await office.Store.Read(db => db.ToSend.CountAsync(cancel), cancel));
    }

    [Fact]
    public async Task Who_meets_the_rule_while_it_waits_for_Telegram_is_left_alone_too()
    {
        await using var office = await Office();
        Assert.True(await office.Round());
        Assert.Equal(["DINKES Done", "DISDIK Done"], await Notices(office));
        await office.Sends("DISDIK");
        await office.TakesBack("DISDIK");
        Assert.Equal(["DINKES Done", "DISDIK Skipped Tidak perlu lagi: SKPD mengirim berita sebelum pengingat ini terkirim."], await Notices(office));
        Assert.Equal([(ToSendState.Waiting, "DINKES"), (ToSendState.Void, "DISDIK")],
            (await office.Store.Read(db => db.ToSend.OrderBy(row => row.Key).ToListAsync(cancel), cancel)).Select(row => (row.State, row.Key!.Split(':')[3])));
        // And it stays so.
        Assert.True(await office.Round());
        Assert.Equal(2, (await Notices(office)).Count);
    }

    [Fact]
    public async Task Who_no_longer_holds_the_role_hears_nothing()
    {
        await using var office = await Office();
        Assert.False(await office.Round(killedAt: 2));
        await office.Store.Write(async db =>
        {
            foreach (var held in await db.Appointments.Where(held => held.SkpdCode == "DISDIK").ToListAsync(cancel)) await PeopleDesk.Revoke(db, held, null, office.Now, cancel);
        }, cancel);
        Assert.True(await office.Round());
        Assert.Contains("DISDIK Skipped Penerimanya tidak lagi memegang jabatan itu.", await Notices(office));
    }

    private static async Task<SimulatedOffice> Office()
    {
        var office = await SimulatedOffice.Open(wednesday.AddDays(-20));
        foreach (var skpd in new[] { "DISDIK", "DINKES" })
        {
            await office.Found(skpd, exempt: false);
            await office.Join(Role.AdminSkpd, skpd);
        }
        office.Now = wednesday.AddHours(-1);
        Assert.True(await office.Round());
        office.Now = wednesday;
        return office;
    }

    private static async Task<List<string>> Notices(SimulatedOffice office)
        => [.. (await office.Store.Read(db => db.Due.Where(row => row.Kind == "posting-notice").OrderBy(row => row.Subject).ToListAsync(cancel), cancel)).Select(row => $"{row.Subject} {row.State} {row.Reason}".TrimEnd())];
}
