using System.Globalization;
using System.Text;
using KominfoBot.Bot.Attachments;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Tests.Conversations;

namespace KominfoBot.Bot.Tests.Attachments;

public sealed class Examining_a_PDF
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_its_pages_and_reads_its_words_page_by_page()
    {
        var (content, refusal) = await new PdfExamination().Examine(PdfFile.Of(["Pengumuman lelang jalan", "Syarat peserta"], "", PdfFile.ObjectStream("9 0 <</Type/Font>>")), Cancel);
        Assert.Null(refusal);
        Assert.Equal(2, content!.Pages);
        Assert.Equal(["Pengumuman lelang jalan", "Syarat peserta"], content.Text.Split('\f').Select(page => page.Trim()));
    }

    [Fact]
    public async Task Of_a_scan_finds_no_words() => Assert.Equal("", (await new PdfExamination().Examine(PdfFile.Of([""]), Cancel)).Content!.Text.Trim());

    public static TheoryData<string, string> Sentences => new()
    {
        { "a document", "bukan PDF. Simpan sebagai PDF" },
        { "a web page before it", "bukan PDF" },
        { "cut off", "rusak atau terpotong. Simpan ulang sebagai PDF" },
        { "no pages", "rusak atau terpotong" },
        { "encrypted", "terkunci (sandi atau pembatasan). Simpan tanpa kunci" },
        { "script", "memuat isi aktif (skrip), jadi tidak dapat diterbitkan. Cetak ke PDF" },
        { "script in disguise", "memuat isi aktif (skrip)" },
        { "script in an object stream", "memuat isi aktif (skrip)" },
        { "program", "memuat isi aktif (perintah menjalankan program)" },
        { "files in it", "memuat isi aktif (berkas lain di dalamnya)" },
        { "form that sends", "memuat isi aktif (formulir yang mengirim data)" },
        { "XFA", "memuat isi aktif (formulir yang mengirim data)" },
        { "film", "memuat isi aktif (media)" },
        { "object stream in another coding", "dikemas dengan cara yang tidak dapat saya periksa" },
        { "object stream that is none", "dikemas dengan cara yang tidak dapat saya periksa" },
        { "object stream that is a bomb", "terlalu berat untuk diperiksa" },
        { "201 pages", "201 halaman, batasnya 200" },
        { "25 MB", "25,0 MB; batas Telegram untuk bot 20,0 MB" },
    };

    [Theory, MemberData(nameof(Sentences))]
    public async Task Refuses_with_a_sentence(string what, string sentence)
    {
        var (content, refusal) = await new PdfExamination().Examine(Make(what), Cancel);
        Assert.Null(content);
        Assert.Contains(sentence, LampiranTeks.Ditolak(refusal!, "lelang.pdf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_program_takes_nothing()
    {
        var (content, refusal) = await new PdfExamination(path: "/nowhere").Examine(PdfFile.Of(["a"]), Cancel);
        Assert.Null(content);
        Assert.Equal(PdfFault.NoTool, refusal!.Fault);
    }

    /// <summary>Whatever is done to its bytes; the programs behind it are not part of this one.</summary>
    [Fact]
    public void Looks_through_any_damage()
    {
        var whole = PdfFile.Of(["Pengumuman"], "", PdfFile.ObjectStream("9 0 <</Type/Font>>"));
        var random = new Random(20_261_126);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = whole.ToArray();
            for (var times = random.Next(1, 10); times > 0; times--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            _ = PdfNames.Refuses(bytes[..random.Next(1, bytes.Length)]);
        }
    }

    private static byte[] Make(string what) => what switch
    {
        "a document" => new Releases.Docx().Says(Naskah.Title).ToBytes(),
        "a web page before it" => [.. "<html>"u8, .. PdfFile.Of(["a"])],
        "cut off" => PdfFile.Of(["a"])[..^100],
        "no pages" => "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray(),
        "encrypted" => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(PdfFile.Of(["a"])).Replace("/Root 1 0 R", "/Root 1 0 R/Encrypt 9 0 R", StringComparison.Ordinal)),
        "script" => PdfFile.Of(["a"], "/OpenAction 10 0 R", "<</S/JavaScript/JS(app.alert\\(1\\))>>"),
        "script in disguise" => PdfFile.Of(["a"], "/OpenAction 10 0 R", "<</S/Java#53cript/JS(app.alert\\(1\\))>>"),
        "script in an object stream" => PdfFile.Of(["a"], "", PdfFile.ObjectStream("11 0 <</S/JavaScript/JS(app.alert\\(1\\))>>")),
        "program" => PdfFile.Of(["a"], "/OpenAction 10 0 R", "<</S/Launch/F(calc.exe)>>"),
        "files in it" => PdfFile.Of(["a"], "/Names<</EmbeddedFiles<</Names[(a) 10 0 R]>>>>", "<</Type/Filespec/F(a.exe)>>"),
        "form that sends" => PdfFile.Of(["a"], "/OpenAction 10 0 R", "<</S/SubmitForm/F(http://127.0.0.1:1/)>>"),
        "XFA" => PdfFile.Of(["a"], "/AcroForm 10 0 R", "<</XFA[]/Fields[]>>"),
        "film" => PdfFile.Of(["a"], "", "<</Type/Annot/Subtype/RichMedia>>"),
        "object stream in another coding" => PdfFile.Of(["a"], "", PdfFile.ObjectStream("11 0 <<>>", "[/ASCII85Decode/FlateDecode]")),
        "object stream that is none" => PdfFile.Of(["a"], "", "<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length 6>>\nstream\nabcdef\nendstream"),
        "object stream that is a bomb" => PdfFile.Of(["a"], "", PdfFile.ObjectStream(new string(' ', 40_000_000))),
        "201 pages" => PdfFile.Of([.. Enumerable.Range(1, 201).Select(page => page.ToString(CultureInfo.InvariantCulture))]),
        "25 MB" => [.. "%PDF-1.4\n"u8, .. new byte[25 * 1024 * 1024 - 9]],
        _ => throw new ArgumentException(what, nameof(what)),
    };
}
