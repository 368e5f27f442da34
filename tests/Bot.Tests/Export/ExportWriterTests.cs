using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using KominfoBot.Bot.Export;
using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Tests.Export;

public sealed class ExportWriterTests
{
    private static readonly OfficeTime office = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));
    private static readonly ExportPeriod period = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));
    private static readonly ExportTable table = new("rows", "Baris", [new("name", "Nama"), new("at", "Waktu"), new("day", "Hari"), new("count", "Jumlah"), new("state", "Keadaan"), new("empty", "Kosong")]);
    private static readonly XNamespace sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+62812", "'+62812")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r\n=1", "'\r\n=1")]
    [InlineData(" =1", "' =1")]
    [InlineData("\"=1", "'\"=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\0=1", "'=1")]
    [InlineData("Kegiatan = baik", "Kegiatan = baik")]
    [InlineData("'dikutip'", "'dikutip'")]
    [InlineData("", "")]
    public void Nothing_that_was_typed_is_taken_for_a_formula(string typed, string cell) => Assert.Equal(cell, SpreadsheetText.Safe(typed));

    [Fact]
    public async Task Csv_follows_RFC_4180_in_the_offices_time()
    {
        Assert.Equal(
            "Nama,Waktu,Hari,Jumlah,Keadaan,Kosong\r\n\"Ali, \"\"S.Kom\"\"\",2026-11-26 09:30:00,2026-11-26,42,terbit,\r\n\"'=HYPERLINK(\"\"http://x\"\")\",2026-11-26 09:30:00,2026-11-26,-1,terbit,\r\n",
            Encoding.UTF8.GetString(await Written(ExportFormat.Csv, "Ali, \"S.Kom\"", "=HYPERLINK(\"http://x\")")));
        Assert.Equal(Encoding.UTF8.GetPreamble(), (await Written(ExportFormat.Csv, mark: true)).Take(3));
    }

    [Fact]
    public async Task Json_has_codes_and_instants_with_their_offset_and_the_text_as_it_is()
    {
        using var json = JsonDocument.Parse(await Written(ExportFormat.Json, "=1", "“Nagari” 😀 \ud800"));
        Assert.Equal("2026-11-01", json.RootElement.GetProperty("period").GetProperty("from").GetString());
        var rows = json.RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(["=1", "“Nagari” 😀 "], rows.Select(row => row.GetProperty("name").GetString()));
        Assert.Equal("2026-11-26T09:30:00.000+07:00", rows[0].GetProperty("at").GetString());
        Assert.Equal(("2026-11-26", 42, "Published", JsonValueKind.Null), (rows[0].GetProperty("day").GetString(), rows[0].GetProperty("count").GetInt32(), rows[0].GetProperty("state").GetString(), rows[0].GetProperty("empty").ValueKind));
    }

    [Fact]
    public async Task Xlsx_has_a_sheet_for_each_table_with_dates_as_dates_and_texts_never_as_formulas()
    {
        using var zip = new ZipArchive(new MemoryStream(await Written(ExportFormat.Xlsx, "=1+1", "<b>&\u0001</b>")));
        // Every part that is named exists and every part has its type.
        var workbook = Read(zip, "xl/workbook.xml");
        Assert.Equal(["Baris"], workbook.Descendants(sheet + "sheet").Select(each => each.Attribute("name")!.Value));
        foreach (var (relations, folder) in new[] { ("_rels/.rels", ""), ("xl/_rels/workbook.xml.rels", "xl/") })
            foreach (var relation in Read(zip, relations).Root!.Elements()) Assert.NotNull(zip.GetEntry(folder + relation.Attribute("Target")!.Value));
        var types = Read(zip, "[Content_Types].xml").Root!.Elements().Select(each => each.Attribute("PartName")?.Value).OfType<string>().ToList();
        Assert.Equal(["/xl/styles.xml", "/xl/workbook.xml", "/xl/worksheets/sheet1.xml"], types.Order(StringComparer.Ordinal));

        var rows = Read(zip, "xl/worksheets/sheet1.xml").Descendants(sheet + "row").ToList();
        Assert.Equal(3, rows.Count);
        Assert.Equal(["Nama", "Waktu", "Hari", "Jumlah", "Keadaan", "Kosong"], rows[0].Descendants(sheet + "t").Select(text => text.Value));
        Assert.Equal("'=1+1", rows[1].Descendants(sheet + "t").First().Value);
        Assert.Equal("<b>&</b>", rows[2].Descendants(sheet + "t").First().Value);
        Assert.Empty(rows.Descendants(sheet + "f"));
        var cells = rows[1].Elements(sheet + "c").ToList();
        // 26 November 2026 is day 46352 of a spreadsheet; 09:30 is 0.3958… of it.
        Assert.Equal(("2", "3"), (cells[1].Attribute("s")!.Value, cells[2].Attribute("s")!.Value));
        Assert.Equal(46352.39583, double.Parse(cells[1].Value, System.Globalization.CultureInfo.InvariantCulture), 5);
        Assert.Equal("46352", cells[2].Value);
        Assert.Equal("42", cells[3].Value);
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Json)]
    [InlineData(ExportFormat.Xlsx)]
    public async Task Any_text_can_be_written(ExportFormat format)
    {
        var file = await Written(format, [.. NaughtyStrings.All, new string('x', 40_000)]);
        if (format == ExportFormat.Json) Assert.Equal(NaughtyStrings.All.Count + 1, JsonDocument.Parse(file).RootElement.GetProperty("rows").GetArrayLength());
        if (format != ExportFormat.Xlsx) return;
        using var zip = new ZipArchive(new MemoryStream(file));
        var longest = Read(zip, "xl/worksheets/sheet1.xml").Descendants(sheet + "t").Max(text => text.Value.Length);
        Assert.Equal(32_767, longest);
    }

    [Theory]
    [InlineData(PeriodChoice.ThisWeek, "2026-11-23", "2026-11-29")]
    [InlineData(PeriodChoice.LastWeek, "2026-11-16", "2026-11-22")]
    [InlineData(PeriodChoice.ThisMonth, "2026-11-01", "2026-11-30")]
    [InlineData(PeriodChoice.LastMonth, "2026-10-01", "2026-10-31")]
    [InlineData(PeriodChoice.ThisYear, "2026-01-01", "2026-12-31")]
    [InlineData(PeriodChoice.LastYear, "2025-01-01", "2025-12-31")]
    public void Periods_are_days_of_the_offices_calendar(PeriodChoice choice, string from, string until)
    {
        var chosen = ExportPeriod.Of(choice, new DateOnly(2026, 11, 26));
        Assert.Equal((from, until), (chosen.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), chosen.Until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(new DateTimeOffset(chosen.Until.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7)), chosen.Ends(office));
    }

    private static Task<byte[]> Written(ExportFormat format, params string[] names) => Written(format, false, names);

    private static async Task<byte[]> Written(ExportFormat format, bool mark, params string[] names)
    {
        using var stream = new MemoryStream();
        await using (var writer = ExportWriter.To(stream, format, office, period, mark))
        {
            await writer.Begin(table, cancel);
            var count = 42;
            foreach (var name in names)
            {
                await writer.Row([name, new DateTimeOffset(2026, 11, 26, 2, 30, 0, TimeSpan.Zero), new DateOnly(2026, 11, 26), count, new ExportWord("Published", "terbit"), null], cancel);
                count = -1;
            }
            await writer.Finish(cancel);
        }
        return stream.ToArray();
    }

    private static XDocument Read(ZipArchive zip, string part)
    {
        using var stream = zip.GetEntry(part)!.Open();
        return XDocument.Load(stream);
    }
}
