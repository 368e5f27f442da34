using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Office;
using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Tests.Office;

public sealed class HolidayFileTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public void The_shipped_list_has_three_years()
    {
        var holidays = HolidayFile.Load(new OfficeOptions());
        Assert.Equal((28, 25), (Days(2025), Days(2026)));
        Assert.Equal(8, holidays.Count(day => day.Date.Year == 2026 && day.Kind == HolidayKind.CollectiveLeave));
        // Two on one day in 2027, whose decree is not out.
        Assert.Equal((17, 18), (Days(2027), holidays.Count(day => day.Date.Year == 2027)));
        Assert.DoesNotContain(holidays, day => day.Provisional && day.Date.Year < 2027);
        Assert.Contains(holidays, day => day is { Provisional: true, Name: "Hari Raya Idul Fitri" } && day.Date == new DateOnly(2027, 3, 9));

        int Days(int year) => holidays.Select(day => day.Date).Distinct().Count(date => date.Year == year);
    }

    [Fact]
    public void The_shipped_calendar_works_as_the_office_does()
    {
        var calendar = new OfficeOptions().Calendar();
        Assert.Equal(("Asia/Jakarta", true, true, false), (calendar.Office.Zone.Id, calendar.Knows(2025), calendar.Knows(2027), calendar.Knows(2028)));
        Assert.Equal(new DateOnly(2026, 3, 25), calendar.NextWorkingDay(new DateOnly(2026, 3, 17)));
        Assert.Equal(2, calendar.WorkingDaysIn(IsoWeek.Of(new DateOnly(2026, 3, 18))));
    }

    [Theory]
    [InlineData("2025-06-7;Idul Adha;libur-nasional", "\"2025-06-7\"", "2025-06-07")]
    [InlineData("2026-02-30;Imlek;libur-nasional", "\"2026-02-30\"", "bukan tanggal")]
    [InlineData("17/08/2026;Kemerdekaan;libur-nasional", "\"17/08/2026\"", "TTTT-BB-HH")]
    [InlineData("2026-08-17;Kemerdekaan;libur", "\"libur\"", "cuti-bersama")]
    [InlineData("2026-08-17;;libur-nasional", "kolom name", "tidak boleh kosong")]
    [InlineData("2026-01-01;Tahun Baru;libur-nasional", "\"2026-01-01\"", "sudah ada")]
    public void A_wrong_line_is_named_and_nothing_is_loaded(string line, string named, string remedy)
    {
        var file = directory.File("libur.csv");
        File.WriteAllText(file, $"# daftar kami\ndate;name;kind\n2026-01-01;Tahun Baru;libur-nasional\n{line}\n");
        var sentence = Assert.Throws<OperatorException>(() => HolidayFile.Load(new OfficeOptions { HolidayFile = file })).Message;
        Assert.Contains($"{file} baris 4", sentence, StringComparison.Ordinal);
        Assert.Contains(named, sentence, StringComparison.Ordinal);
        Assert.Contains(remedy, sentence, StringComparison.Ordinal);
    }

    public void Dispose() => directory.Dispose();
}
