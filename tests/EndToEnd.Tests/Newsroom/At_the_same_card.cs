using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>Several reviewers, or the wrong person, at one card (C1, C2, fact 4).</summary>
public sealed class At_the_same_card
{
    private static readonly Sample item = new(300);

    [Theory, BothStores]
    public async Task Two_Kabid_press_at_the_same_instant_and_one_of_them_acts(StoreProvider provider)
    {
        await using var office = await Office.Staffed(provider);
        await office.Invite(Office.SecondKabid, "Kabid");
        await office.Submit(Office.Author, item);
        SandboxPhone[] both = [Office.Kabid, Office.SecondKabid];
        foreach (var kabid in both) await office.Sees(kabid, "Setujui", text: item.Title);

        office.Telegram.HoldUpdates();
        var presses = both.Select(kabid => office.PressAndHear(kabid, "Setujui", item.Title)).ToList();
        office.Telegram.ReleaseUpdates();
        var answers = await Task.WhenAll(presses);

        var loser = Array.FindIndex(answers, answer => answer.IsAlert);
        Assert.NotEqual(-1, loser);
        Assert.False(answers[1 - loser].IsAlert);
        Assert.Contains(both[1 - loser].Name, answers[loser].Text, StringComparison.Ordinal);
        await office.Sees(Office.Kadis, "Setujui", text: item.Title);
        await office.Rests();
        Assert.Single(await office.Acts(), act => act == "Endorse");
        foreach (var kabid in both) Assert.DoesNotContain(office.Telegram.History(kabid.TelegramId).SelectMany(message => message.AllButtons), button => button.Text == "Setujui");
        await office.IsInOrder(acts: 0);
    }

    [Fact]
    public async Task A_press_without_the_right_or_from_another_chat_changes_nothing()
    {
        await using var office = await Office.Staffed();
        await office.Submit(Office.Author, item);
        var data = (await office.Sees(Office.Kabid, "Setujui", text: item.Title)).AllButtons.Single(button => button.Text == "Setujui").Data!;
        var before = await office.Acts();

        foreach (var stranger in (SandboxPhone[])[Office.Author, Office.Owner, Office.Kadis, Office.SecondKabid])
        {
            var somewhere = office.Telegram.Say(stranger.TelegramId, "/bantuan");
            var answer = await office.Telegram.PressDataAsync(stranger.TelegramId, somewhere.Id, data, Office.Patience, TestContext.Current.CancellationToken);
            Assert.True(answer.IsAlert, $"{stranger.Label}: {answer}");
            Assert.False(string.IsNullOrWhiteSpace(answer.Text));
        }

        await office.Rests();
        Assert.Equal(before, await office.Acts());
        await office.IsInOrder(acts: 0);
    }
}
