using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Conversations;
using KominfoBot.Bot.Jobs;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Waiting;

/// <summary>Twice on a working day: what waits for each reviewer, oldest first, each with a button. Nobody hears of nothing.</summary>
public sealed class Digest(CardDesk cards)
{
    public const string Morning = "digest-morning";
    public const string Noon = "digest-noon";

    private const int Listed = 8;

    /// <summary>Later than that it is no help any more: the next one comes.</summary>
    private static readonly TimeSpan Useful = TimeSpan.FromHours(2);

    public async Task<Settlement> CarryOut(DueWork work)
    {
        if (work.Now - work.Row.DueAt > Useful) return Settlement.Skip("Terlewat; yang menunggu tampil pada ringkasan berikutnya.");
        var told = false;
        foreach (var member in await Reviewers(work))
        {
            var waiting = await cards.WaitingFor(work.Db, Actor.Of(member, work.Now), work.Cancel);
            if (waiting.Count == 0) continue;
            told = true;
            var keys = Keyboard.Column([.. waiting.Take(Listed).Select(each => Opening(each.Edition, work.Now))]).Row(MenuKeys.Of("Antrean", MenuChoice.Queue));
            await work.Outbox.Replace(member.ChatUserId!.Value, "digest", new TextMessage(MenungguTeks.Ringkasan(waiting.Count, Listed), keys), Priority.Notice, string.Create(CultureInfo.InvariantCulture, $"{work.Row.Key}:{member.Id}"));
        }
        return told ? Settlement.Done : Settlement.Skip("Tidak ada yang menunggu.");
    }

    private static async Task<IEnumerable<Member>> Reviewers(DueWork work)
    {
        List<Member> reviewers = [];
        foreach (var role in (Role[])[Role.KepalaSkpd, Role.Anggota, Role.Kabid, Role.Kadis]) reviewers.AddRange(await PeopleDesk.Holders(work.Db, role, null, work.Now, work.Cancel));
        return reviewers.DistinctBy(member => member.Id);
    }

    private static Key Opening(Edition edition, DateTimeOffset now)
        => new(ChatText.Cut($"{edition.Item!.Number} · {MenungguTeks.Selama(now - edition.SubmittedAt!.Value)} · {NewsDesk.CurrentContent(edition).Title}", 60), new ViewButton(ViewChoice.Open, edition.Id).Pack());
}
