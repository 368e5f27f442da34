using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Cards;

/// <summary>What follows in a person's chat when roles begin or end: the menu of commands, cards that wait for the person now, and cards that do so no longer.</summary>
public sealed class RoleChange(CardDesk cards)
{
    public async Task Apply(NewsroomDb db, OutboxWriter outbox, long memberId, DateTimeOffset now, CancellationToken cancel)
    {
        var member = await PeopleDesk.ById(db, memberId, cancel);
        if (member is not { ChatUserId: { } chat, Reachable: true }) return;
        var actor = Actor.Of(member, now);
        outbox.Send(chat, new CommandMenu(chat, actor.Roles.IsEmpty ? Perintah.Everyone : Perintah.For(actor)), Priority.Notice);

        var waiting = await CardDesk.WaitingFor(db, actor, cancel);
        foreach (var (edition, step) in waiting)
            await cards.Show(db, outbox, edition, await cards.Facts(db, edition, cancel), step, member, now, renew: false, cancel);

        // A card that stays in the chat of somebody who may press it no longer loses its buttons.
        var mine = waiting.Select(each => each.Edition.Id).ToHashSet();
        var states = Enum.GetValues<EditionState>().Where(state => CardDesk.StepOf(state) is not null).ToList();
        foreach (var edition in await db.Editions.Where(edition => states.Contains(edition.State)).ToListAsync(cancel))
            if (!mine.Contains(edition.Id) && CardDesk.StepOf(edition.State) is { } step) await outbox.ClearKeys(chat, CardDesk.SlotOf(edition, step), Priority.Card);
    }
}
