using System.Collections.Immutable;
using System.Text;
using AngleSharp.Html.Parser;
using KominfoBot.Bot.Board;
using KominfoBot.Bot.Papers;
using KominfoBot.Bot.Tests.Papers;
using KominfoBot.Testing;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Tests.Board;

public sealed class The_page_of_the_board
{
    private static readonly DateTimeOffset until = new(2026, 11, 27, 1, 10, 0, TimeSpan.Zero);
    private static readonly BoardFilter everything = new(null, null, "");
    private readonly BoardPage page = new(SampleReport.Office, PostingPolicy.Default);

    [Fact]
    public void Holds_a_year_of_sixty_SKPDs()
    {
        var html = page.Draw(View([.. SampleReport.Sixty]), everything, until);
        Pdf.Keep(Encoding.UTF8.GetBytes(html), "papan.html");
        var document = new HtmlParser().ParseDocument(html);
        Assert.Equal(60, document.QuerySelectorAll("table.week tbody tr").Length);
        Assert.Equal(60 * 52, document.QuerySelectorAll("table.year tbody td").Length);
        Assert.Equal(52, document.QuerySelectorAll("#tren ~ .wide rect.m").Length);
        Assert.InRange(html.Length, 1, 400_000);
    }

    [Fact]
    public void Takes_whatever_people_call_an_SKPD_for_words()
    {
        string[] hostile = [.. NaughtyStrings.All, "</td><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>"];
        var document = new HtmlParser().ParseDocument(page.Draw(View(hostile), everything with { Text = "\"><script>" }, until));
        Assert.Single(document.QuerySelectorAll("script"));
        Assert.Empty(document.QuerySelectorAll("img, iframe, object, [onerror], [onload], [onclick], [onmouseover]"));
        Assert.Equal("\"><script>", document.QuerySelector("input")!.GetAttribute("value"));
    }

    private static BoardView View(string[] names)
    {
        var report = SampleReport.Of(names);
        var first = SampleReport.Week.Plus(2 - BoardReader.Weeks);
        var lines = report.Lines.Select((line, at) => new BoardLine(line, [.. Enumerable.Range(0, BoardReader.Weeks).Select(week => Cell(line, first.Plus(week), at, week))]));
        var weeks = Enumerable.Range(0, BoardReader.Weeks).Select(week => new BoardWeek(first.Plus(week), 18 + (week * 7 % 29), 50,
            week % 9 == 3 || week == 51 ? null : new WeekFigures(80, 70, 66, 50, TimeSpan.FromMinutes(200 + (week * 11 % 170)), TimeSpan.FromMinutes(30 + (week * 17 % 90)), TimeSpan.FromMinutes(170 + (week * 13 % 120)), new Dictionary<string, int>())));
        return new BoardView(report, SampleReport.Week.Next, [.. lines], weeks.ToImmutableArray(), until.AddDays(-1));
    }

    private static BoardCell Cell(ReportLine line, Workflow.Calendar.IsoWeek week, int at, int index)
    {
        var counted = ((at * 5) + (index * index)) % 4;
        var provisional = index == 51 && counted == 1 ? 1 : 0;
        return new BoardCell(week, WeekStanding.Of(line.Obligation, 2, counted, provisional), counted, provisional, index > 5);
    }
}
