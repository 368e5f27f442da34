using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Findings;

/// <summary>Without the year's holidays every weekday counts as a working day.</summary>
public static class UnknownHolidays
{
    public static Task<string?> Find(IServiceProvider services, NewsroomDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var calendar = services.GetRequiredService<WorkingCalendar>();
        var year = calendar.Office.Today(now).Year;
        return Task.FromResult(calendar.Knows(year) ? null : TemuanMulaiTeks.TanpaLibur(year));
    }
}
