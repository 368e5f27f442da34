using FsCheck;
using FsCheck.Fluent;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Workflow.Tests.Posting;

/// <summary>Against <see cref="NaivePosting"/>, over random years with random admins, items and holidays, in zones without clock changes and with them.</summary>
public sealed class PostingRuleProperties
{
    private const int Days = 376;
    private const int Hours = Days * 24;

    private static readonly Gen<RandomYear> years =
        from year in Gen.Choose(2024, 2032)
        from closed in Gen.Choose(0, Days - 1).ListOf(24)
        from holidayWeek in Gen.Choose(0, Days - 8)
        from tenures in (from @from in Gen.Choose(-600, Hours) from length in Gen.Frequency((2, Gen.Choose(1, 4000)), (1, Gen.Constant(0))) select (@from, length)).ListOf(4)
        from ends in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, Hours)))
        from exempt in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from items in (from sent in Gen.Choose(200, Hours - 200) from review in Gen.Choose(0, 400) from standing in Gen.Elements(Enum.GetValues<ItemStanding>())
                       from harmless in Gen.Elements(true, false) from twin in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true))) select new RandomItem(sent, review, standing, harmless, twin)).ListOf(90)
        from byPublication in Gen.Elements(true, false)
        from minimum in Gen.Choose(1, 4)
        from minimumDays in Gen.Choose(0, 5)
        from now in Gen.Choose(300, Hours - 200)
        select new RandomYear(year, [.. closed.Concat(Enumerable.Range(holidayWeek, 6))], [.. tenures], ends, exempt, [.. items], byPublication, minimum, minimumDays, now);

    [Theory]
    [InlineData("Asia/Jakarta")]
    [InlineData("Asia/Jayapura")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Santiago")]
    public void Walking_the_year_hour_by_hour_comes_to_the_same(string zoneName)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        var seen = new HashSet<(Obligation, Verdict)>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60).WithQuietOnSuccess(true), Prop.ForAll(years.ToArbitrary(), one =>
        {
            var office = new OfficeTime(zone);
            var start = new DateTimeOffset(one.Year, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(-5);
            var holidays = one.ClosedDays.Select(day => DateOnly.FromDateTime(start.UtcDateTime).AddDays(day)).ToHashSet();
            var calendar = new WorkingCalendar(office, OfficeHours.Parse(OfficeHours.Default), holidays.Select(date => new Holiday(date, "Libur", HolidayKind.National)));
            var policy = PostingPolicy.Default with { CreditBy = one.ByPublication ? CreditBy.Publication : CreditBy.FirstSubmission, MinimumPerWeek = one.Minimum, MinimumWorkingDays = one.MinimumDays };
            var now = start.AddHours(one.Now);
            var skpd = new PostingSkpd("DISDIK", "Disdik", one.Exempt, one.Ends == 0 ? null : start.AddHours(one.Ends),
                [.. one.Tenures.Select(each => new Tenure(start.AddHours(each.From), each.Length == 0 ? null : start.AddHours(each.From + each.Length)))]);
            var items = one.Items.Select((each, index) => each.At(start, index)).ToList();
            var naive = new NaivePosting(zone, start, Days, date => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(date), skpd, items, policy, now);
            var first = IsoWeek.Of(office.Today(start)).Plus(2);
            for (var week = first; week < first.Plus(50); week = week.Next)
            {
                var judged = PostingRule.Judge(skpd, week, items, calendar, policy, now);
                Assert.Equal(naive.Of(week, skpd, policy), (judged.Obligation, judged.Counted, judged.Provisional));
                seen.Add((judged.Obligation, judged.Verdict));
            }
        }));
        // The years were not all alike.
        Assert.Superset(Enum.GetValues<Obligation>().ToHashSet(), seen.Select(pair => pair.Item1).ToHashSet());
        Assert.Superset(Enum.GetValues<Verdict>().ToHashSet(), seen.Select(pair => pair.Item2).ToHashSet());
    }

    [Fact]
    public void A_slow_review_never_fails_an_SKPD()
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true), Prop.ForAll(Gen.Choose(0, 2000).Two().ToArbitrary(), delays =>
        {
            var office = new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));
            var calendar = new WorkingCalendar(office, OfficeHours.Parse(OfficeHours.Default), []);
            var sent = new DateTimeOffset(2026, 11, 18, 3, 0, 0, TimeSpan.Zero);
            var skpd = new PostingSkpd("DISDIK", "Disdik", false, null, [new Tenure(sent.AddDays(-60), null)]);
            PostedItem Item(int number, int delay) => new(Guid.CreateVersion7(sent.AddMinutes(number)), "DISDIK", $"DISDIK-2026-{number:0000}", ItemStanding.Published, sent.AddMinutes(number), sent.AddHours(delay + 1));
            Assert.Equal(Verdict.Met, PostingRule.Judge(skpd, new IsoWeek(2026, 47), [Item(1, delays.Item1), Item(2, delays.Item2)], calendar, PostingPolicy.Default, sent.AddDays(100)).Verdict);
        }));

    private sealed record RandomItem(int Sent, int Review, ItemStanding Standing, bool Harmless, bool Twin)
    {
        public PostedItem At(DateTimeOffset start, int index) => new(new Guid(index, 0, 0, new byte[8]), "DISDIK", $"DISDIK-{index}", Standing, start.AddHours(Sent),
            Standing is ItemStanding.Published or ItemStanding.Retracted ? start.AddHours(Sent + Review) : null,
            Standing != ItemStanding.Retracted ? null : Harmless ? PostingPolicy.AtItsOwnRequest : "Berita ini memuat data yang tidak akurat.", Twin);
    }

    private sealed record RandomYear(int Year, int[] ClosedDays, (int From, int Length)[] Tenures, int Ends, bool Exempt, RandomItem[] Items, bool ByPublication, int Minimum, int MinimumDays, int Now);
}
