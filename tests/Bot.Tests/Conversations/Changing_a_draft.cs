using KominfoBot.Sandbox;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class Changing_a_draft : Transcript
{
    private async Task<SeenMessage> Preview()
    {
        await Rina.SendsPhoto(Naskah.Photo(), $"{Naskah.Title}\n{Naskah.Body()}");
        return Rina.Hears(Naskah.Title);
    }

    [Fact]
    public async Task Ubah_judul_shows_the_present_one_and_takes_another()
    {
        await Preview();
        await Rina.Taps("Ubah judul");
        Rina.HearsOnly("Judul sekarang:", Naskah.Title);
        await Rina.Says("Rekam KTP hadir sampai ke jorong terjauh");

        Rina.HearsOnly("Rekam KTP hadir sampai ke jorong terjauh", "90 kata");
    }

    [Fact]
    public async Task Ubah_isi_sends_the_present_text_and_what_follows_replaces_it_at_Selesai()
    {
        await Preview();
        await Rina.Taps("Ubah isi");
        Rina.Hears(Naskah.Body());
        await Rina.Says("Isi baru bagian satu.");
        await Rina.Says("Isi baru bagian dua.");
        Assert.Equal(Naskah.Body(), (await Office.Newest()).Draft.Body.Text);
        await Rina.Taps("Selesai");

        Rina.Hears("Isi baru bagian satu.", "Isi baru bagian dua.", "8 kata");
    }

    [Fact]
    public async Task Kembali_keeps_the_old_body_even_after_new_words()
    {
        await Preview();
        await Rina.Taps("Ubah isi");
        await Rina.Says("Isi yang urung.");
        await Rina.Taps("Kembali");

        Rina.Hears(Naskah.Title, "90 kata");
        Assert.Equal(Naskah.Body(), (await Office.Newest()).Draft.Body.Text);
    }

    [Fact]
    public async Task Foto_adds_captions_and_removes_photos()
    {
        await Preview();
        await Rina.Taps("Foto");
        Rina.HearsOnly("1 foto diterima. 1 belum berketerangan");
        await Rina.SendsPhoto(Naskah.Photo(2));
        Rina.HearsOnly("2 foto diterima. 2 belum berketerangan");
        await Rina.Taps("Beri keterangan");
        Rina.HearsOnly("Keterangan untuk foto 1");
        await Rina.Says("Petugas merekam.");
        Rina.HearsOnly("Keterangan untuk foto 2");
        await Rina.Taps("Lewati");
        Rina.HearsOnly("2 foto diterima. 1 belum berketerangan");
        await Rina.Taps("Selesai");
        Rina.HearsOnly(Naskah.Title, "2 foto");

        await Rina.Taps("Foto");
        await Rina.Taps("Hapus semua foto");
        Assert.Equal(["Batal", "Ya, hapus semua"], Rina.Hears("Hapus 2 foto dari draf ini?").Labels());
        await Rina.Taps("Batal");
        Rina.HearsOnly("2 foto diterima. 1 belum berketerangan");
        Assert.Equal(2, (await Office.Newest()).Draft.Photos.Length);
        await Rina.Taps("Hapus semua foto");
        await Rina.Taps("Ya, hapus semua");
        Rina.Forgets();
        await Rina.SendsPhoto(Naskah.Photo(3));
        Rina.Hears("1 foto diterima");
        await Rina.Taps("Selesai");
        Rina.HearsOnly("1 foto · 90 kata");
    }

    [Fact]
    public async Task Atur_foto_gives_one_photo_another_caption_another_place_or_takes_it_out()
    {
        await Preview();
        await Rina.Taps("Foto");
        await Rina.Taps("Atur foto");
        Assert.Equal(["Ganti keterangan", "Kembali", "Hapus foto ini"], Rina.Hears("Foto 1 dari 1, foto utama", "Belum berketerangan").Labels());
        await Rina.Taps("Kembali");
        await Rina.SendsPhoto(Naskah.Photo(2), "Warga antre.");
        await Rina.SendsPhoto(Naskah.Photo(3), "Petugas merekam.");
        await Rina.Taps("Atur foto");
        Assert.Equal(["Foto 1", "Foto 2", "Foto 3", "Kembali"], Rina.Hears("Foto yang mana?", "1. Foto utama: belum berketerangan", "2. Warga antre.", "3. Petugas merekam.").Labels());
        await Rina.Says("yang ketiga");
        Rina.Hears("Saya menunggu foto");
        await Rina.Taps("Foto 3");
        Assert.Equal(["Ganti keterangan", "Jadikan foto utama", "Kembali", "Hapus foto ini"], Rina.Hears("Foto 3 dari 3", "Petugas merekam.").Labels());
        await Rina.Taps("Ganti keterangan");
        Rina.Hears("Kirim keterangan foto 3 yang baru", "Petugas merekam.");
        await Rina.Says("Petugas merekam iris mata warga.");
        Rina.Hears("3 foto diterima. 1 belum berketerangan");
        await Rina.Taps("Atur foto");
        await Rina.Taps("Foto 3");
        await Rina.Taps("Jadikan foto utama");
        await Rina.Taps("Atur foto");
        await Rina.Taps("Foto 2");
        await Rina.Taps("Kembali");
        await Rina.Taps("Foto 2");
        await Rina.Taps("Hapus foto ini");
        Rina.Hears("2 foto diterima");
        await Rina.Taps("Selesai");

        Rina.Hears(Naskah.Title, "2 foto");
        Assert.Equal(["Petugas merekam iris mata warga.", "Warga antre."], (await Office.Newest()).Draft.Photos.Select(photo => photo.Caption));
    }

    [Fact]
    public async Task Kategori_offers_all_and_Kembali_keeps_the_present_one()
    {
        await Preview();
        await Rina.Taps("Kategori");
        Rina.HearsOnly("Pilih kategori");
        await Rina.Taps("Kembali");
        Rina.HearsOnly("Kependudukan · 1 foto");
        await Rina.Taps("Kategori");
        await Rina.Says("Kesehatan");
        Rina.Hears("Silakan pilih kategori dengan tombol");
        await Rina.Taps("Kesehatan");

        Rina.HearsOnly("Kesehatan · 1 foto");
    }

    [Fact]
    public async Task Hapus_draf_asks_and_only_Ya_deletes()
    {
        await Preview();
        await Rina.Taps("Hapus draf");
        Rina.HearsOnly("Hapus draf ini?");
        await Rina.Taps("Batal");
        Rina.HearsOnly(Naskah.Title);
        Assert.Equal(EditionState.Draft, (await Office.Newest()).State);
        await Rina.Taps("Hapus draf");
        await Rina.Taps("Ya, hapus");

        Rina.Hears("Draf dihapus.");
        Assert.Equal(EditionState.Discarded, (await Office.Newest()).State);
        await Rina.Says("/draf");
        Rina.HearsOnly("Tidak ada draf");
    }

    [Fact]
    public async Task An_edited_message_changes_the_draft_and_its_preview()
    {
        var whole = await Rina.SendsPhoto(Naskah.Photo(), $"{Naskah.Title}\n{Naskah.Body()}");
        var preview = Rina.Hears(Naskah.Title);
        await Rina.Edits(whole, $"Judul yang sudah diperbaiki pengirim\n{Naskah.Body(2)}");

        Assert.Equal(preview.Id, Rina.HearsOnly("Judul yang sudah diperbaiki pengirim", "kelompok 2").Id);
        Assert.Equal(Naskah.Body(2), (await Office.Newest()).Draft.Body.Text);
    }

    [Fact]
    public async Task Each_message_of_a_guided_draft_can_be_edited()
    {
        await Rina.Says("/tulis");
        var title = await Rina.Says(Naskah.Title);
        var first = await Rina.Says("Bagian satu.");
        await Rina.Says("Bagian dua.");
        await Rina.Taps("Selesai");
        var photo = await Rina.SendsPhoto(Naskah.Photo(), "Keterangan lama.");
        await Rina.Edits(title, "Judul baru untuk berita yang sama");
        await Rina.Edits(first, "Bagian pertama.");
        await Rina.Edits(photo, "Keterangan baru.");

        var draft = (await Office.Newest()).Draft;
        Assert.Equal(("Judul baru untuk berita yang sama", "Bagian pertama.\n\nBagian dua.", "Keterangan baru."), (draft.Title, draft.Body.Text, draft.Photos.Single().Caption));
    }

    [Fact]
    public async Task An_edited_message_refreshes_the_count_while_its_step_is_open()
    {
        await Rina.Says("/tulis");
        await Rina.Says(Naskah.Title);
        var first = await Rina.Says("Satu dua tiga.");
        var progress = Rina.Hears("Diterima: 1 pesan, 3 kata.");
        await Rina.Edits(first, "Satu dua tiga empat lima.");
        Assert.Equal(progress.Id, Rina.HearsOnly("Diterima: 1 pesan, 5 kata.").Id);

        await Rina.Taps("Selesai");
        var photo = await Rina.SendsPhoto(Naskah.Photo());
        Rina.Hears("1 foto diterima. 1 belum berketerangan.");
        await Rina.Edits(photo, "Petugas merekam.");
        Assert.DoesNotContain("belum berketerangan", Rina.HearsOnly("1 foto diterima.").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_body_that_is_being_sent_can_be_edited_before_it_replaces_the_old()
    {
        await Preview();
        await Rina.Taps("Ubah isi");
        var words = await Rina.Says("Isi baru yang keliru.");
        Rina.Hears("Diterima: 1 pesan, 4 kata.");
        await Rina.Edits(words, "Isi baru yang benar sekali.");
        Rina.HearsOnly("Diterima: 1 pesan, 5 kata.");
        await Rina.Taps("Selesai");

        Assert.Equal("Isi baru yang benar sekali.", (await Office.Newest()).Draft.Body.Text);
    }

    [Fact]
    public async Task After_Kirim_an_edited_message_changes_nothing_and_its_author_is_told()
    {
        var whole = await Rina.SendsPhoto(Naskah.Photo(), $"{Naskah.Title}\n{Naskah.Body()}");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        Rina.Forgets();
        Yeni.Forgets();
        await Rina.Edits(whole, $"Judul yang terlambat diperbaiki\n{Naskah.Body()}");

        Assert.Equal(whole.Id, Rina.HearsOnly("yang sudah dikirim; naskah yang ditinjau tidak ikut berubah").ReplyTo);
        Yeni.HearsNothing();
        Assert.Equal(Naskah.Title, NewsDesk.CurrentContent(await Office.Newest()).Title);
    }

    [Fact]
    public async Task Long_text_at_a_preview_asks_what_it_is_for()
    {
        await Preview();
        await Rina.Says(Naskah.Body(2));
        var question = Rina.HearsOnly("Teks barusan untuk apa?");
        Assert.Equal(["Ganti isi", "Tambahkan", "Berita baru"], question.Labels());
        await Rina.Taps("Tambahkan");
        Rina.HearsOnly("180 kata");
        await Rina.Says(Naskah.Body(3));
        await Rina.Taps("Ganti isi");
        Rina.Hears("kelompok 3", "90 kata");
        var second = await Rina.Says($"Berita kedua tentang hal yang lain sama sekali\n{Naskah.Body(4)}");
        await Rina.Taps("Berita baru");

        Rina.Hears("Berita kedua tentang hal yang lain sama sekali", "90 kata");
        Assert.Equal(2, await Office.Read(db => Task.FromResult(db.Editions.Count())));
        await Rina.Edits(second, $"Berita kedua yang judulnya diperbaiki\n{Naskah.Body(5)}");
        Rina.HearsOnly("Berita kedua yang judulnya diperbaiki", "kelompok 5");
        await Rina.SendsPhoto(Naskah.Photo(2), "Keterangan.");
        await Rina.Taps("Kirim");
        Assert.Equal(second.Id, Rina.Hears("Terkirim").ReplyTo);
    }

    [Fact]
    public async Task A_colleague_of_the_same_SKPD_finds_the_draft_and_another_SKPD_does_not()
    {
        await Preview();
        var colleague = Office.Stranger("Dewi Kusuma");
        await Office.Appoint(colleague, Workflow.People.Role.AdminSkpd, "DISDUKCAPIL");
        await colleague.Says("Halo");
        colleague.Forgets();
        await colleague.Says("/draf");
        var list = colleague.HearsOnly("1 draf");
        await Hendri.Says("/draf");
        Hendri.HearsOnly("Tidak ada draf");

        await colleague.Taps(list.Labels().First());
        colleague.HearsOnly(Naskah.Title, "90 kata");
        await colleague.Taps("Kirim");
        await colleague.Taps("Tetap kirim");
        var receipt = colleague.Hears("Terkirim");
        // Message numbers count per chat: Rina's message is not one of this chat.
        Assert.Null(receipt.ReplyTo);
        Yeni.Hears(Naskah.Title, "oleh Dewi Kusuma");

        var stolen = await Hendri.Forges(Hendri.Chat[^1], list.AllButtons.First().Data!);
        Assert.True(stolen.IsAlert);
        Assert.Contains("SKPD lain", stolen.Text, StringComparison.Ordinal);
    }
}
