using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Calendar;

/// <summary>The office's holidays in the store, inside the caller's transaction. Every change by chat is an audit event.</summary>
public static class HolidayDesk
{
    /// <summary>What the calendar is made of.</summary>
    public static async Task<IReadOnlyList<Holiday>> Load(NewsroomDb db, CancellationToken cancel)
        => [.. (await db.Holidays.AsNoTracking().Where(row => !row.Removed).OrderBy(row => row.Date).ThenBy(row => row.Id).ToListAsync(cancel)).Select(row => row.Holiday)];

    /// <summary>Makes every year of the file that nobody has changed by chat what the file says.</summary>
    public static async Task Seed(NewsroomDb db, IReadOnlyList<Holiday> file, DateTimeOffset now, CancellationToken cancel)
    {
        await db.LockHolidays(cancel);
        var rows = await db.Holidays.ToListAsync(cancel);
        var own = rows.Where(row => row.ByChat).Select(row => row.Date.Year).ToHashSet();
        foreach (var year in file.GroupBy(holiday => holiday.Date.Year).Where(year => !own.Contains(year.Key)))
        {
            var present = rows.Where(row => row.Date.Year == year.Key).ToList();
            db.Holidays.RemoveRange(present.Where(row => !year.Contains(row.Holiday)));
            db.Holidays.AddRange(year.Except(present.Select(row => row.Holiday)).Select(holiday => Row(holiday, null, now)));
        }
    }

    /// <summary>Adds a day.</summary>
    /// <returns>False when that day is there under that name.</returns>
    public static async Task<bool> Add(NewsroomDb db, Holiday holiday, long byMemberId, string byName, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Holidays.AnyAsync(row => row.Date == holiday.Date && row.Name == holiday.Name && !row.Removed, cancel)) return false;
        db.Holidays.Add(Row(holiday, byMemberId, now));
        await Audit(db, "AddHoliday", $"{holiday.Date:yyyy-MM-dd} {holiday.Name}", byMemberId, byName, now, cancel);
        return true;
    }

    /// <summary>Takes a day out.</summary>
    /// <returns>The day; null when it is not there any more.</returns>
    public static async Task<Holiday?> Remove(NewsroomDb db, long id, long byMemberId, string byName, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Holidays.FindAsync([id], cancel) is not { Removed: false } row) return null;
        (row.Removed, row.RemovedById, row.ChangedAt) = (true, byMemberId, now);
        await Audit(db, "RemoveHoliday", $"{row.Date:yyyy-MM-dd} {row.Name}", byMemberId, byName, now, cancel);
        return row.Holiday;
    }

    /// <summary>Takes a list for all years that it names; what those years had before goes, but for the office's own closings.</summary>
    public static async Task Import(NewsroomDb db, IReadOnlyList<Holiday> list, long byMemberId, string byName, DateTimeOffset now, CancellationToken cancel)
    {
        var years = list.Select(holiday => holiday.Date.Year).ToHashSet();
        var present = (await db.Holidays.Where(row => !row.Removed).ToListAsync(cancel)).Where(row => years.Contains(row.Date.Year)).ToList();
        foreach (var row in present.Where(row => row.Kind != HolidayKind.OfficeClosing && !list.Contains(row.Holiday))) (row.Removed, row.RemovedById, row.ChangedAt) = (true, byMemberId, now);
        db.Holidays.AddRange(list.Except(present.Where(row => !row.Removed).Select(row => row.Holiday)).Select(holiday => Row(holiday, byMemberId, now)));
        await Audit(db, "ImportHolidays", $"{string.Join(", ", years.Order())}: {list.Count} hari", byMemberId, byName, now, cancel);
    }

    private static HolidayRow Row(Holiday holiday, long? byMemberId, DateTimeOffset now)
        => new() { Date = holiday.Date, Name = holiday.Name, Kind = holiday.Kind, Provisional = holiday.Provisional, AddedById = byMemberId, ChangedAt = now };

    private static Task<AuditEvent> Audit(NewsroomDb db, string act, string detail, long byMemberId, string byName, DateTimeOffset now, CancellationToken cancel)
        => AuditChain.Append(db, new AuditEntry(0, now, act, byMemberId, byName, "AdminPortal", Detail: detail), now, cancel);
}
