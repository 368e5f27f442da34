using System.Globalization;
using KominfoBot.Bot.Jobs;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Cards;

/// <summary>Publishes what was approved: at the time it was scheduled for, and when its photos are ready; what cannot be shown comes back with the reason.</summary>
public sealed class PhotoSettlement(NewsDesk desk, Announcer announcer, OfficeProfile office, TimeProvider clock)
{
    private static readonly Act?[] atOnce = [Act.Approve, Act.PublishUrgently, Act.PublishFix];

    /// <summary>How often an item whose time has come is looked at again while its photos are being made.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);

    public async Task Settled(NewsroomDb db, PhotoRow photo, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var outbox = new OutboxWriter(db, now);
        if (photo.State == PhotoState.Failed) await TellAuthors(db, outbox, photo, cancel);
        await db.SaveChangesAsync(cancel);
        await GoOn(db, outbox, now, cancel);
    }

    /// <summary>The time of a scheduled item has come. The database is the truth: it is looked at again here.</summary>
    public async Task<Settlement> CarryOut(DueWork work)
    {
        if (await NewsDesk.Open(work.Db, long.Parse(work.Row.Subject, CultureInfo.InvariantCulture), work.Cancel) is not { State: EditionState.Scheduled } edition || edition.DueAt > work.Now)
            return Settlement.Skip("Naskah tidak dijadwalkan lagi untuk waktu ini.");
        await GoOn(work.Db, work.Outbox, edition, work.Now, work.Cancel);
        // Its photos are not ready. Who makes them publishes it then; unless that machine's clock has not come to this instant yet.
        return edition.State == EditionState.Scheduled ? Settlement.Later(work.Now + Again) : Settlement.Done;
    }

    /// <summary>Every approved item that waits for its photos, all of them looked at anew under the item's lock: two photos of one item may be settled side by side.</summary>
    public async Task GoOn(NewsroomDb db, OutboxWriter outbox, DateTimeOffset now, CancellationToken cancel)
    {
        // What was approved for at once waits for nothing but its photos, whatever this machine's clock says of the instant of the approval.
        var waiting = await db.Editions.Where(edition => edition.State == EditionState.Scheduled && (edition.DueAt <= now || atOnce.Contains(edition.LastAct))).OrderBy(edition => edition.Id).Select(edition => edition.Id).ToListAsync(cancel);
        foreach (var id in waiting) await GoOn(db, outbox, (await NewsDesk.Open(db, id, cancel))!, now, cancel);
    }

    private async Task GoOn(NewsroomDb db, OutboxWriter outbox, Edition edition, DateTimeOffset now, CancellationToken cancel)
    {
        var hashes = NewsDesk.CurrentContent(edition).Photos.Select(each => each.Hash).ToList();
        var photos = await db.Photos.Where(row => hashes.Contains(row.Hash)).Select(row => new { row.Hash, row.State, row.Failure }).ToListAsync(cancel);
        var failed = photos.FirstOrDefault(row => row.State == PhotoState.Failed);
        var outcome = failed is not null ? await desk.FailScheduled(db, edition, $"foto {hashes.IndexOf(failed.Hash) + 1}: {failed.Failure}", now, cancel)
            : photos.All(row => row.State == PhotoState.Ready) ? await desk.PublishScheduled(db, edition, now, cancel) : null;
        if (outcome is Refusal.Blocked blocked) outcome = await desk.FailScheduled(db, edition, PenolakanTeks.Kalimat(blocked, office.Time, now), now, cancel);
        if (outcome is Outcome.Moved moved) await announcer.Tell(db, outbox, edition, moved, null, now, cancel);
    }

    /// <summary>The photo's sender hears of it by name while the text is still in his hands or under review.</summary>
    private static async Task TellAuthors(NewsroomDb db, OutboxWriter outbox, PhotoRow photo, CancellationToken cancel)
    {
        EditionState[] open = [EditionState.Draft, EditionState.Returned, EditionState.InReview, EditionState.Endorsed];
        var recent = await db.Editions.Include(edition => edition.Item).Where(edition => open.Contains(edition.State)).OrderByDescending(edition => edition.ChangedAt).Take(500).ToListAsync(cancel);
        foreach (var edition in recent)
        {
            if (edition.Draft.Photos.FirstOrDefault(each => each.Hash == photo.Hash) is not { } used) continue;
            outbox.Send(edition.AuthorChatId, new TextMessage(PengirimTeks.FotoGagal(used.Name, photo.Failure ?? "", edition.Item!.Number), ReplyTo: used.Source?.MessageId), Priority.Notice, key: $"photo-failed:{edition.Id}:{photo.Hash}");
        }
    }
}
