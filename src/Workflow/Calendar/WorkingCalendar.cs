using System.Collections.Frozen;

namespace KominfoBot.Workflow.Calendar;

/// <summary>
/// When the office works: its hours by weekday and date, its holidays, its time zone. A working day is open from the first instant at which its clocks show
/// the opening hour to the first at which they show the closing hour, so a day on which clocks change is as long as it really is.
/// </summary>
public sealed class WorkingCalendar
{
    private volatile FrozenDictionary<DateOnly, Holiday[]> holidays;

    /// <param name="holidays">One date may have several.</param>
    /// <param name="quiet">When nobody's phone should ring; null: 18:00 to 06:30.</param>
    public WorkingCalendar(OfficeTime office, OfficeHours hours, IEnumerable<Holiday> holidays, QuietHours? quiet = null)
    {
        Office = office;
        Hours = hours;
        Quiet = quiet ?? QuietHours.Default;
        this.holidays = ByDate(holidays);
    }

    /// <summary>Another list of holidays takes effect at once, for everybody who asks this calendar.</summary>
    public void Renew(IEnumerable<Holiday> list) => holidays = ByDate(list);

    public OfficeTime Office { get; }

    public OfficeHours Hours { get; }

    public QuietHours Quiet { get; }

    /// <summary>All holidays, earliest first.</summary>
    public IEnumerable<Holiday> Holidays => holidays.OrderBy(day => day.Key).SelectMany(day => day.Value);

    /// <summary>The holidays on a date; none on most.</summary>
    public IReadOnlyList<Holiday> HolidaysOn(DateOnly date) => holidays.GetValueOrDefault(date) ?? [];

    /// <summary>Whether the holidays of that year are known at all; without them every weekday looks like a working day.</summary>
    public bool Knows(int year) => holidays.Values.Any(day => day.Any(holiday => holiday.Date.Year == year && holiday.Kind != HolidayKind.OfficeClosing));

    /// <summary>The office's hours on that date; null when it is closed.</summary>
    public DayHours? HoursOn(DateOnly date) => holidays.ContainsKey(date) ? null : Hours.On(date);

    public bool IsWorkingDay(DateOnly date) => HoursOn(date) is not null;

    /// <summary>The first working day after that date.</summary>
    public DateOnly NextWorkingDay(DateOnly date) => WorkingDayFrom(date.AddDays(1));

    /// <summary>That date when it is a working day, else the next one.</summary>
    public DateOnly WorkingDayFrom(DateOnly date)
    {
        while (!IsWorkingDay(date)) date = date.AddDays(1);
        return date;
    }

    public int WorkingDaysIn(IsoWeek week) => week.Days.Count(IsWorkingDay);

    public bool IsOfficeHour(DateTimeOffset instant) => Span(Office.Today(instant)) is var (opens, closes) && opens <= instant && instant < closes;

    /// <summary>Whether a message at that instant should come without sound.</summary>
    public bool IsQuiet(DateTimeOffset instant) => Quiet.Contains(TimeOnly.FromDateTime(Office.Local(instant).DateTime));

    /// <summary>
    /// The first instant at which that much working time has passed: four hours from Friday 15:00 end on Monday at 10:30 (office hours 07:30 to 16:00).
    /// Nothing from <paramref name="from"/> is <paramref name="from"/> itself. The offset is the office's.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public DateTimeOffset AddWorkingTime(DateTimeOffset from, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        if (time == TimeSpan.Zero) return Office.Local(from);
        for (var date = Office.Today(from); ; date = NextWorkingDay(date))
        {
            if (Span(date) is not var (opens, closes) || closes <= from) continue;
            var begins = opens > from ? opens : from;
            if (closes - begins >= time) return Office.Local(begins + time);
            time -= closes - begins;
        }
    }

    /// <summary>
    /// One working day later: at the same hour of the next working day; what began while the office was closed has until the end of the working day that comes.
    /// </summary>
    public DateTimeOffset OneWorkingDayAfter(DateTimeOffset from)
    {
        var date = Office.Today(from);
        if (IsOfficeHour(from))
        {
            var (opens, closes) = Span(NextWorkingDay(date))!.Value;
            var same = Office.At(Office.Today(opens), TimeOnly.FromDateTime(Office.Local(from).DateTime));
            return same < opens ? opens : same > closes ? closes : same;
        }
        return Span(date) is var (_, end) && from < end ? end : Span(NextWorkingDay(date))!.Value.Closes;
    }

    /// <summary>How much working time lies between two instants; negative when the second comes first.</summary>
    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset until)
    {
        if (until < from) return -WorkingTimeBetween(until, from);
        var sum = TimeSpan.Zero;
        var last = Office.Today(until);
        for (var date = WorkingDayFrom(Office.Today(from)); date <= last; date = NextWorkingDay(date))
        {
            if (Span(date) is not var (opens, closes)) continue;
            var (begins, ends) = (opens > from ? opens : from, closes < until ? closes : until);
            if (ends > begins) sum += ends - begins;
        }
        return sum;
    }

    private static FrozenDictionary<DateOnly, Holiday[]> ByDate(IEnumerable<Holiday> list) => list.GroupBy(holiday => holiday.Date).ToFrozenDictionary(day => day.Key, day => day.ToArray());

    /// <summary>The instants between which the office is open on that date; null when it is closed.</summary>
    public (DateTimeOffset Opens, DateTimeOffset Closes)? Span(DateOnly date)
        => HoursOn(date) is { } hours ? (Office.At(date, hours.From), Office.At(date, hours.Until)) : null;
}
