using KominfoBot.Bot.Findings;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Cards;

/// <summary>What follows in a person's chat when roles begin or end: the menu of commands, cards that wait for the person now, and cards that do so no longer.</summary>
public sealed class RoleChange(NewsDesk desk, CardDesk cards, StartFindings findings)
{
    public async Task Apply(NewsroomDb db, OutboxWriter outbox, long memberId, DateTimeOffset now, CancellationToken cancel)
    {
        await findings.Tell(db, outbox, now, cancel);
        var member = await PeopleDesk.ById(db, memberId, cancel);
        if (member is not { ChatUserId: { } chat, Reachable: true }) return;
        var actor = Actor.Of(member, now);
        outbox.Send(chat, new CommandMenu(chat, actor.Roles.IsEmpty ? Perintah.Everyone : Perintah.For(actor)), Priority.Notice);

        var waiting = await cards.WaitingFor(db, actor, cancel);
        foreach (var (edition, step) in waiting)
            await cards.Show(db, outbox, edition, await cards.Facts(db, edition, cancel), step, member, now, renew: false, cancel);

        // A card that stays in the chat of somebody who may press it no longer loses its buttons.
        var mine = waiting.Select(each => each.Edition.Id).ToHashSet();
        foreach (var edition in await db.Editions.Include(edition => edition.Item).Where(edition => CardDesk.AtReviewers.Contains(edition.State)).ToListAsync(cancel))
            if (!mine.Contains(edition.Id) && desk.TurnOf(edition) is { } turn) await outbox.ClearKeys(chat, CardDesk.SlotOf(edition, turn.Role), Priority.Card);
    }
}
