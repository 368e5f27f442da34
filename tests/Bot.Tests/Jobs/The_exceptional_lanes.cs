using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Jobs;

public sealed class The_exceptional_lanes
{
    [Theory, Testing.BothStores]
    public async Task Are_listed_every_week_to_Kadis_and_AdminPortal_and_a_week_without_is_left_out(StoreProvider provider)
    {
        await using var office = await Rehearsal.Begin(provider, "--Jobs:LaneReport=0 0 12 ? * *");
        var number = await office.Rina.Submits();
        await office.Yeni.Taps("Lainnya");
        await office.Yeni.Taps("Terbitkan serta-merta");
        await office.Yeni.Says("Banjir bandang.");
        await office.Yeni.Taps("Ya, terbitkan");
        await office.Joni.Taps("Benarkan");
        foreach (var person in new[] { office.Fajar, office.Joni, office.Yeni, office.Rina }) person.Forgets();

        await office.PassesBy(TimeSpan.FromDays(5));
        foreach (var person in new[] { office.Fajar, office.Joni }) person.Hears("Jalur khusus", number, "serta-merta", "Yeni Safitri");
        foreach (var person in new[] { office.Yeni, office.Rina }) person.HearsNothing();
        await office.PassesBy(TimeSpan.FromDays(15));
        foreach (var person in new[] { office.Fajar, office.Joni }) person.HearsNothing();
    }
}
