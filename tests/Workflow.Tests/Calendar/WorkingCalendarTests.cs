using System.Globalization;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Workflow.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly OfficeTime jakarta = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));

    private readonly WorkingCalendar calendar = new(jakarta, OfficeHours.Parse(OfficeHours.Default),
    [
        new(new DateOnly(2026, 12, 25), "Hari Raya Natal", HolidayKind.National),
        new(new DateOnly(2026, 12, 24), "Cuti Bersama Hari Raya Natal", HolidayKind.CollectiveLeave),
    ]);

    // 2026-11-20 is a Friday.
    [Theory]
    [InlineData("2026-11-20 15:00", 4, "2026-11-23 10:30")]
    [InlineData("2026-11-20 12:00", 4, "2026-11-20 16:00")]
    [InlineData("2026-11-20 16:00", 4, "2026-11-23 11:30")]
    [InlineData("2026-11-21 10:00", 1, "2026-11-23 08:30")]
    [InlineData("2026-11-23 05:00", 1, "2026-11-23 08:30")]
    [InlineData("2026-11-23 07:30", 8.5, "2026-11-23 16:00")]
    [InlineData("2026-11-23 07:30", 17, "2026-11-24 16:00")]
    [InlineData("2026-12-23 15:00", 2, "2026-12-28 08:30")]
    [InlineData("2026-11-21 10:00", 0, "2026-11-21 10:00")]
    public void A_limit_in_working_hours_ends(string from, double hours, string ends)
    {
        Assert.Equal(At(ends), calendar.AddWorkingTime(At(from), TimeSpan.FromHours(hours)));
        Assert.Equal(TimeSpan.FromHours(hours), calendar.WorkingTimeBetween(At(from), At(ends)));
    }

    [Theory]
    // In office hours: the same hour of the next working day.
    [InlineData("2026-11-19 10:00", "2026-11-20 10:00")]
    [InlineData("2026-11-20 15:59", "2026-11-23 15:59")]
    [InlineData("2026-12-23 10:00", "2026-12-28 10:00")]
    // While it is closed: the end of the working day that comes.
    [InlineData("2026-11-19 20:00", "2026-11-20 16:00")]
    [InlineData("2026-11-20 06:00", "2026-11-20 16:00")]
    [InlineData("2026-11-20 16:00", "2026-11-23 16:00")]
    [InlineData("2026-11-21 10:00", "2026-11-23 16:00")]
    public void One_working_day_later_is(string from, string ends) => Assert.Equal(At(ends), calendar.OneWorkingDayAfter(At(from)));

    [Theory]
    [InlineData("2026-11-20 07:29", false)]
    [InlineData("2026-11-20 07:30", true)]
    [InlineData("2026-11-20 15:59", true)]
    [InlineData("2026-11-20 16:00", false)]
    [InlineData("2026-11-21 09:00", false)]
    [InlineData("2026-12-24 09:00", false)]
    public void The_office_is_open(string at, bool open) => Assert.Equal(open, calendar.IsOfficeHour(At(at)));

    [Theory]
    [InlineData("2026-11-20 17:59", false)]
    [InlineData("2026-11-20 18:00", true)]
    [InlineData("2026-11-21 00:00", true)]
    [InlineData("2026-11-21 06:29", true)]
    [InlineData("2026-11-21 06:30", false)]
    public void Phones_stay_silent(string at, bool silent) => Assert.Equal(silent, calendar.IsQuiet(At(at)));

    [Fact]
    public void Quiet_hours_may_lie_within_a_day_or_not_be_at_all()
    {
        Assert.True(QuietHours.TryParse("12:00-13:00", out var noon));
        Assert.Equal((true, false, false), (noon.Contains(new(12, 0)), noon.Contains(new(13, 0)), noon.Contains(new(0, 0))));
        Assert.True(QuietHours.TryParse("00:00-00:00", out var never));
        Assert.False(never.Contains(new(0, 0)));
        Assert.False(QuietHours.TryParse("18.00-06.30", out _));
    }

    [Fact]
    public void The_next_working_day_jumps_over_weekend_and_holidays()
    {
        Assert.Equal(new DateOnly(2026, 12, 28), calendar.NextWorkingDay(new DateOnly(2026, 12, 23)));
        Assert.Equal(new DateOnly(2026, 12, 23), calendar.WorkingDayFrom(new DateOnly(2026, 12, 23)));
        Assert.Equal(new DateOnly(2026, 12, 28), calendar.WorkingDayFrom(new DateOnly(2026, 12, 24)));
    }

    [Fact]
    public void Working_days_of_a_week_are_counted()
    {
        Assert.Equal(5, calendar.WorkingDaysIn(new IsoWeek(2026, 47)));
        Assert.Equal(3, calendar.WorkingDaysIn(IsoWeek.Of(new DateOnly(2026, 12, 25))));
    }

    [Fact]
    public void It_says_which_years_it_knows() => Assert.Equal((true, false), (calendar.Knows(2026), calendar.Knows(2027)));

    [Fact]
    public void An_instant_may_come_in_any_offset()
        => Assert.Equal(calendar.AddWorkingTime(At("2026-11-20 15:00"), TimeSpan.FromHours(4)), calendar.AddWorkingTime(At("2026-11-20 15:00").ToUniversalTime(), TimeSpan.FromHours(4)));

    [Fact]
    public void A_day_whose_clocks_change_is_as_long_as_it_is()
    {
        var berlin = new WorkingCalendar(new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")), OfficeHours.Parse("Minggu 00:00-23:59"), []);
        Assert.Equal(new TimeSpan(22, 59, 0), Length(berlin, new DateOnly(2026, 3, 29)));
        Assert.Equal(new TimeSpan(24, 59, 0), Length(berlin, new DateOnly(2026, 10, 25)));

        static TimeSpan Length(WorkingCalendar calendar, DateOnly date) => calendar.Span(date) is var (opens, closes) ? closes - opens : default;
    }

    [Fact]
    public void A_time_that_is_skipped_or_shown_twice_has_one_instant()
    {
        var berlin = new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), berlin.At(new DateOnly(2026, 3, 29), new TimeOnly(2, 30)));
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), berlin.At(new DateOnly(2026, 10, 25), new TimeOnly(2, 30)));
    }

    [Fact]
    public void Weeks_are_numbered_as_the_standard_does()
    {
        Assert.Equal("2026-W47", IsoWeek.Of(new DateOnly(2026, 11, 22)).ToString());
        Assert.Equal("2026-W53", IsoWeek.Of(new DateOnly(2027, 1, 3)).ToString());
        Assert.Equal(new IsoWeek(2027, 1), new IsoWeek(2026, 53).Next);
        Assert.Equal(new IsoWeek(2026, 53), new IsoWeek(2027, 1).Previous);
        Assert.True(new IsoWeek(2026, 53) < new IsoWeek(2027, 1));
        Assert.Equal((new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 22)), (new IsoWeek(2026, 47).Monday, new IsoWeek(2026, 47).Sunday));
    }

    private static DateTimeOffset At(string local) => new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
