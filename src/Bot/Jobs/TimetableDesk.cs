using System.Globalization;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace KominfoBot.Bot.Jobs;

/// <summary>
/// Keeps the next occurrence of each timetable in the table of due things, so that what passes while the program is down is found at its start. Of several
/// that were missed the last one counts; a changed schedule takes back what the old one had planned.
/// </summary>
public sealed class TimetableDesk(WorkingCalendar calendar, IEnumerable<Timetable> timetables)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>No office looks back further.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(400);

    private readonly (Timetable Table, CronExpression Cron)[] schedules =
        [.. timetables.Where(table => !string.IsNullOrWhiteSpace(table.Cron)).Select(table => (table, new CronExpression(table.Cron, calendar.Office.Zone)))];

    /// <summary>The instant that an occurrence stands for; its <see cref="DueRow.DueAt"/> may be a later working day's.</summary>
    public static DateTimeOffset OccurrenceOf(DueRow row) => Read(row.Subject);

    /// <summary>Plans what is missing. Does nothing when all is planned.</summary>
    public async Task Plan(NewsroomDb db, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var (table, cron) in schedules)
        {
            var known = await db.Due.AsNoTracking().Where(row => row.Kind == table.Kind).OrderByDescending(row => row.DueAt).Take(20).ToListAsync(cancel);
            var last = known.Count == 0 ? now : known.Max(OccurrenceOf);
            var next = Next(table, cron, now);

            var missed = Missed(table, cron, last, now);
            if (missed.Count > 0 && !table.EachCounts)
            {
                foreach (var row in known.Where(row => row.State == DueState.Waiting && OccurrenceOf(row) < missed[^1]))
                    await DueDesk.Skip(db, row.Key, "Terlewat; jadwal yang lebih baru menggantikannya.", now, cancel);
                missed = [missed[^1]];
            }
            foreach (var occurrence in missed) await PlanOne(db, table, occurrence, now, cancel);
            // A holiday may have been added since they were planned.
            if (table.OnClosedDays == OnClosedDays.NextWorkingDay)
                foreach (var row in known.Where(row => row is { State: DueState.Waiting, Attempts: 0 } && row.TryAt == row.DueAt && OccurrenceOf(row) <= now))
                    await PlanOne(db, table, OccurrenceOf(row), now, cancel);
            foreach (var row in known.Where(row => row.State == DueState.Waiting && OccurrenceOf(row) > now && OccurrenceOf(row) != next))
                await DueDesk.Cancel(db, row.Key, now, cancel);
            if (next is { } coming) await PlanOne(db, table, coming, now, cancel);
        }
    }

    private async Task PlanOne(NewsroomDb db, Timetable table, DateTimeOffset occurrence, DateTimeOffset now, CancellationToken cancel)
    {
        var subject = occurrence.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
        await DueDesk.Plan(db, $"{table.Kind}:{subject}", table.Kind, subject, Shifted(table, occurrence), null, now, cancel);
    }

    /// <summary>The occurrences after the last known one that are not after now; without <see cref="Timetable.EachCounts"/> only the last of them.</summary>
    private List<DateTimeOffset> Missed(Timetable table, CronExpression cron, DateTimeOffset last, DateTimeOffset now)
    {
        List<DateTimeOffset> missed = [];
        for (var at = Next(table, cron, last > now - Memory ? last : now - Memory); at <= now; at = Next(table, cron, at.Value))
        {
            if (!table.EachCounts) missed.Clear();
            missed.Add(at.Value);
        }
        return missed;
    }

    private DateTimeOffset? Next(Timetable table, CronExpression cron, DateTimeOffset after)
    {
        var limit = after + Memory;
        for (var next = cron.GetNextValidTimeAfter(after); next is not null; next = cron.GetNextValidTimeAfter(next.Value))
        {
            if (table.OnClosedDays != OnClosedDays.Skip || calendar.IsWorkingDay(calendar.Office.Today(next.Value))) return next;
            // Every occurrence of more than a year falls on closed days: a schedule for Sundays, say.
            if (next > limit) return null;
        }
        return null;
    }

    private DateTimeOffset Shifted(Timetable table, DateTimeOffset occurrence)
    {
        var date = calendar.Office.Today(occurrence);
        if (table.OnClosedDays != OnClosedDays.NextWorkingDay || calendar.IsWorkingDay(date)) return occurrence;
        return calendar.Office.At(calendar.NextWorkingDay(date), TimeOnly.FromDateTime(calendar.Office.Local(occurrence).DateTime));
    }

    private static DateTimeOffset Read(string subject) => DateTimeOffset.ParseExact(subject, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
