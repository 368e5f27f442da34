using System.IO.Compression;
using System.Security;
using System.Text;

namespace KominfoBot.Sandbox.Page;

/// <summary>A release as an agency writes it in Word: styles, bold words, a list, a table, a photo with its caption. Drawn up for practice; nothing of it happened.</summary>
internal static class SampleRelease
{
    private const string Photo = "4-posyandu.jpg";

    private const string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
        """;

    /// <summary>15 by 11.25 cm in English Metric Units.</summary>
    private const string Size = "cx=\"5400000\" cy=\"4050000\"";

    public static byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>
                """);
            Put(zip, "_rels/.rels", Links(("officeDocument", "word/document.xml")));
            Put(zip, "word/_rels/document.xml.rels", Links(("styles", "styles.xml"), ("numbering", "numbering.xml"), ("image", "media/foto.jpg")));
            Put(zip, "word/styles.xml", $"""
                <w:styles {Namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="160"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Judul"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Keterangan"><w:name w:val="caption"/><w:basedOn w:val="Normal"/><w:rPr><w:i/><w:sz w:val="18"/></w:rPr></w:style></w:styles>
                """);
            Put(zip, "word/numbering.xml", $"""
                <w:numbering {Namespaces}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
                """);
            Put(zip, "word/document.xml", $"<w:document {Namespaces}><w:body>{Body()}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
            using var photo = zip.CreateEntry("word/media/foto.jpg", CompressionLevel.NoCompression).Open();
            photo.Write(SamplePhotos.Read(Photo));
        }
        return bytes.ToArray();
    }

    private static string Body() => string.Concat(
        Paragraph(Run("SIARAN PERS")),
        Paragraph(Run("Disdukcapil buka layanan akta kelahiran di posyandu Nagari Pilubang"), "Judul"),
        Paragraph(Run("Sarilamak, Disdukcapil", bold: true) + Run(" — Dinas Kependudukan dan Pencatatan Sipil Kabupaten Lima Puluh Kota membuka layanan akta kelahiran di Posyandu Melati, Nagari Pilubang, Rabu (25/11/2026). Sebanyak 42 balita menerima akta pada hari yang sama.")),
        Paragraph(Run("Layanan itu didekatkan ke posyandu karena banyak orang tua belum sempat mengurus akta ke ibu kota kabupaten. “Orang tua cukup membawa berkas. Petugas mengurus sisanya sampai akta tercetak,” kata Kepala Bidang Pencatatan Sipil, Nofriyanti.")),
        Paragraph(Run("Berkas yang perlu dibawa ") + Run("hanya tiga", bold: true) + Run(":")),
        Item("surat keterangan lahir dari bidan atau rumah sakit"),
        Item("buku nikah atau kutipan akta perkawinan orang tua"),
        Item("kartu keluarga yang asli"),
        Paragraph(Run("Layanan serupa dibuka di dua nagari berikutnya:")),
        Table(["Nagari", "Hari", "Tempat"], ["Taram", "Rabu (2/12/2026)", "Posyandu Mawar"], ["Solok Bio-Bio", "Kamis (3/12/2026)", "Posyandu Anggrek"]),
        Paragraph(Run("Wali Nagari Pilubang, Syafrizal, berharap layanan ini berlanjut setiap bulan. Warga yang anaknya belum berakta dapat mendaftar kepada kader posyandu setempat, tanpa biaya.")),
        Picture(),
        Paragraph(Run("Petugas Disdukcapil melayani orang tua di Posyandu Melati, Nagari Pilubang (Foto: Disdukcapil)"), "Keterangan"));

    private static string Paragraph(string runs, string? style = null) => $"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}{runs}</w:p>";

    private static string Item(string text) => $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{Run(text)}</w:p>";

    private static string Run(string text, bool bold = false) => $"<w:r>{(bold ? "<w:rPr><w:b/></w:rPr>" : "")}<w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";

    private static string Table(params string[][] rows)
        => $"<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>{string.Concat(rows[0].Select(_ => "<w:gridCol w:w=\"3000\"/>"))}</w:tblGrid>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/></w:tcPr>{Paragraph(Run(cell))}</w:tc>"))}</w:tr>"))}</w:tbl>";

    private static string Picture() => $"""
        <w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {Size}/><wp:docPr id="1" name="Foto 1"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="foto.jpg"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId3"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {Size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
        """;

    private static string Links(params (string Kind, string Target)[] links)
        => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(links.Select((link, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{link.Kind}\" Target=\"{link.Target}\"/>"))}</Relationships>";

    private static void Put(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{xml.Trim()}"));
    }
}
