using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Cards;

/// <summary>What an act on one edition means beyond it: for the item's other editions and their cards, for who asked for a correction, for a look that was owed.</summary>
public sealed class Aftermath(CardDesk cards, SecondLook look, OfficeProfile office)
{
    private static readonly string[] requests = [nameof(Act.RequestCorrection), nameof(Act.RequestRetraction)];

    /// <param name="actorChat">Where the act came from; told there already.</param>
    public async Task Follow(NewsroomDb db, OutboxWriter outbox, Edition edition, Outcome.Moved moved, long? actorChat, DateTimeOffset now, CancellationToken cancel)
    {
        var publishes = moved.To == EditionState.Published && moved.From != EditionState.Published;
        var retracts = moved.To == EditionState.Retracted && moved.From != EditionState.Retracted;
        if (moved.Act == Act.Confirm || retracts) await look.Settle(db, outbox, edition, moved, now, cancel);
        if (!publishes && !retracts) return;

        List<Edition> touched = [];
        foreach (var other in edition.Item!.Editions.Where(other => other.Id != edition.Id).ToList())
        {
            if (publishes && other.State is EditionState.Superseded or EditionState.Retracted) await look.Settle(db, outbox, other, moved, now, cancel);
            if (other.ChangedAt != now || other.State is not (EditionState.Superseded or EditionState.Withdrawn)) continue;
            if (other.CurrentHash is not null)
            {
                await db.Entry(other).Collection(each => each.Revisions).LoadAsync(cancel);
                await cards.Update(db, outbox, other, now, cancel, actorChat);
            }
            if (other.State == EditionState.Withdrawn && other.AuthorChatId != actorChat) outbox.Send(other.AuthorChatId, new TextMessage(TerbitTeks.IkutDitarik(edition.Item.Number!)), Priority.Notice);
            if (other.State == EditionState.Superseded) touched.Add(other);
        }
        if (retracts) touched.Add(edition);
        await TellRequesters(db, outbox, edition, moved, touched, actorChat, cancel);
    }

    /// <summary>The urgent card of the Kadis, and of whoever acts for him.</summary>
    public async Task TellRequest(NewsroomDb db, OutboxWriter outbox, Edition edition, Outcome.Moved moved, string reason, long actorChat, DateTimeOffset now, CancellationToken cancel)
    {
        var seen = CardText.Seen(edition);
        var keys = Keyboard.OneRow(new Key("Cabut", new ActButton(Act.Retract, edition.Id, seen).Pack(), style: KeyStyle.Danger), new Key("Buat koreksi", new ActButton(Act.Revise, edition.Id, seen).Pack()));
        var text = TerbitTeks.Diminta(edition, moved.Act, reason, Jabatan.Oleh(moved.ActorName, moved.Capacity), office.LinkTo(edition.Item!.Number!, edition.Item.Slug!));
        foreach (var kadis in (await PeopleDesk.Holders(db, Role.Kadis, null, now, cancel)).Where(kadis => kadis.Reachable && kadis.ChatUserId != actorChat))
            await outbox.Replace(kadis.ChatUserId!.Value, SlotOf(edition), new TextMessage(text, keys) { Urgent = true }, Priority.Notice);
    }

    private async Task TellRequesters(NewsroomDb db, OutboxWriter outbox, Edition edition, Outcome.Moved moved, List<Edition> touched, long? actorChat, CancellationToken cancel)
    {
        var ids = touched.ConvertAll(each => (long?)each.Id);
        var asked = await db.AuditEvents.Where(row => row.ItemId == edition.ItemId && ids.Contains(row.EditionId) && requests.Contains(row.Act) && row.ActorId != null).Select(row => row.ActorId!.Value).Distinct().ToListAsync(cancel);
        foreach (var id in asked)
            if (await PeopleDesk.ById(db, id, cancel) is { ChatUserId: { } chat, Reachable: true } && chat != actorChat && chat != edition.AuthorChatId)
                outbox.Send(chat, new TextMessage(TerbitTeks.HasilPermintaan(edition, moved, office.LinkTo(edition.Item!.Number!, edition.Item.Slug!))), Priority.Notice);
        foreach (var slot in touched.Select(SlotOf).ToList())
            foreach (var chat in await db.Posted.Where(row => row.Slot == slot).Select(row => row.ChatId).Distinct().ToListAsync(cancel))
                await outbox.ClearKeys(chat, slot, Priority.Card);
    }

    private static string SlotOf(Edition edition) => $"request:{edition.Id}";
}
