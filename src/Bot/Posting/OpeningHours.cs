using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Due;

namespace KominfoBot.Bot.Posting;

/// <summary>Nobody is reminded on a holiday or outside the office's hours, whatever a late start or a busy machine would make of it.</summary>
public static class OpeningHours
{
    /// <summary>What becomes of a notice at this instant; null: it may go out.</summary>
    /// <param name="usefulUntil">From then on nobody needs it.</param>
    public static Settlement? Rules(WorkingCalendar calendar, DateTimeOffset now, DateTimeOffset usefulUntil)
    {
        if (now >= usefulUntil) return Settlement.Skip("Terlewat: pekannya sudah berakhir sebelum sempat dikirim.");
        if (calendar.IsOfficeHour(now)) return null;
        var opens = NextOpening(calendar, now);
        return opens < usefulUntil ? Settlement.Later(opens) : Settlement.Skip("Terlewat: sampai pekannya berakhir tidak ada lagi jam kerja.");
    }

    private static DateTimeOffset NextOpening(WorkingCalendar calendar, DateTimeOffset now)
    {
        for (var date = calendar.WorkingDayFrom(calendar.Office.Today(now)); ; date = calendar.NextWorkingDay(date))
            if (calendar.Span(date) is var (opens, _) && opens > now)
                return opens;
    }
}
