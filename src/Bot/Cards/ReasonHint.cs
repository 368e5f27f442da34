using System.Globalization;
using KominfoBot.Bot.Jobs;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Cards;

/// <summary>"… sedang menulis alasan" on the other reviewers' cards: goes with the act, with Kembali or /batal, and by itself when the writer has walked away.</summary>
public sealed class ReasonHint(NewsDesk desk, CardDesk cards)
{
    public const string Kind = "reason-hint";

    /// <summary>Longer than a reason takes to write, shorter than others wait for it.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <param name="chat">Of who writes.</param>
    public async Task Show(NewsroomDb db, OutboxWriter outbox, Edition edition, long chat, string name, DateTimeOffset now, CancellationToken cancel)
    {
        await cards.Hint(db, outbox, edition, chat, TinjauTeks.SedangMenulis(name), now, cancel);
        var subject = edition.Id.ToString(CultureInfo.InvariantCulture);
        await DueDesk.Plan(db, $"{Kind}:{subject}:{chat}:{now.ToUnixTimeMilliseconds()}", Kind, subject, now + Life, chat.ToString(CultureInfo.InvariantCulture), now, cancel);
    }

    /// <summary>Its time is over. A later hint about the same item stands on the cards instead of this one, and ends by itself.</summary>
    public async Task<Settlement> End(DueWork work)
    {
        var (db, row) = (work.Db, work.Row);
        if (await db.Due.AnyAsync(other => other.Kind == Kind && other.Subject == row.Subject && other.State == DueState.Waiting && other.DueAt > row.DueAt, work.Cancel))
            return Settlement.Skip("Ada yang mulai menulis sesudahnya.");
        var edition = await NewsDesk.Open(db, long.Parse(row.Subject, CultureInfo.InvariantCulture), work.Cancel);
        if (edition is null || desk.TurnOf(edition) is null) return Settlement.Skip("Naskahnya sudah diputuskan.");
        await cards.Hint(db, work.Outbox, edition, long.Parse(row.Payload!, CultureInfo.InvariantCulture), null, work.Now, work.Cancel);
        return Settlement.Done;
    }
}
