using System.Text;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Export;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class ButtonTests
{
    private const string SeenText = "AAAAAAAAAAAAAAAAAAAAAA";

    /// <summary>The longest step's name, category and SKPD code that the shipped lists have.</summary>
    public static TheoryData<Button> Largest =>
    [
        .. Enum.GetValues<StepChoice>().Select(choice => new StepButton(int.MaxValue, "Category", choice, choice is StepChoice.Category or StepChoice.Skpd ? "KEC-SITUJUAH-LIMO-NAGARI" : "")),
        .. Enum.GetValues<CardChoice>().Select(choice => new CardButton(choice, long.MaxValue, SeenText, 99)),
        .. Enum.GetValues<ItemChoice>().Select(choice => new ItemButton(choice, long.MaxValue)),
        .. Enum.GetValues<AfterChoice>().Select(choice => new AfterButton(choice, long.MaxValue, SeenText, choice is AfterChoice.At ? "202611270900" : choice is AfterChoice.Day ? "20261127" : "")),
        .. Enum.GetValues<MenuChoice>().Select(choice => new CommandButton(choice)),
        .. Enum.GetValues<Desk>().SelectMany(desk => Enum.GetValues<DeskChoice>().Select(choice => new DeskButton(desk, choice, long.MaxValue, "AdminPortal"))),
        .. Enum.GetValues<DeskChoice>().SelectMany(choice => new[] { Desk.Skpd, Desk.Invitation }.Select(desk => new DeskButton(desk, choice, int.MaxValue, "KEC-SITUJUAH-LIMO-NAGARI"))),
        .. Enum.GetValues<ViewChoice>().Select(choice => new ViewButton(choice, long.MaxValue)),
        new SearchButton(int.MaxValue, 999_999),
        .. Enum.GetValues<PeriodChoice>().Select(period => new ExportButton(period)),
        .. Enum.GetValues<ExportFormat>().Select(format => new ExportButton(PeriodChoice.ThisMonth, format)),
    ];

    [Theory, MemberData(nameof(Largest))]
    public void A_button_comes_back_as_it_was_and_fits_into_64_bytes(Button button)
    {
        ArgumentNullException.ThrowIfNull(button);
        Assert.InRange(Encoding.UTF8.GetByteCount(button.Pack()), 1, 64);
        Assert.Equal(button, Button.Parse(button.Pack()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("s:1:Title:99:")]
    [InlineData("s:-1:Title:Done:")]
    [InlineData("s:99999999999999999999:Title:Done:")]
    [InlineData("c:Agree:1:kurang:0")]
    [InlineData("c:0:1:AAAAAAAAAAAAAAAAAAAAAA:0")]
    [InlineData("i:Open,Fix:1")]
    [InlineData("w:Yes:1:kurang:")]
    [InlineData("w:Yes,At:1::")]
    [InlineData("m:")]
    [InlineData("o:People:Show:-1:")]
    [InlineData("o:0:Show:1:")]
    [InlineData("o:People:Show,Find:1:")]
    [InlineData("o:People:Show:1")]
    [InlineData("v:Open:")]
    [InlineData("f:1:-1")]
    [InlineData("e:ThisWeek:1")]
    [InlineData("e::Csv")]
    public void What_we_did_not_pack_is_no_button(string? data) => Assert.Null(Button.Parse(data));

    [Fact]
    public void Nothing_that_anybody_sends_makes_parsing_throw()
    {
        var random = new Random(20260101);
        string[] pieces = [":", "s", "c", "i", "m", "o", "v", "Done", "Agree", "Open", "Write", "AdminSkpd", "1", "-1", "0x1", "９", "\0", "😀", "\ud800", SeenText, "9223372036854775808", " ", ",", ""];
        for (var round = 0; round < 100_000; round++)
        {
            var data = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(4) == 0 ? $"{(char)random.Next(0x10000)}" : pieces[random.Next(pieces.Length)]));
            var button = Button.Parse(data);
            // Whatever is taken for a button says the same thing again.
            if (button is not null) Assert.Equal(button, Button.Parse(button.Pack()));
        }
    }
}
