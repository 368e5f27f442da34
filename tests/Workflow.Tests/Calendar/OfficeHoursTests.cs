using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Workflow.Tests.Calendar;

public sealed class OfficeHoursTests
{
    private static readonly DateOnly monday = new(2026, 2, 16);

    [Fact]
    public void Plain_hours_mean_Monday_to_Friday()
    {
        var hours = OfficeHours.Parse("07:30-16:00");
        Assert.All(Enumerable.Range(0, 5), day => Assert.Equal(Day("07:30", "16:00"), hours.On(monday.AddDays(day))));
        Assert.Null(hours.On(monday.AddDays(5)));
        Assert.Null(hours.On(monday.AddDays(6)));
    }

    [Theory]
    [InlineData("07:30-16:00; Jumat 07:30-16:30")]
    [InlineData("Senin-Kamis 07:30-16:00; Jumat 07:30-16:30")]
    [InlineData("senin,selasa,rabu,kamis 07:30-16:00;jum'at 07:30-16:30;")]
    [InlineData("Mon-Thu 07:30-16:00; Fri 07:30-16:30")]
    public void Friday_may_differ(string text)
    {
        var hours = OfficeHours.Parse(text);
        Assert.Equal(Day("07:30", "16:00"), hours.On(monday.AddDays(3)));
        Assert.Equal(Day("07:30", "16:30"), hours.On(monday.AddDays(4)));
        Assert.Null(hours.On(monday.AddDays(5)));
    }

    [Fact]
    public void Dates_override_weekdays_and_open_no_weekend()
    {
        // Ramadan, with its own Friday; New Year's Eve closed; one Saturday worked.
        var hours = OfficeHours.Parse("07:30-16:00; 2026-02-19/2026-03-19 08:00-15:00; 2026-02-19/2026-03-19 Jumat 08:00-15:30; 2026-12-31 tutup; 2026-11-21 08:00-12:00");
        Assert.Equal(Day("07:30", "16:00"), hours.On(new DateOnly(2026, 2, 18)));
        Assert.Equal(Day("08:00", "15:00"), hours.On(new DateOnly(2026, 2, 19)));
        Assert.Equal(Day("08:00", "15:30"), hours.On(new DateOnly(2026, 2, 20)));
        Assert.Null(hours.On(new DateOnly(2026, 2, 21)));
        Assert.Equal(Day("08:00", "15:00"), hours.On(new DateOnly(2026, 3, 19)));
        Assert.Equal(Day("07:30", "16:00"), hours.On(new DateOnly(2026, 3, 20)));
        Assert.Null(hours.On(new DateOnly(2026, 12, 31)));
        Assert.Equal(Day("08:00", "12:00"), hours.On(new DateOnly(2026, 11, 21)));
    }

    [Theory]
    [InlineData("", "sedikitnya satu hari")]
    [InlineData("16:00-07:30", "\"16:00-07:30\"")]
    [InlineData("7:30-16:00", "JJ:MM-JJ:MM")]
    [InlineData("07.30-16.00", "JJ:MM-JJ:MM")]
    [InlineData("07:30-16:00; Jum 07:30-16:30", "\"Jum 07:30-16:30\"")]
    [InlineData("07:30-16:00; 2026-2-19 08:00-15:00", "TTTT-BB-HH")]
    [InlineData("07:30-16:00; 2026-03-19/2026-02-19 08:00-15:00", "yang awal lebih dahulu")]
    [InlineData("07:30-16:00; 2026-02-30 tutup", "TTTT-BB-HH")]
    [InlineData("07:30-16:00; Senin-Minggu tutup", "sedikitnya satu hari")]
    [InlineData("2026-02-19 08:00-15:00", "sedikitnya satu hari")]
    [InlineData("07:30-16:00 sampai selesai", "satu aturan berbentuk")]
    public void What_is_not_understood_is_named(string text, string named)
        => Assert.Contains(named, Assert.Throws<FormatException>(() => OfficeHours.Parse(text)).Message, StringComparison.Ordinal);

    private static DayHours Day(string from, string until) => OfficeHours.TryHours($"{from}-{until}", out var hours) ? hours : throw new ArgumentException(from);
}
