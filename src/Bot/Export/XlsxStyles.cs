using System.Globalization;
using System.Text;

namespace KominfoBot.Bot.Export;

/// <summary>How a cell looks; the number is its place in the list of cell formats.</summary>
internal enum XlsxStyle
{
    Plain,
    /// <summary>Bold: the first row of a plain table.</summary>
    Heading,
    Instant,
    Day,
    /// <summary>The title of a paper.</summary>
    Title,
    /// <summary>A line below the title.</summary>
    Note,
    /// <summary>The heading of a paper's table.</summary>
    Head,
    Text,
    Count,
    /// <summary>Hours and minutes, more than 24 as well.</summary>
    Span,
    Met,
    Pending,
    Missed,
    NotDue,
    Strong,
}

/// <summary>The styles' part of a workbook (ECMA-376 part 1, 18.8).</summary>
internal static class XlsxStyles
{
    private static readonly string[] fonts =
    [
        """<font><sz val="11"/><name val="Calibri"/></font>""", """<font><b/><sz val="11"/><name val="Calibri"/></font>""", """<font><b/><sz val="14"/><name val="Calibri"/></font>""",
        """<font><sz val="10"/><color rgb="FF55616D"/><name val="Calibri"/></font>""", """<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font>""", """<font><sz val="11"/><color rgb="FF4A5560"/><name val="Calibri"/></font>""",
    ];

    private static readonly string[] fills = ["""<patternFill patternType="none"/>""", """<patternFill patternType="gray125"/>""", Solid("14663C"), Solid("B7DFC4"), Solid("E8833A"), Solid("E3E7EB")];

    /// <summary>Number format, font, fill, border (1: a hair line), and how the text lies.</summary>
    private static readonly (int Format, int Font, int Fill, int Border, string Lies)[] cells =
    [
        (0, 0, 0, 0, ""), (0, 1, 0, 0, ""), (164, 0, 0, 0, ""), (14, 0, 0, 0, ""),
        (0, 2, 0, 0, """<alignment vertical="center" wrapText="1"/>"""), (0, 3, 0, 0, """<alignment vertical="center" wrapText="1"/>"""),
        (0, 4, 2, 1, """<alignment horizontal="center" vertical="center" wrapText="1"/>"""), (0, 0, 0, 1, """<alignment vertical="center" wrapText="1"/>"""),
        (1, 0, 0, 1, Middle), (165, 0, 0, 1, Middle), (1, 4, 2, 1, Middle), (1, 0, 3, 1, Middle), (1, 1, 4, 1, Middle), (1, 5, 5, 1, Middle), (0, 1, 0, 0, """<alignment vertical="center" wrapText="1"/>"""),
    ];

    private const string Middle = """<alignment horizontal="center" vertical="center" wrapText="1"/>""";

    public static string Xml { get; } = Make();

    private static string Make()
    {
        var xml = new StringBuilder($"""<styleSheet xmlns="{XlsxBook.Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>""");
        xml.Append(CultureInfo.InvariantCulture, $"""<fonts count="{fonts.Length}">{string.Concat(fonts)}</fonts><fills count="{fills.Length}">{string.Concat(fills.Select(fill => $"<fill>{fill}</fill>"))}</fills>""");
        xml.Append("""<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>""").Append("<border>").Append(Side("left")).Append(Side("right")).Append(Side("top")).Append(Side("bottom")).Append("<diagonal/></border></borders>");
        xml.Append(CultureInfo.InvariantCulture, $"""<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="{cells.Length}">""");
        foreach (var (format, font, fill, border, lies) in cells)
            xml.Append(CultureInfo.InvariantCulture, $"""<xf numFmtId="{format}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0"{On("NumberFormat", format)}{On("Font", font)}{On("Fill", fill)}{On("Border", border)}{(lies.Length == 0 ? "/>" : $" applyAlignment=\"1\">{lies}</xf>")}""");
        return xml.Append("</cellXfs></styleSheet>").ToString();
    }

    private static string On(string what, int used) => used == 0 ? "" : $" apply{what}=\"1\"";

    private static string Side(string name) => $"""<{name} style="thin"><color rgb="FFC3CBD3"/></{name}>""";

    private static string Solid(string rgb) => $"""<patternFill patternType="solid"><fgColor rgb="FF{rgb}"/><bgColor indexed="64"/></patternFill>""";
}
