using System.Text.Json;
using KominfoBot.Bot.Tests.Releases;
using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class A_release_as_a_Word_document : Transcript
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    private static SentFile Document(Docx docx, string name = "Rilis Taram.docx") => new(docx.ToBytes(), name);

    private static Docx Rilis(int number = 1) => new Docx().Says("SIARAN PERS").Says(Naskah.Title, "Judul").Says(Naskah.Body(number)).Paragraph(Docx.Run("Yang perlu dibawa ") + Docx.Run("hanya", "<w:b/>") + Docx.Run(":"))
        .Item("kartu keluarga", 1).Item("surat pengantar", 1).Picture(Naskah.Photo(number)).Says("Petugas merekam sidik jari warga.", "Keterangan").Picture(Naskah.Photo(number + 10)).Says("Keterangan foto: Antrean warga (Foto: Rina Marlina)");

    [Theory, BothStores]
    public async Task Becomes_a_draft_and_goes_all_the_way_to_the_portal(StoreProvider provider)
    {
        await Begin(provider);
        var sent = await Rina.SendsFile(Document(Rilis().Table(["Nagari", "Warga"], ["Taram", "120"])));

        Rina.Hears("“Rilis Taram.docx” saya siapkan sebagai draf: judul dari dokumen, isi 102 kata, 2 foto.\nTidak ikut: baris kepala rilis. Tabel menjadi baris teks. Mohon dicek pratinjaunya.");
        var preview = Rina.Chat[^1];
        Assert.Contains($"{Naskah.Title}\n\nSarilamak, Disdukcapil", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Kependudukan · 2 foto · 102 kata", preview.Text, StringComparison.Ordinal);
        var draft = (await Office.Newest()).Draft;
        Assert.EndsWith("Yang perlu dibawa hanya:\n\n• kartu keluarga\n• surat pengantar\n\nNagari · Warga\nTaram · 120", draft.Body.Text, StringComparison.Ordinal);
        Assert.Equal([MarkKind.Bold], draft.Body.Marks.Select(mark => mark.Kind));
        Assert.Equal(["Petugas merekam sidik jari warga.", "Antrean warga (Foto: Rina Marlina)"], draft.Photos.Select(photo => photo.Caption));

        await Rina.Taps("Kirim");
        var receipt = Rina.Hears("Terkirim ke Kominfo");
        Assert.Equal(sent.Id, receipt.ReplyTo);
        var number = Naskah.NumberIn(receipt.Text);
        await Yeni.Taps("Setujui");
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");
        var item = JsonDocument.Parse(await Office.Reads("/feed.json", number)).RootElement.GetProperty("items")[0];
        Assert.Contains("Yang perlu dibawa <strong>hanya</strong>:</p><p>• kartu keluarga<br>• surat pengantar</p>", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.Contains("Antrean warga", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, item.GetProperty("attachments").GetArrayLength());
    }

    [Fact]
    public async Task In_guided_writing_it_is_the_text_below_the_typed_title()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.Says("/tulis");
        await Rina.Says("Perekaman KTP di nagari berjalan lancar");
        Rina.Forgets();
        await Rina.SendsFile(Document(Rilis()));
        Assert.Contains(Rina.Chat, message => message.Text.Contains($"Judul yang Anda tulis tetap; di dokumen: “{Naskah.Title}”.", StringComparison.Ordinal));
        Rina.Hears("2 foto diterima. Tekan Selesai bila sudah semua.");
        await Rina.Taps("Selesai");
        await Rina.Taps("Kependudukan");
        Rina.Hears("Perekaman KTP di nagari berjalan lancar", "Kependudukan · 2 foto");
    }

    [Fact]
    public async Task Where_a_title_is_awaited_it_is_the_whole_item()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.Says("/tulis");
        await Rina.SendsFile(Document(Rilis()));
        Rina.Hears(Naskah.Title, "Kependudukan · 2 foto");
        Assert.Equal(Naskah.Title, (await Office.Newest()).Draft.Title);
    }

    [Theory]
    [InlineData("Ganti isi", "Judul kedua untuk naskah yang sama", "kata2x1", "kata1x1", 3)]
    [InlineData("Tambahkan", Naskah.Title, "kata1x1", "tak ada", 3)]
    [InlineData("Berita baru", "Judul kedua untuk naskah yang sama", "kata2x1", "kata1x1", 1)]
    public async Task Into_a_draft_with_text_it_asks_first(string choice, string title, string has, string hasNot, int photos)
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.SendsFile(Document(Rilis()));
        Rina.Forgets();
        await Rina.SendsFile(Document(new Docx().Says("Judul kedua untuk naskah yang sama", "Judul").Says(Naskah.Body(2)).Picture(Naskah.Photo(30)), "Rilis kedua.docx"));
        Rina.Hears("Naskah ini sudah berisi. Isi “Rilis kedua.docx” untuk apa?");
        await Rina.Taps(choice);
        Rina.Hears(title);
        var draft = (await Office.Newest()).Draft;
        Assert.Equal(title, draft.Title);
        Assert.Contains(has, draft.Body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(hasNot, draft.Body.Text, StringComparison.Ordinal);
        Assert.Equal(photos, draft.Photos.Length);
    }

    [Fact]
    public async Task What_is_written_below_it_is_named_and_not_taken()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.SendsFile(Document(new Docx().Says(Naskah.Title, "Judul").Says(Naskah.Body())), "Mohon dimuat hari ini,\nterima kasih");
        Assert.EndsWith("tanpa foto.\nPesan di bawah dokumen tidak ikut ke naskah: “Mohon dimuat hari ini, terima kasih”.", Rina.Hears("saya siapkan sebagai draf").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mohon dimuat", (await Office.Newest()).Draft.Body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_that_cannot_be_shown_are_named_and_the_rest_comes()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.SendsFile(Document(new Docx().Says(Naskah.Title, "Judul").Says(Naskah.Body()).Picture("\u0001\0\0\0"u8.ToArray(), "emf").Picture(Photos.Pictures.Png(64, 64)).Picture([.. Photos.Pictures.PngSignature, .. Photos.Pictures.PngHeader(65535, 65535), .. Photos.Pictures.PngChunk("IDAT", Photos.Pictures.Deflated([0])), .. Photos.Pictures.PngEnd]).Picture(Naskah.Photo())));
        Rina.Hears("1 foto.", "Tidak ikut: logo atau gambar kecil, gambar “image1.emf” (bukan JPEG, PNG, atau WebP; kirim sebagai foto), dan gambar “image3.png” (lebih dari 40 megapiksel).");
        Assert.Single((await Office.Newest()).Draft.Photos);
    }

    [Fact]
    public async Task A_hostile_one_gets_a_sentence_and_what_was_going_on_goes_on()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.Says("/tulis");
        await Rina.Says(Naskah.Title);
        Rina.Forgets();
        var sent = await Rina.SendsFile(Document(Rilis().Part("word/vbaProject.bin", new byte[10]), "Rilis.docm"));
        Assert.Equal(sent.Id, Rina.HearsOnly("“Rilis.docm” memuat makro, jadi tidak saya buka.").ReplyTo);
        await Rina.SendsFile(new SentFile([1], "besar.docx", ClaimedSize: 25_000_000));
        Rina.HearsOnly("“besar.docx” 23,8 MB; batas Telegram untuk bot 20,0 MB. Kecilkan gambarnya di Word");
        Assert.Equal(1, Office.Driver.Calls.Count(call => call.Method == "getFile"));
        await Rina.SendsFile(Document(Rilis()));
        Rina.Hears("2 foto diterima");
    }

    [Theory]
    [InlineData("Rilis.doc", "berformat Word lama (.doc). Buka di Word, pilih Simpan Sebagai “Dokumen Word (.docx)”, lalu kirim lagi, atau tempel teksnya di sini.")]
    [InlineData("Rilis.odt", "berformat OpenDocument (.odt). Simpan sebagai .docx, lalu kirim lagi, atau tempel teksnya di sini.")]
    [InlineData("Rilis.rtf", "berformat RTF. Buka di Word, simpan sebagai .docx, lalu kirim lagi, atau tempel teksnya di sini.")]
    [InlineData("Rilis.pdf", "adalah PDF. Untuk rilis, kirim dokumen Word-nya (.docx) atau tempel teksnya di sini; sebagai lampiran pengumuman, kirim saat pratinjau drafnya terbuka.")]
    [InlineData("Rilis.pages", "belum dapat saya baca. Simpan sebagai .docx, lalu kirim lagi, atau tempel teksnya di sini.")]
    public async Task Other_documents_get_advice_without_being_fetched(string name, string advice)
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.SendsFile(new SentFile("apa saja"u8.ToArray(), name));
        Rina.HearsOnly($"“{name}” {advice}");
        Assert.DoesNotContain(Office.Driver.Calls, call => call.Method == "getFile");
    }

    [Fact]
    public async Task From_who_does_not_write_it_is_not_even_fetched()
    {
        await Begin(StoreProvider.Sqlite);
        await Office.Desi.SendsFile(Document(Rilis()));
        Office.Desi.HearsOnly("Menulis berita adalah tugas admin SKPD.");
        var stranger = Office.Stranger();
        await stranger.SendsFile(Document(Rilis()));
        stranger.HearsOnly("untuk petugas yang diundang");
        Assert.DoesNotContain(Office.Driver.Calls, call => call.Method == "getFile");
    }
}
