using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using KominfoBot.Bot.Releases;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Tests.Conversations;

namespace KominfoBot.Bot.Tests.Releases;

/// <summary>Each is refused with one sentence that names what was found, the limit and the next step, and none makes the program grow.</summary>
public sealed class Hostile_documents
{
    private const string OldWordStart = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    private static readonly byte[] xmlHead = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"u8.ToArray();

    public static TheoryData<string, string> Sentences => new()
    {
        { "empty", "kosong. Mohon kirim ulang" },
        { "pdf", "adalah PDF. Untuk rilis, kirim dokumen Word-nya (.docx) atau tempel teksnya" },
        { "rtf", "berformat RTF. Buka di Word, simpan sebagai .docx" },
        { "old word", "berformat Word lama (.doc). Buka di Word, pilih Simpan Sebagai “Dokumen Word (.docx)”" },
        { "encrypted", "terkunci dengan kata sandi. Simpan tanpa kata sandi" },
        { "encrypted entry", "terkunci dengan kata sandi" },
        { "odt", "berformat OpenDocument (.odt). Simpan sebagai .docx" },
        { "html", "bukan dokumen Word. Simpan sebagai .docx" },
        { "photo", "bukan dokumen Word" },
        { "workbook", "bukan dokumen Word" },
        { "zip of anything", "bukan dokumen Word" },
        { "truncated", "rusak atau terpotong. Buka di Word, simpan ulang" },
        { "half of its text", "rusak atau terpotong" },
        { "two files of one name", "rusak atau terpotong" },
        { "macros", "memuat makro, jadi tidak saya buka. Simpan sebagai “Dokumen Word (.docx)” tanpa makro" },
        { "entry above the root", "memuat nama berkas yang menunjuk ke luar dokumen (“../../etc/cron.d/x”)" },
        { "absolute entry", "menunjuk ke luar dokumen (“/etc/passwd”)" },
        { "entry of Windows", "menunjuk ke luar dokumen (“C:\\temp\\x”)" },
        { "1,001 entries", "berisi 1.007 berkas di dalamnya, batasnya 1.000" },
        { "entries that the count hides", "berisi 1.001 berkas di dalamnya, batasnya 1.000" },
        { "declared bomb", "mengembang menjadi 60,0 MB (lebih dari 150 kali lipat)" },
        { "undeclared bomb", "rusak atau terpotong" },
        { "bomb in small pieces", "menjadi 105,0 MB setelah dibuka, batasnya 100,0 MB" },
        { "entities", "memuat deklarasi XML yang tidak ada pada dokumen Word (DTD)" },
        { "entities in UTF-16", "(DTD)" },
        { "outside entity", "(DTD)" },
        { "5,000 pages", "terlalu panjang untuk rilis" },
        { "100,001 characters", "terlalu panjang untuk rilis (100.001 karakter, batas 100.000)" },
        { "2,001 paragraphs", "terlalu panjang untuk rilis (2.001 paragraf, batas 2.000)" },
        { "11 MB of text", "bagian teksnya lebih dari 10,0 MB" },
        { "depth", "rusak atau terpotong" },
        { "attributes", "rusak atau terpotong" },
        { "a tag of 2 MB", "bagian teksnya lebih dari 10,0 MB" },
        { "names", "rusak atau terpotong" },
        { "a style that is its own parent", "" },
        { "a reference that leads out", "" },
        { "pictures only", "tidak berisi teks" },
    };

