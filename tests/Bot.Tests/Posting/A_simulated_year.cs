using KominfoBot.Bot.Office;
using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Bot.Tests.Posting;

/// <summary>Whole in <c>./test --long</c> (fifty SKPDs, 52 weeks), else some weeks around the holidays of Idul Fitri.</summary>
public sealed class A_simulated_year
{

    private static readonly TimeSpan[] looks = [.. new[] { 2.0, 7.5, 8, 9, 10.5, 14, 15.5, 20 }.Select(TimeSpan.FromHours)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task With_kills_and_downtime_sends_what_a_secretary_would_have_sent_each_once(int seed)
    {
        Assert.SkipUnless(LongRun.IsOn || seed == 1, "A long program: ./test --long runs it.");
        var random = new Random(seed);
        var (skpds, weeks) = LongRun.IsOn ? (50, 52) : (8, 6);
        var monday = LongRun.IsOn ? new DateOnly(2026, 1, 5) : new DateOnly(2026, 3, 2);
        var begin = new DateTimeOffset(monday.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7));
        await using var office = await SimulatedOffice.Open(begin.AddDays(-1));
        var (names, exempt) = await Staff(office, skpds, random);

        List<DateTimeOffset> moments = [];
        var upAgain = begin;
        List<(DateTimeOffset At, SimItem Item, bool Loses)> later = [];
        for (var day = 0; day < weeks * 7; day++)
        {
            var date = begin.AddDays(day);
            if (day > 0 && random.Next(9) == 0) upAgain = date.AddHours(random.Next(0, 120));
            foreach (var look in looks)
            {
                var at = date + look;
                if (at < upAgain) continue;
                office.Now = at.AddMinutes(-20);
                await Live(office, names, later, day, weeks, random);
                office.Now = at;
                moments.Add(at);
                // Killed in the middle and started again, perhaps several times; the last one comes to its end. Twice is no more than once.
                for (var kill = random.Next(1, 12); !await office.Round(random.Next(3) > 0 ? kill : int.MaxValue); kill += 2) { }
                await office.Round();
            }
        }

        var holidays = HolidayFile.Load(new OfficeOptions()).Select(holiday => holiday.Date).ToHashSet();
        var naive = new NaiveNotices(office, exempt, date => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays.Contains(date), moments);
        await Compare(office, naive, names, monday, weeks, begin.AddDays(weeks * 7));
        Assert.DoesNotContain(office.Log.Lines, line => line.Level >= LogLevel.Warning);
    }

    private static async Task<(List<string> Names, HashSet<string> Exempt)> Staff(SimulatedOffice office, int skpds, Random random)
    {
        List<string> names = [];
        HashSet<string> exempt = [];
        foreach (var role in new[] { Role.Kabid, Role.Kabid, Role.Kadis, Role.Koordinator }) await office.Join(role);
        for (var index = 0; index < skpds; index++)
        {
            var name = $"SKPD-{index:00}";
            names.Add(name);
            if (index % 8 == 7) exempt.Add(name);
            await office.Found(name, exempt.Contains(name));
            // Some have two admins, some none yet, some a head who reads.
            for (var admin = index % 6 == 5 ? 0 : random.Next(1, 3); admin > 0; admin--) await office.Join(Role.AdminSkpd, name);
            if (index % 3 == 0) await office.Join(Role.KepalaSkpd, name);
        }
        return (names, exempt);
    }

    /// <summary>What people do before the program looks next.</summary>
    private static async Task Live(SimulatedOffice office, List<string> names, List<(DateTimeOffset At, SimItem Item, bool Loses)> later, int day, int weeks, Random random)
    {
        foreach (var (at, item, loses) in later.Where(each => each.At <= office.Now).ToList())
        {
            later.Remove((at, item, loses));
            if (loses) await office.Loses(item);
            else await office.Publishes(item);
        }
        foreach (var name in names)
        {
            var hasAdmin = office.People.Exists(person => person.Role == Role.AdminSkpd && person.Skpd == name);
            if (!hasAdmin && random.Next(weeks * 20) == 0) await office.Join(Role.AdminSkpd, name);
            // About two a week, some weeks none.
            if (!hasAdmin || random.Next(28) != 0 || (day / 7 + name[^1]) % 5 == 0) continue;
            var item = await office.Sends(name);
            var reviewed = office.Now.AddHours(random.Next(1, 100));
            if (random.Next(8) == 0) later.Add((reviewed, item, true));
            else
            {
                later.Add((reviewed, item, false));
                if (random.Next(10) == 0) later.Add((reviewed.AddHours(random.Next(24, 300)), item, true));
            }
        }
    }

    private static async Task Compare(SimulatedOffice office, NaiveNotices naive, List<string> names, DateOnly monday, int weeks, DateTimeOffset end)
    {
        var (said, due, recaps) = await office.Store.Read(async db => (
            await db.ToSend.Where(row => row.Key != null).Select(row => new { row.Key, row.CreatedAt }).ToListAsync(),
            await db.Due.ToListAsync(),
            await db.WeekRecaps.ToListAsync()), TestContext.Current.CancellationToken);
        Assert.All(said, row => Assert.True(naive.IsOfficeHour(row.CreatedAt), $"{row.Key} at {row.CreatedAt}"));

        // The last recap lies behind the end.
        var expected = Enumerable.Range(-1, weeks + 1).SelectMany(week => naive.Expected(monday.AddDays(week * 7))).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(expected, said.Select(row => row.Key!).Order(StringComparer.Ordinal));
        // What was planned is done or on record with its reason; only what is still to come waits.
        Assert.All(due.Where(row => row.DueAt < end.AddDays(-7)), row => Assert.True(row is { State: DueState.Done } or { State: DueState.Skipped, Reason.Length: > 0 }, $"{row.Key} {row.State}"));
        Assert.Equal(said.Count, due.Count(row => row is { Kind: "posting-notice", State: DueState.Done }));
        Assert.True(weeks < 50 || due.Count(row => row.State == DueState.Skipped) > 20);

        // The last week is not over, and the one before may still wait for a start.
        for (var week = monday; week < monday.AddDays((weeks - 2) * 7); week = week.AddDays(7))
        {
            var ofWeek = recaps.Where(row => row.Week == IsoWeek.Of(week).Ordinal).ToDictionary(row => row.SkpdCode);
            foreach (var name in names)
                Assert.Equal($"{week} {name} {naive.Standing(name, week, ofWeek[name].FrozenAt)}", $"{week} {name} {ofWeek[name].Obligation} {ofWeek[name].Counted}+{ofWeek[name].Provisional}");
        }
    }
}
