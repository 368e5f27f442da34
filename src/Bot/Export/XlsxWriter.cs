using System.Globalization;
using System.IO.Compression;
using System.Xml;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Export;

/// <summary>
/// A workbook (ECMA-376, SpreadsheetML) of one sheet for each table, written straight into its ZIP: the heading is frozen, texts are inline strings and never
/// formulas, instants are dates by the office's clocks.
/// </summary>
internal sealed class XlsxWriter(Stream stream, OfficeTime office) : ExportWriter(office)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>Limits of a sheet and of a cell.</summary>
    private const int MostRows = 1_048_576;
    private const int LongestCell = 32_767;

    /// <summary>Styles, as <see cref="Styles"/> lists them.</summary>
    private const int Heading = 1;
    private const int Instant = 2;
    private const int Day = 3;

    /// <summary>Day 0 of a spreadsheet's calendar, which takes 1900 for a leap year: right from March 1900 on.</summary>
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> sheets = [];
    private ExportTable? table;
    private XmlWriter? sheet;
    private int row;

    public override Task Begin(ExportTable table, CancellationToken cancel)
    {
        this.table = table;
        return BeginSheet(table.Title);
    }

    public override async Task Row(IReadOnlyList<object?> values, CancellationToken cancel)
    {
        if (row == MostRows) await BeginSheet($"{table!.Title} ({sheets.Count + 1})");
        await StartRow();
        foreach (var value in values) await Cell(value);
        await sheet!.WriteEndElementAsync();
        if (row % 500 == 0) await sheet.FlushAsync();
    }

    public override async Task Finish(CancellationToken cancel)
    {
        await EndSheet();
        await Part("xl/workbook.xml", async xml =>
        {
            await xml.WriteStartElementAsync(null, "workbook", Main);
            await xml.WriteAttributeStringAsync("xmlns", "r", null, Relations);
            await xml.WriteStartElementAsync(null, "sheets", Main);
            for (var at = 0; at < sheets.Count; at++)
            {
                await xml.WriteStartElementAsync(null, "sheet", Main);
                await xml.WriteAttributeStringAsync(null, "name", null, sheets[at]);
                await xml.WriteAttributeStringAsync(null, "sheetId", null, Number(at + 1));
                await xml.WriteAttributeStringAsync("r", "id", Relations, $"rId{Number(at + 1)}");
                await xml.WriteEndElementAsync();
            }
        });
        await RelationsPart("xl/_rels/workbook.xml.rels", [.. sheets.Select((_, at) => ($"rId{Number(at + 1)}", "worksheet", $"worksheets/sheet{Number(at + 1)}.xml")), ("rIdStyles", "styles", "styles.xml")]);
        await RelationsPart("_rels/.rels", [("rId1", "officeDocument", "xl/workbook.xml")]);
        await Part("xl/styles.xml", xml => xml.WriteRawAsync(Styles));
        await Part("[Content_Types].xml", async xml =>
        {
            await xml.WriteStartElementAsync(null, "Types", ContentTypes);
            await Type(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
            await Type(xml, "Default", "Extension", "xml", "application/xml");
            await Type(xml, "Override", "PartName", "/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
            await Type(xml, "Override", "PartName", "/xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
            for (var at = 1; at <= sheets.Count; at++) await Type(xml, "Override", "PartName", $"/xl/worksheets/sheet{Number(at)}.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
        });
    }

    public override async ValueTask DisposeAsync()
    {
        if (sheet is not null) await sheet.DisposeAsync();
        zip.Dispose();
    }

    private async Task BeginSheet(string title)
    {
        await EndSheet();
        sheets.Add(title);
        row = 0;
        sheet = Open($"xl/worksheets/sheet{Number(sheets.Count)}.xml");
        await sheet.WriteStartDocumentAsync();
        await sheet.WriteStartElementAsync(null, "worksheet", Main);
        await sheet.WriteRawAsync("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>""");
        await sheet.WriteRawAsync($"""<cols><col min="1" max="{Number(table!.Columns.Length)}" width="20" customWidth="1"/></cols>""");
        await sheet.WriteStartElementAsync(null, "sheetData", Main);
        await StartRow();
        foreach (var column in table.Columns) await Text(column.Heading, Heading);
        await sheet.WriteEndElementAsync();
    }

    private async Task EndSheet()
    {
        if (sheet is null) return;
        await sheet.WriteEndDocumentAsync();
        await sheet.DisposeAsync();
        sheet = null;
    }

    private async Task StartRow()
    {
        row++;
        await sheet!.WriteStartElementAsync(null, "row", Main);
        await sheet.WriteAttributeStringAsync(null, "r", null, Number(row));
    }

    private Task Cell(object? value) => value switch
    {
        null => Empty(),
        DateTimeOffset instant => Value((Office.Local(instant).DateTime - Epoch).TotalDays.ToString("R", CultureInfo.InvariantCulture), Instant),
        DateOnly day => Value(Number((int)(day.ToDateTime(TimeOnly.MinValue) - Epoch).TotalDays), Day),
        int or long => Value(SpreadsheetText.Of(value, Office), 0),
        _ => Text(SpreadsheetText.Of(value, Office), 0),
    };

    private async Task Empty()
    {
        await sheet!.WriteStartElementAsync(null, "c", Main);
        await sheet.WriteEndElementAsync();
    }

    private async Task Value(string value, int style)
    {
        await sheet!.WriteStartElementAsync(null, "c", Main);
        if (style > 0) await sheet.WriteAttributeStringAsync(null, "s", null, Number(style));
        await sheet.WriteElementStringAsync(null, "v", Main, value);
        await sheet.WriteEndElementAsync();
    }

    private async Task Text(string text, int style)
    {
        if (text.Length > LongestCell) text = Teks.ChatText.Cut(text, LongestCell);
        await sheet!.WriteStartElementAsync(null, "c", Main);
        await sheet.WriteAttributeStringAsync(null, "t", null, "inlineStr");
        if (style > 0) await sheet.WriteAttributeStringAsync(null, "s", null, Number(style));
        await sheet.WriteStartElementAsync(null, "is", Main);
        await sheet.WriteStartElementAsync(null, "t", Main);
        await sheet.WriteAttributeStringAsync("xml", "space", null, "preserve");
        await sheet.WriteStringAsync(text);
        await sheet.WriteEndElementAsync();
        await sheet.WriteEndElementAsync();
        await sheet.WriteEndElementAsync();
    }

    private async Task Part(string name, Func<XmlWriter, Task> write)
    {
        await using var xml = Open(name);
        await xml.WriteStartDocumentAsync();
        await write(xml);
        if (xml.WriteState is WriteState.Element or WriteState.Content) await xml.WriteEndDocumentAsync();
    }

    private Task RelationsPart(string name, IEnumerable<(string Id, string Kind, string Target)> relations) => Part(name, async xml =>
    {
        await xml.WriteStartElementAsync(null, "Relationships", PackageRelations);
        foreach (var (id, kind, target) in relations)
        {
            await xml.WriteStartElementAsync(null, "Relationship", PackageRelations);
            await xml.WriteAttributeStringAsync(null, "Id", null, id);
            await xml.WriteAttributeStringAsync(null, "Type", null, $"{Relations}/{kind}");
            await xml.WriteAttributeStringAsync(null, "Target", null, target);
            await xml.WriteEndElementAsync();
        }
    });

    private static async Task Type(XmlWriter xml, string element, string attribute, string value, string type)
    {
        await xml.WriteStartElementAsync(null, element, ContentTypes);
        await xml.WriteAttributeStringAsync(null, attribute, null, value);
        await xml.WriteAttributeStringAsync(null, "ContentType", null, type);
        await xml.WriteEndElementAsync();
    }

    private XmlWriter Open(string part) => XmlWriter.Create(zip.CreateEntry(part, CompressionLevel.Fastest).Open(), new XmlWriterSettings { Async = true, CloseOutput = true });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private const string Styles =
        $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>""";
}
