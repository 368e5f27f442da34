using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>The same update again has no second effect, and one whose number is lower than all before is handled (T1, T2).</summary>
public sealed class Updates_that_come_again
{
    private static readonly Sample item = new(500);

    [Theory, BothStores]
    public async Task Have_no_second_effect_also_after_a_restart(StoreProvider provider)
    {
        await using var office = await Office.Staffed(provider);
        await office.Submit(Office.Author, item);
        await office.Approve(Office.Author, item);
        await office.Rests();
        var (acts, sent, received) = (await office.Acts(), await office.Count("ToSend"), await office.Count("Received"));

        foreach (var update in office.Telegram.ConfirmedUpdates) Assert.True(office.Telegram.Redeliver(update));
        await office.Rests();
        await office.KillAndStart();
        foreach (var update in office.Telegram.ConfirmedUpdates.Distinct()) office.Telegram.Redeliver(update);
        await office.Rests();

        Assert.Equal(acts, await office.Acts());
        Assert.Equal((sent, received), (await office.Count("ToSend"), await office.Count("Received")));
        await office.IsInOrder(acts: 1);
    }

    [Theory, BothStores]
    public async Task Are_new_ones_when_only_the_number_is_lower_or_the_same(StoreProvider provider)
    {
        await using var office = await Office.Staffed(provider);
        var used = office.Telegram.ConfirmedUpdates.Max();

        office.Telegram.NumberUpdatesFrom(17);
        await office.SaysAndHears(Office.Author, "/status", "Belum ada naskah yang dikirim.");
        office.Telegram.NumberUpdatesFrom(17);
        await office.Submit(Office.Author, item);
        office.Telegram.NumberUpdatesFrom(used);
        await office.Approve(Office.Author, item);

        await office.Rests();
        await office.IsInOrder(acts: 1);
    }
}
