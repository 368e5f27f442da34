using KominfoBot.Sandbox;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>Each wrong message gets one kind sentence that says what is accepted, and what was going on goes on.</summary>
public sealed class Messages_that_do_not_fit : Transcript
{
    [Fact]
    public async Task Of_other_kinds_get_one_sentence_at_any_step()
    {
        foreach (var kind in Enum.GetValues<OtherKind>())
        {
            await Rina.Sends(kind);
            Rina.HearsOnly("untuk berita saya hanya menerima teks, foto (JPEG, PNG, atau WebP), dan dokumen Word (.docx)");
        }
        await Rina.Says("/tulis");
        Rina.Forgets();
        await Rina.Sends(OtherKind.Voice);
        Rina.HearsOnly("hanya menerima teks, foto");
        await Rina.Says(Naskah.Title);
        Rina.HearsOnly("Sekarang isi beritanya");
    }

    [Fact]
    public async Task A_PDF_where_a_photo_belongs()
    {
        await AtPhotos();
        var sent = await Rina.SendsFile(new SentFile("%PDF-1.7"u8.ToArray(), "Rilis kegiatan.pdf"));

        Assert.Equal(sent.Id, Rina.HearsOnly("“Rilis kegiatan.pdf” adalah PDF. Untuk rilis, kirim dokumen Word-nya (.docx) atau tempel teksnya di sini; sebagai lampiran pengumuman, kirim saat pratinjau drafnya terbuka.").ReplyTo);
        await PhotosGoOn();
    }

    [Fact]
    public async Task A_PDF_that_pretends_to_be_a_photo()
    {
        await AtPhotos();
        await Rina.SendsFile(new SentFile("%PDF-1.7\n"u8.ToArray(), "kegiatan.jpg"));
        Rina.HearsOnly("“kegiatan.jpg” bukan foto. Saya menerima foto JPEG, PNG, atau WebP.");
        await PhotosGoOn();
    }

    [Fact]
    public async Task A_photo_that_was_not_sent_whole()
    {
        await AtPhotos();
        await Rina.SendsFile(new SentFile(Naskah.Photo()[..^40], "separuh.png"));
        Rina.HearsOnly("“separuh.png” terpotong: tidak terkirim utuh. Mohon kirim ulang.");
        await PhotosGoOn();
    }

    [Fact]
    public async Task An_empty_file()
    {
        await AtPhotos();
        await Rina.SendsFile(new SentFile([], "kosong.jpg"));
        Rina.HearsOnly("“kosong.jpg” kosong. Mohon kirim ulang.");
        await PhotosGoOn();
    }

    [Fact]
    public async Task A_HEIC_file()
    {
        await AtPhotos();
        await Rina.SendsFile(new SentFile([0, 0, 0, 0x18, .. "ftypheic\0\0\0\0mif1heic"u8, .. new byte[64]], "IMG_0001.HEIC"));
        Rina.HearsOnly("HEIC", "Kirim sebagai foto biasa, Telegram mengubahnya sendiri.");
        await PhotosGoOn();
    }

    [Fact]
    public async Task A_file_of_25_MB()
    {
        await AtPhotos();
        await Rina.SendsFile(new SentFile(Naskah.Photo(), "besar.png", ClaimedSize: 26_529_000));
        Rina.HearsOnly("Fotonya 25,3 MB; batas Telegram untuk bot 20 MB. Kirim sebagai foto biasa (bukan berkas)");
        Assert.DoesNotContain(Office.Driver.Calls, call => call.Method == "getFile");
        await PhotosGoOn();
    }

    [Fact]
    public async Task A_photo_sent_as_a_file_is_as_good_as_a_photo()
    {
        await AtPhotos();
        await Rina.SendsFile(new SentFile(Naskah.Photo(), "kegiatan.png"), "Petugas merekam.");
        Rina.HearsOnly("1 foto diterima.");
        Assert.Equal("kegiatan.png", (await Office.Newest()).Draft.Photos.Single().Name);
    }

    [Fact]
    public async Task Words_where_a_photo_is_awaited()
    {
        await AtPhotos();
        await Rina.Says("Fotonya menyusul ya");
        Rina.HearsOnly("Saya menunggu foto.");
        await PhotosGoOn();
    }

    [Fact]
    public async Task Titles_that_are_empty_too_short_or_too_long_are_told_the_exact_numbers()
    {
        await Rina.Says("/tulis");
        Rina.Forgets();
        await Rina.Says("\u2060\u200b");
        Rina.HearsOnly("Judul");
        await Rina.Says("KTP");
        Rina.HearsOnly("Judul terlalu pendek (3 karakter, paling sedikit 15).");
        await Rina.Says(new string('j', 161));
        Rina.HearsOnly("Judul terlalu panjang (161 karakter, batas 160).");
        await Rina.Says(new string('j', 160));
        Rina.HearsOnly("Sekarang isi beritanya");
    }

    private async Task AtPhotos()
    {
        await Rina.Says("/tulis");
        await Rina.Says(Naskah.Title);
        await Rina.Says(Naskah.Body());
        await Rina.Taps("Selesai");
        Rina.Hears("Foto kegiatan");
    }

    private async Task PhotosGoOn()
    {
        await Rina.SendsPhoto(Naskah.Photo(), "Keterangan.");
        Rina.HearsOnly("1 foto diterima.");
    }
}
