using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Cards;

/// <summary>Somebody has blocked the bot: AdminPortal is told, and when a whole step has nobody left, the next one up as well (05-faults T14).</summary>
public sealed class UnreachableNotice(TimeProvider clock)
{
    public async Task Tell(NewsroomDb db, OutboxWriter outbox, long chatId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await PeopleDesk.Find(db, chatId, cancel) is not { } gone) return;
        var actor = Actor.Of(gone, now);
        HashSet<long> tell = [.. (await PeopleDesk.Holders(db, Role.AdminPortal, null, now, cancel)).Select(member => member.ChatUserId!.Value).Where(chat => chat != chatId)];
        var text = ObrolanTeks.TidakTerhubungi(gone.DisplayName, string.Join(", ", actor.Roles.Select(Jabatan.Nama)));
        foreach (var chat in tell) outbox.Send(chat, new TextMessage(text), Priority.Notice);

        foreach (var (step, state) in new[] { (Role.Kabid, EditionState.InReview), (Role.Kadis, EditionState.Endorsed) })
        {
            if (!actor.Holds(step) || (await PeopleDesk.Holders(db, step, null, now, cancel)).Any(member => member.Reachable && member.Id != gone.Id)) continue;
            var waiting = await db.Editions.CountAsync(edition => edition.State == state, cancel);
            HashSet<long> up = [.. tell, .. step == Role.Kabid ? (await PeopleDesk.Holders(db, Role.Kadis, null, now, cancel)).Select(member => member.ChatUserId!.Value) : []];
            foreach (var chat in up.Where(chat => chat != chatId)) outbox.Send(chat, new TextMessage(ObrolanTeks.TanpaPeninjau(Jabatan.Nama(step), waiting)), Priority.Notice);
        }
    }
}
