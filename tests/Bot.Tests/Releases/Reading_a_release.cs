using KominfoBot.Bot.Releases;
using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Tests.Releases;

public sealed class Reading_a_release
{
    private const string Opening = "Sarilamak, Disdukcapil — Petugas mendatangi warga Nagari Taram sejak pagi dan merekam data mereka di halaman kantor wali nagari, sehingga warga lanjut usia tidak perlu menempuh jalan ke ibu kota kabupaten.";

    [Fact]
    public void The_title_is_what_bears_the_style_of_a_title()
    {
        var release = Read(new Docx().Says("SIARAN PERS").Says(Naskah.Title, "Judul").Says(Opening));
        Assert.Equal(Naskah.Title, release.Title);
        Assert.Equal(Opening, release.Body.Text);
        Assert.Equal([Omission.Heading], release.Omissions);
    }

    [Fact]
    public void Or_a_heading_or_the_first_bold_line_or_the_first_short_one()
    {
        Assert.Equal(Naskah.Title, Read(new Docx().Says(Naskah.Title, "Judul1").Says(Opening)).Title);
        Assert.Equal(Naskah.Title, Read(new Docx().Says("Dinas Kependudukan dan Pencatatan Sipil").Says("Nomor: 480/12/DUKCAPIL/2026").Bold(Naskah.Title).Says(Opening)).Title);
        Assert.Equal(Naskah.Title, Read(new Docx().Says("Nomor: 480/12/DUKCAPIL/2026").Says($"Judul: {Naskah.Title}").Says(Opening)).Title);
        Assert.Equal(Naskah.Title, Read(new Docx().Bold("Disdukcapil jemput bola").Bold("rekam KTP di Nagari Taram").Says(Opening)).Title);
    }

    [Fact]
    public void What_stands_above_the_title_stays_in_the_text()
        => Assert.Equal($"Dinas Kependudukan dan Pencatatan Sipil\n\n{Opening}", Read(new Docx().Says("Dinas Kependudukan dan Pencatatan Sipil").Bold(Naskah.Title).Says(Opening)).Body.Text);

    [Fact]
    public void A_text_that_begins_at_once_has_no_title()
    {
        var release = Read(new Docx().Says(Opening).Says("Penutup."));
        Assert.Null(release.Title);
        Assert.Equal($"{Opening}\n\nPenutup.", release.Body.Text);
    }

