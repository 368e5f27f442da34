using FsCheck;
using FsCheck.Fluent;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Workflow.Tests.Calendar;

/// <summary>Against <see cref="NaiveCalendar"/>, in zones without clock changes and with them: by an hour at night, at midnight, by half an hour.</summary>
public sealed class WorkingTimeProperties
{
    private static readonly Gen<RandomOffice> offices =
        from first in Gen.Choose(0, 364)
        from opens in Gen.Choose(0, (23 * 60) + 30).ArrayOf(7)
        // Some weekdays are closed, but never all.
        from works in Gen.Frequency((3, Gen.Choose(1, 700)), (1, Gen.Constant(0))).ArrayOf(7).Where(week => week.Any(day => day > 0))
        from closed in Gen.Choose(0, RandomOffice.Days - 1).ListOf(3)
        select new RandomOffice(first, opens, works, [.. closed]);

    private static readonly Gen<(RandomOffice Office, int[] From, int[] Length)> cases =
        from office in offices
        from @from in Gen.Choose(0, (RandomOffice.Days * 24 * 60) - 1).ArrayOf(20)
        from length in Gen.Choose(0, 3000).ArrayOf(20)
        select (office, @from, length);

    [Theory]
    [InlineData("Asia/Jakarta", 0)]
    [InlineData("Asia/Jayapura", 0)]
    [InlineData("Europe/Berlin", 0)]
    // Around the days on which its clocks change, which random weeks would seldom meet.
    [InlineData("Europe/Berlin", 80)]
    [InlineData("Europe/Berlin", 290)]
    [InlineData("America/Santiago", 85)]
    [InlineData("America/Santiago", 240)]
    [InlineData("Australia/Lord_Howe", 85)]
    [InlineData("Australia/Lord_Howe", 270)]
    public void Counting_minutes_comes_to_the_same(string zoneName, int near)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40).WithQuietOnSuccess(true), Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var office = near == 0 ? one.Office : one.Office with { FirstDay = near - (one.Office.FirstDay % RandomOffice.Days) + 10 };
            var calendar = new WorkingCalendar(new OfficeTime(zone), OfficeHours.Parse(office.Text), office.Holidays);
            var naive = new NaiveCalendar(zone, new DateTimeOffset(office.First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), RandomOffice.Days, office.On);
            for (var index = 0; index < one.From.Length; index++)
            {
                var (from, until) = (one.From[index], Math.Min(one.From[index] + one.Length[index], naive.Minutes));
                var (start, end) = (naive.Start.AddMinutes(from), naive.Start.AddMinutes(until));
                Assert.Equal(naive.Open[from], calendar.IsOfficeHour(start));
                Assert.Equal(naive.Between(from, until), calendar.WorkingTimeBetween(start, end).TotalMinutes);
                Assert.Equal(-naive.Between(from, until), calendar.WorkingTimeBetween(end, start).TotalMinutes);
                if (naive.After(from, one.Length[index]) is { } after)
                    Assert.Equal(naive.Start.AddMinutes(after), calendar.AddWorkingTime(start, TimeSpan.FromMinutes(one.Length[index])).ToUniversalTime());
            }
        }));
    }

    [Theory]
    [InlineData("Asia/Jakarta")]
    [InlineData("Europe/Berlin")]
    public void A_deadline_lies_exactly_its_working_time_away_and_never_before_its_begin(string zoneName)
    {
        var office = new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById(zoneName));
        var calendar = new WorkingCalendar(office, OfficeHours.Parse(OfficeHours.Default), []);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true), Prop.ForAll(Gen.Choose(0, 365 * 86_400).Two().ToArbitrary(), pair =>
        {
            var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(pair.Item1);
            var time = TimeSpan.FromSeconds(pair.Item2 / 100);
            var deadline = calendar.AddWorkingTime(from, time);
            Assert.True(deadline >= from);
            Assert.Equal(time, calendar.WorkingTimeBetween(from, deadline));
            // Half of the time and then the other half is the same deadline.
            Assert.Equal(deadline, calendar.AddWorkingTime(calendar.AddWorkingTime(from, time / 2), time - (time / 2)));
        }));
    }
}
