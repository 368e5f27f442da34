using KominfoBot.Sandbox;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>A reviewer who cannot be reached delays nobody, and AdminPortal hears of it (T14).</summary>
public sealed class A_blocked_reviewer
{
    private static readonly Sample item = new(400);

    [Fact]
    public async Task Is_told_to_AdminPortal_when_Telegram_answers_403()
    {
        await using var office = await Office.Staffed();
        await office.Invite(Office.SecondKabid, "Kabid");
        office.Telegram.Plan(new Fault(FaultKind.Refuse) { Code = 403, Description = "Forbidden: bot was blocked by the user", ChatId = Office.Kabid.TelegramId, Times = 1000 });

        await office.Submit(Office.Author, item);
        await Goes_on_with_the_other_one(office);
    }

    [Fact]
    public async Task Is_told_to_AdminPortal_when_Telegram_says_so_by_itself()
    {
        await using var office = await Office.Staffed();
        await office.Invite(Office.SecondKabid, "Kabid");
        office.Telegram.Block(Office.Kabid.TelegramId);

        await office.Submit(Office.Author, item);
        await Goes_on_with_the_other_one(office);
    }

    [Fact]
    public async Task Finds_what_waits_when_he_comes_back()
    {
        await using var office = await Office.Staffed();
        office.Telegram.Block(Office.Kabid.TelegramId);
        await office.Submit(Office.Author, item);
        // Nobody else evaluates: the next one up hears that as well.
        await office.Hears(Office.Owner, Office.Kabid.Name);
        await office.Hears(Office.Kadis, "Tidak ada Kabid yang dapat dihubungi");

        office.Telegram.Unblock(Office.Kabid.TelegramId);
        office.Telegram.Say(Office.Kabid.TelegramId, "/start");

        await office.Approve(Office.Author, item);
        await office.Rests();
        await office.IsInOrder(acts: 1);
    }

    private static async Task Goes_on_with_the_other_one(Office office)
    {
        await office.Press(Office.SecondKabid, "Setujui", item.Title);
        await office.Press(Office.Kadis, "Setujui", item.Title);
        await office.Press(Office.Kadis, "Ya, terbitkan", item.Title);
        await office.ShowsPublished(item, photos: 1);
        await office.Hears(Office.Owner, Office.Kabid.Name);
        await office.Rests();
        await office.IsInOrder(acts: 1);
    }
}