    [Theory, MemberData(nameof(Sentences))]
    public void Get_a_sentence(string what, string sentence)
    {
        var document = Make(what);
        using var file = new MemoryStream(document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var opened = WordRelease.Open(file, 160, out var refusal);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        // Of what was allocated most is gone again; a document of 20 MB that was held whole as XML would be beyond this.
        Assert.True(allocated < 120_000_000, $"{allocated:N0} bytes");
        if (sentence.Length == 0)
        {
            Assert.Null(refusal);
            return;
        }
        Assert.NotNull(refusal);
        Assert.Contains(sentence, RilisTeks.Ditolak(refusal, "Rilis.docx"), StringComparison.Ordinal);
        Assert.StartsWith("“Rilis.docx” ", RilisTeks.Ditolak(refusal, "Rilis.docx"), StringComparison.Ordinal);
    }

    /// <summary>Whatever is done to a document's bytes, it is read or refused, and nothing else happens. Each run the same documents.</summary>
    [Fact]
    public async Task Of_any_damage_are_read_or_refused()
    {
        var whole = Ordinary().Picture(Naskah.Photo()).Says("Petugas merekam.", "Keterangan").Table(["a", "b"]).Item("satu", 2).ToBytes();
        var random = new Random(20_261_126);
        var (read, refused) = (0, 0);
        for (var round = 0; round < 500; round++)
        {
            var bytes = whole.ToArray();
            for (var times = random.Next(1, 12); times > 0; times--)
            {
                var at = random.Next(bytes.Length);
                switch (random.Next(5))
                {
                    case 0:
                        bytes[at] ^= (byte)(1 << random.Next(8));
                        break;
                    case 1:
                        bytes[at] = (byte)random.Next(256);
                        break;
                    case 2:
                        bytes.AsSpan(at, Math.Min(4, bytes.Length - at)).Fill(0xFF);
                        break;
                    case 3:
                        var from = random.Next(bytes.Length);
                        var count = Math.Min(random.Next(1, 64), bytes.Length - Math.Max(at, from));
                        bytes.AsSpan(from, count).CopyTo(bytes.AsSpan(at));
                        break;
                    default:
                        // Where ZIP keeps its directory damage is most telling.
                        bytes[^random.Next(1, Math.Min(700, bytes.Length))] = (byte)random.Next(256);
                        break;
                }
            }
            if (random.Next(6) == 0) bytes = bytes[..random.Next(bytes.Length)];
            using var file = new MemoryStream(bytes);
            using var document = WordRelease.Open(file, 160, out var refusal);
            Assert.True(document is null == refusal is not null);
            if (document is null) refused++;
            else read++;
            foreach (var picture in document?.Release.Pictures ?? [])
                await document!.CopyPicture(picture, Stream.Null, 1_000_000, TestContext.Current.CancellationToken);
        }
        Assert.True(read > 20 && refused > 20, $"{read} read, {refused} refused");
    }

    /// <summary>The same for its XML, which no checksum guards.</summary>
    [Fact]
    public void Of_any_damage_to_their_text_are_read_or_refused()
    {
        var random = new Random(42);
        var text = Encoding.UTF8.GetString(Part(Ordinary().Item("satu", 2).Item("dua", 3, 1).Table(["a", "b"], ["c", "d"]).ToBytes(), "word/document.xml"));
        string[] splinters = ["<w:p>", "</w:p>", "<w:tbl>", "</w:tbl>", "<w:r>", "<w:tc>", "<w:t>", "&#0;", "&x;", "<w:numId w:val=\"99999999999\"/>", "<w:numId w:val=\"-1\"/>", "<w:pStyle w:val=\"\"/>", "]]>", "<!--", "\uFFFF", "<a:blip r:embed=\"\"/>", "<w:ilvl w:val=\"77\"/>"];
        for (var round = 0; round < 500; round++)
        {
            var damaged = text;
            for (var times = random.Next(1, 6); times > 0; times--)
            {
                var (at, length) = (random.Next(damaged.Length), random.Next(0, 30));
                damaged = damaged[..at] + (random.Next(2) == 0 ? splinters[random.Next(splinters.Length)] : "") + damaged[Math.Min(damaged.Length, at + length)..];
            }
            using var file = new MemoryStream(new Docx().ToBytes(damaged));
            using var document = WordRelease.Open(file, 160, out var refusal);
            Assert.True(document is null == refusal is not null, damaged);
        }
    }

    private static Docx Ordinary() => new Docx().Says(Naskah.Title, "Judul").Says(Naskah.Body());

    private static byte[] Make(string what)
    {
        switch (what)
        {
            case "empty":
                return [];
            case "pdf":
                return "%PDF-1.7\n"u8.ToArray();
            case "rtf":
                return "{\\rtf1\\ansi Rilis}"u8.ToArray();
            case "old word":
                return [.. Encoding.Latin1.GetBytes(OldWordStart), .. new byte[4096], .. Encoding.Unicode.GetBytes("WordDocument")];
            case "encrypted":
                // The name lies across the border of what is read at once.
                return [.. Encoding.Latin1.GetBytes(OldWordStart), .. new byte[65_536 - 20], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[512]];
            case "encrypted entry":
                return Flag(Ordinary().ToBytes());
            case "odt":
                return Docx.Zip([("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray(), CompressionLevel.NoCompression), ("content.xml", "<x/>"u8.ToArray(), CompressionLevel.Fastest)]);
            case "html":
                return "<html><body>Rilis</body></html>"u8.ToArray();
            case "photo":
                return Naskah.Photo();
            case "workbook":
                return Docx.Zip([("[Content_Types].xml", "<Types/>"u8.ToArray(), CompressionLevel.Fastest), ("xl/workbook.xml", "<workbook/>"u8.ToArray(), CompressionLevel.Fastest)]);
            case "zip of anything":
                return Docx.Zip([("a.txt", "a"u8.ToArray(), CompressionLevel.Fastest), ("b.zip", Docx.Zip([("c.txt", "c"u8.ToArray(), CompressionLevel.Fastest)]), CompressionLevel.Fastest)]);
            case "truncated":
                return Ordinary().ToBytes()[..^400];
            case "half of its text":
                return new Docx().ToBytes("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>");
            case "two files of one name":
                return Ordinary().Part("WORD/document.xml", "<x/>"u8.ToArray()).ToBytes();
            case "macros":
                return Ordinary().Part("word/vbaProject.bin", new byte[100]).ToBytes();
            case "entry above the root":
                return Ordinary().Part("../../etc/cron.d/x", "x"u8.ToArray()).ToBytes();
            case "absolute entry":
                return Ordinary().Part("/etc/passwd", "x"u8.ToArray()).ToBytes();
            case "entry of Windows":
                return Ordinary().Part("C:\\temp\\x", "x"u8.ToArray()).ToBytes();
            case "1,001 entries":
                return Many(1001).ToBytes();
            case "entries that the count hides":
                var many = Many(3000).ToBytes();
                BinaryPrimitives.WriteUInt16LittleEndian(many.AsSpan(many.Length - 22 + 10), 6);
                return many;
            case "declared bomb":
                return Ordinary().Part("word/media/image1.png", new byte[60 * 1024 * 1024], CompressionLevel.SmallestSize).ToBytes();
            case "undeclared bomb":
                return Undeclared(new Docx().ToBytes(Encoding.UTF8.GetString(xmlHead) + new string(' ', 9_000_000) + "</w:body></w:document>"));
            case "bomb in small pieces":
                var pieces = Ordinary();
                // Each below the size from which the ratio is asked for.
                for (var i = 0; i < 140; i++) pieces.Part(string.Create(CultureInfo.InvariantCulture, $"word/media/image{i}.png"), new byte[768 * 1024]);
                return pieces.ToBytes();
            case "entities":
                return new Docx().ToBytes("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>");
            case "entities in UTF-16":
                return Replace(Ordinary(), [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")]);
            case "outside entity":
                return new Docx().ToBytes("<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><x/>");
            case "5,000 pages":
                return new Docx().ToBytes(Long(5000 * 3, 200));
            case "100,001 characters":
                return new Docx().Says(new string('a', 50_000)).Says(new string('b', 50_001)).ToBytes();
            case "2,001 paragraphs":
                return new Docx().ToBytes(Long(2001, 3));
            case "11 MB of text":
                return new Docx().ToBytes(Long(60_000, 150));
            case "depth":
                return new Docx().ToBytes(Encoding.UTF8.GetString(xmlHead) + string.Concat(Enumerable.Repeat("<w:p>", 500_000)));
            case "attributes":
                return new Docx().ToBytes($"<w:document {string.Join(' ', Enumerable.Range(0, 400_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}=''")))}/>");
            case "a tag of 2 MB":
                return new Docx().ToBytes($"<w:document a='{new string('a', 2_000_000)}'/>");
            case "names":
                return new Docx().ToBytes(Encoding.UTF8.GetString(xmlHead) + string.Concat(Enumerable.Range(0, 200_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"<n{i}/>"))) + "</w:body></w:document>");
            case "a style that is its own parent":
                return Replace(Ordinary(), "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:styleId=\"Judul\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"B\"/></w:style><w:style w:styleId=\"B\"><w:name w:val=\"B\"/><w:basedOn w:val=\"Judul\"/></w:style></w:styles>"u8.ToArray(), "word/styles.xml");
            case "a reference that leads out":
                var astray = Ordinary();
                astray.Paragraph(Docx.DrawingRun($"<a:blip r:embed=\"{astray.Link("image", "../../../../etc/passwd")}\"/>"));
                return astray.ToBytes();
            case "pictures only":
                return new Docx().Picture(Naskah.Photo()).ToBytes();
            default:
                throw new ArgumentException(what, nameof(what));
        }
    }

    private static Docx Many(int count)
    {
        var docx = Ordinary();
        for (var i = 0; i < count; i++) docx.Part(string.Create(CultureInfo.InvariantCulture, $"x/{i}"), []);
        return docx;
    }

    /// <summary>Paragraphs of different words, so that they do not pack like a bomb.</summary>
    private static string Long(int paragraphs, int words)
    {
        var random = new Random(7);
        var text = new StringBuilder(Encoding.UTF8.GetString(xmlHead));
        for (var i = 0; i < paragraphs; i++)
        {
            text.Append("<w:p><w:r><w:t>");
            for (var word = 0; word < words; word++) text.Append((char)random.Next('a', 'z')).Append((char)random.Next('a', 'z')).Append(' ');
            text.Append("</w:t></w:r></w:p>");
        }
        return text.Append("</w:body></w:document>").ToString();
    }

    /// <summary>The directory and the file's own head say that the text has a hundred bytes.</summary>
    private static byte[] Undeclared(byte[] zip)
    {
        for (var at = 0; at < zip.Length - 50; at++)
        {
            var signature = BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at));
            var (size, name) = signature == 0x02014b50 ? (at + 24, at + 46) : signature == 0x04034b50 ? (at + 22, at + 30) : (0, 0);
            if (size > 0 && zip.AsSpan(name).StartsWith("word/document.xml"u8)) BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(size), 100);
        }
        return zip;
    }

    private static byte[] Flag(byte[] zip)
    {
        for (var at = 0; at < zip.Length - 50; at++)
            if (BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at)) == 0x02014b50) zip[at + 8] |= 1;
        return zip;
    }

    private static byte[] Replace(Docx docx, byte[] content, string name = "word/document.xml")
    {
        using var bytes = new MemoryStream();
        bytes.Write(docx.ToBytes());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)!.Delete();
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }
        return bytes.ToArray();
    }

    private static byte[] Part(byte[] docx, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var entry = zip.GetEntry(name)!.Open();
        using var content = new MemoryStream();
        entry.CopyTo(content);
        return content.ToArray();
    }
}
