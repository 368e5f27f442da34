using KominfoBot.Bot.Jobs;
using KominfoBot.Bot.Outbox;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Posting;

/// <summary>It is a notice's turn: whether it is still true and useful is looked at now, in the transaction that queues it.</summary>
public sealed class NoticeSender(PostingTable table, StageRound rounds, NoticeWords words, Stages stages)
{
    public async Task<Settlement> CarryOut(DueWork work)
    {
        var (db, now, cancel) = (work.Db, work.Now, work.Cancel);
        var notice = Notice.Of(work.Row);
        var stage = stages[notice.Stage];
        var usefulUntil = stage.UsefulUntil(notice.Week, table.Calendar.Office);
        if (OpeningHours.Rules(table.Calendar, now, usefulUntil) is { } instead) return instead;
        if (await rounds.IsSuperseded(db, notice.Stage, notice.Week, now, cancel)) return Settlement.Skip(StageRound.Superseded);

        var member = await PeopleDesk.ById(db, notice.MemberId, cancel);
        if (member.ChatUserId is not { } chat || !Actor.Of(member, now).Roles.Any(held => IsFor(stage, notice, held))) return Settlement.Skip("Penerimanya tidak lagi memegang jabatan itu.");
        if (!member.Reachable) return Settlement.Skip("Penerimanya sedang tidak dapat dihubungi.");
        if (await words.For(db, notice, now, cancel) is not { } message) return Settlement.Skip("Tidak perlu lagi: SKPD sudah memenuhi atau tidak lagi wajib pekan ini.");
        work.Outbox.Send(chat, message, Priority.Notice, key: notice.Key, expires: usefulUntil);
        return Settlement.Done;
    }

    /// <summary>
    /// An SKPD has just sent something: what waits to be sent to its people and is no longer true is taken back, and its record says so. Part of the transaction
    /// of that sending.
    /// </summary>
    public async Task TakeBack(NewsroomDb db, string skpdCode, DateTimeOffset now, CancellationToken cancel)
    {
        // The item is judged as it is about to be stored.
        await db.SaveChangesAsync(cancel);
        var week = table.WeekAt(now);
        if (await table.WeekOf(db, skpdCode, week, now, cancel) is not { } standing) return;
        foreach (var stage in stages.All.Where(stage => stage is { LooksBack: false } && !StageRound.Concerns(stage.Name, standing)))
        {
            var prefix = Notice.Prefix(week, stage.Name, skpdCode);
            var keys = await db.ToSend.Where(row => row.State == ToSendState.Waiting && row.Key != null && row.Key.StartsWith(prefix)).Select(row => row.Key!).ToListAsync(cancel);
            foreach (var key in keys)
            {
                await db.ToSend.Where(row => row.Key == key && row.State == ToSendState.Waiting).ExecuteUpdateAsync(row => row.SetProperty(each => each.State, ToSendState.Void), cancel);
                await DueDesk.Unsay(db, key, "Tidak perlu lagi: SKPD mengirim berita sebelum pengingat ini terkirim.", now, cancel);
            }
        }
    }

    private static bool IsFor(Stage stage, Notice notice, HeldRole held)
        => notice.SkpdCode is { } skpd ? stage.OfSkpd.Contains(held.Role) && held.SkpdCode == skpd : stage.OfOffice.Contains(held.Role);
}
