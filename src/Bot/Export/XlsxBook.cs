using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Export;

/// <summary>How a sheet lies on paper: A4, as wide as the paper, the rows named repeated on each page, and what stands at the foot.</summary>
/// <param name="Repeated">The first and last row (from 1) that each page begins with; null: none.</param>
/// <param name="Foot">ECMA-376's codes of a footer, e.g. <c>&amp;P</c> for the page.</param>
internal sealed record XlsxPrint(bool Landscape, (int First, int Last)? Repeated, string Foot);

/// <summary>What is known of a sheet before its first row.</summary>
/// <param name="Widths">Of its columns, in characters; empty: each 20, as many as <paramref name="Columns"/>.</param>
internal sealed record XlsxSheet(string Title, int Columns, ImmutableArray<double> Widths, int FrozenRows = 1, int FrozenColumns = 0, XlsxPrint? Print = null);

/// <summary>A cell's value (text, number, instant, day, span, <see cref="ExportWord"/> or null) and how it looks.</summary>
internal readonly record struct XlsxCell(object? Value, XlsxStyle Style = XlsxStyle.Plain);

/// <summary>
/// A workbook (ECMA-376, SpreadsheetML), written straight into its ZIP, sheet by sheet and row by row: texts are inline strings and never formulas, instants and
/// days are dates by the office's clocks, spans are hours and minutes.
/// </summary>
internal sealed class XlsxBook(Stream stream, OfficeTime office) : IAsyncDisposable
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>Limits of a sheet and of a cell.</summary>
    public const int MostRows = 1_048_576;
    private const int LongestCell = 32_767;

    /// <summary>Day 0 of a spreadsheet's calendar, which takes 1900 for a leap year: right from March 1900 on.</summary>
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<XlsxSheet> sheets = [];
    private readonly List<string> merged = [];
    private XmlWriter? sheet;

    public int Sheets => sheets.Count;

    /// <summary>Rows of the present sheet.</summary>
    public int Rows { get; private set; }

    public async Task Begin(XlsxSheet begun)
    {
        await EndSheet();
        sheets.Add(begun);
        Rows = 0;
        merged.Clear();
        sheet = Open($"xl/worksheets/sheet{Number(sheets.Count)}.xml");
        await sheet.WriteStartDocumentAsync();
        await sheet.WriteStartElementAsync(null, "worksheet", Main);
        if (begun.Print is not null) await sheet.WriteRawAsync("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>""");
        await sheet.WriteRawAsync($"""<sheetViews><sheetView{(begun.Print is null ? "" : " showGridLines=\"0\"")} workbookViewId="0">{Pane(begun)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>""");
        if (begun.Widths.IsDefaultOrEmpty) await sheet.WriteRawAsync($"""<col min="1" max="{Number(begun.Columns)}" width="20" customWidth="1"/>""");
        else
            for (var at = 0; at < begun.Widths.Length; at++) await sheet.WriteRawAsync(string.Create(CultureInfo.InvariantCulture, $"""<col min="{at + 1}" max="{at + 1}" width="{begun.Widths[at]}" customWidth="1"/>"""));
        await sheet.WriteRawAsync("</cols>");
        await sheet.WriteStartElementAsync(null, "sheetData", Main);
    }

    /// <param name="height">In points; null: as high as the text.</param>
    public async Task Row(IEnumerable<XlsxCell> cells, double? height = null)
    {
        Rows++;
        await sheet!.WriteStartElementAsync(null, "row", Main);
        await sheet.WriteAttributeStringAsync(null, "r", null, Number(Rows));
        if (height is { } points)
        {
            await sheet.WriteAttributeStringAsync(null, "ht", null, points.ToString(CultureInfo.InvariantCulture));
            await sheet.WriteAttributeStringAsync(null, "customHeight", null, "1");
        }
        foreach (var cell in cells) await Cell(cell.Value, cell.Style);
        await sheet.WriteEndElementAsync();
        if (Rows % 500 == 0) await sheet.FlushAsync();
    }

    /// <summary>Makes the last row's cells from one column to another (A is 1) one cell.</summary>
    public void Merge(int from, int to) => merged.Add($"{(char)('A' + from - 1)}{Number(Rows)}:{(char)('A' + to - 1)}{Number(Rows)}");

    /// <summary>After the last sheet.</summary>
    public async Task Finish()
    {
        await EndSheet();
        await Part("xl/workbook.xml", Workbook);
        await RelationsPart("xl/_rels/workbook.xml.rels", [.. sheets.Select((_, at) => ($"rId{Number(at + 1)}", "worksheet", $"worksheets/sheet{Number(at + 1)}.xml")), ("rIdStyles", "styles", "styles.xml")]);
        await RelationsPart("_rels/.rels", [("rId1", "officeDocument", "xl/workbook.xml")]);
        await Part("xl/styles.xml", xml => xml.WriteRawAsync(XlsxStyles.Xml));
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

    public async ValueTask DisposeAsync()
    {
        if (sheet is not null) await sheet.DisposeAsync();
        zip.Dispose();
    }

    private static string Pane(XlsxSheet of)
    {
        if (of is { FrozenRows: 0, FrozenColumns: 0 }) return "";
        var corner = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + of.FrozenColumns)}{of.FrozenRows + 1}");
        var pane = of switch { { FrozenColumns: 0 } => "bottomLeft", { FrozenRows: 0 } => "topRight", _ => "bottomRight" };
        return $"""<pane{(of.FrozenColumns > 0 ? $" xSplit=\"{Number(of.FrozenColumns)}\"" : "")}{(of.FrozenRows > 0 ? $" ySplit=\"{Number(of.FrozenRows)}\"" : "")} topLeftCell="{corner}" activePane="{pane}" state="frozen"/>""";
    }

    private async Task EndSheet()
    {
        if (sheet is null) return;
        var ended = sheets[^1];
        await sheet.WriteEndElementAsync();
        if (merged.Count > 0) await sheet.WriteRawAsync($"""<mergeCells count="{Number(merged.Count)}">{string.Concat(merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>""");
        if (ended.Print is { } print)
        {
            await sheet.WriteRawAsync($"""<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="{(print.Landscape ? "landscape" : "portrait")}" fitToWidth="1" fitToHeight="0"/>""");
            await sheet.WriteStartElementAsync(null, "headerFooter", Main);
            await sheet.WriteElementStringAsync(null, "oddFooter", Main, print.Foot);
            await sheet.WriteEndElementAsync();
        }
        await sheet.WriteEndDocumentAsync();
        await sheet.DisposeAsync();
        sheet = null;
    }

    private Task Cell(object? value, XlsxStyle style) => value switch
    {
        null => Empty(style),
        DateTimeOffset instant => Number((office.Local(instant).DateTime - Epoch).TotalDays.ToString("R", CultureInfo.InvariantCulture), style == XlsxStyle.Plain ? XlsxStyle.Instant : style),
        DateOnly day => Number(Number((int)(day.ToDateTime(TimeOnly.MinValue) - Epoch).TotalDays), style == XlsxStyle.Plain ? XlsxStyle.Day : style),
        TimeSpan span => Number(span.TotalDays.ToString("R", CultureInfo.InvariantCulture), style),
        int or long or double => Number(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), style),
        _ => Text(SpreadsheetText.Of(value, office), style),
    };

    private async Task Empty(XlsxStyle style)
    {
        await sheet!.WriteStartElementAsync(null, "c", Main);
        await Style(style);
        await sheet.WriteEndElementAsync();
    }

    private async Task Number(string value, XlsxStyle style)
    {
        await sheet!.WriteStartElementAsync(null, "c", Main);
        await Style(style);
        await sheet.WriteElementStringAsync(null, "v", Main, value);
        await sheet.WriteEndElementAsync();
    }

    private async Task Text(string text, XlsxStyle style)
    {
        if (text.Length > LongestCell) text = Teks.ChatText.Cut(text, LongestCell);
        await sheet!.WriteStartElementAsync(null, "c", Main);
        await sheet.WriteAttributeStringAsync(null, "t", null, "inlineStr");
        await Style(style);
        await sheet.WriteStartElementAsync(null, "is", Main);
        await sheet.WriteStartElementAsync(null, "t", Main);
        await sheet.WriteAttributeStringAsync("xml", "space", null, "preserve");
        await sheet.WriteStringAsync(text);
        await sheet.WriteEndElementAsync();
        await sheet.WriteEndElementAsync();
        await sheet.WriteEndElementAsync();
    }

    private async Task Style(XlsxStyle style)
    {
        if (style != XlsxStyle.Plain) await sheet!.WriteAttributeStringAsync(null, "s", null, Number((int)style));
    }

    private async Task Workbook(XmlWriter xml)
    {
        await xml.WriteStartElementAsync(null, "workbook", Main);
        await xml.WriteAttributeStringAsync("xmlns", "r", null, Relations);
        await xml.WriteStartElementAsync(null, "sheets", Main);
        for (var at = 0; at < sheets.Count; at++)
        {
            await xml.WriteStartElementAsync(null, "sheet", Main);
            await xml.WriteAttributeStringAsync(null, "name", null, sheets[at].Title);
            await xml.WriteAttributeStringAsync(null, "sheetId", null, Number(at + 1));
            await xml.WriteAttributeStringAsync("r", "id", Relations, $"rId{Number(at + 1)}");
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
        if (!sheets.Exists(each => each.Print?.Repeated is not null)) return;
        await xml.WriteStartElementAsync(null, "definedNames", Main);
        for (var at = 0; at < sheets.Count; at++)
        {
            if (sheets[at].Print?.Repeated is not var (first, last)) continue;
            await xml.WriteStartElementAsync(null, "definedName", Main);
            await xml.WriteAttributeStringAsync(null, "name", null, "_xlnm.Print_Titles");
            await xml.WriteAttributeStringAsync(null, "localSheetId", null, Number(at));
            await xml.WriteStringAsync($"'{sheets[at].Title.Replace("'", "''", StringComparison.Ordinal)}'!${Number(first)}:${Number(last)}");
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
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
}
