using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>Sunting: a reviewer changes the text itself, in the open.</summary>
public sealed class Editing_a_text : Transcript
{
    [Theory, BothStores]
    public async Task Word_by_word_makes_one_revision_whose_difference_the_author_reads(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Rina.Submits();
        Budi.Forgets();
        await Yeni.Taps("Sunting");
        Budi.Hears("Sedang disunting oleh Yeni Safitri sampai pukul");
        Yeni.Forgets();
        await Yeni.Says("kata1x3 → kalimat tiga");
        Yeni.Hears("Perubahan Anda", "kata1x3", "kalimat tiga");
        Rina.Forgets();
        await Yeni.Taps("Simpan");

        Yeni.Hears($"Suntingan {number} tersimpan");
        var told = Rina.HearsOnly(number, "disunting Yeni Safitri (Kabid)", "kata1x3", "kalimat tiga");
        Assert.Equal(["Keberatan", "Terima"], told.Labels());
        Budi.Hears("menyunting", number, "persetujuan sebelumnya gugur", "kalimat tiga");
        var edition = await Office.Newest();
        Assert.Equal((EditionState.InReview, 2, EditReply.Pending), (edition.State, edition.Revisions.Count, edition.EditReply));
        Assert.Contains("kalimat tiga", NewsDesk.CurrentContent(edition).Body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sedang disunting", Budi.WithButton("Setujui").Text, StringComparison.Ordinal);

        await Rina.Taps("Terima");
        Rina.Hears(number, "Anda terima");
        Yeni.Hears("Suntingan diterima penulis");
    }

    [Fact]
    public async Task Part_by_part_title_body_caption_category_and_order()
    {
        await Rina.SendsAlbum([Naskah.Photo(1), Naskah.Photo(2)], $"{Naskah.Title}\n{Naskah.Body()}");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        var before = NewsDesk.CurrentContent(await Office.Newest());
        await Yeni.Taps("Sunting");
        await Yeni.Taps("Judul");
        Yeni.Hears("Kirim judul yang baru", Naskah.Title);
        await Yeni.Says("Pendek");
        Yeni.Hears("Judul terlalu pendek (6 karakter");
        await Yeni.Says("Disdukcapil merekam KTP warga di Nagari Taram");
        await Yeni.Taps("Isi");
        await Yeni.Says(Naskah.Body(7));
        await Yeni.Says("Paragraf terakhir yang baru.");
        Yeni.Hears("Diterima: 2 pesan");
        await Yeni.Taps("Selesai");
        await Yeni.Taps("Keterangan foto");
        await Yeni.Taps("Foto 2");
        await Yeni.Says("Warga antre merekam KTP.");
        await Yeni.Taps("Urutan foto");
        await Yeni.Taps("Foto 2");
        await Yeni.Taps("Kategori");
        await Yeni.Taps("Kesehatan");
        Yeni.Hears("Perubahan Anda", "Judul:", "Isi:", "Kategori:", "urutannya berubah", "Keterangan foto 1: Warga antre merekam KTP.");
        await Yeni.Taps("Simpan");

        var after = NewsDesk.CurrentContent(await Office.Newest());
        Assert.Equal("Disdukcapil merekam KTP warga di Nagari Taram", after.Title);
        Assert.EndsWith("Paragraf terakhir yang baru.", after.Body.Text, StringComparison.Ordinal);
        Assert.Equal([(before.Photos[1].Hash, "Warga antre merekam KTP."), (before.Photos[0].Hash, before.Photos[0].Caption)], after.Photos.Select(photo => (photo.Hash, photo.Caption)));
        Assert.Equal("kesehatan", after.CategoryCode);
        Yeni.Hears("Menunggu evaluasi", "merekam KTP warga");
    }

    [Fact]
    public async Task Takes_out_a_photo_that_should_not_be_seen_but_not_the_last_one()
    {
        await Rina.SendsAlbum([Naskah.Photo(1), Naskah.Photo(2)], $"{Naskah.Title}\n{Naskah.Body()}");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        var before = NewsDesk.CurrentContent(await Office.Newest());
        await Yeni.Taps("Sunting");
        await Yeni.Taps("Keluarkan foto");
        Yeni.Hears("Foto mana yang tidak ikut terbit?");
        await Yeni.Taps("Foto 1");
        Assert.DoesNotContain("Keluarkan foto", Yeni.Hears("Perubahan Anda", "Foto: 1 dihapus").Labels());
        Rina.Forgets();
        await Yeni.Taps("Simpan");

        Rina.Hears("disunting Yeni Safitri", "Foto: 1 dihapus");
        Assert.Equal([before.Photos[1].Hash], NewsDesk.CurrentContent(await Office.Newest()).Photos.Select(photo => photo.Hash));
    }

    [Fact]
    public async Task Is_one_persons_at_a_time_and_a_Kabid_may_take_it_over()
    {
        await Rina.Submits();
        var card = Budi.WithButton("Sunting");
        await Yeni.Taps("Sunting");
        var answer = await Budi.Forges(Budi.Now(card), card.AllButtons.Single(button => button.Text == "Sunting").Data!);
        Assert.True(answer.IsAlert);
        Assert.Contains("sedang disunting oleh Yeni Safitri", answer.Text, StringComparison.Ordinal);

        await Budi.Taps("Lainnya");
        await Budi.Taps("Ambil alih suntingan");
        Budi.Hears("di tangan Anda");
        Yeni.Forgets();
        await Yeni.Says("kata1x3 → tiga");
        Yeni.Hears("diambil alih oleh Budi Hartono");
        Assert.Single((await Office.Newest()).Revisions);
    }

    [Fact]
    public async Task Ends_by_itself_after_half_an_hour_and_by_Batal_without_a_change()
    {
        await Rina.Submits();
        await Yeni.Taps("Sunting");
        await Office.PassesBy(TimeSpan.FromMinutes(31));
        await Yeni.Says("kata1x3 → tiga");
        Yeni.Hears("Waktu menyunting sudah habis");
        await Yeni.Taps("Sunting");
        await Yeni.Taps("Batal");
        Yeni.Hears("dilepas tanpa perubahan");
        Assert.Null((await Office.Newest()).EditingById);
        Assert.Single((await Office.Newest()).Revisions);
        await Budi.Taps("Sunting");
        Budi.Hears("di tangan Anda");
    }

    [Fact]
    public async Task Voids_what_was_seen_before_and_the_editor_may_endorse_but_not_approve()
    {
        await Rina.Submits();
        var old = Budi.WithButton("Setujui");
        var agree = old.AllButtons.Single(button => button.Text == "Setujui").Data!;
        await Yeni.Taps("Sunting");
        await Yeni.Says("kata1x3 → tiga");
        await Yeni.Taps("Simpan");

        var late = await Budi.Forges(Budi.Now(old), agree);
        Assert.Equal((true, "Naskah sudah berubah sejak kartu ini dibuat. Kartunya sudah saya perbarui."), (late.IsAlert, late.Text));
        await Office.Appoint(Yeni, Workflow.People.Role.Kadis);
        await Yeni.Taps("Setujui");
        await Yeni.Says("/antrean");
        Assert.DoesNotContain("Ya, terbitkan", Yeni.Chat.SelectMany(message => message.Labels()));
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");
        Assert.Equal(EditionState.Published, (await Office.Newest()).State);
    }

    [Fact]
    public async Task Is_contested_by_the_author_with_words_that_stand_on_the_card()
    {
        var number = await Rina.Submits();
        await Yeni.Taps("Sunting");
        await Yeni.Says("kata1x3 → tiga");
        await Yeni.Taps("Simpan");
        Yeni.Forgets();
        await Rina.Taps("Keberatan");
        Rina.Hears("Apa keberatan Anda", number);
        await Rina.Says("Angka itu dari data kami.");

        Rina.Hears("Keberatan Anda tampil pada kartu peninjau");
        Budi.Hears("Penulis keberatan", number, "Angka itu dari data kami.");
        Assert.Contains("Penulis keberatan atas suntingan: “Angka itu dari data kami.”", Yeni.WithButton("Setujui").Text, StringComparison.Ordinal);
        Assert.Equal(EditionState.InReview, (await Office.Newest()).State);
    }

    [Fact]
    public async Task Of_words_that_are_not_there_says_so()
    {
        await Rina.Submits();
        await Yeni.Taps("Sunting");
        await Yeni.Says("tidakada → ada");
        Yeni.Hears("“tidakada” tidak ada dalam naskah");
        await Yeni.Taps("Simpan");
        Yeni.Hears("Belum ada yang berubah");
        await Yeni.Says("halo");
        Yeni.Hears("kata lama → kata baru");
    }
}
