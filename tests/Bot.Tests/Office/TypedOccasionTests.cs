using KominfoBot.Bot.Office;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Tests.Office;

public sealed class TypedOccasionTests
{
    private static readonly OfficeTime office = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));
    private static readonly DateTimeOffset now = new(2026, 11, 26, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Nagari Taram, 23 November 2026", "Nagari Taram", "2026-11-23")]
    [InlineData("Aula Kantor Bupati, Sarilamak, Senin, 23/11/2026.", "Aula Kantor Bupati, Sarilamak", "2026-11-23")]
    [InlineData("Nagari Taram, Kecamatan Harau", "Nagari Taram, Kecamatan Harau", null)]
    [InlineData("23-11-2026", null, "2026-11-23")]
    [InlineData("Lapangan, hari ini", "Lapangan", "2026-11-26")]
    public void A_place_and_a_date_or_one_of_them(string typed, string? place, string? day)
        => Assert.Equal(new Occasion(place, day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), TypedOccasion.Parse(typed, now, office));

    [Theory]
    [InlineData(" . ")]
    [InlineData("rumah Bapak A, 1307021234567890")]
    public void Neither_nothing_nor_somebodys_number(string typed) => Assert.Null(TypedOccasion.Parse(typed, now, office));

    [Fact]
    public void Nor_what_is_too_long() => Assert.Null(TypedOccasion.Parse(new string('x', 101), now, office));
}
