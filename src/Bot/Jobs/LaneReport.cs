using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Jobs;

/// <summary>The week's uses of the three exceptional lanes, listed to Kadis and AdminPortal: who let what through, and when. A week without any is skipped.</summary>
public sealed class LaneReport(WorkingCalendar calendar)
{
    public const string Kind = "lane-report";

    private static readonly string[] acts = [nameof(Act.Approve), nameof(Act.Schedule), nameof(Act.PublishFix), nameof(Act.PublishUrgently), nameof(Act.PullNow)];

    public async Task<Settlement> CarryOut(DueWork work)
    {
        var (db, now, cancel) = (work.Db, work.Now, work.Cancel);
        var until = TimetableDesk.OccurrenceOf(work.Row);
        var from = until - TimeSpan.FromDays(7);
        // From the chain, so that each use counts, also those of editions that were replaced since.
        var rows = await db.AuditEvents.Where(row => row.At >= from && row.At < until && acts.Contains(row.Act)).OrderBy(row => row.Sequence).ToListAsync(cancel);
        var used = rows.Select(AuditChain.Read).Where(each => each.Lane is not null).ToList();
        if (used.Count == 0) return Settlement.Skip("Tidak ada jalur khusus yang dipakai pekan itu.");

        var owing = await db.Editions.Where(edition => edition.LookOwedSince != null).Select(edition => edition.ItemId).ToListAsync(cancel);
        var lines = used.ConvertAll(each => TerbitTeks.PemakaianJalur(each, calendar.Office.Tanggal(each.At), owing.Contains(each.ItemId!.Value)));
        var text = TerbitTeks.LaporanJalur(Saat.Pendek(calendar.Office.Today(from)), Saat.Pendek(calendar.Office.LastDay(until)), lines);
        List<Member> told = [.. await PeopleDesk.Holders(db, Role.Kadis, null, now, cancel), .. await PeopleDesk.Holders(db, Role.AdminPortal, null, now, cancel)];
        foreach (var member in told.DistinctBy(member => member.Id).Where(member => member.Reachable))
            work.Outbox.Send(member.ChatUserId!.Value, new TextMessage(text), Priority.Notice, key: $"{work.Row.Key}:{member.Id}");
        return Settlement.Done;
    }
}
