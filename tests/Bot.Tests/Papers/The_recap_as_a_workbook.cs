using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using KominfoBot.Bot.Papers;
using KominfoBot.Testing;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Tests.Papers;

public sealed class The_recap_as_a_workbook
{
    [Fact]
    public async Task Has_numbers_as_numbers_spans_as_hours_a_frozen_heading_and_is_ready_to_print()
    {
        using var book = await Open(SampleReport.Of(SampleReport.Sixty), "rekap.xlsx");
        Assert.Equal(["Rekap", "12 pekan"], book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
        var sheet = Part(book, 0);
        Assert.Equal("REKAP-2026-W47", Text(Row(sheet, 5)[0]).Split(' ')[^1]);
        Assert.Equal(["No", "Kode", "Perangkat daerah", "Wajib", "Terhitung", "Diperiksa", "Status", "Beruntun", "Waktu sampai terbit (jam:menit)", "Waktu SKPD (jam:menit)", "Waktu Kominfo (jam:menit)"], Row(sheet, 9).Select(Text));
        var first = Row(sheet, 10);
        Assert.Equal(("1", "SKPD-0", "Dinas Contoh 1", "2", "0", "Belum, kurang 2"), (Text(first[0]), Text(first[1]), Text(first[2]), Text(first[3]), Text(first[4]), Text(first[6])));
        Assert.Equal(60, sheet.Descendants<Row>().Count(row => row.Elements<Cell>().FirstOrDefault()?.CellValue is not null));
        // 3 hours of a day, in a format that goes on beyond 24.
        var formats = book.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var span = sheet.Descendants<Row>().Skip(9).Select(row => row.Elements<Cell>().ElementAtOrDefault(8)).First(cell => cell?.CellValue is not null)!;
        var format = formats[(int)span.StyleIndex!.Value].NumberFormatId!.Value;
        Assert.Equal("[h]:mm", book.WorkbookPart.WorkbookStylesPart.Stylesheet.NumberingFormats!.Elements<NumberingFormat>().Single(each => each.NumberFormatId!.Value == format).FormatCode!.Value);
        Assert.InRange(double.Parse(span.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture), 0.01, 10);

        Assert.Equal((9d, "A10"), (sheet.Descendants<Pane>().Single().VerticalSplit!.Value, sheet.Descendants<Pane>().Single().TopLeftCell!.Value));
        var setup = sheet.Descendants<PageSetup>().Single();
        Assert.Equal((9u, OrientationValues.Landscape, 0u), (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToHeight!.Value));
        Assert.Equal("&LREKAP-2026-W47&RHalaman &P dari &N", sheet.Descendants<OddFooter>().Single().Text);
        Assert.Equal(["'Rekap'!$9:$9", "'12 pekan'!$1:$1"], book.WorkbookPart.Workbook.Descendants<DefinedName>().Select(name => name.Text));
        Assert.Equal("NIP 197001011995031001", sheet.Descendants<Cell>().Select(Text).Last(text => text.Length > 0));
    }

    [Fact]
    public async Task Is_a_valid_workbook_and_calculates_nothing_that_somebody_typed()
    {
        using var book = await Open(SampleReport.Of([.. NaughtyStrings.All, "=cmd|' /C calc'!A0", "+62", "-1", "@SUM(A1)", "\t=1", new string('x', 40_000)]), "rekap-aneh.xlsx");
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(book, TestContext.Current.CancellationToken).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
        foreach (var at in new[] { 0, 1 })
        {
            var sheet = Part(book, at);
            Assert.Empty(sheet.Descendants<CellFormula>());
            Assert.DoesNotContain(sheet.Descendants<Cell>().Select(Text), text => text.Length > 0 && "=+-@\t\r\n".Contains(text[0], StringComparison.Ordinal));
        }
    }

    private static async Task<SpreadsheetDocument> Open(WeekReport report, string name)
        => SpreadsheetDocument.Open(new MemoryStream(Pdf.Keep(await RecapSheet.Make(report, PostingPolicy.Default, SampleReport.Office), name)), false);

    private static Worksheet Part(SpreadsheetDocument book, int at)
        => ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Descendants<Sheet>().ElementAt(at).Id!.Value!)).Worksheet;

    private static List<Cell> Row(Worksheet sheet, int number) => [.. sheet.Descendants<Row>().Single(row => row.RowIndex!.Value == number).Elements<Cell>()];

    private static string Text(Cell cell) => cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "";
}
