using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
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

    public async Task<Settlement> CarryOut(DueWork work)
    {
        var (db, now, cancel) = (work.Db, work.Now, work.Cancel);
        var until = TimetableDesk.OccurrenceOf(work.Row);
        var from = until - TimeSpan.FromDays(7);
        var used = await db.Editions.Include(edition => edition.Item)
            .Where(edition => edition.Lane != Lane.Ordinary && edition.ApprovedById != null && edition.ApprovedAt >= from && edition.ApprovedAt < until)
            .OrderBy(edition => edition.ApprovedAt).ToListAsync(cancel);
        if (used.Count == 0) return Settlement.Skip("Tidak ada jalur khusus yang dipakai pekan itu.");

        List<string> lines = [];
        foreach (var edition in used)
        {
            var by = (await PeopleDesk.ById(db, edition.ApprovedById!.Value, cancel)).DisplayName;
            var owed = edition.LookOwedSince is null ? "" : ", belum diperiksa orang kedua";
            lines.Add($"{edition.Item!.Number} · {TerbitTeks.Jalur(edition.Lane)} · {by} · {calendar.Office.Tanggal(edition.ApprovedAt!.Value)}{owed}");
        }
        var text = TerbitTeks.LaporanJalur(Saat.Pendek(calendar.Office.Today(from)), Saat.Pendek(calendar.Office.LastDay(until)), lines);
        List<Member> told = [.. await PeopleDesk.Holders(db, Role.Kadis, null, now, cancel), .. await PeopleDesk.Holders(db, Role.AdminPortal, null, now, cancel)];
        foreach (var member in told.DistinctBy(member => member.Id).Where(member => member.Reachable))
            work.Outbox.Send(member.ChatUserId!.Value, new TextMessage(text), Priority.Notice, key: $"{work.Row.Key}:{member.Id}");
        return Settlement.Done;
    }
}
