using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Cards;

/// <summary>What an act on one edition means beyond it: for the item's other editions and their cards, for who asked for a correction, for a look that was owed.</summary>
public sealed class Aftermath(CardDesk cards, SecondLook look, Requests requests)
{
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
            if (other.State == EditionState.Withdrawn && other.AuthorChatId != actorChat) outbox.Send(other.AuthorChatId, new TextMessage(TerbitTeks.IkutDitarik(edition.Item.Number!)), Priority.Notice, again: true);
            if (other.State == EditionState.Superseded) touched.Add(other);
        }
        if (retracts) touched.Add(edition);
        await requests.TellOutcome(db, outbox, edition, moved, touched, actorChat, now, cancel);
    }

    /// <summary>A draft was taken over: who began it hears, and its cards, if it ever had some, say so.</summary>
    public async Task TellTakenOver(NewsroomDb db, OutboxWriter outbox, Edition left, Outcome.Moved moved, long actorChat, DateTimeOffset now, CancellationToken cancel)
    {
        if (left.CurrentHash is not null)
        {
            await db.Entry(left).Collection(each => each.Revisions).LoadAsync(cancel);
            await cards.Update(db, outbox, left, now, cancel, actorChat);
        }
        if (left.AuthorChatId != actorChat) outbox.Send(left.AuthorChatId, new TextMessage(TerbitTeks.KoreksiDiambilAlih(left.Item!.Number!, Jabatan.Oleh(moved.ActorName, moved.Capacity))), Priority.Notice, again: true);
    }
}