    [Fact]
    public void Bold_italic_and_links_stay_and_runs_of_one_look_are_one_mark()
    {
        var docx = new Docx().Says(Naskah.Title, "Judul");
        var link = docx.Link("hyperlink", "https://dukcapil.contoh.go.id/layanan", outside: true);
        docx.Paragraph(Docx.Run("Bupati ") + Docx.Run("Safni", "<w:b/>") + Docx.Run(" Sikumbang", "<w:b/>") + Docx.Run(" berkata ") + Docx.Run("dunsanak", "<w:i/>") + Docx.Run(", ")
            + Docx.Run("tidak tebal", "<w:rStyle w:val=\"Kuat\"/><w:b w:val=\"0\"/>") + Docx.Run(" ") + $"<w:hyperlink r:id=\"{link}\">{Docx.Run("lihat", "<w:u w:val=\"single\"/>")}</w:hyperlink>" + Docx.Run("."));
        var body = Read(docx).Body;
        Assert.Equal("Bupati Safni Sikumbang berkata dunsanak, tidak tebal lihat.", body.Text);
        Assert.Equal([new Mark(7, 15, MarkKind.Bold), new Mark(31, 8, MarkKind.Italic), new Mark(53, 5, MarkKind.Link, "https://dukcapil.contoh.go.id/layanan")], body.Marks);
    }

    [Fact]
    public void Lists_are_counted_as_Word_counts_them()
    {
        var body = Read(new Docx().Says(Naskah.Title, "Judul").Says("Syaratnya:").Item("kartu keluarga", 1).Item("surat pengantar", 1).Says("Caranya:")
            .Item("mendaftar", 2).Item("pagi", 2, 1).Item("siang", 2, 1).Item("difoto", 2).Item("selesai", 3)).Body;
        Assert.Equal("Syaratnya:\n\n• kartu keluarga\n• surat pengantar\n\nCaranya:\n\n1. mendaftar\na) pagi\nb) siang\n2. difoto\n5. selesai", body.Text);
    }

    [Fact]
    public void A_table_becomes_lines_and_that_is_told()
    {
        var release = Read(new Docx().Says(Naskah.Title, "Judul").Says(Opening).Table(["Nagari", "Perekaman"], ["Taram", "120"]).Says("Penutup."));
        Assert.Equal($"{Opening}\n\nNagari · Perekaman\nTaram · 120\n\nPenutup.", release.Body.Text);
        Assert.Equal([Omission.Tables], release.Omissions);
    }

    [Fact]
    public void A_photo_takes_the_caption_below_it_by_style_or_by_its_first_words()
    {
        var docx = new Docx().Says(Naskah.Title, "Judul").Says(Opening).Picture(Naskah.Photo(1)).Says("Petugas merekam sidik jari warga.", "Keterangan").Says("Tengah.")
            .Picture(Naskah.Photo(2)).Says("Keterangan foto: Antrean warga di kantor nagari (Foto: Rina)").Picture(Naskah.Photo(3)).Says("Foto: Wali nagari menyerahkan kartu.").Picture(Naskah.Photo(4)).Says("Penutup.");
        var release = Read(docx);
        Assert.Equal(["Petugas merekam sidik jari warga.", "Antrean warga di kantor nagari (Foto: Rina)", "Wali nagari menyerahkan kartu.", null], release.Pictures.Select(picture => picture.Caption));
        Assert.Equal($"{Opening}\n\nTengah.\n\nPenutup.", release.Body.Text);
    }

    [Fact]
    public void A_photo_and_its_caption_may_stand_in_a_table_made_for_the_layout()
    {
        var docx = new Docx().Says(Naskah.Title, "Judul").Says(Opening);
        docx.Xml($"<w:tbl><w:tr><w:tc><w:p>{docx.PictureRun(Naskah.Photo(1))}</w:p><w:p><w:pPr><w:pStyle w:val=\"Keterangan\"/></w:pPr>{Docx.Run("Kiri.")}</w:p></w:tc><w:tc><w:p>{docx.PictureRun(Naskah.Photo(2))}</w:p><w:p>{Docx.Run("Foto: Kanan.")}</w:p></w:tc></w:tr></w:tbl>");
        Assert.Equal(["Kiri.", "Kanan."], Read(docx).Pictures.Select(picture => picture.Caption));
    }

    [Fact]
    public void Quotes_and_headings_within_the_text_keep_their_look()
    {
        var body = Read(new Docx().Says(Naskah.Title, "Judul").Says("Latar", "Judul2").Says("Kami datang.", "Kutipan")).Body;
        Assert.Equal([new Mark(0, 5, MarkKind.Bold), new Mark(7, 12, MarkKind.Quote)], body.Marks);
    }

    public static TheoryData<string, string, Omission> LeftOut => new()
    {
        { "deletions", $"<w:p>{Docx.Run("Tetap")}<w:del>{Docx.Run(" dicoret").Replace("w:t>", "w:delText>").Replace("<w:t ", "<w:delText ")}</w:del><w:ins>{Docx.Run(" masuk")}</w:ins></w:p>", Omission.TrackedChanges },
        { "hidden", $"<w:p>{Docx.Run("Tetap masuk")}{Docx.Run(" rahasia", "<w:vanish/>")}</w:p>", Omission.HiddenText },
        { "footnote", $"<w:p>{Docx.Run("Tetap masuk")}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>", Omission.Footnotes },
        { "comment", $"<w:p><w:commentRangeStart w:id=\"0\"/>{Docx.Run("Tetap masuk")}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>", Omission.Comments },
        { "text box", $"<w:p>{Docx.Run("Tetap masuk")}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent><w:p>{Docx.Run("Di kotak")}</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>{Docx.Run("Di kotak")}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>", Omission.TextBoxes },
        { "chart", $"<w:p>{Docx.Run("Tetap masuk")}<w:r><w:drawing><c:chart r:id=\"rId9\"/></w:drawing></w:r></w:p>", Omission.Charts },
        { "equation", $"<w:p>{Docx.Run("Tetap masuk")}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>", Omission.Equations },
        { "object", $"<w:p>{Docx.Run("Tetap masuk")}<w:r><w:object><v:shape><v:imagedata r:id=\"rId9\"/></v:shape><o:OLEObject/></w:object></w:r></w:p>", Omission.EmbeddedFiles },
        { "header", $"<w:p><w:pPr><w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId9\"/></w:sectPr></w:pPr>{Docx.Run("Tetap masuk")}</w:p>", Omission.Headers },
        { "linked picture", $"<w:p>{Docx.Run("Tetap masuk")}{Docx.DrawingRun("<a:blip r:link=\"rId9\"/>")}</w:p>", Omission.OutsideFiles },
    };

    [Theory, MemberData(nameof(LeftOut))]
    public void What_does_not_come_along_is_named(string what, string xml, Omission omission)
    {
        var release = Read(new Docx().Says(Naskah.Title, "Judul").Xml(xml));
        Assert.True(release.Body.Text == "Tetap masuk", what);
        Assert.Equal([omission], release.Omissions);
        Assert.Empty(release.Pictures);
    }

    [Fact]
    public void Content_controls_fields_and_tabs_lose_no_words()
        => Assert.Equal("Sarilamak, 26 November 2026\nbaris kedua", Read(new Docx().Says(Naskah.Title, "Judul").Xml(
            $"<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p>{Docx.Run("Sarilamak,")}<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:smartTag>{Docx.Run("26 November 2026")}</w:smartTag><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:br/></w:r><w:r><w:br w:type=\"page\"/></w:r>{Docx.Run("baris kedua")}</w:p></w:sdtContent></w:sdt>")).Body.Text);

    private static Release Read(Docx docx)
    {
        using var file = new MemoryStream(docx.ToBytes());
        using var document = WordRelease.Open(file, 160, out var refusal);
        Assert.Null(refusal);
        return document!.Release;
    }
}
