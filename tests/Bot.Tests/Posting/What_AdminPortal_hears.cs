using KominfoBot.Bot.Posting;
using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Posting;

public sealed class What_AdminPortal_hears : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    [Fact]
    public async Task Who_has_been_silent_is_told_once_until_somebody_joins_them()
    {
        await using var office = await PostingOffice.Open(folder, StoreProvider.Sqlite, "--Posting:Reminders:Dormancy=0 0 10 ? * MON", "--Posting:DormantAfterWeeks=1");
        await office.ComesTo(DayOfWeek.Monday, 10, 0);
        foreach (var person in new[] { office.Fajar, office.Yeni }) person.HearsOnly("1 pekan terakhir tanpa kiriman", "SKPD: Dinkes, Disdukcapil");

        // One fewer is no news.
        await office.Rina.Submits();
        await NextMonday();
        office.Fajar.HearsNothing();
        await NextMonday();
        office.Fajar.HearsOnly("SKPD: Dinkes, Disdukcapil");
        await NextMonday();
        office.Fajar.HearsNothing();

        async Task NextMonday()
        {
            await office.ComesTo(DayOfWeek.Monday, 9, 0);
            office.Everybody().ForEach(person => person.Forgets());
            await office.ComesTo(DayOfWeek.Monday, 10, 0);
        }
    }

    /// <summary>The last week of 2026 reaches to 3 January 2027.</summary>
    [Theory]
    [InlineData("2026-W49", 2027)]
    [InlineData("2026-W53", 2027)]
    [InlineData("2027-W01", 2028)]
    [InlineData("2025-W01", 2025)]
    public void Which_year_is_the_next_is_told_by_the_week_and_not_by_the_hour_of_sending(string week, int year)
    {
        Assert.True(IsoWeek.TryParse(week, out var parsed));
        Assert.Equal(year, new Notice(parsed, StageName.NextYear, null, 1).FollowingYear);
    }

    [Fact]
    public async Task That_next_years_holidays_are_missing()
    {
        await using var office = await PostingOffice.Open(folder, StoreProvider.Sqlite, "--Posting:Reminders:NextYear=0 0 9 ? * TUE");
        await office.ComesTo(DayOfWeek.Tuesday, 9, 0);
        var year = office.Week().Monday.Year + 1;
        Assert.Contains("Buka /libur", office.Fajar.HearsOnly($"Daftar hari libur {year} belum ada.").Labels());

        await office.Fajar.Says("/libur");
        await office.Fajar.Taps("Impor daftar");
        await office.Fajar.Says($"date;name;kind\n{year}-01-01;Tahun Baru Masehi;libur-nasional");
        await office.Fajar.Taps("Ya, pakai daftar ini");
        office.Fajar.Forgets();
        if (office.Today().AddDays(7).Year >= year) return;
        await office.ComesTo(DayOfWeek.Tuesday, 9, 0);
        office.Fajar.HearsNothing();
    }

    public void Dispose() => folder.Dispose();
}
