using System.Globalization;
using KominfoBot.Bot.Jobs;
using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Jobs;

public sealed class Timetables
{
    private const string Weekdays = "0 30 7 ? * MON-FRI";
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    // 2026-11-20 is a Friday.
    [Fact]
    public async Task Keep_the_next_occurrence_planned()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await Plan(at, Weekdays, "2026-11-20 07:29");
        Assert.Equal(["2026-11-20 07:30 Waiting"], await Rows(at));
        await Plan(at, Weekdays, "2026-11-20 07:29");
        Assert.Equal(["2026-11-20 07:30 Waiting"], await Rows(at));

        await Done(at, "2026-11-20 07:30");
        await Plan(at, Weekdays, "2026-11-20 07:30");
        Assert.Equal(["2026-11-20 07:30 Done", "2026-11-23 07:30 Waiting"], await Rows(at));
    }

    [Fact]
    public async Task Of_all_that_was_missed_the_last_one_counts_and_the_others_are_on_record()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await Plan(at, Weekdays, "2026-11-16 06:00");
        await Plan(at, Weekdays, "2026-11-19 12:00");
        Assert.Equal(["2026-11-16 07:30 Skipped", "2026-11-19 07:30 Waiting", "2026-11-20 07:30 Waiting"], await Rows(at));
        Assert.Contains("Terlewat", await at.Store.Read(db => db.Due.OrderBy(row => row.DueAt).Select(row => row.Reason).FirstAsync(cancel), cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begin_with_what_comes_not_with_what_was()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await Plan(at, Weekdays, "2026-11-20 12:00");
        Assert.Equal(["2026-11-23 07:30 Waiting"], await Rows(at));
    }

    [Fact]
    public async Task That_were_changed_take_back_what_they_had_planned()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await Plan(at, Weekdays, "2026-11-20 06:00");
        await Plan(at, "0 0 9 ? * MON-FRI", "2026-11-20 06:30");
        Assert.Equal(["2026-11-20 07:30 Cancelled", "2026-11-20 09:00 Waiting"], await Rows(at));
        // And back again.
        await Plan(at, Weekdays, "2026-11-20 06:45");
        Assert.Equal(["2026-11-20 07:30 Waiting", "2026-11-20 09:00 Cancelled"], await Rows(at));
    }

    [Theory]
    [InlineData(OnClosedDays.Anyway, "2026-12-24 07:30 Waiting")]
    [InlineData(OnClosedDays.Skip, "2026-12-28 07:30 Waiting")]
    [InlineData(OnClosedDays.NextWorkingDay, "2026-12-28 07:30 Waiting")]
    public async Task Mind_the_days_on_which_the_office_is_closed(OnClosedDays rule, string planned)
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await Plan(at, Weekdays, "2026-12-23 12:00", rule);
        Assert.Equal([planned], await Rows(at));
    }

    [Fact]
    public async Task That_move_to_the_next_working_day_keep_to_their_own_week()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        // Thursdays: the 24th is a holiday, so is the 25th; it comes on Monday the 28th, and the next one on Thursday the 31st.
        await Plan(at, "0 0 9 ? * THU", "2026-12-23 12:00", OnClosedDays.NextWorkingDay);
        await Plan(at, "0 0 9 ? * THU", "2026-12-24 09:00", OnClosedDays.NextWorkingDay);
        Assert.Equal(["2026-12-28 09:00 Waiting", "2026-12-31 09:00 Waiting"], await Rows(at));
        var moved = await at.Store.Read(db => db.Due.OrderBy(row => row.DueAt).FirstAsync(cancel), cancel);
        Assert.Equal(At("2026-12-24 09:00"), TimetableDesk.OccurrenceOf(moved));
    }

    [Fact]
    public async Task Repeat_nothing_when_the_clock_steps_back()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await Plan(at, Weekdays, "2026-11-20 07:00");
        await Done(at, "2026-11-20 07:30");
        foreach (var time in (string[])["2026-11-20 07:30", "2026-11-20 06:30", "2026-11-20 07:30", "2026-11-20 07:31"]) await Plan(at, Weekdays, time);
        Assert.Equal(["2026-11-20 07:30 Done", "2026-11-23 07:30 Waiting"], (await Rows(at)).Where(row => !row.EndsWith("Cancelled", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Hold_the_clocks_of_the_office_when_they_change()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        var berlin = new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        var desk = new TimetableDesk(new WorkingCalendar(berlin, OfficeHours.Parse(OfficeHours.Default), []), [new Timetable("t", Weekdays, OnClosedDays.Anyway)]);
        foreach (var now in (DateTimeOffset[])[new(2026, 3, 27, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 28, 0, 0, 0, TimeSpan.Zero)])
            await at.Store.Write(db => desk.Plan(db, now, cancel), cancel);
        Assert.Equal([6, 5], await at.Store.Read(async db => (await db.Due.OrderBy(row => row.DueAt).ToListAsync(cancel)).Select(row => row.DueAt.UtcDateTime.Hour), cancel));
    }

    [Fact]
    public async Task Fire_in_the_running_program_once_for_each_occurrence_and_jump()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        var clock = new ManualClock(At("2026-11-20 07:00"));
        await using var jobs = await Workshop.Start(at.Store, clock, [new Timetable(Workshop.Bell, Weekdays, OnClosedDays.Skip)]);
        await Workshop.Until(at.Store, $"{Workshop.Bell}:2026-11-20T00:30:00Z", row => row.State == DueState.Waiting);
        clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal($"{Workshop.Bell}:2026-11-20T00:30:00Z", await jobs.Rings());
        await Workshop.Until(at.Store, $"{Workshop.Bell}:2026-11-20T00:30:00Z", row => row.State == DueState.Done);
        // From Friday to Wednesday: Monday and Tuesday are over.
        clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal($"{Workshop.Bell}:2026-11-25T00:30:00Z", await jobs.Rings());
        await Workshop.Until(at.Store, $"{Workshop.Bell}:2026-11-26T00:30:00Z", row => row.State == DueState.Waiting);
        Assert.True(jobs.IsSilent);
    }

    [Theory]
    [InlineData("30 7 * * MON-FRI", "enam kolom")]
    [InlineData("pagi", "enam kolom")]
    [InlineData("0 0 25 ? * MON", "enam kolom")]
    [InlineData("0 0 9 30 2 ?", "tidak pernah tiba")]
    [InlineData(Weekdays, null)]
    [InlineData("", null)]
    public void Are_checked_before_the_start(string cron, string? fault)
    {
        if (fault is null) Assert.Null(Timetable.Fault(cron));
        else Assert.Contains(fault, Timetable.Fault(cron), StringComparison.Ordinal);
    }

    private static Task Plan(TestStore at, string cron, string now, OnClosedDays rule = OnClosedDays.Anyway)
    {
        var calendar = new WorkingCalendar(Workshop.Office, OfficeHours.Parse(OfficeHours.Default),
            [new(new(2026, 12, 24), "Cuti Bersama Hari Raya Natal", HolidayKind.CollectiveLeave), new(new(2026, 12, 25), "Hari Raya Natal", HolidayKind.National)]);
        return at.Store.Write(db => new TimetableDesk(calendar, [new Timetable("t", cron, rule)]).Plan(db, At(now), cancel), cancel);
    }

    private static async Task Done(TestStore at, string occurrence)
        => Assert.True(await at.Store.Write(db => DueDesk.CarryOut(db, $"t:{At(occurrence).UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}Z", At(occurrence), _ => Task.FromResult(Settlement.Done), cancel), cancel));

    private static async Task<IEnumerable<string>> Rows(TestStore at)
        => (await at.Store.Read(db => db.Due.OrderBy(row => row.DueAt).ToListAsync(cancel), cancel))
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{Workshop.Office.Local(row.DueAt):yyyy-MM-dd HH:mm} {row.State}")).ToList();

    private static DateTimeOffset At(string local) => new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
