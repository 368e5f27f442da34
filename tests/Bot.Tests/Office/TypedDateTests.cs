using KominfoBot.Bot.Office;

namespace KominfoBot.Bot.Tests.Office;

public sealed class TypedDateTests
{
    private static readonly DateOnly today = new(2026, 11, 26);

    [Theory]
    [InlineData("30-11-2026")]
    [InlineData("30/11/26")]
    [InlineData("30.11.2026")]
    [InlineData("30 November 2026")]
    [InlineData("30 Nopember 2026")]
    [InlineData("Senin, 30 nov")]
    [InlineData(" 30 - 11 - 2026 ")]
    [InlineData("2026-11-30")]
    public void Is_read_as_people_write_it(string typed) => Assert.Equal(new DateOnly(2026, 11, 30), TypedDate.Parse(typed, today));

    [Fact]
    public void May_be_a_word_or_a_month_by_any_of_its_names()
    {
        Assert.Equal((today, today.AddDays(1)), (TypedDate.Parse("Hari ini", today), TypedDate.Parse("BESOK", today)));
        Assert.Equal((new DateOnly(2027, 8, 17), new DateOnly(2026, 8, 1), new DateOnly(2026, 5, 2)), (TypedDate.Parse("17 Agustus 2027", today), TypedDate.Parse("1 Ags", today), TypedDate.Parse("2 Mei", today)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("31-02-2026")]
    [InlineData("0-1-2026")]
    [InlineData("1-13-2026")]
    [InlineData("1 Foo 2026")]
    [InlineData("30-11-2026 dan seterusnya")]
    [InlineData("٣٠-١١-٢٠٢٦")]
    [InlineData("99999999999")]
    [InlineData("1-1-0001")]
    public void Is_refused_when_it_is_none(string typed) => Assert.Null(TypedDate.Parse(typed, today));
}
