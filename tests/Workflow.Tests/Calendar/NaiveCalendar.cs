using System.Globalization;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Workflow.Tests.Calendar;

/// <summary>
/// A second way to the same answers: walks some weeks minute by minute, reads the office's clock, and remembers on which days it has shown the opening and
/// the closing hour. Slow and plain; whole minutes only.
/// </summary>
internal sealed class NaiveCalendar
{
    private readonly int[] workedBefore;

    public NaiveCalendar(TimeZoneInfo zone, DateTimeOffset start, int days, Func<DateOnly, (TimeSpan From, TimeSpan Until)?> hours)
    {
        Start = start;
        workedBefore = new int[(days * 24 * 60) + 1];
        Open = new bool[workedBefore.Length];
        HashSet<DateOnly> opened = [], closed = [];
        // Two days of run-up: the clock must have been seen to open.
        for (var minute = -2 * 24 * 60; minute < workedBefore.Length; minute++)
        {
            var reading = TimeZoneInfo.ConvertTime(start.AddMinutes(minute), zone).DateTime;
            var date = DateOnly.FromDateTime(reading);
            if (hours(date) is var (from, until))
            {
                if (reading.TimeOfDay >= from) opened.Add(date);
                if (reading.TimeOfDay >= until) closed.Add(date);
            }
            if (minute < 0) continue;
            Open[minute] = opened.Contains(date) && !closed.Contains(date);
            if (minute + 1 < workedBefore.Length) workedBefore[minute + 1] = workedBefore[minute] + (Open[minute] ? 1 : 0);
        }
    }

    public DateTimeOffset Start { get; }

    public bool[] Open { get; }

    public int Minutes => workedBefore.Length - 1;

    public int Between(int from, int until) => workedBefore[until] - workedBefore[from];

    /// <summary>The first minute by which that many minutes were worked; null when the walk ends before.</summary>
    public int? After(int from, int worked)
    {
        for (var minute = from; minute < workedBefore.Length; minute++)
            if (workedBefore[minute] - workedBefore[from] >= worked)
                return minute;
        return null;
    }
}

/// <summary>An office of a property: opening minute and length of its day by weekday, and holidays by day of the walk.</summary>
internal sealed record RandomOffice(int FirstDay, int[] OpensAt, int[] WorksFor, int[] ClosedDays)
{
    private static readonly string[] Names = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    public const int Days = 24;

    public DateOnly First => new DateOnly(2026, 1, 1).AddDays(FirstDay);

    public IEnumerable<Holiday> Holidays => ClosedDays.Select(day => new Holiday(First.AddDays(day), "Libur", HolidayKind.National));

    public (TimeSpan From, TimeSpan Until)? On(DateOnly date)
    {
        var day = (int)date.DayOfWeek;
        if (WorksFor[day] == 0 || ClosedDays.Contains(date.DayNumber - First.DayNumber)) return null;
        return (TimeSpan.FromMinutes(OpensAt[day]), TimeSpan.FromMinutes(Until(day)));
    }

    public string Text => string.Join("; ", Enumerable.Range(0, 7).Where(day => WorksFor[day] > 0)
        .Select(day => string.Create(CultureInfo.InvariantCulture, $"{Names[day]} {Clock(OpensAt[day])}-{Clock(Until(day))}")));

    private int Until(int day) => Math.Min(OpensAt[day] + WorksFor[day], (24 * 60) - 1);

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
