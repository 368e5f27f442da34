using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Jobs;

public sealed class The_head_of_the_audit_chain
{
    [Theory, Testing.BothStores]
    public async Task Is_posted_once_a_day_to_AdminPortal_and_Kadis_and_only_when_there_is_news(StoreProvider provider)
    {
        await using var office = await Rehearsal.Begin(provider, "--Jobs:AuditHead=0 0 16 * * ?");
        var head = await office.Read(db => db.AuditHeads.SingleAsync());

        await office.PassesBy(TimeSpan.FromDays(1));
        foreach (var person in new[] { office.Fajar, office.Joni }) person.HearsOnly("Kepala rantai audit", head.Hash);
        foreach (var person in new[] { office.Rina, office.Yeni, office.Desi }) person.HearsNothing();

        // Nothing happened, or it was only a restart.
        await office.PassesBy(TimeSpan.FromDays(1));
        await office.Restart();
        foreach (var person in new[] { office.Fajar, office.Joni }) person.HearsNothing();

        await office.Appoint(office.Yeni, Workflow.People.Role.AdminPortal);
        await office.PassesBy(TimeSpan.FromDays(1));
        foreach (var person in new[] { office.Fajar, office.Joni, office.Yeni }) person.HearsOnly("Kepala rantai audit");
    }
}
