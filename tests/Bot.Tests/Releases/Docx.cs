using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace KominfoBot.Bot.Tests.Releases;

/// <summary>A Word document, put together part by part as Word does, or as somebody does who means no good.</summary>
internal sealed class Docx
{
    private const string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
        """;

    private const string Styles = $"""
        <w:styles {Namespaces}>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Judul"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="heading 2"/><w:basedOn w:val="Judul1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Keterangan"><w:name w:val="caption"/><w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Kutipan"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/></w:style>
        <w:style w:type="character" w:styleId="Kuat"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
        </w:styles>
        """;

    private const string Numbering = $"""
        <w:numbering {Namespaces}>
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        </w:numbering>
        """;

    private readonly StringBuilder body = new();
    private readonly StringBuilder links = new();
    private readonly List<(string Name, byte[] Content, CompressionLevel Level)> parts = [];
    private int pictures;

    /// <summary>A paragraph of plain words.</summary>
    public Docx Says(string text, string? style = null) => Paragraph(Run(text), style);

    public Docx Bold(string text) => Paragraph(Run(text, "<w:b/>"));

    /// <summary>An item of list 1 (bullets), 2 or 3 (numbers).</summary>
    public Docx Item(string text, int list, int level = 0) => Xml($"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{Run(text)}</w:p>");

    /// <summary>A paragraph of runs.</summary>
    public Docx Paragraph(string runs, string? style = null) => Xml($"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}{runs}</w:p>");

    public Docx Table(params string[][] rows)
        => Xml($"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc><w:p>{Run(cell)}</w:p></w:tc>"))}</w:tr>"))}</w:tbl>");

    /// <summary>A picture in a paragraph of its own.</summary>
    public Docx Picture(byte[] content, string ending = "png") => Paragraph(PictureRun(content, ending));

    /// <summary>A run with a picture.</summary>
    public string PictureRun(byte[] content, string ending = "png")
    {
        pictures++;
        var name = string.Create(CultureInfo.InvariantCulture, $"media/image{pictures}.{ending}");
        Part($"word/{name}", content, CompressionLevel.NoCompression);
        return DrawingRun($"<a:blip r:embed=\"{Link("image", name)}\"/>");
    }

    public static string DrawingRun(string inside) => $"<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>{inside}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";

    /// <summary>A reference of the text to something.</summary>
    /// <returns>Its id.</returns>
    public string Link(string kind, string target, bool outside = false)
    {
        var id = $"rId{links.Length}";
        links.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{SecurityElement.Escape(target)}\"{(outside ? " TargetMode=\"External\"" : "")}/>");
        return id;
    }

    public Docx Xml(string xml)
    {
        body.Append(xml);
        return this;
    }

    public Docx Part(string name, byte[] content, CompressionLevel level = CompressionLevel.Fastest)
    {
        parts.Add((name, content, level));
        return this;
    }

    public static string Run(string text, string look = "") => $"<w:r>{(look.Length == 0 ? "" : $"<w:rPr>{look}</w:rPr>")}<w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";

    public byte[] ToBytes() => ToBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document {Namespaces}><w:body>{body}<w:sectPr/></w:body></w:document>");

    /// <summary>With this as the text's own file.</summary>
    public byte[] ToBytes(string document)
    {
        Link("styles", "styles.xml");
        Link("numbering", "numbering.xml");
        return Zip([
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/></Types>"u8.ToArray(), CompressionLevel.Fastest),
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"u8.ToArray(), CompressionLevel.Fastest),
            ("word/_rels/document.xml.rels", Encoding.UTF8.GetBytes($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>"), CompressionLevel.Fastest),
            ("word/document.xml", Encoding.UTF8.GetBytes(document), CompressionLevel.Fastest),
            ("word/styles.xml", Encoding.UTF8.GetBytes(Styles), CompressionLevel.Fastest),
            ("word/numbering.xml", Encoding.UTF8.GetBytes(Numbering), CompressionLevel.Fastest),
            .. parts]);
    }

    public static byte[] Zip(params IEnumerable<(string Name, byte[] Content, CompressionLevel Level)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content, level) in parts)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        return bytes.ToArray();
    }
}
