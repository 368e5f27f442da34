using KominfoBot.Bot.Office;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Tests.Office;

public sealed class TypedTimeTests
{
    private static readonly OfficeTime office = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));

    /// <summary>Thursday, 14.00 at the office.</summary>
    private static readonly DateTimeOffset now = new(2026, 11, 26, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("besok 07.30", "2026-11-27 07:30")]
    [InlineData("Besok pukul 7", "2026-11-27 07:00")]
    [InlineData("hari ini 16.00 WIB", "2026-11-26 16:00")]
    [InlineData("lusa 08:15", "2026-11-28 08:15")]
    [InlineData("27/11 09.00", "2026-11-27 09:00")]
    [InlineData("Jumat, 27 November 2026 jam 9.05", "2026-11-27 09:05")]
    [InlineData("16.00", "2026-11-26 16:00")]
    [InlineData("07.30", "2026-11-27 07:30")]
    [InlineData("2 Januari 10.00", "2027-01-02 10:00")]
    [InlineData("1/11/26 10.00", "2026-11-01 10:00")]
    public void A_time_as_people_type_it(string typed, string expected)
        => Assert.Equal(expected, office.Local(TypedTime.Parse(typed, office, now)!.Value).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("nanti")]
    [InlineData("besok")]
    [InlineData("27/11")]
    [InlineData("besok 25.00")]
    [InlineData("besok 07.61")]
    [InlineData("31/2 09.00")]
    [InlineData("kemarin 07.30")]
    [InlineData("besok 107.30")]
    [InlineData("")]
    public void Anything_else_is_none(string typed) => Assert.Null(TypedTime.Parse(typed, office, now));
}
